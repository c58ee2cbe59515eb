//! An answer to one attribute of a label.

/// The five kinds of answers; which one an attribute takes is said by its
/// [`AttributeKind`](super::attribute::AttributeKind).
#[derive(Clone, PartialEq, Debug)]
pub enum AttributeValue {
    /// Free text, not empty.
    Text(String),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// One of the attribute's choices, by its text.
    OneOf(String),
    /// Some of the attribute's choices, by their text, in the attribute's order; not empty.
    ManyOf(Vec<String>),
}
