//! Undo and redo: over everything, across articles; the page goes back to where the step was made.

use super::change_set::Topics;
use super::choose;
use super::commit::{note_changes, store};
use super::machine::{Context, Editor};
use crate::core::id::TransactionId;
use crate::core::stored::JournalEntry;
use crate::core::transaction::{Place, Transaction};

/// Takes back the last step.
pub(super) fn undo(editor: &mut Editor, cx: &mut Context<'_>) {
    if editor.history.next_undo().is_none() {
        return cx.announce("Nothing to undo.");
    }
    if let Some(step) = take_back(editor, cx) {
        go_to(editor, step.before, cx);
        cx.announce(format!("Undone: {}", step.title));
    }
}

/// Takes back the last step and leaves the person where they are. `None` where there is none, or where it does not fit
/// the project, which is told.
pub(super) fn take_back(editor: &mut Editor, cx: &mut Context<'_>) -> Option<Transaction> {
    let step = editor.history.next_undo()?.clone();
    if let Err(error) = step.revert(&mut editor.project) {
        editor.lasting_toast(format!("“{}” could not be undone: {error}.", step.title), None, cx);
        return None;
    }
    editor.history.mark_undone();
    note_changes(&step.edits, cx);
    store(editor, JournalEntry::Undo(step.id), cx);
    Some(step)
}

/// Does the last undone step again.
pub(super) fn redo(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(step) = editor.history.next_redo().cloned() else {
        return cx.announce("Nothing to redo.");
    };
    if let Err(error) = step.apply(&mut editor.project) {
        return editor.lasting_toast(format!("“{}” could not be redone: {error}.", step.title), None, cx);
    }
    editor.history.mark_redone();
    note_changes(&step.edits, cx);
    store(editor, JournalEntry::Redo(step.id), cx);
    go_to(editor, step.after, cx);
    cx.announce(format!("Redone: {}", step.title));
}

/// Undoes or redoes until `target` is the last step that stands.
pub(super) fn undo_to(editor: &mut Editor, target: TransactionId, cx: &mut Context<'_>) {
    let stands = editor.history.done().any(|step| step.id == target);
    let undone = editor.history.undone().iter().any(|step| step.id == target);
    let reached = |editor: &Editor| editor.history.next_undo().is_some_and(|step| step.id == target);
    let mut left = editor.history.done().count() + editor.history.undone().len();
    while (stands || undone) && !reached(editor) && left > 0 {
        if stands {
            undo(editor, cx)
        } else {
            redo(editor, cx)
        }
        left -= 1;
    }
}

/// Opens the article and chooses the mention, where they still are.
pub(super) fn go_to(editor: &mut Editor, place: Place, cx: &mut Context<'_>) {
    editor.view.selection = None;
    editor.view.under_click.clear();
    let article = place.article.filter(|id| editor.project.article(*id).is_some());
    let article = article.or(editor.view.article.filter(|id| editor.project.article(*id).is_some()));
    let article = article.or_else(|| editor.project.articles().first().map(|article| article.id));
    if editor.view.article != article
        && let Some(article) = article.and_then(|id| editor.project.article(id))
    {
        cx.announce(format!("Article: {}", article.title));
    }
    editor.view.article = article;
    editor.view.chosen = None;
    cx.changed(Topics::OPEN | Topics::SELECTION | Topics::CHOSEN);
    if let Some(mention) = place.mention.filter(|id| editor.project.mention(*id).is_some()) {
        choose::choose(editor, mention, cx);
    }
}
