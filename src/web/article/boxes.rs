//! Painting by boxes behind the text, where the browser has no CSS highlights. The text's nodes stay as they are.

use super::blocks::Blocks;
use super::geometry::Rect;
use super::overlay::{Overlay, div, place, set_style};
use super::style::{Style, line_metrics, tint};
use super::surface::Surface;
use crate::core::label::{Label, LineStyle};
use crate::core::label_look::{LabelLook, LinePlace};
use crate::core::span::Span;
use crate::web::css_length::{fine_em, px};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// A layer of boxes, one per line of each span.
#[derive(Debug)]
pub(super) struct Boxes {
    document: Document,
    layer: Overlay,
    labels: Rc<RefCell<Vec<Rc<Label>>>>,
    /// By the style's index.
    shown: Vec<Vec<HtmlElement>>,
}

impl Boxes {
    /// In `host`, behind what is there.
    pub fn new(document: &Document, host: &HtmlElement, labels: Rc<RefCell<Vec<Rc<Label>>>>) -> Result<Self, JsValue> {
        let layer = Overlay::new(document, host)?;
        layer.element.set_class_name("article-underlay");
        Ok(Self {
            document: document.clone(),
            layer,
            labels,
            shown: Vec::new(),
        })
    }

    fn add(&self, style: Style, rect: &Rect, origin: &Rect) -> Result<HtmlElement, JsValue> {
        let element = match style {
            Style::Layer(layer) => div(&self.document, &format!("article-box {}", layer.name()))?,
            Style::Mark { label, level } => self.mark(label, level)?,
        };
        set_style(&element, "width", &px(rect.width()));
        set_style(&element, "height", &px(rect.height()));
        set_style(&element, "z-index", &style.priority().to_string());
        place(&element, rect, origin);
        self.layer.element.append_child(&element)?;
        Ok(element)
    }

    fn mark(&self, label: usize, level: u8) -> Result<HtmlElement, JsValue> {
        let element = div(&self.document, "article-box")?;
        let labels = self.labels.borrow();
        if let (Some(look), Some(label)) = (LabelLook::at(&labels, label), labels.get(label)) {
            let (offset, thickness) = line_metrics(look, level);
            // A box has no wavy border; the ridge is the line style that is nearest to it.
            let (line, width) = match look.line {
                LineStyle::Wavy => ("ridge", 1.6 * thickness),
                // The thickness is that of one line; a border's width is that of both and what is between.
                LineStyle::Double => ("double", 3.0 * thickness),
                LineStyle::Solid | LineStyle::Dashed | LineStyle::Dotted => (look.line.name(), 1.6 * thickness),
            };
            let border = format!("{} {line} {}", fine_em(width), label.color);
            set_style(&element, "background-color", &tint(label.color, level));
            set_style(&element, "border-bottom", &border);
            if look.place == LinePlace::UnderAndOver {
                set_style(&element, "border-top", &border);
            }
            set_style(&element, "padding-bottom", &fine_em(offset - 0.14));
        }
        Ok(element)
    }
}

impl Surface for Boxes {
    fn fill(&mut self, blocks: &Blocks, style: Style, spans: &[Span]) -> u32 {
        let index = style.index();
        if self.shown.len() <= index {
            self.shown.resize_with(index + 1, Vec::new);
        }
        for old in self.shown[index].drain(..) {
            old.remove();
        }
        if spans.is_empty() {
            return 0;
        }
        let origin = self.layer.origin();
        let rects: Vec<Rect> = spans.iter().flat_map(|span| blocks.rects(*span)).collect();
        self.shown[index] = rects
            .iter()
            .filter_map(|rect| self.add(style, rect, &origin).ok())
            .collect();
        self.shown[index].len() as u32
    }

    fn is_moved_by_layout(&self) -> bool {
        true
    }

    fn clear(&mut self) {
        for old in self.shown.drain(..).flatten() {
            old.remove();
        }
    }
}
