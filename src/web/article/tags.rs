//! Labels' names in the text, above the start of each mention that is in the window.

use super::Pane;
use super::geometry::Rect;
use super::overlay::{Overlay, div, place, set_style};
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
        let mut tags: Vec<(HtmlElement, Rect)> = begun
            .filter_map(|run| {
                let label = self.painter.label(run.label)?;
                let rect = blocks.caret_rect(run.span.start())?;
                let tag = div(&self.document, "article-tag").ok()?;
                // Shown by the style sheet, so that the names are no part of the article's text.
                tag.set_attribute("data-name", &label.name).ok()?;
                set_style(&tag, "--label", &label.color.to_string());
                Some((tag, rect))
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
        let mut free: Option<Rect> = None;
        for ((tag, rect), size) in tags.iter_mut().zip(&sizes) {
            let left = match free {
                Some(last) if (last.top - rect.top).abs() < 1.0 => rect.left.max(last.right + GAP),
                _ => rect.left,
            };
            let spot = Rect {
                left,
                top: rect.top,
                right: left + size.width(),
                bottom: rect.bottom,
            };
            place(
                tag,
                &Rect {
                    top: rect.top - size.height(),
                    ..spot
                },
                &origin,
            );
            free = Some(spot);
        }
        *self.tags.shown.borrow_mut() = tags.into_iter().map(|(tag, _)| tag).collect();
    }
}
