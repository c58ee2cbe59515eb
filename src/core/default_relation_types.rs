//! The types of relations that a new project starts with, for those who check facts: what speaks for a claim and what
//! against, which statement is the narrower one or the newer one, what a source has that bears on it, and what is part of
//! what.

use super::default_schema::{CLAIM, label_id};
use super::id::RelationTypeId;
use super::relation_type::{EndRule, MentionRule, RelationType};
use std::rc::Rc;

/// The type “supports”.
pub const SUPPORTS: RelationTypeId = id(1);
/// The type “contradicts”, which is symmetric.
pub const CONTRADICTS: RelationTypeId = id(2);
/// The type “part of”, between entities.
pub const PART_OF: RelationTypeId = id(6);

/// In the order in which they are offered. Ids are fixed, as those of the labels are.
pub fn default_relation_types() -> Vec<Rc<RelationType>> {
    let kind = |id, name: &str, inverse: Option<&str>, description: &str, from: EndRule, to: EndRule| {
        Rc::new(RelationType {
            id,
            name: name.to_owned(),
            inverse: inverse.map(str::to_owned),
            description: description.to_owned(),
            from,
            to,
        })
    };
    vec![
        kind(
            SUPPORTS,
            "supports",
            Some("is supported by"),
            "If the first is true, the second is more likely to be.",
            statements(),
            statements(),
        ),
        kind(
            CONTRADICTS,
            "contradicts",
            None,
            "Both cannot be true.",
            statements(),
            statements(),
        ),
        kind(
            id(3),
            "is more specific than",
            Some("is more general than"),
            "Says the same of less, or says more of it.",
            statements(),
            statements(),
        ),
        kind(
            id(4),
            "updates",
            Some("is updated by"),
            "Tells the newer state of the same thing, such as a later count.",
            statements(),
            statements(),
        ),
        kind(
            id(5),
            "is evidence for",
            Some("is evidenced by"),
            "A passage that bears a statement out: a figure, a document, a witness.",
            EndRule {
                mentions: MentionRule::Any,
                ..EndRule::default()
            },
            statements(),
        ),
        kind(
            PART_OF,
            "is part of",
            Some("has as a part"),
            "A city of a country, an agency of a government, a meeting of a summit.",
            things(),
            things(),
        ),
    ]
}

const fn id(number: u128) -> RelationTypeId {
    RelationTypeId::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0200 + number)
}

/// What says something.
fn statements() -> EndRule {
    EndRule {
        mentions: MentionRule::Of([CLAIM].into_iter().collect()),
        claims: true,
        entities: false,
    }
}

/// Whoever and whatever can be a part or a whole: all that names something, but for dates and quantities.
fn things() -> EndRule {
    EndRule {
        mentions: MentionRule::Of((2..=6).map(label_id).collect()),
        claims: false,
        entities: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::default_schema;
    use crate::core::relation_type::EndKind;

    #[test]
    fn none_has_faults_and_their_labels_are_there() {
        let schema = default_schema();
        for kind in &schema.relation_types {
            assert_eq!(schema.relation_faults(kind), Vec::<String>::new(), "{}", kind.name);
            assert!(kind.labels().all(|id| schema.label(id).is_some()), "{}", kind.name);
            assert!(!kind.from.is_empty() && !kind.to.is_empty(), "{}", kind.name);
        }
    }

    #[test]
    fn statements_are_not_joined_with_things() {
        for kind in default_relation_types() {
            assert!(!kind.joins(EndKind::Claim, EndKind::Entity) && !kind.joins(EndKind::Entity, EndKind::Claim));
        }
        let figure = EndKind::Mention(label_id(8));
        let takes_figure: Vec<String> = default_relation_types()
            .iter()
            .filter(|kind| kind.joins(figure, EndKind::Claim))
            .map(|kind| kind.name.clone())
            .collect();
        assert_eq!(takes_figure, ["is evidence for"]);
    }
}
