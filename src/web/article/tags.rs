//! Labels' names in the text, above the start of each mention that is in the window.

use super::Pane;
use super::blocks::Blocks;
use super::event::End;
use super::geometry::Rect;
use super::overlay::{Overlay, div, place, set_style};
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The room between two tags on a line, in pixels.
const GAP: f64 = 3.0;

/// The name tags that are shown.
#[derive(Debug)]
pub(super) struct Tags {
    layer: HtmlElement,
    is_on: Cell<bool>,
    shown: RefCell<Vec<HtmlElement>>,
}

impl Tags {
    pub fn new(overlay: &Overlay) -> Result<Self, JsValue> {
        let layer = overlay.add("article-tags")?;
        layer.set_hidden(false);
        Ok(Self {
            layer,
            is_on: Cell::new(false),
            shown: RefCell::default(),
        })
    }
}

impl Pane {
    pub(super) fn show_tags(&self, on: bool) {
        self.tags.is_on.set(on);
        let _ = self.host.class_list().toggle_with_force("with-tags", on);
        self.draw_tags();
    }

    /// Writes all tags, reads all places and widths, then moves all tags: the browser lays out twice, however many
    /// there are.
    pub(super) fn draw_tags(&self) {
        for old in self.tags.shown.borrow_mut().drain(..) {
            old.remove();
        }
        let Some(blocks) = self.blocks().filter(|_| self.tags.is_on.get()) else {
            return;
        };
        let Some(window) = self.seen_window(&blocks) else {
            return;
        };
        let runs = self.painter.runs(window);
        let begun = runs.iter().filter(|run| window.contains(run.span.start()));
        let tags: Vec<(HtmlElement, Start)> = begun
            .filter_map(|run| {
                let label = self.painter.label(run.label)?;
                let start = blocks.start_of(run.span)?;
                let tag = div(&self.document, "article-tag").ok()?;
                // Shown by the style sheet, so that the names are no part of the article's text.
                tag.set_attribute("data-name", &label.name).ok()?;
                set_style(&tag, "--label", &label.color.to_string());
                Some((tag, start))
            })
            .collect();
        for (tag, _) in &tags {
            // The layer is the pane's own and takes any element.
            let _ = self.tags.layer.append_child(tag);
        }
        let origin = self.overlay.origin();
        let sizes: Vec<Rect> = tags
            .iter()
            .map(|(tag, _)| tag.get_bounding_client_rect().into())
            .collect();
        let mut taken: Vec<Rect> = Vec::new();
        for ((tag, start), size) in tags.iter().zip(&sizes) {
            let spot = free_spot(start, size, &taken);
            place(tag, &spot, &origin);
            taken.push(spot);
        }
        *self.tags.shown.borrow_mut() = tags.into_iter().map(|(tag, _)| tag).collect();
    }
}

/// Where a mention starts, and to which side it goes on from there.
#[derive(Clone, Copy, Debug)]
struct Start {
    caret: Rect,
    goes_left: bool,
}

impl Blocks {
    fn start_of(&self, span: Span) -> Option<Start> {
        let caret = self.edge_rect(span, End::Start)?;
        let first = self.text.as_str().ceil_char_boundary(span.start().index() + 1);
        let first = Span::new(span.start(), ByteOffset::from_index(first))?;
        let goes_left = self
            .rects(first)
            .first()
            .is_some_and(|rect| rect.middle_x() < caret.left);
        Some(Start { caret, goes_left })
    }
}

/// Above the start, moved on to where no tag of the line is yet.
fn free_spot(start: &Start, size: &Rect, taken: &[Rect]) -> Rect {
    let (width, bottom) = (size.width(), start.caret.top);
    let at = |left: f64| Rect {
        left,
        top: bottom - size.height(),
        right: left + width,
        bottom,
    };
    let mut spot = at(if start.goes_left {
        start.caret.left - width
    } else {
        start.caret.left
    });
    while let Some(other) = taken.iter().find(|other| overlap(other, &spot)) {
        spot = at(if start.goes_left {
            other.left - GAP - width
        } else {
            other.right + GAP
        });
    }
    spot
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    let across = a.left < b.right && b.left < a.right;
    across && a.top < b.bottom - 1.0 && b.top < a.bottom - 1.0
}
