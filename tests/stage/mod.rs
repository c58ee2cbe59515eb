//! A mounted article pane, and hands to work it with; shared by the tests of the pane.
// Each test program uses a part of it.
#![allow(dead_code)]

use attest::core::article_text::ArticleText;
use attest::core::default_schema::{CLAIM, default_schema};
use attest::core::id::MentionId;
use attest::core::offset::ByteOffset;
use attest::core::paint::Run;
use attest::core::span::Span;
use attest::web::article::{ArticlePane, PaneEvent, Point, Technique};
use js_sys::futures::JsFuture;
use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, Element, HtmlElement, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, Node,
    PointerEvent, PointerEventInit, Selection,
};

pub const NASTY: &str = "e\u{301}👩‍👩‍👧 family\r\nlone\rCR\u{a0}NBSP\u{2028}separator\n\nعربي نص 12 שלום\nไทยภาษา 中文 end";

/// A mounted pane of 600 × 300 pixels, and what it told.
pub struct Stage {
    pub pane: Option<ArticlePane>,
    pub host: HtmlElement,
    pub told: Rc<RefCell<Vec<PaneEvent>>>,
}

impl Stage {
    pub fn new(text: &str) -> Self {
        Self::with(text, Technique::of_browser())
    }

    pub fn with(text: &str, technique: Technique) -> Self {
        adopt_style();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        host.set_attribute("tabindex", "0").unwrap();
        for (property, value) in [
            ("width", "600px"),
            ("height", "300px"),
            ("overflow-y", "auto"),
            ("font", "16px serif"),
            ("position", "fixed"),
            ("inset", "0 auto auto 0"),
            ("background", "white"),
        ] {
            host.style().set_property(property, value).unwrap();
        }
        document().body().unwrap().append_child(&host).unwrap();
        let told: Rc<RefCell<Vec<PaneEvent>>> = Rc::default();
        let listener = Rc::clone(&told);
        let on_event = Rc::new(move |event| listener.borrow_mut().push(event));
        let pane = ArticlePane::mount_with(host.clone(), on_event, technique).unwrap();
        pane.set_labels(&default_schema().labels);
        pane.show(Rc::new(ArticleText::new(text.to_owned()))).unwrap();
        Self {
            pane: Some(pane),
            host,
            told,
        }
    }

    pub fn pane(&self) -> &ArticlePane {
        self.pane.as_ref().unwrap()
    }

    /// What was told since the last time, but for mere scrolling.
    pub fn told(&self) -> Vec<PaneEvent> {
        let mut told = self.told.take();
        told.retain(|event| *event != PaneEvent::Scrolled);
        told
    }

    /// The element that holds the text and nothing else.
    pub fn root(&self) -> Element {
        self.host.query_selector(".article-text").unwrap().unwrap()
    }

    /// The elements of the text's lines.
    pub fn lines(&self) -> Vec<HtmlElement> {
        let list = self.host.query_selector_all(".article-block").unwrap();
        (0..list.length())
            .map(|i| list.get(i).unwrap().unchecked_into())
            .collect()
    }

    pub fn text_node(&self, block: usize) -> Node {
        self.lines()[block].first_child().unwrap()
    }

    /// As by a hand on the keyboard; answers whether the pane took the key.
    pub fn press(&self, key: &str, modifiers: &str) -> bool {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_shift_key(modifiers.contains("shift"));
        init.set_ctrl_key(modifiers.contains("ctrl"));
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        !self.host.dispatch_event(&event).unwrap()
    }

    pub fn release_shift(&self) {
        let init = KeyboardEventInit::new();
        init.set_key("Shift");
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keyup", &init).unwrap();
        self.host.dispatch_event(&event).unwrap();
    }

    pub fn caret(&self) -> u32 {
        self.pane().caret().unwrap().0
    }

    /// The middle of the character that starts at `at`.
    pub fn middle(&self, text: &str, at: usize) -> Point {
        let len = text[at..].chars().next().unwrap().len_utf8();
        let rect = self.pane().rect_of(span(at, at + len)).unwrap();
        Point {
            x: f64::midpoint(rect.left, rect.right),
            y: rect.middle(),
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.pane.take();
        self.host.remove();
        selection().remove_all_ranges().unwrap();
    }
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub fn selection() -> Selection {
    document().get_selection().unwrap().unwrap()
}

/// The pane's style sheet as it is shipped, once for the page.
pub fn adopt_style() {
    thread_local! {
        static ADOPTED: CssStyleSheet = {
            let sheet = CssStyleSheet::new().unwrap();
            sheet.replace_sync(include_str!("../../static/css/pane.css")).unwrap();
            document().adopted_style_sheets().push(&sheet);
            sheet
        };
    }
    ADOPTED.with(|_| ());
}

pub fn span(start: usize, end: usize) -> Span {
    Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end)).unwrap()
}

pub fn run(n: usize, start: usize, end: usize) -> Run {
    Run {
        span: span(start, end),
        mention: MentionId::from_u128(n as u128),
        label: CLAIM,
        level: 0,
    }
}

/// Two frames on: what was asked of the first one has been done, and events that were due have been told.
pub async fn settle() {
    for _ in 0..2 {
        let promise = Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }
}

pub fn registered_highlights() -> f64 {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).unwrap();
    let registry = Reflect::get(&css, &"highlights".into()).unwrap();
    Reflect::get(&registry, &"size".into()).unwrap().as_f64().unwrap()
}

pub fn pointer(name: &str, at: Point, alt: bool) -> PointerEvent {
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_client_x(at.x as i32);
    init.set_client_y(at.y as i32);
    init.set_alt_key(alt);
    init.set_pointer_id(7);
    init.set_pointer_type("mouse");
    PointerEvent::new_with_event_init_dict(name, &init).unwrap()
}

pub fn click(at: Point) -> MouseEvent {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_client_x(at.x as i32);
    init.set_client_y(at.y as i32);
    MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap()
}

/// 4,000 lines; mentions in the first three lines and 5,000 from line 2,000 on.
pub fn long_text() -> (String, Vec<Run>) {
    let text = "A line of some thirty letters.\n".repeat(4000);
    let near = (0..3).map(|n| run(n, n * 31 + 2, n * 31 + 6));
    let far = (0..5000).map(|n| run(n + 3, (2000 + n % 1900) * 31 + n / 1900, (2000 + n % 1900) * 31 + 6));
    (text, near.chain(far).collect())
}

pub fn source(runs: &Rc<RefCell<Vec<Run>>>) -> Rc<dyn Fn(Span) -> Vec<Run>> {
    let runs = Rc::clone(runs);
    Rc::new(move |window| {
        runs.borrow()
            .iter()
            .filter(|run| run.span.overlaps(window))
            .copied()
            .collect()
    })
}
