//! What went wrong with files as a whole.

use crate::core::problem::{Problem, Severity};
use crate::core::reader::Incoming;
use crate::editor::action::{Action, FilesAction};
use crate::editor::store::Store;

/// Tells the reason where the person looks for what became of their files.
pub fn tell(reason: String, store: &Store) {
    let problem = Problem {
        file: String::new(),
        line: None,
        severity: Severity::Refused,
        reason,
    };
    store.dispatch(Action::Files(FilesAction::Read(Incoming {
        problems: vec![problem],
        ..Incoming::default()
    })));
}
