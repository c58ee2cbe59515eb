//! The article's text in the page: shown, marked, selected and pointed at.
//!
//! Yew renders one empty element, the host; the pane owns what is inside. It knows neither Yew nor the editor: plain
//! data goes in, [`PaneEvent`]s come out. Every cost follows what is visible.

mod blocks;
mod boxes;
mod caret;
mod chunks;
mod clipboard;
mod event;
mod frame;
mod geometry;
mod handles;
mod keys;
mod listeners;
mod measure;
mod over_text;
mod overlay;
mod painter;
mod pointer;
mod position;
mod print;
mod selection;
mod style;
mod surface;
mod tags;
mod viewport;

pub use event::{End, PaneEvent, Series, Snapping, Via};
pub use geometry::{Point, Rect};
pub use over_text::{Drawer, Ground};
pub use painter::{PaintCount, Source, Technique};
pub use style::Layer;

use crate::core::article_text::ArticleText;
use crate::core::label::Label;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use blocks::Blocks;
use caret::Caret;
use frame::Frame;
use handles::Handles;
use listeners::Listeners;
use over_text::OverText;
use overlay::{Overlay, div};
use painter::Painter;
use pointer::Pointer;
use selection::{Reading, SelectionState};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use tags::Tags;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Node, Window};

/// A mounted pane. When dropped it takes its elements, listeners, highlights and styles out of the page.
#[must_use]
#[derive(Debug)]
pub struct ArticlePane {
    pane: Rc<Pane>,
    _listeners: Listeners,
}

/// What the parts of the pane share. Each part is a file with its own state and an `impl Pane` for what it does.
struct Pane {
    window: Window,
    document: Document,
    host: HtmlElement,
    /// Holds the blocks.
    root: HtmlElement,
    tell: Rc<dyn Fn(PaneEvent)>,
    is_mac: bool,
    blocks: RefCell<Option<Rc<Blocks>>>,
    painter: Painter,
    overlay: Overlay,
    caret: Caret,
    handles: Handles,
    tags: Tags,
    over_text: OverText,
    selection: SelectionState,
    pointer: Pointer,
    frame: Frame,
    /// While the pane takes the keyboard by itself.
    is_focusing: Cell<bool>,
    /// What was jumped to, until the frame has laid it out.
    aim: Cell<Option<ByteOffset>>,
    /// What scrolls the text, once it has been looked for; another width of the window may have another one.
    scroller: RefCell<Option<Element>>,
}

impl ArticlePane {
    /// Into `host`, which must be empty, in the document and focusable, and stay so.
    pub fn mount(host: HtmlElement, on_event: Rc<dyn Fn(PaneEvent)>) -> Result<Self, JsValue> {
        Self::mount_with(host, on_event, Technique::of_browser())
    }

    /// As [`mount`](Self::mount), painting by this technique where the browser has it.
    pub fn mount_with(
        host: HtmlElement,
        on_event: Rc<dyn Fn(PaneEvent)>,
        technique: Technique,
    ) -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("there is no window")?;
        let document = window.document().ok_or("there is no document")?;
        let root = div(&document, "article-text")?;
        host.append_child(&root)?;
        host.class_list().add_1("article-host")?;
        let painter = Painter::new(technique, &window, &document, &host, &root)?;
        let overlay = Overlay::new(&document, &host)?;
        let pane = Rc::new(Pane {
            is_mac: window
                .navigator()
                .platform()
                .is_ok_and(|platform| platform.starts_with("Mac")),
            caret: Caret::new(&overlay)?,
            handles: Handles::new(&overlay)?,
            tags: Tags::new(&overlay)?,
            over_text: OverText::new(&overlay)?,
            tell: on_event,
            blocks: RefCell::default(),
            selection: SelectionState::default(),
            pointer: Pointer::default(),
            frame: Frame::default(),
            is_focusing: Cell::default(),
            aim: Cell::default(),
            scroller: RefCell::default(),
            window,
            document,
            host,
            root,
            painter,
            overlay,
        });
        let listeners = Listeners::attach(&pane)?;
        Ok(Self {
            pane,
            _listeners: listeners,
        })
    }

    /// Shows a text from its start, in place of the one before. Marks, selection and handles of that one are gone.
    pub fn show(&self, text: Rc<ArticleText>) -> Result<(), JsValue> {
        let pane = &self.pane;
        pane.set_handle_span(None);
        pane.painter.forget();
        pane.forget_selection();
        pane.forget_pointer();
        let blocks = Blocks::mount(&pane.document, pane.root.clone(), text)?;
        *pane.blocks.borrow_mut() = Some(Rc::new(blocks));
        pane.scroll_to_top();
        pane.repaint();
        pane.fill_on();
        pane.draw_caret();
        pane.draw_tags();
        Ok(())
    }

    /// The labels that runs may name, in the schema's order.
    pub fn set_labels(&self, labels: &[Rc<Label>]) {
        self.pane.painter.set_labels(labels);
        self.repaint();
    }

    /// Where the pane asks what to paint; asked at once, whenever other text comes into view, and by
    /// [`repaint`](Self::repaint).
    pub fn set_source(&self, source: Source) {
        self.pane.painter.set_source(source);
        self.repaint();
    }

    /// Paints the visible window anew, before this returns: for when mentions have changed.
    pub fn repaint(&self) {
        self.pane.repaint();
        self.pane.draw_tags();
    }

    /// Has this draw over the text, in place of what did so before; `None` leaves nothing there.
    pub fn set_drawer(&self, drawer: Option<Drawer>) {
        self.pane.set_drawer(drawer);
    }

    /// Shows these spans in a layer, in place of those shown there before. Sorted and disjoint.
    pub fn set_layer(&self, layer: Layer, spans: Vec<Span>) {
        self.pane.painter.set_layer(layer, spans, self.pane.blocks().as_deref());
    }

    /// The selection that waits for a label, as it would be marked.
    pub fn set_pending(&self, span: Option<Span>) {
        self.set_layer(Layer::Pending, span.into_iter().collect());
    }

    /// Grips at the ends of this span, or none.
    pub fn set_handles(&self, span: Option<Span>) {
        self.pane.set_handle_span(span);
    }

    /// Whether labels' names are shown in the text.
    pub fn set_tags(&self, on: bool) {
        self.pane.show_tags(on);
    }

    /// Selects, without telling of it and without taking the keyboard.
    pub fn select(&self, span: Span) {
        self.pane.place_selection(Reading {
            anchor: span.start(),
            focus: span.end(),
        });
    }

    /// Leaves a caret in place of the selection, without telling of it.
    pub fn clear_selection(&self, caret: ByteOffset) {
        self.pane.place_selection(Reading::caret(caret));
    }

    /// Puts the caret there and brings it into view, without telling of it.
    pub fn set_caret(&self, at: ByteOffset) {
        self.clear_selection(at);
        if let Some(rect) = self.pane.blocks().and_then(|blocks| blocks.caret_rect(at)) {
            self.pane.keep_in_view(&rect);
            self.pane.draw_caret();
        }
    }

    /// Where the caret or the selection's moving end is; stays known while the keyboard is elsewhere.
    pub fn caret(&self) -> Option<ByteOffset> {
        self.pane.selection.last().map(|reading| reading.focus)
    }

    /// What is selected in the text; stays known while the browser's selection is elsewhere.
    pub fn selection(&self) -> Option<Span> {
        self.pane.selection.last().and_then(Reading::span)
    }

    /// Takes the keyboard, without scrolling and without telling of the caret.
    pub fn focus(&self) {
        self.pane.focus();
    }

    /// Around the lines of the span that are in view; `None` where none is.
    pub fn rect_of(&self, span: Span) -> Option<Rect> {
        let blocks = self.pane.blocks()?;
        let seen = self.pane.seen_window(&blocks)?;
        let seen = Span::new(span.start().max(seen.start()), span.end().min(seen.end()))?;
        blocks.rects(seen).into_iter().reduce(|all, rect| all.hull(&rect))
    }

    /// Brings the span into view, its start a third down, unless all of it is in view. Smoothly where it is near and the
    /// person has not asked for less motion.
    pub fn scroll_to(&self, span: Span) {
        self.pane.scroll_to_span(span);
    }

    /// Has this line (0-based) begin so far below the top of the view, in pixels; does nothing where there is none.
    pub fn scroll_to_line(&self, line: usize, below: f64) {
        self.pane.scroll_to_line(line, below);
    }

    /// How far the line at this place begins below the top of what scrolls the text, in pixels; also where it is out of
    /// view. `None` for a text that is not shown.
    pub fn height_of(&self, at: ByteOffset) -> Option<f64> {
        self.pane.height_of(at)
    }

    /// Has the line at this place begin so far below the top of what scrolls the text, at once, as far as the text can
    /// be scrolled.
    pub fn scroll_to_height(&self, at: ByteOffset, below: f64) {
        self.pane.scroll_to_height(at, below);
    }

    /// The text that is in view, in whole lines of the text unless these are very long.
    pub fn viewport(&self) -> Option<Span> {
        self.pane.seen_window(&*self.pane.blocks()?)
    }

    /// The start of the character (grapheme cluster) whose letters lie under the point.
    pub fn character_at(&self, point: Point) -> Option<ByteOffset> {
        self.pane.character_at(&*self.pane.blocks()?, point)
    }

    /// The place in the text of a place in the page; `None` outside the text.
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<ByteOffset> {
        self.pane.blocks()?.offset_at(node, offset).ok()
    }

    /// The text node and the offset in it of a place in the text.
    pub fn place_of(&self, at: ByteOffset) -> Option<(Node, u32)> {
        let (node, offset) = self.pane.blocks()?.place(at);
        Some((node.unchecked_into(), offset))
    }

    /// What painting has cost.
    pub fn paint_count(&self) -> PaintCount {
        self.pane.painter.count()
    }
}

impl Pane {
    fn blocks(&self) -> Option<Rc<Blocks>> {
        self.blocks.borrow().clone()
    }

    /// Nothing may be borrowed here: the listener may call any method of the pane.
    fn tell(&self, event: PaneEvent) {
        (self.tell)(event);
    }

    fn focus(&self) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        self.is_focusing.set(true);
        // Refused only where the host has left the page.
        let _ = self.host.focus_with_options(&options);
        self.is_focusing.set(false);
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        self.root.remove();
        let _ = self.host.class_list().remove_3("article-host", "with-tags", "resizing");
    }
}

impl fmt::Debug for Pane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pane")
            .field("painter", &self.painter)
            .finish_non_exhaustive()
    }
}
