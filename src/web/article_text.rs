//! The article's text on the page.
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use crate::editor::store::Store;
#[derive(Debug)]
pub struct P;
impl P {
    pub fn reveal(&self, _: Span) {}
    pub fn drop_selection(&self, _: Span) {}
}
pub fn with_pane(f: impl FnOnce(&P)) {
    f(&P)
}
pub fn caret_if_focused() -> Option<ByteOffset> {
    None
}
pub fn follow(_: &Store) {}
