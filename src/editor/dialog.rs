//! The dialogs, of which at most one is open.

use super::relating::Relating;
use crate::core::id::{ArticleId, LabelId, MentionId};

/// What is picked for a mention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkKind {
    /// Who or what it names.
    Entity,
    /// What it says.
    Claim,
    /// Who says it.
    Speaker,
}

/// Which dialog is open, and what it is about.
#[derive(Clone, PartialEq, Debug)]
pub enum Dialog {
    /// Any action, article, label or mention by name.
    Palette,
    /// The keyboard shortcuts.
    Shortcuts,
    /// What to download.
    Export,
    /// A file of annotations waits for a decision; it lies in `View::import`.
    Import,
    /// What could not be read, from `View::report`.
    Report,
    /// The labels; opened at one, or at the list.
    Schema(Option<LabelId>),
    /// The library of projects.
    Projects,
    /// Preferences.
    Settings,
    /// Title, source, date and tags of an article.
    ArticleDetails(ArticleId),
    /// A field to paste an article into.
    Paste,
    /// Which hits of the search become mentions.
    TagHits,
    /// Which entity or claim a mention refers to, or who speaks in it.
    Link(MentionId, LinkKind),
    /// How something is related, and to what.
    Relate(Relating),
    /// Which article makes which claim.
    Matrix,
    /// Two articles side by side.
    Beside,
    /// Passages of different articles with the same content.
    Passages,
}
