//! Undo and redo by their keys, for dialogs in which steps are made: the page's own keys do not reach into dialogs.

use crate::editor::command::Command;
use web_sys::KeyboardEvent;

/// The command that the key means, if it is one of these.
pub fn history_command(event: &KeyboardEvent) -> Option<Command> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Command::Undo),
        ("z", true) | ("y", false) => Some(Command::Redo),
        _ => None,
    }
}
