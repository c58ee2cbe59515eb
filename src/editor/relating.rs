//! Relating something to something else, step by step: how, as far as the schema allows it, and to what.

use super::dossier::RelationAction;
use crate::core::article::Article;
use crate::core::id::{RelationId, RelationTypeId};
use crate::core::project::Project;
use crate::core::relation::{End, Side};
use crate::core::relation_type::RelationType;

/// What is being related.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Relating {
    /// Where it was begun.
    pub end: End,
    /// To what, where that is known already.
    pub other: Option<End>,
    /// The relation that is to say something else; `None` for a new one.
    pub relation: Option<RelationId>,
}

/// One way in which something can stand to something else: a type, and at which of its ends the person is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phrase {
    /// The type.
    pub kind: RelationTypeId,
    /// Where [`Relating::end`] would stand.
    pub side: Side,
    /// As it reads from there, such as “is supported by”.
    pub words: String,
    /// What the type means; may be empty.
    pub detail: String,
}

impl Relating {
    /// Something new about this.
    pub fn from_end(end: End) -> Self {
        Self {
            end,
            other: None,
            relation: None,
        }
    }

    /// The ways that the schema allows, in its order; each type first as it reads forward.
    pub fn phrases(&self, project: &Project) -> Vec<Phrase> {
        let Some(end) = project.end_kind(self.end) else {
            return Vec::new();
        };
        let other = self.other.and_then(|other| project.end_kind(other));
        let fits = |kind: &RelationType, side: Side| match (other, side) {
            (None, side) => kind.takes(side, end),
            (Some(other), Side::From) => kind.joins(end, other),
            (Some(other), Side::To) => kind.joins(other, end),
        };
        let mut phrases = Vec::new();
        for kind in &project.schema().relation_types {
            let sides: &[Side] = match kind.is_symmetric() {
                true => &[Side::From],
                false => &[Side::From, Side::To],
            };
            for side in sides.iter().copied().filter(|side| fits(kind, *side)) {
                phrases.push(Phrase {
                    kind: kind.id,
                    side,
                    words: kind.reads(side).to_owned(),
                    detail: kind.description.clone(),
                });
            }
        }
        phrases
    }

    /// What makes it so, once both are known.
    pub fn action(&self, phrase: &Phrase, other: End) -> RelationAction {
        let kind = phrase.kind;
        let (from, to) = match phrase.side {
            Side::From => (self.end, other),
            Side::To => (other, self.end),
        };
        match self.relation {
            Some(relation) => RelationAction::Retype {
                relation,
                kind,
                from,
                to,
            },
            None => RelationAction::Relate { kind, from, to },
        }
    }
}

/// An article by its outlet and title.
pub fn place_of(article: &Article) -> String {
    match article.source.outlet.as_str() {
        "" => article.title.clone(),
        outlet => format!("{outlet}: {}", article.title),
    }
}
