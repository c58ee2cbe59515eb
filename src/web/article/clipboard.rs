//! Copying gives the article's characters as they are, where the browser would double the line breaks between blocks.

use super::Pane;
use super::selection::Reading;
use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;

impl Pane {
    /// A selection that reaches beyond the text is left to the browser.
    pub(super) fn on_copy(&self, event: &ClipboardEvent) {
        let (Some(blocks), Some(data)) = (self.blocks(), event.clipboard_data()) else {
            return;
        };
        let Some(selection) = self.native_selection() else {
            return;
        };
        let is_inside =
            |node: Option<web_sys::Node>| node.is_some_and(|node| self.host.contains(Some(node.unchecked_ref())));
        if !is_inside(selection.anchor_node()) || !is_inside(selection.focus_node()) {
            return;
        }
        let span = self.read_selection(&blocks).and_then(Reading::span);
        if let Some(text) = span.and_then(|span| span.slice(blocks.text.as_str()))
            && data.set_data("text/plain", text).is_ok()
        {
            event.prevent_default();
        }
    }
}
