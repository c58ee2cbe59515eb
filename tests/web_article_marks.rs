//! The article pane in a real browser: painting, scrolling, hit tests, handles, name tags.
#![cfg(target_arch = "wasm32")]
// The configuration that allows it in tests does not know these as tests.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use attest::core::article_text::ArticleText;
use attest::core::offset::ByteOffset;
use attest::core::span::Span;
use attest::web::article::{End, Ground, Layer, PaneEvent, Point, Series, Snapping, Technique, Via};
use stage::{
    Stage, adopt_style, click, document, long_text, pointer, pointer_of, registered_highlights, run, selection, settle,
    source, span,
};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

async fn only_what_is_visible_is_painted_by(technique: Technique) {
    let (text, runs) = long_text();
    let runs = Rc::new(RefCell::new(runs));
    let stage = Stage::with(&text, technique);
    stage.pane().set_source(source(&runs));
    assert_eq!(stage.pane().paint_count().pieces, 3);
    runs.borrow_mut().push(run(9999, 62, 70));
    stage.pane().repaint();
    assert_eq!(stage.pane().paint_count().pieces, 4, "painted before repaint returns");
    let before = stage.pane().paint_count().paints;
    let target = span(2500 * 31, 2500 * 31 + 6);
    stage.pane().scroll_to(target);
    settle().await;
    let seen = stage.pane().viewport().unwrap();
    assert!(seen.encloses(target), "{target:?} in {seen:?}");
    let count = stage.pane().paint_count();
    assert!(count.paints > before, "scrolling paints");
    let n_seen = runs.borrow().iter().filter(|run| run.span.overlaps(seen)).count() as u32;
    assert!(
        n_seen > 10 && count.pieces >= n_seen && count.pieces < 6 * n_seen,
        "{n_seen} of {count:?}"
    );
    // Nothing changed and nothing new is in view: nothing is painted.
    settle().await;
    assert_eq!(stage.pane().paint_count().paints, count.paints);
}

#[wasm_bindgen_test]
async fn only_what_is_visible_is_painted_with_highlights() {
    only_what_is_visible_is_painted_by(Technique::Highlights).await;
}

#[wasm_bindgen_test]
async fn only_what_is_visible_is_painted_with_boxes() {
    only_what_is_visible_is_painted_by(Technique::Boxes).await;
}

#[wasm_bindgen_test]
fn on_paper_everything_is_painted_and_afterwards_only_what_is_visible() {
    let (text, runs) = long_text();
    let n_runs = runs.len() as u32;
    let stage = Stage::with(&text, Technique::Highlights);
    stage.pane().set_source(source(&Rc::new(RefCell::new(runs))));
    let on_screen = stage.pane().paint_count().pieces;
    let tell = |name: &str| {
        let event = web_sys::Event::new(name).unwrap();
        web_sys::window().unwrap().dispatch_event(&event).unwrap();
    };
    tell("beforeprint");
    assert!(stage.pane().paint_count().pieces >= n_runs);
    tell("afterprint");
    assert_eq!(stage.pane().paint_count().pieces, on_screen);
    assert!(on_screen < n_runs / 4);
}

#[wasm_bindgen_test]
fn boxes_lie_behind_the_letters_they_mark() {
    let text = "one two three";
    let stage = Stage::with(text, Technique::Boxes);
    let runs = Rc::new(RefCell::new(vec![run(1, 4, 7)]));
    stage.pane().set_source(source(&runs));
    let marked = stage.pane().rect_of(span(4, 7)).unwrap();
    let found = stage.host.query_selector_all(".article-box").unwrap();
    assert_eq!(found.length(), 1);
    let rect = found
        .get(0)
        .unwrap()
        .unchecked_into::<Element>()
        .get_bounding_client_rect();
    assert!((rect.left() - marked.left).abs() < 1.0 && (rect.right() - marked.right).abs() < 1.0);
    assert!((rect.top() - marked.top).abs() < 1.0);
    assert_eq!(stage.host.text_content().unwrap(), text);
    stage.pane().set_pending(Some(span(8, 13)));
    assert_eq!(
        stage.host.query_selector_all(".article-box.pending").unwrap().length(),
        1
    );
    stage.pane().set_pending(None);
    assert_eq!(stage.host.query_selector_all(".article-box").unwrap().length(), 1);
}

#[wasm_bindgen_test]
fn a_layer_is_cut_to_what_is_painted() {
    let (text, _) = long_text();
    let stage = Stage::new(&text);
    let hits: Vec<Span> = (0..4000).map(|line| span(line * 31, line * 31 + 1)).collect();
    stage.pane().set_layer(Layer::Hits, hits);
    let pieces = stage.pane().paint_count().pieces;
    assert!((8..120).contains(&pieces), "{pieces}");
    stage.pane().set_layer(Layer::Hits, Vec::new());
    assert_eq!(stage.pane().paint_count().pieces, 0);
}

#[wasm_bindgen_test]
fn nothing_is_left_behind() {
    adopt_style();
    let sheets = document().adopted_style_sheets().length();
    let highlights = registered_highlights();
    let stage = Stage::new("one two\nthree");
    stage.pane().set_source(Rc::new(|_| vec![run(1, 0, 3)]));
    stage.pane().set_pending(Some(span(4, 7)));
    assert_eq!(registered_highlights(), highlights + 2.0);
    let n_children = stage.host.child_element_count();
    stage
        .pane()
        .show(Rc::new(ArticleText::new("other text".to_owned())))
        .unwrap();
    assert_eq!(stage.host.child_element_count(), n_children);
    assert_eq!(stage.lines().len(), 1);
    assert_eq!(
        registered_highlights(),
        highlights + 1.0,
        "the waiting selection was of the text before"
    );
    let host = stage.host.clone();
    drop(stage);
    assert_eq!(registered_highlights(), highlights);
    assert_eq!(document().adopted_style_sheets().length(), sheets);
    assert_eq!(host.child_element_count(), 0);
}

#[wasm_bindgen_test]
fn the_character_under_the_pointer_is_found() {
    let text = "Wide iiii text 中文 שלום عربي\nsecond line";
    let stage = Stage::new(text);
    for (at, ch) in text.char_indices().filter(|(_, ch)| !ch.is_whitespace()) {
        let point = stage.middle(text, at);
        assert_eq!(
            stage.pane().character_at(point),
            Some(ByteOffset::from_index(at)),
            "{ch:?} at {at}"
        );
    }
    let family = "👩‍👩‍👧!";
    let stage = Stage::new(family);
    let rect = stage.pane().rect_of(span(0, family.len() - 1)).unwrap();
    let right_half = Point {
        x: rect.right - 2.0,
        y: rect.middle(),
    };
    assert_eq!(
        stage.pane().character_at(right_half),
        Some(ByteOffset(0)),
        "all of the cluster"
    );
    let beside = Point {
        x: 500.0,
        y: rect.middle(),
    };
    assert_eq!(stage.pane().character_at(beside), None);
}

#[wasm_bindgen_test]
fn a_click_tells_the_character_or_that_there_was_none() {
    let text = "one two";
    let stage = Stage::new(text);
    stage.root().dispatch_event(&click(stage.middle(text, 5))).unwrap();
    let told = stage.told();
    assert!(
        matches!(told[..], [PaneEvent::Clicked { at: ByteOffset(5), .. }]),
        "{told:?}"
    );
    stage
        .root()
        .dispatch_event(&click(Point { x: 400.0, y: 200.0 }))
        .unwrap();
    assert_eq!(stage.told(), [PaneEvent::ClickedEmpty]);
}

#[wasm_bindgen_test]
fn a_selection_by_mouse_settles_when_the_button_goes_up() {
    let text = "one two three";
    let stage = Stage::new(text);
    let (from, to) = (stage.middle(text, 4), stage.middle(text, 9));
    stage
        .root()
        .dispatch_event(&pointer("pointerdown", from, false))
        .unwrap();
    selection()
        .set_base_and_extent(&stage.text_node(0), 4, &stage.text_node(0), 9)
        .unwrap();
    document()
        .body()
        .unwrap()
        .dispatch_event(&pointer("pointerup", to, true))
        .unwrap();
    stage.root().dispatch_event(&click(to)).unwrap();
    let selected = PaneEvent::Selected {
        anchor: ByteOffset(4),
        focus: ByteOffset(9),
        via: Via::Mouse,
    };
    let settled = PaneEvent::SelectionSettled {
        raw: span(4, 9),
        snapping: Snapping::Off,
        via: Via::Mouse,
        series: Series::First,
    };
    assert_eq!(stage.told(), [selected, settled], "and the click is none");
}

#[wasm_bindgen_test]
async fn a_selection_by_touch_settles_once_it_rests() {
    let text = "one two three";
    let stage = Stage::new(text);
    let at = stage.middle(text, 4);
    stage
        .root()
        .dispatch_event(&pointer_of("touch", "pointerdown", at, false))
        .unwrap();
    // As after a tap: the focus comes when the finger is up.
    stage
        .root()
        .dispatch_event(&pointer_of("touch", "pointerup", at, false))
        .unwrap();
    stage.host.focus().unwrap();
    assert_eq!(stage.told(), [], "no caret but the one that the finger will put");
    selection()
        .set_base_and_extent(&stage.text_node(0), 4, &stage.text_node(0), 7)
        .unwrap();
    let mut told = Vec::new();
    for _ in 0..300 {
        settle().await;
        told.extend(stage.told());
        if told.len() == 2 {
            break;
        }
    }
    let selected = PaneEvent::Selected {
        anchor: ByteOffset(4),
        focus: ByteOffset(7),
        via: Via::Touch,
    };
    let settled = PaneEvent::SelectionSettled {
        raw: span(4, 7),
        snapping: Snapping::AsSet,
        via: Via::Touch,
        series: Series::First,
    };
    assert_eq!(told, [selected, settled]);
}

#[wasm_bindgen_test]
fn a_handle_moves_its_end_and_escape_gives_it_up() {
    let text = "one two three four";
    let stage = Stage::new(text);
    stage.pane().set_handles(Some(span(4, 7)));
    let grip = stage.host.query_selector(".article-handle.end").unwrap().unwrap();
    let rect = grip.get_bounding_client_rect();
    assert!(
        rect.width() >= 24.0 && rect.height() >= 24.0,
        "large enough for a finger"
    );
    let line = stage.pane().rect_of(span(4, 7)).unwrap();
    let hold = Point {
        x: line.right,
        y: line.middle(),
    };
    // The place between "thr" and "ee", to a pixel.
    let goal = Point {
        x: stage.pane().rect_of(span(8, 11)).unwrap().right,
        y: hold.y,
    };
    grip.dispatch_event(&pointer("pointerdown", hold, false)).unwrap();
    grip.dispatch_event(&pointer("pointermove", goal, false)).unwrap();
    assert_eq!(
        stage.told(),
        [PaneEvent::ResizePreview {
            end: End::End,
            at: ByteOffset(11)
        }]
    );
    // Beyond the other end it stays where it was.
    let beyond = Point {
        x: stage.pane().rect_of(span(0, 1)).unwrap().left + 1.0,
        y: hold.y,
    };
    grip.dispatch_event(&pointer("pointermove", beyond, false)).unwrap();
    assert_eq!(stage.told(), []);
    grip.dispatch_event(&pointer("pointerup", beyond, false)).unwrap();
    let done = PaneEvent::ResizeDone {
        end: End::End,
        at: ByteOffset(11),
        snapping: Snapping::AsSet,
    };
    assert_eq!(stage.told(), [done]);
    grip.dispatch_event(&pointer("pointerdown", hold, false)).unwrap();
    grip.dispatch_event(&pointer("pointermove", goal, false)).unwrap();
    stage.told();
    stage.press("Escape", "");
    grip.dispatch_event(&pointer("pointerup", goal, false)).unwrap();
    assert_eq!(stage.told(), [PaneEvent::ResizeCanceled]);
}

#[wasm_bindgen_test]
fn names_are_shown_above_the_mentions_that_begin_in_view() {
    let (text, runs) = long_text();
    let stage = Stage::new(&text);
    stage.pane().set_source(source(&Rc::new(RefCell::new(runs))));
    let tags = || stage.host.query_selector_all(".article-tag").unwrap();
    assert_eq!(tags().length(), 0);
    stage.pane().set_tags(true);
    assert_eq!(tags().length(), 3);
    let first: Element = tags().get(0).unwrap().unchecked_into();
    assert_eq!(first.get_attribute("data-name").as_deref(), Some("Claim"));
    let (tag, mark) = (
        first.get_bounding_client_rect(),
        stage.pane().rect_of(span(2, 6)).unwrap(),
    );
    assert!((tag.left() - mark.left).abs() < 2.0 && tag.bottom() <= mark.top + 2.0);
    stage.pane().set_tags(false);
    assert_eq!(tags().length(), 0);
}

#[wasm_bindgen_test]
async fn a_far_place_is_brought_to_a_third_of_the_view() {
    let text: String = (0..3000)
        .map(|n| format!("{}end\n", "some words ".repeat(n % 40)))
        .collect();
    let stage = Stage::new(&text);
    for part in [2, 3, 5, 7] {
        let at = text[..text.len() / part * (part - 1)].rfind('\n').unwrap() + 1;
        stage.pane().scroll_to(span(at, at + 1));
        settle().await;
        settle().await;
        let rect = stage.pane().rect_of(span(at, at + 1)).unwrap();
        assert!((40.0..180.0).contains(&rect.top), "{} of {part}", rect.top);
    }
}

#[wasm_bindgen_test]
fn one_line_of_a_megabyte_is_painted_in_part() {
    let text = "word ".repeat(200_000);
    let stage = Stage::new(&text);
    let seen = stage.pane().viewport().unwrap();
    assert_eq!(seen.start(), ByteOffset(0));
    assert!((200..20_000).contains(&seen.len()), "{seen:?}");
    stage.host.set_scroll_top(100_000);
    let later = stage.pane().viewport().unwrap();
    assert!(later.start() > seen.end() && later.len() < 20_000, "{later:?}");
}

#[wasm_bindgen_test]
async fn what_draws_over_the_text_is_told_where_it_lies_only_when_that_changes() {
    let (text, _) = long_text();
    let stage = Stage::with(&text, Technique::Highlights);
    let (first, far) = (span(0, 6), span(2500 * 31, 2500 * 31 + 6));
    let drawn = Rc::new(RefCell::new(Vec::new()));
    let drawer = {
        let drawn = drawn.clone();
        move |ground: &Ground<'_>| {
            ground.layer.set_text_content(Some("drawn"));
            drawn
                .borrow_mut()
                .push([first, far].map(|span| ground.rects(span).len()));
        }
    };
    stage.pane().set_drawer(Some(Rc::new(drawer)));
    assert_eq!(*drawn.borrow(), [[1, 0]], "before this returns, and only what is seen");
    settle().await;
    assert_eq!(drawn.borrow().len(), 1, "nothing has moved");
    stage.pane().scroll_to(far);
    settle().await;
    assert_eq!(drawn.borrow().last(), Some(&[0, 1]));
    let layer = document().query_selector(".article-over-text").unwrap().unwrap();
    assert_eq!(
        layer.text_content().as_deref(),
        Some("drawn"),
        "what was drawn before is gone"
    );
    stage.pane().set_drawer(None);
    assert_eq!(layer.text_content().as_deref(), Some(""));
}
