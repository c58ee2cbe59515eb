//! Relations: that one thing supports, contradicts, updates another, said by a person. Both ends may stand in one
//! article, in two, or above all of them.

use super::id::{ClaimId, EntityId, MentionId, RelationId, RelationTypeId};
use super::timestamp::Timestamp;

/// One directed link. Whether its type allows its ends is asked when it is made; it stays when the schema changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// Stays the same when it is reversed, retyped, or one of its ends is merged into another.
    pub id: RelationId,
    /// Its type, one of the schema.
    pub kind: RelationTypeId,
    /// What the type's name is said of, such as what supports.
    pub from: End,
    /// What it is said towards, such as what is supported; never the same as `from`.
    pub to: End,
    /// The person's note; may be empty.
    pub note: String,
    /// Who made it, as they named themselves; may be empty.
    pub author: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// What can stand at an end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum End {
    /// A stretch of one article.
    Mention(MentionId),
    /// A statement above the articles.
    Claim(ClaimId),
    /// Who or what is meant across articles.
    Entity(EntityId),
}

/// One of the two ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Side {
    /// [`Relation::from`].
    From,
    /// [`Relation::to`].
    To,
}

impl Side {
    /// The opposite end.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::From => Self::To,
            Self::To => Self::From,
        }
    }
}

impl Relation {
    /// Whether it joins two things; nothing is related to itself.
    pub fn is_sound(&self) -> bool {
        self.from != self.to
    }

    /// What stands at that end.
    pub fn end(&self, side: Side) -> End {
        match side {
            Side::From => self.from,
            Side::To => self.to,
        }
    }

    /// At which end it has this; `None` where at neither.
    pub fn side_of(&self, end: End) -> Option<Side> {
        match end {
            end if end == self.from => Some(Side::From),
            end if end == self.to => Some(Side::To),
            _ => None,
        }
    }

    /// The same relation with other ends.
    #[must_use]
    pub fn between(&self, from: End, to: End) -> Self {
        Self {
            from,
            to,
            ..self.clone()
        }
    }
}
