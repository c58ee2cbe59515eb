//! Short messages that tell what just happened, each with at most one offer.

use super::command::Command;
use crate::core::id::ProjectId;

/// One message.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// Grows with each message; names it for dismissal.
    pub id: u32,
    /// A whole sentence.
    pub text: String,
    /// What can be done about it.
    pub offer: Option<Offer>,
    /// Whether it stays until it is dismissed.
    pub stays: bool,
    /// The command whose outcome it tells: of one command only the last outcome is shown.
    pub outcome_of: Option<Command>,
}

/// A button in a message.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Offer {
    /// Runs a command.
    Run(Command),
    /// Takes a project out of the trash.
    RestoreProject(ProjectId),
    /// The same with one that was open.
    ReopenProject(ProjectId),
}

impl Offer {
    /// The button's name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Run(command) => command.title(),
            Self::RestoreProject(_) | Self::ReopenProject(_) => "Undo",
        }
    }
}
