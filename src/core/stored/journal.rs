//! Journal entries: what happened since the snapshot, one record each.

use super::VERSION;
use super::form::to_bytes;
use super::raw_record::AsBytes;
use super::wire_article::Texts;
use super::wire_edit::WireTransaction;
use crate::core::edit::EditError;
use crate::core::history::History;
use crate::core::id::TransactionId;
use crate::core::project::Project;
use crate::core::transaction::Transaction;
use serde::{Deserialize, Serialize};

/// One thing that happened to the project and its history.
#[derive(Clone, PartialEq, Debug)]
pub enum JournalEntry {
    /// A step that became one of its own in the history.
    Do(Transaction),
    /// A step that was taken into the last one ([`Pushed::Merged`](crate::core::history::Pushed)); holds the
    /// addition alone.
    Amend(Transaction),
    /// The last step, which has this id, was undone.
    Undo(TransactionId),
    /// The next step, which has this id, was redone.
    Redo(TransactionId),
}

/// The record of one entry.
pub fn write_entry(entry: &JournalEntry) -> Vec<u8> {
    let happened = match entry {
        JournalEntry::Do(step) => Happened::Do(WireTransaction::new(step)),
        JournalEntry::Amend(step) => Happened::Amend(WireTransaction::new(step)),
        JournalEntry::Undo(id) => Happened::Undo(AsBytes(*id)),
        JournalEntry::Redo(id) => Happened::Redo(AsBytes(*id)),
    };
    let record = EntryRecord { v: VERSION, happened };
    to_bytes(&record)
}

#[derive(Serialize, Deserialize)]
pub(super) struct EntryRecord<'a> {
    pub v: u32,
    #[serde(borrow)]
    happened: Happened<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Happened<'a> {
    Do(#[serde(borrow)] WireTransaction<'a>),
    Amend(#[serde(borrow)] WireTransaction<'a>),
    Undo(AsBytes<TransactionId>),
    Redo(AsBytes<TransactionId>),
}

impl EntryRecord<'_> {
    pub fn read(self, texts: &Texts) -> Result<JournalEntry, String> {
        Ok(match self.happened {
            Happened::Do(step) => JournalEntry::Do(step.read(texts)?),
            Happened::Amend(step) => JournalEntry::Amend(step.read(texts)?),
            Happened::Undo(id) => JournalEntry::Undo(id.0),
            Happened::Redo(id) => JournalEntry::Redo(id.0),
        })
    }
}

/// Makes it happen again. On an error nothing has changed.
pub(super) fn replay(entry: JournalEntry, project: &mut Project, history: &mut History) -> Result<(), EditError> {
    match entry {
        JournalEntry::Do(step) => {
            step.apply(project)?;
            // What merged when it happened is an `Amend`; nothing else merges.
            history.close_step();
            history.push(step);
        }
        JournalEntry::Amend(step) => {
            if !history.next_undo().is_some_and(|last| last.merges_with(&step)) {
                return Err(EditError("there is no step that it continues"));
            }
            step.apply(project)?;
            history.amend_last(step);
        }
        JournalEntry::Undo(id) => {
            let step = history.next_undo().filter(|step| step.id == id);
            step.ok_or(EditError("the step to undo is not the last one"))?
                .revert(project)?;
            history.mark_undone();
        }
        JournalEntry::Redo(id) => {
            let step = history.next_redo().filter(|step| step.id == id);
            step.ok_or(EditError("the step to redo is not the next one"))?
                .apply(project)?;
            history.mark_redone();
        }
    }
    Ok(())
}
