//! What a mention refers to above the articles: an entity, or a claim with who says it and how.

use super::claim::words;
use super::id::{ClaimId, EntityId};

/// Each part may be missing; one that has none is not kept at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reference {
    /// Who or what the mention names.
    pub entity: Option<EntityId>,
    /// What the mention says.
    pub claim: Option<ClaimId>,
    /// How the article puts it.
    pub stance: Option<Stance>,
    /// Who says it, according to the article.
    pub speaker: Option<EntityId>,
}

words! {
    /// How an article puts a claim.
    Stance {
        /// As a fact.
        Asserts = "asserts",
        /// As what somebody says.
        Attributes = "attributes",
        /// As what may be.
        Hedges = "hedges",
        /// As not so.
        Denies = "denies",
        /// As open to doubt.
        Questions = "questions",
    }
}

impl Reference {
    /// Whether it refers to nothing and says nothing.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether it names this entity, as what is meant or as who speaks.
    pub fn names(self, entity: EntityId) -> bool {
        self.entity == Some(entity) || self.speaker == Some(entity)
    }
}
