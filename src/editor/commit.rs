//! Making a step of the history: every change to the project goes through here.

use super::change_set::Topics;
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::undo;
use crate::core::dependents::with_dependents;
use crate::core::edit::{Edit, Touched};
use crate::core::history::Pushed;
use crate::core::stored::JournalEntry;
use crate::core::transaction::{Place, Transaction};
use std::rc::Rc;

/// What a step is to be.
#[derive(Debug)]
pub(super) struct Step {
    pub title: String,
    pub merge_key: Option<String>,
    pub edits: Vec<Edit>,
    /// Where the person is afterwards; the present place if `None`.
    pub after: Option<Place>,
}

impl Step {
    pub fn new(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            title: title.into(),
            merge_key: None,
            edits,
            after: None,
        }
    }

    pub fn merging(mut self, key: String) -> Self {
        self.merge_key = Some(key);
        self
    }

    pub fn then_at(mut self, after: Place) -> Self {
        self.after = Some(after);
        self
    }
}

/// What became of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Committed {
    Yes,
    No,
}

/// Applies the edits and what goes along with them, remembers them, has them stored. A step without edits is none. A step that does not fit the
/// project changes nothing and is told. What is typed back to where its step began undoes that.
pub(super) fn commit(editor: &mut Editor, step: Step, cx: &mut Context<'_>) -> Committed {
    if step.edits.is_empty() {
        return Committed::No;
    }
    let before = place(editor);
    let transaction = Transaction {
        id: cx.env.new_transaction_id(),
        title: step.title,
        at: cx.env.now,
        merge_key: step.merge_key,
        edits: with_dependents(step.edits, &editor.project),
        before,
        after: step.after.unwrap_or(before),
    };
    if editor.history.is_taken_back_by(&transaction) {
        return match undo::take_back(editor, cx) {
            Some(_) => Committed::Yes,
            None => Committed::No,
        };
    }
    if let Err(error) = transaction.apply(&mut editor.project) {
        editor.toast(format!("That could not be done: {error}."), None, cx);
        return Committed::No;
    }
    note_changes(&transaction.edits, cx);
    let entry = match editor.history.push(transaction.clone()) {
        Pushed::Added => JournalEntry::Do(transaction),
        Pushed::Merged => JournalEntry::Amend(transaction),
    };
    store(editor, entry, cx);
    Committed::Yes
}

/// Has an entry stored.
pub(super) fn store(editor: &mut Editor, entry: JournalEntry, cx: &mut Context<'_>) {
    editor.revision += 1;
    editor.saving.asked(cx);
    editor.drop_undo_offers(cx);
    cx.effects.push(Effect::Append(Rc::new(entry)));
    cx.changed(Topics::HISTORY);
}

/// Where the person is.
pub(super) fn place(editor: &Editor) -> Place {
    Place {
        article: editor.view.article,
        mention: editor.view.chosen,
    }
}

/// Tells listeners what the edits changed.
pub(super) fn note_changes(edits: &[Edit], cx: &mut Context<'_>) {
    for edit in edits {
        match edit.touched() {
            Some(Touched::Project) => cx.changed(Topics::PROJECT | Topics::SCHEMA),
            Some(Touched::Label(_) | Touched::RelationType(_)) => cx.changed(Topics::SCHEMA),
            Some(Touched::Article(id)) => {
                cx.changes.articles.insert(id);
                cx.changed(Topics::ARTICLES);
            }
            Some(Touched::Mention(article, mention)) => {
                cx.changes.articles.insert(article);
                cx.changes.note_mention(mention);
                cx.changed(Topics::MENTIONS);
            }
            Some(
                Touched::Entity(_)
                | Touched::Claim(_)
                | Touched::Absence(..)
                | Touched::Relation(_)
                | Touched::Distinction(_),
            ) => cx.changed(Topics::DOSSIER),
            None => {}
        }
    }
}

/// A quote as it stands in titles and announcements: one line, at most 40 characters.
pub fn short_quote(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((cut, _)) => format!("“{}…”", line[..cut].trim_end()),
        None => format!("“{line}”"),
    }
}
