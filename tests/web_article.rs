//! The article pane in a real browser: positions, selection, keys, clipboard.
#![cfg(target_arch = "wasm32")]
// The configuration that allows it in tests does not know these as tests.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use attest::core::article_text::ArticleText;
use attest::core::offset::ByteOffset;
use attest::core::segmenter::{Segmenter, UnicodeSegmenter};
use attest::core::span::Span;
use attest::web::article::{PaneEvent, Series, Snapping, Via};
use attest::web::browser_segmenter::BrowserSegmenter;
use stage::{NASTY, Stage, document, selection, settle, span};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{ClipboardEvent, ClipboardEventInit, DataTransfer, HtmlElement, Node};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_position_goes_both_ways() {
    let stage = Stage::new(NASTY);
    for (byte, ch) in NASTY.char_indices() {
        let at = ByteOffset::from_index(byte);
        let (node, offset) = stage.pane().place_of(at).unwrap();
        let inside_crlf = ch == '\n' && NASTY[..byte].ends_with('\r');
        let expected = if inside_crlf { ByteOffset(at.0 - 1) } else { at };
        assert_eq!(
            stage.pane().offset_of(&node, offset),
            Some(expected),
            "{ch:?} at {byte}"
        );
    }
    let offset_of = |node: &Node, offset| stage.pane().offset_of(node, offset).unwrap().index();
    let (second, third) = (NASTY.find("lone").unwrap(), NASTY.find("CR\u{a0}").unwrap());
    let line = &stage.lines()[1];
    assert_eq!((offset_of(line, 0), offset_of(line, 1)), (second, third));
    let chunk = line.parent_node().unwrap();
    assert_eq!((offset_of(&chunk, 1), offset_of(&chunk, 2)), (second, third));
    let n_lines = stage.lines().len() as u32;
    assert_eq!(offset_of(&chunk, n_lines), NASTY.len());
    assert_eq!(
        (offset_of(&stage.root(), 0), offset_of(&stage.root(), 1)),
        (0, NASTY.len())
    );
    assert_eq!(stage.pane().offset_of(&document().body().unwrap(), 0), None);
    let overlay = stage.host.query_selector(".article-overlay").unwrap().unwrap();
    assert_eq!(stage.pane().offset_of(&overlay, 0), None);
}

#[wasm_bindgen_test]
fn a_node_of_a_text_shown_before_is_outside() {
    let stage = Stage::new("one\ntwo");
    let old = stage.text_node(1);
    stage
        .pane()
        .show(Rc::new(ArticleText::new("three\nfour\nfive".to_owned())))
        .unwrap();
    assert_eq!(stage.pane().offset_of(&old, 0), None);
}

#[wasm_bindgen_test]
fn the_text_is_shown_as_it_is() {
    let stage = Stage::new(NASTY);
    assert_eq!(stage.host.text_content().unwrap(), NASTY);
    stage.pane().set_tags(true);
    assert_eq!(
        stage.host.text_content().unwrap(),
        NASTY,
        "name tags are no part of the text"
    );
    let stage = Stage::new("a\nb\r\nc\rd\u{2028}e\u{85}f\u{b}g");
    let heights: Vec<f64> = stage
        .lines()
        .iter()
        .map(|line| line.get_bounding_client_rect().height())
        .collect();
    assert!(
        heights.iter().all(|height| (height - heights[6]).abs() < 0.5),
        "one line each: {heights:?}"
    );
    let stage = Stage::new("a\n\n\r\r\n\u{2028}b");
    for (n, line) in stage.lines().iter().enumerate() {
        let height = line.get_bounding_client_rect().height();
        assert!(height >= 14.0, "line {n} is {height} high");
    }
}

#[wasm_bindgen_test]
async fn a_selection_is_told_in_bytes() {
    let stage = Stage::new(NASTY);
    let (from, to) = (NASTY.find("CR").unwrap(), NASTY.find("שלום").unwrap());
    let (anchor, anchor_offset) = stage.pane().place_of(ByteOffset::from_index(from)).unwrap();
    let (focus, focus_offset) = stage.pane().place_of(ByteOffset::from_index(to)).unwrap();
    selection()
        .set_base_and_extent(&focus, focus_offset, &anchor, anchor_offset)
        .unwrap();
    settle().await;
    let told = stage.told();
    let [PaneEvent::Selected { anchor, focus, .. }] = told[..] else {
        panic!("{told:?}")
    };
    assert_eq!((anchor.index(), focus.index()), (to, from));
    assert_eq!(stage.pane().selection(), Some(span(from, to)));
    selection().collapse_with_offset(Some(&stage.text_node(0)), 1).unwrap();
    settle().await;
    assert_eq!(
        stage.told(),
        [PaneEvent::Unselected, PaneEvent::CaretMoved { at: ByteOffset(1) }]
    );
}

#[wasm_bindgen_test]
async fn an_end_outside_the_text_is_moved_to_the_texts_end() {
    let stage = Stage::new("one two\nthree");
    let after = document().create_element("p").unwrap();
    after.set_text_content(Some("after"));
    document().body().unwrap().append_child(&after).unwrap();
    selection()
        .set_base_and_extent(&stage.text_node(0), 4, &after.first_child().unwrap(), 2)
        .unwrap();
    settle().await;
    assert_eq!(stage.pane().selection(), Some(span(4, 13)));
    selection()
        .set_base_and_extent(&stage.text_node(0), 4, &stage.host, 0)
        .unwrap();
    settle().await;
    assert_eq!(stage.pane().selection(), Some(span(0, 4)));
    // Selecting elsewhere leaves what was meant here.
    stage.told();
    selection()
        .set_base_and_extent(&after.first_child().unwrap(), 0, &after.first_child().unwrap(), 3)
        .unwrap();
    settle().await;
    assert_eq!(stage.told(), []);
    assert_eq!(stage.pane().selection(), Some(span(0, 4)));
    after.remove();
}

#[wasm_bindgen_test]
async fn what_the_pane_was_asked_for_is_not_told() {
    let stage = Stage::new(NASTY);
    let wanted = span(NASTY.find("عربي").unwrap(), NASTY.find(" 12").unwrap());
    stage.pane().select(wanted);
    assert_eq!(selection().to_string(), wanted.slice(NASTY).unwrap());
    assert_eq!(stage.pane().selection(), Some(wanted));
    stage.pane().clear_selection(wanted.end());
    assert!(selection().is_collapsed());
    stage.pane().set_caret(ByteOffset(0));
    settle().await;
    assert_eq!(stage.told(), []);
}

#[wasm_bindgen_test]
async fn keys_move_the_caret_by_what_is_seen_as_a_character() {
    let text = "e\u{301}👩‍👩‍👧x\r\ny";
    let stage = Stage::new(text);
    stage.pane().set_caret(ByteOffset(0));
    stage.pane().focus();
    let stops: Vec<u32> = (0..5)
        .map(|_| {
            assert!(stage.press("ArrowRight", ""));
            stage.caret()
        })
        .collect();
    let x = text.find('x').unwrap() as u32;
    assert_eq!(stops, [3, x, x + 1, x + 3, x + 4], "a line end is one step");
    for stop in [x + 3, x + 1, x, 3, 0] {
        stage.press("ArrowLeft", "");
        assert_eq!(stage.caret(), stop);
    }
    settle().await;
    assert!(
        stage
            .told()
            .iter()
            .all(|event| matches!(event, PaneEvent::CaretMoved { .. }))
    );
}

#[wasm_bindgen_test]
async fn shift_extends_and_letting_it_go_settles() {
    let text = "one two three\nfour";
    let stage = Stage::new(text);
    stage.pane().set_caret(ByteOffset(4));
    stage.pane().focus();
    settle().await;
    stage.told();
    stage.press("ArrowRight", "shift ctrl");
    stage.press("ArrowRight", "shift");
    let told = stage.told();
    let Some(PaneEvent::Selected {
        anchor: ByteOffset(4),
        focus,
        via: Via::Keyboard,
    }) = told.last()
    else {
        panic!("{told:?}")
    };
    assert!(
        !told
            .iter()
            .any(|event| matches!(event, PaneEvent::SelectionSettled { .. }))
    );
    let raw = Span::new(ByteOffset(4), *focus).unwrap();
    stage.release_shift();
    let settled = PaneEvent::SelectionSettled {
        raw,
        snapping: Snapping::AsSet,
        via: Via::Keyboard,
        series: Series::First,
    };
    assert_eq!(stage.told(), [settled]);
    stage.release_shift();
    assert_eq!(stage.told(), [], "only once");
}

#[wasm_bindgen_test]
fn keys_reach_lines_pages_and_the_texts_ends() {
    let text: String = (0..200).map(|n| format!("Line {n} of the text.\n")).collect();
    let stage = Stage::new(&text);
    stage.pane().set_caret(ByteOffset(3));
    stage.pane().focus();
    stage.press("End", "");
    assert_eq!(stage.caret() as usize, text.find('\n').unwrap());
    stage.press("Home", "");
    assert_eq!(stage.caret(), 0);
    stage.press("ArrowDown", "");
    assert_eq!(stage.caret() as usize, text.find("Line 1 ").unwrap());
    stage.press("ArrowDown", "ctrl");
    assert_eq!(stage.caret() as usize, text.find("Line 2 ").unwrap());
    stage.press("ArrowUp", "ctrl");
    assert_eq!(stage.caret() as usize, text.find("Line 1 ").unwrap());
    let before = stage.pane().viewport().unwrap();
    stage.press("PageDown", "");
    let caret = ByteOffset(stage.caret());
    assert!(
        caret > before.start() && stage.pane().viewport().unwrap().contains(caret),
        "the caret stays in view"
    );
    assert!(stage.pane().viewport().unwrap().start() > before.start());
    stage.press("End", "ctrl");
    assert_eq!(stage.caret() as usize, text.len());
    assert_eq!(stage.pane().viewport().unwrap().end().index(), text.len());
    stage.press("Home", "ctrl shift");
    assert_eq!(stage.pane().selection(), Some(span(0, text.len())));
    assert_eq!(stage.pane().viewport().unwrap().start(), ByteOffset(0));
}

#[wasm_bindgen_test]
fn arrows_go_where_they_point_in_text_from_right_to_left() {
    let text = "שלום עולם";
    let stage = Stage::new(text);
    stage.pane().set_caret(ByteOffset(0));
    stage.pane().focus();
    stage.press("ArrowLeft", "");
    assert_eq!(stage.caret(), 2);
    stage.press("ArrowRight", "");
    assert_eq!(stage.caret(), 0);
}

#[wasm_bindgen_test]
fn other_keys_are_left_to_the_application() {
    let stage = Stage::new("one two");
    stage.pane().focus();
    for key in ["c", "Enter", "Escape", "Delete", "Tab", "1"] {
        assert!(!stage.press(key, ""), "{key}");
    }
}

#[wasm_bindgen_test]
fn select_all_is_the_text_alone() {
    let stage = Stage::new(NASTY);
    stage.pane().focus();
    assert!(stage.press("a", "ctrl"));
    assert_eq!(stage.pane().selection(), Some(span(0, NASTY.len())));
    assert!(!stage.press("a", ""), "a label's key");
}

#[wasm_bindgen_test]
async fn a_caret_is_drawn_while_the_keyboard_is_here() {
    let stage = Stage::new("one two\n\nthree");
    let caret: HtmlElement = stage
        .host
        .query_selector(".article-caret")
        .unwrap()
        .unwrap()
        .unchecked_into();
    assert!(caret.hidden());
    stage.pane().focus();
    assert!(!caret.hidden(), "a caret where none was before");
    assert_eq!(stage.told(), [], "asked for");
    stage.host.blur().unwrap();
    stage.host.focus().unwrap();
    assert_eq!(
        stage.told(),
        [PaneEvent::CaretMoved { at: ByteOffset(0) }],
        "came by key"
    );
    for at in [0, 3, 8, 9, 14] {
        stage.pane().set_caret(ByteOffset(at));
        let rect = caret.get_bounding_client_rect();
        assert!(
            !caret.hidden() && rect.height() > 8.0 && rect.height() < 40.0,
            "at {at}: {}",
            rect.height()
        );
    }
    stage.pane().select(span(0, 3));
    assert!(caret.hidden());
    stage.pane().set_caret(ByteOffset(0));
    stage.host.blur().unwrap();
    assert!(caret.hidden());
}

#[wasm_bindgen_test]
fn copying_gives_the_articles_characters() {
    let stage = Stage::new(NASTY);
    let wanted = span(NASTY.find("family").unwrap(), NASTY.find("12").unwrap());
    stage.pane().select(wanted);
    let init = ClipboardEventInit::new();
    let data = DataTransfer::new().unwrap();
    init.set_clipboard_data(Some(&data));
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = ClipboardEvent::new_with_event_init_dict("copy", &init).unwrap();
    stage
        .text_node(0)
        .parent_element()
        .unwrap()
        .dispatch_event(&event)
        .unwrap();
    assert!(event.default_prevented());
    let copied = event.clipboard_data().unwrap().get_data("text/plain").unwrap();
    assert_eq!(copied, wanted.slice(NASTY).unwrap());
}

#[wasm_bindgen_test]
fn the_browsers_dictionaries_find_words() {
    let words = |text: &str| -> Vec<String> {
        let found = BrowserSegmenter.words(text);
        found.into_iter().map(|word| text[word].to_owned()).collect()
    };
    assert_eq!(words("สวัสดีครับ"), ["สวัสดี", "ครับ"]);
    assert_eq!(words("👩‍👩‍👧 Arévalo’s 5.2, x"), ["Arévalo’s", "5.2", "x"]);
    assert_eq!(words(""), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn the_browser_finds_the_visible_characters_of_the_standard() {
    for text in [NASTY, "👩‍👩‍👧x🇬🇹🇩🇪 e\u{301}\u{302}\r\nक्षि각", ""] {
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let expected = UnicodeSegmenter.grapheme_at(text, at);
            assert_eq!(BrowserSegmenter.grapheme_at(text, at), expected, "{text:?} at {at}");
        }
    }
}

#[wasm_bindgen_test]
fn positions_hold_across_chunks() {
    let text: String = (0..1_000).map(|n| format!("Line {n}.\n")).collect();
    let stage = Stage::new(&text);
    let n_chunks = stage.root().child_element_count();
    assert!((10..30).contains(&n_chunks), "{n_chunks}");
    for (n, line) in stage.lines().iter().enumerate() {
        let at = ByteOffset::from_index(text.find(&format!("Line {n}.")).unwrap());
        assert_eq!(stage.pane().offset_of(line, 0), Some(at));
        assert_eq!(stage.pane().offset_of(&line.first_child().unwrap(), 0), Some(at));
        assert_eq!(stage.pane().place_of(at), Some((line.first_child().unwrap(), 0)));
    }
    for chunk in 0..n_chunks {
        let element = stage.root().children().item(chunk).unwrap();
        assert_eq!(
            stage.pane().offset_of(&stage.root(), chunk),
            stage.pane().offset_of(&element, 0)
        );
    }
    assert_eq!(stage.host.text_content().unwrap(), text);
}
