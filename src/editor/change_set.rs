//! What an action changed: listeners hear of the topics they asked for, never "the new state".

use crate::core::id::{ArticleId, MentionId};
use crate::core::sorted::SortedSet;
use std::ops::{BitOr, BitOrAssign};

/// A set of topics.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Topics(u32);

impl Topics {
    /// No topic.
    pub const NONE: Self = Self(0);
    /// Another project is open, or its name changed.
    pub const PROJECT: Self = Self(1);
    /// The list of articles, or the metadata of one.
    pub const ARTICLES: Self = Self(1 << 1);
    /// Which article is open.
    pub const OPEN: Self = Self(1 << 2);
    /// Mentions of any article.
    pub const MENTIONS: Self = Self(1 << 3);
    /// Labels and guidelines.
    pub const SCHEMA: Self = Self(1 << 4);
    /// The stretch of text that waits for a label.
    pub const SELECTION: Self = Self(1 << 5);
    /// The chosen mention, and those under the last click.
    pub const CHOSEN: Self = Self(1 << 6);
    /// What can be undone and redone.
    pub const HISTORY: Self = Self(1 << 7);
    /// Whether everything is stored.
    pub const SAVING: Self = Self(1 << 8);
    /// The person's settings.
    pub const SETTINGS: Self = Self(1 << 9);
    /// Which dialog is open.
    pub const DIALOG: Self = Self(1 << 10);
    /// How the list of mentions is filtered and sorted.
    pub const LIST: Self = Self(1 << 11);
    /// Messages that go away by themselves.
    pub const TOASTS: Self = Self(1 << 12);
    /// The library of projects.
    pub const LIBRARY: Self = Self(1 << 13);
    /// The label that is kept chosen.
    pub const ARMED: Self = Self(1 << 14);
    /// Which side panels are open.
    pub const LAYOUT: Self = Self(1 << 15);

    /// How far long work is.
    pub const WORK: Self = Self(1 << 16);
    /// What is searched for, how far that is, and at which hit the person is.
    pub const SEARCH: Self = Self(1 << 17);
    /// What the search has found.
    pub const HITS: Self = Self(1 << 18);
    /// Entities, claims, and where a claim was looked for in vain.
    pub const DOSSIER: Self = Self(1 << 19);
    /// How the table of claims by articles is filtered and sorted, and the cell where the person is.
    pub const MATRIX: Self = Self(1 << 20);

    /// Passages of different articles with the same content, and how far finding them is.
    pub const PASSAGES: Self = Self(1 << 24);
    /// What is side by side.
    pub const BESIDE: Self = Self(1 << 25);

    /// Whether the two share a topic.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Topics {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Topics {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What one action changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChangeSet {
    /// Which parts of the state.
    pub topics: Topics,
    /// Mentions that were made, changed or deleted. Invariant: at most [`FEW`] and one; so many stand for any number.
    mentions: SortedSet<MentionId>,
    /// Articles whose mentions or metadata changed.
    pub articles: SortedSet<ArticleId>,
}

/// Of more mentions it is not told which they are: whoever listens looks at all then.
const FEW: usize = 200;

impl ChangeSet {
    /// The mentions that were made, changed or deleted; `None` where they are more than a few.
    pub fn few_mentions(&self) -> Option<&SortedSet<MentionId>> {
        (self.mentions.len() <= FEW).then_some(&self.mentions)
    }

    pub(super) fn note_mention(&mut self, id: MentionId) {
        if self.mentions.len() <= FEW {
            self.mentions.insert(id);
        }
    }
}
