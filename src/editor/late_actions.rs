//! Actions that nothing on a first visit asks for, so that what handles them can come with the late part of the program.
//!
//! Views of the late part could bring along what does them, as a [`Deed`](super::deed::Deed) does; but these begin with a
//! command or a menu of the main part, and go on when something else changes. So the editor does not name those functions:
//! the host hands them in once that part is there, and is asked for them by [`Effect::AwaitLate`] where an action needs
//! them earlier.

use super::beside::{self, BesideAction};
use super::change_set::Topics;
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::passages::{self, PassagesAction};

/// An action of these.
#[derive(Clone, PartialEq, Debug)]
pub enum LateAction {
    /// Finding passages with the same content.
    Passages(PassagesAction),
    /// Two articles side by side.
    Beside(BesideAction),
}

/// What handles them. Called by their addresses only.
#[derive(Clone, Copy, Debug)]
pub struct LateHandlers {
    handle: fn(&mut Editor, LateAction, &mut Context<'_>),
    follow: fn(&mut Editor, &mut Context<'_>),
}

impl LateHandlers {
    /// For the host; nothing else may name them, or they would be needed from the start.
    pub fn all() -> Self {
        Self { handle, follow }
    }
}

/// Has the action handled, now or once that can be.
pub(super) fn take(editor: &mut Editor, action: LateAction, cx: &mut Context<'_>) {
    match editor.late {
        Some(handlers) => (handlers.handle)(editor, action, cx),
        None => cx.effects.push(Effect::AwaitLate(action)),
    }
}

/// What was shown or asked for may have changed. Without the handlers nothing was.
pub(super) fn changed(editor: &mut Editor, cx: &mut Context<'_>) {
    if let Some(handlers) = editor.late {
        (handlers.follow)(editor, cx);
    }
}

fn handle(editor: &mut Editor, action: LateAction, cx: &mut Context<'_>) {
    match action {
        LateAction::Passages(action) => passages::handle(editor, action, cx),
        LateAction::Beside(action) => beside::handle(editor, action, cx),
    }
}

fn follow(editor: &mut Editor, cx: &mut Context<'_>) {
    if cx.changes.topics.meets(Topics::ARTICLES | Topics::PROJECT) {
        passages::follow(editor, cx);
    }
    let shown = Topics::ARTICLES | Topics::PROJECT | Topics::PASSAGES | Topics::MENTIONS | Topics::DOSSIER;
    if cx.changes.topics.meets(shown) {
        beside::follow(editor, cx);
    }
}
