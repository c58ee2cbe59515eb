//! A layer over the text for what is not text: caret, handles, name tags. It scrolls with the text, and assistive
//! technology, selections and the browser's search pass it by.

use super::geometry::Rect;
use crate::web::css_length::px;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// An element of the pane that lies over the text; removed from the page when dropped.
#[derive(Debug)]
pub(super) struct Overlay {
    document: Document,
    pub element: HtmlElement,
}

impl Overlay {
    pub fn new(document: &Document, host: &HtmlElement) -> Result<Self, JsValue> {
        let element = div(document, "article-overlay")?;
        element.set_attribute("aria-hidden", "true")?;
        host.append_child(&element)?;
        Ok(Self {
            document: document.clone(),
            element,
        })
    }

    /// A new element in it, hidden at first.
    pub fn add(&self, class: &str) -> Result<HtmlElement, JsValue> {
        let element = div(&self.document, class)?;
        element.set_hidden(true);
        self.element.append_child(&element)?;
        Ok(element)
    }

    /// Where its own top left corner lies: children are placed relative to it.
    pub fn origin(&self) -> Rect {
        self.element.get_bounding_client_rect().into()
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Puts an element of the overlay at `rect`'s top left corner.
pub(super) fn place(element: &HtmlElement, rect: &Rect, origin: &Rect) {
    let (x, y) = (rect.left - origin.left, rect.top - origin.top);
    set_style(element, "transform", &format!("translate({}, {})", px(x), px(y)));
}

/// Through CSSOM, which the page's Content-Security-Policy allows, unlike a `style` attribute.
pub(super) fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Fails only for a property that browsers do not know, which leaves the element as the style sheet has it.
    let _ = element.style().set_property(property, value);
}

pub(super) fn div(document: &Document, class: &str) -> Result<HtmlElement, JsValue> {
    let element = document.create_element("div")?;
    element.set_class_name(class);
    Ok(element.unchecked_into())
}
