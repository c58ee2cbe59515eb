//! A label of the schema: what a mention is tagged as.

use super::attribute::Attribute;
use super::color::Color;
use super::id::{AttributeId, LabelId};

/// One label. It is told apart from others by its name, its line (see
/// [`LabelLook`](super::label_look::LabelLook)) and its color, never by color alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Stays the same when the label is renamed.
    pub id: LabelId,
    /// What its mentions are: stretches that say something, or stretches that name something.
    pub kind: LabelKind,
    /// Unique within the schema, without regard to case.
    pub name: String,
    /// Help for the person; may be empty.
    pub description: String,
    /// Of the mark in the text and the chip in lists.
    pub color: Color,
    /// The line under the mark.
    pub line: LineStyle,
    /// The key that tags with it: one lower-case letter or digit, unique within the schema.
    pub key: Option<char>,
    /// The questions asked of each mention, in order.
    pub attributes: Vec<Attribute>,
}

/// What a label's mentions are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LabelKind {
    /// A stretch that says something that may be true or false.
    Claim,
    /// A stretch that names or describes someone or something.
    Entity,
}

/// The line under a mark: CSS `text-decoration-style`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LineStyle {
    /// ———
    Solid,
    /// – – –
    Dashed,
    /// ·····
    Dotted,
    /// ═══
    Double,
    /// ～～～
    Wavy,
}

impl LineStyle {
    /// In the order in which new labels get them.
    pub const ALL: [Self; 5] = [Self::Solid, Self::Dashed, Self::Dotted, Self::Double, Self::Wavy];

    /// The CSS keyword, also the word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Double => "double",
            Self::Wavy => "wavy",
        }
    }

    /// `None` for another word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.name() == name)
    }
}

impl LabelKind {
    /// Claims first.
    pub const ALL: [Self; 2] = [Self::Claim, Self::Entity];

    /// The word in files and in the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Entity => "entity",
        }
    }

    /// `None` for another word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Label {
    /// `None` where the label has no such attribute.
    pub fn attribute(&self, id: AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == id)
    }
}
