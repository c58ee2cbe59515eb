//! An attribute of a label: a question that is asked of each mention.

use super::attribute_value::AttributeValue;
use super::id::AttributeId;

/// One question, and which answers it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribute {
    /// Stays the same when the attribute is renamed.
    pub id: AttributeId,
    /// Unique within its label, without regard to case.
    pub name: String,
    /// Help for the person; may be empty.
    pub description: String,
    /// Which answers it takes.
    pub kind: AttributeKind,
}

/// The five kinds of attributes. Choices are unique, non-empty texts in the order in which they are offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AttributeKind {
    /// Free text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// Exactly one of these.
    OneOf(Vec<String>),
    /// Any of these.
    ManyOf(Vec<String>),
}

impl Attribute {
    /// Whether `value` is of this attribute's kind and among its choices.
    pub fn takes(&self, value: &AttributeValue) -> bool {
        match (&self.kind, value) {
            (AttributeKind::Text, AttributeValue::Text(text)) => !text.is_empty(),
            (AttributeKind::Number, AttributeValue::Number(number)) => number.is_finite(),
            (AttributeKind::YesNo, AttributeValue::YesNo(_)) => true,
            (AttributeKind::OneOf(choices), AttributeValue::OneOf(choice)) => choices.contains(choice),
            (AttributeKind::ManyOf(choices), AttributeValue::ManyOf(chosen)) => {
                !chosen.is_empty() && chosen.iter().all(|choice| choices.contains(choice))
            }
            _ => false,
        }
    }
}

impl AttributeKind {
    /// What is offered; empty for the kinds without choices.
    pub fn choices(&self) -> &[String] {
        match self {
            Self::OneOf(choices) | Self::ManyOf(choices) => choices,
            Self::Text | Self::Number | Self::YesNo => &[],
        }
    }
}
