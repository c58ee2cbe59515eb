//! Printing: the whole text with all of its marks, not only what is in view.

use super::Pane;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;

impl Pane {
    /// Has everything in the page, laid out and painted, for the one time that it is all seen.
    pub(super) fn on_before_print(&self) {
        let Some(blocks) = self.blocks() else { return };
        while blocks.fill_more() {}
        let _ = self.root.class_list().add_1("is-printed");
        if let Some(whole) = Span::new(ByteOffset::default(), blocks.text.end()) {
            self.painter.paint(&blocks, whole);
        }
    }

    /// Back to what is in view.
    pub(super) fn on_after_print(&self) {
        let _ = self.root.class_list().remove_1("is-printed");
        self.repaint();
    }
}
