//! Types of relations: what is said of two things, and which things it can be said of.

use super::id::{LabelId, RelationTypeId};
use super::relation::Side;
use crate::core::sorted::SortedSet;

/// One type of the schema.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelationType {
    /// Stays the same when the type is renamed.
    pub id: RelationTypeId,
    /// As it reads from the end that it starts at, such as “supports”; unique within the schema, without regard to case.
    pub name: String,
    /// As it reads from the other end, such as “is supported by”. `None` where it reads the same from both: such a type is
    /// symmetric, and which end is which says nothing.
    pub inverse: Option<String>,
    /// Help for the person; may be empty.
    pub description: String,
    /// What it may start at.
    pub from: EndRule,
    /// What it may lead to.
    pub to: EndRule,
}

/// What may stand at one end of a type's relations. Where it is nothing, the type is kept but never offered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EndRule {
    /// Which mentions.
    pub mentions: MentionRule,
    /// Whether claims may.
    pub claims: bool,
    /// Whether entities may.
    pub entities: bool,
}

/// Which mentions may stand at an end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum MentionRule {
    /// No mention.
    #[default]
    None,
    /// Those of any label.
    Any,
    /// Those of these labels, which are of the schema.
    Of(SortedSet<LabelId>),
}

/// What an end is, as far as types ask.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EndKind {
    /// A mention of this label.
    Mention(LabelId),
    /// A claim.
    Claim,
    /// An entity.
    Entity,
}

impl RelationType {
    /// Whether it reads the same from both ends.
    pub fn is_symmetric(&self) -> bool {
        self.inverse.is_none()
    }

    /// What it says of what stands at that end.
    pub fn reads(&self, side: Side) -> &str {
        match (side, &self.inverse) {
            (Side::To, Some(inverse)) => inverse,
            _ => &self.name,
        }
    }

    /// What may stand at that end.
    pub fn rule(&self, side: Side) -> &EndRule {
        match side {
            Side::From => &self.from,
            Side::To => &self.to,
        }
    }

    /// Whether it may lead from the one to the other; of a symmetric type the ends may be the other way round.
    pub fn joins(&self, from: EndKind, to: EndKind) -> bool {
        let takes = |from, to| self.from.takes(from) && self.to.takes(to);
        takes(from, to) || (self.is_symmetric() && takes(to, from))
    }

    /// Whether one of its relations may have such an end on that side.
    pub fn takes(&self, side: Side, end: EndKind) -> bool {
        let sides: &[Side] = match self.is_symmetric() {
            true => &[Side::From, Side::To],
            false => &[side],
        };
        let is_possible = |side: Side| self.rule(side).takes(end) && !self.rule(side.other()).is_empty();
        sides.iter().any(|side| is_possible(*side))
    }

    /// The labels that its rules name.
    pub fn labels(&self) -> impl Iterator<Item = LabelId> {
        self.from.mentions.labels().chain(self.to.mentions.labels())
    }

    /// The same with the labels of its rules replaced, or left out where `of` answers `None`.
    #[must_use]
    pub fn with_labels(&self, of: impl Fn(LabelId) -> Option<LabelId>) -> Self {
        Self {
            from: self.from.with_labels(&of),
            to: self.to.with_labels(&of),
            ..self.clone()
        }
    }
}

impl EndRule {
    /// Whether such an end may stand there.
    pub fn takes(&self, end: EndKind) -> bool {
        match end {
            EndKind::Mention(label) => self.mentions.takes(label),
            EndKind::Claim => self.claims,
            EndKind::Entity => self.entities,
        }
    }

    /// Whether nothing may stand there.
    pub fn is_empty(&self) -> bool {
        let no_mention = match &self.mentions {
            MentionRule::None => true,
            MentionRule::Any => false,
            MentionRule::Of(labels) => labels.is_empty(),
        };
        no_mention && !self.claims && !self.entities
    }

    /// What either of the two takes.
    #[must_use]
    pub(super) fn joined(&self, other: &Self) -> Self {
        Self {
            mentions: self.mentions.joined(&other.mentions),
            claims: self.claims || other.claims,
            entities: self.entities || other.entities,
        }
    }

    fn with_labels(&self, of: impl Fn(LabelId) -> Option<LabelId>) -> Self {
        let mentions = match &self.mentions {
            MentionRule::Of(labels) => MentionRule::Of(labels.iter().filter_map(|id| of(*id)).collect()),
            other => other.clone(),
        };
        Self {
            mentions,
            ..self.clone()
        }
    }
}

impl MentionRule {
    /// Whether mentions of this label may stand there.
    pub fn takes(&self, label: LabelId) -> bool {
        match self {
            Self::None => false,
            Self::Any => true,
            Self::Of(labels) => labels.contains(&label),
        }
    }

    fn labels(&self) -> impl Iterator<Item = LabelId> {
        let labels = match self {
            Self::Of(labels) => Some(labels),
            Self::None | Self::Any => None,
        };
        labels.into_iter().flatten().copied()
    }

    fn joined(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => Self::Any,
            (Self::None, rule) | (rule, Self::None) => rule.clone(),
            (Self::Of(ours), Self::Of(theirs)) => Self::Of(ours.iter().chain(theirs).copied().collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIM: LabelId = LabelId::from_u128(1);
    const PLACE: LabelId = LabelId::from_u128(2);

    fn of(labels: &[LabelId], claims: bool) -> EndRule {
        EndRule {
            mentions: MentionRule::Of(labels.iter().copied().collect()),
            claims,
            entities: false,
        }
    }

    fn kind(inverse: Option<&str>, from: EndRule, to: EndRule) -> RelationType {
        RelationType {
            id: RelationTypeId::from_u128(1),
            name: "supports".to_owned(),
            inverse: inverse.map(str::to_owned),
            description: String::new(),
            from,
            to,
        }
    }

    #[test]
    fn a_directed_type_joins_one_way_and_a_symmetric_one_both() {
        let [mention, claim] = [EndKind::Mention(CLAIM), EndKind::Claim];
        let directed = kind(Some("is supported by"), of(&[CLAIM], false), of(&[], true));
        assert!(directed.joins(mention, claim) && !directed.joins(claim, mention));
        assert!(directed.takes(Side::From, mention) && !directed.takes(Side::To, mention));
        assert_eq!(
            [Side::From, Side::To].map(|side| directed.reads(side)),
            ["supports", "is supported by"]
        );
        let symmetric = kind(None, directed.from.clone(), directed.to.clone());
        assert!(symmetric.joins(mention, claim) && symmetric.joins(claim, mention));
        assert!(symmetric.takes(Side::To, mention) && symmetric.takes(Side::From, claim));
        assert_eq!(symmetric.reads(Side::To), "supports");
        assert!(!symmetric.joins(EndKind::Mention(PLACE), claim));
    }

    #[test]
    fn where_nothing_may_stand_at_one_end_the_other_takes_nothing() {
        let half = kind(Some("x"), of(&[CLAIM], true), of(&[], false));
        assert!(half.to.is_empty() && !half.takes(Side::From, EndKind::Claim));
    }

    #[test]
    fn labels_are_replaced_and_rules_add_up() {
        let both = kind(None, of(&[CLAIM, PLACE], false), of(&[PLACE], false));
        let without = both.with_labels(|id| (id != PLACE).then_some(id));
        assert_eq!(without.labels().collect::<Vec<_>>(), [CLAIM]);
        assert_eq!(without.from.joined(&both.to), of(&[CLAIM, PLACE], false));
        let any = EndRule {
            mentions: MentionRule::Any,
            ..EndRule::default()
        };
        assert_eq!(any.joined(&both.from).mentions, MentionRule::Any);
    }
}
