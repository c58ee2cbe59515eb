//! Something else that is drawn over the text, by whoever knows what: told where the text lies, again in each frame in
//! which that has changed.

use super::Pane;
use super::blocks::Blocks;
use super::geometry::Rect;
use super::overlay::Overlay;
use crate::core::span::Span;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// Draws into [`Ground::layer`], in place of what it drew before.
pub type Drawer = Rc<dyn Fn(&Ground<'_>)>;

/// Where things lie while a [`Drawer`] draws, in client coordinates.
pub struct Ground<'a> {
    blocks: &'a Blocks,
    /// The element to draw into; emptied before.
    pub layer: &'a HtmlElement,
    /// The page.
    pub document: &'a Document,
    /// The layer's top left corner, from which its elements are placed.
    pub origin: Rect,
    /// The part of the window in which the text is seen, and nothing lies over it.
    pub port: Rect,
    /// The text that is seen, in whole lines of it.
    seen: Span,
}

impl Ground<'_> {
    /// One rectangle for each line of the span that is seen, at least by half.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        let cut = Span::new(span.start().max(self.seen.start()), span.end().min(self.seen.end()));
        let mut rects = cut.map(|span| self.blocks.rects(span)).unwrap_or_default();
        rects.retain(|rect| self.port.top < rect.middle() && rect.middle() < self.port.bottom);
        rects
    }
}

/// The layer, and who draws into it.
pub(super) struct OverText {
    layer: HtmlElement,
    drawer: RefCell<Option<Drawer>>,
}

impl OverText {
    pub fn new(overlay: &Overlay) -> Result<Self, JsValue> {
        Ok(Self {
            layer: overlay.add("article-over-text")?,
            drawer: RefCell::default(),
        })
    }
}

impl Pane {
    pub(super) fn set_drawer(&self, drawer: Option<Drawer>) {
        let had_one = self.over_text.drawer.replace(drawer).is_some();
        if had_one || self.over_text.drawer.borrow().is_some() {
            self.draw_over_text();
        }
    }

    pub(super) fn draw_over_text(&self) {
        let layer = &self.over_text.layer;
        let drawer = self.over_text.drawer.borrow().clone();
        if drawer.is_none() && layer.hidden() {
            return;
        }
        layer.set_hidden(drawer.is_none());
        layer.set_text_content(None);
        let blocks = self.blocks();
        let seen = blocks.as_ref().and_then(|blocks| self.seen_window(blocks));
        if let (Some(drawer), Some(blocks), Some(seen)) = (drawer, blocks, seen) {
            drawer(&Ground {
                blocks: &blocks,
                layer,
                document: &self.document,
                origin: self.overlay.origin(),
                port: self.clear_port(),
                seen,
            });
        }
    }
}

impl fmt::Debug for OverText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OverText")
    }
}

impl fmt::Debug for Ground<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ground")
            .field("seen", &self.seen)
            .finish_non_exhaustive()
    }
}
