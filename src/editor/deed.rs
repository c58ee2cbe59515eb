//! An action that brings along what does it.
//!
//! `Editor::update` names what does most actions, so that all of it is in the part of the program that a page loads first.
//! What does a deed is known only to whoever made it: where views of the late part alone make deeds of a kind, what does
//! them is late as well. See docs/adr/0012.

use super::action::SchemaAction;
use super::dossier::{self, DossierAction};
use super::machine::{Context, Editor};
use super::schema_edit;
use std::fmt;
use std::rc::Rc;

/// One of them. Shown as the action that it is.
#[derive(Clone)]
pub struct Deed(Rc<dyn Doing>);

trait Doing: fmt::Debug {
    fn carry_out(&self, editor: &mut Editor, cx: &mut Context<'_>);
}

impl Doing for DossierAction {
    fn carry_out(&self, editor: &mut Editor, cx: &mut Context<'_>) {
        dossier::handle(editor, self.clone(), cx);
    }
}

impl Doing for SchemaAction {
    fn carry_out(&self, editor: &mut Editor, cx: &mut Context<'_>) {
        schema_edit::handle(editor, self.clone(), cx);
    }
}

impl Deed {
    pub(super) fn carry_out(&self, editor: &mut Editor, cx: &mut Context<'_>) {
        self.0.carry_out(editor, cx);
    }
}

impl From<DossierAction> for Deed {
    fn from(action: DossierAction) -> Self {
        Self(Rc::new(action))
    }
}

impl From<SchemaAction> for Deed {
    fn from(action: SchemaAction) -> Self {
        Self(Rc::new(action))
    }
}

impl fmt::Debug for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
