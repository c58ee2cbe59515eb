//! A text that is searched again and again.

use super::fold::Folding;
use super::folded::Folded;
use std::cell::RefCell;
use std::rc::Rc;

/// The text, and how it was last folded: that costs more than to search it, and most of what is typed is looked for in
/// the same way as the letter before.
#[derive(Debug)]
pub struct SearchedText {
    text: String,
    folded: RefCell<Option<(Folding, Rc<Folded>)>>,
}

impl SearchedText {
    /// Nothing is read yet.
    pub fn new(text: String) -> Self {
        Self {
            text,
            folded: RefCell::default(),
        }
    }

    /// As it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn folded(&self, folding: Folding) -> Rc<Folded> {
        if let Some((known, folded)) = &*self.folded.borrow()
            && *known == folding
        {
            return folded.clone();
        }
        let folded = Rc::new(Folded::new(&self.text, folding));
        *self.folded.borrow_mut() = Some((folding, folded.clone()));
        folded
    }
}
