//! The schema that a new project starts with: it serves news from the first minute.
//!
//! Ids are fixed, so that files of people who started alike merge without doubles. The check-worthiness attribute
//! follows the CheckThat! lab's question; the claim types follow the classes that fact-checkers sort claims into.

use super::attribute::{Attribute, AttributeKind};
use super::color::Color;
use super::default_relation_types::default_relation_types;
use super::id::{AttributeId, LabelId};
use super::label::{Label, LabelKind, LineStyle};
use super::schema::Schema;
use std::rc::Rc;

/// The "Claim" label, for the sample and for tests.
pub const CLAIM: LabelId = label_id(1);
/// The "Person" label.
pub const PERSON: LabelId = label_id(2);
/// The "Place" label.
pub const PLACE: LabelId = label_id(4);
/// The claim's "Type" attribute.
pub const CLAIM_TYPE: AttributeId = AttributeId::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0101);
/// The claim's "Check-worthy" attribute.
pub const CHECK_WORTHY: AttributeId = AttributeId::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0102);

/// One claim label and seven entity labels, told apart by line and color, and the usual types of relations.
pub fn default_schema() -> Schema {
    let entity = |number: u128, name: &str, key: char, color: Color, line: LineStyle, description: &str| {
        Rc::new(Label {
            id: label_id(number),
            kind: LabelKind::Entity,
            name: name.to_owned(),
            description: description.to_owned(),
            color,
            line,
            key: Some(key),
            attributes: Vec::new(),
        })
    };
    use LineStyle::{Dashed, Dotted, Double, Solid};
    Schema {
        labels: vec![
            Rc::new(claim()),
            entity(
                2,
                "Person",
                'p',
                Color::rgb(0x3b, 0x7d, 0xd8),
                Solid,
                "A human being, by name or description.",
            ),
            entity(
                3,
                "Organisation",
                'o',
                Color::rgb(0x8b, 0x6a, 0xd6),
                Double,
                "A government, agency, company, party or other body.",
            ),
            entity(
                4,
                "Place",
                'l',
                Color::rgb(0x1f, 0x8f, 0x5f),
                Solid,
                "A country, region, city, building or other location.",
            ),
            entity(
                5,
                "Event",
                'e',
                Color::rgb(0xd0, 0x5a, 0x9a),
                Dashed,
                "Something that happened or is planned, such as a meeting or an election.",
            ),
            entity(
                6,
                "Law or programme",
                'g',
                Color::rgb(0x0e, 0x8a, 0x9a),
                Double,
                "A law, treaty, policy or government programme.",
            ),
            entity(
                7,
                "Date",
                'd',
                Color::rgb(0x7d, 0x82, 0x8c),
                Dotted,
                "A date, time or period.",
            ),
            entity(
                8,
                "Quantity",
                'q',
                Color::rgb(0xa8, 0x7a, 0x12),
                Dashed,
                "A number with what it counts or measures.",
            ),
        ],
        relation_types: default_relation_types(),
        guidelines: String::new(),
    }
}

/// Of the label with this number, from 1.
pub(super) const fn label_id(number: u128) -> LabelId {
    LabelId::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn claim() -> Label {
    let one_of = |id, name: &str, description: &str, choices: &[&str]| Attribute {
        id,
        name: name.to_owned(),
        description: description.to_owned(),
        kind: AttributeKind::OneOf(choices.iter().map(|choice| (*choice).to_owned()).collect()),
    };
    Label {
        id: CLAIM,
        kind: LabelKind::Claim,
        name: "Claim".to_owned(),
        description: "A statement that could be true or false.".to_owned(),
        color: Color::rgb(0xd6, 0x5f, 0x2e),
        line: LineStyle::Wavy,
        key: Some('c'),
        attributes: vec![
            one_of(
                CLAIM_TYPE,
                "Type",
                "What kind of statement it is.",
                &["quantity", "event", "quotation", "prediction", "cause", "position"],
            ),
            one_of(
                CHECK_WORTHY,
                "Check-worthy",
                "Whether it deserves a fact-check.",
                &["yes", "no", "unsure"],
            ),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::color::LEAST_CONTRAST;
    use std::collections::BTreeSet;

    #[test]
    fn has_no_faults_and_is_seen_on_both_papers() {
        let schema = default_schema();
        for label in &schema.labels {
            assert_eq!(schema.faults(label), Vec::<String>::new(), "{}", label.name);
            let contrast = label.color.contrast_on_paper();
            assert!(contrast >= LEAST_CONTRAST, "{} has contrast {contrast:.2}", label.name);
        }
    }

    #[test]
    fn keys_are_unique_and_every_line_style_is_used() {
        let schema = default_schema();
        let keys: BTreeSet<char> = schema.labels.iter().filter_map(|label| label.key).collect();
        assert_eq!(keys.len(), schema.labels.len());
        assert!(
            LineStyle::ALL
                .into_iter()
                .all(|line| schema.labels.iter().any(|label| label.line == line))
        );
    }
}
