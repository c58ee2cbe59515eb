//! Labels as they are stored. In JSON, what has a default may be missing.

use super::raw_record::AsBytes;
use super::text_record::AsText;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::color::Color;
use crate::core::id::{AttributeId, LabelId};
use crate::core::label::{Label, LabelKind, LineStyle};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
pub(super) struct WireLabel<'a> {
    id: AsBytes<LabelId>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, default)]
    description: Cow<'a, str>,
    color: AsText<Color>,
    #[serde(borrow)]
    line: Cow<'a, str>,
    #[serde(default)]
    key: Option<char>,
    #[serde(borrow, default)]
    attributes: Vec<WireAttribute<'a>>,
}

#[derive(Serialize, Deserialize)]
struct WireAttribute<'a> {
    id: AsBytes<AttributeId>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, default)]
    description: Cow<'a, str>,
    #[serde(borrow)]
    kind: WireKind<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireKind<'a> {
    Text,
    Number,
    YesNo,
    OneOf(Cow<'a, [String]>),
    ManyOf(Cow<'a, [String]>),
}

impl<'a> WireLabel<'a> {
    pub fn new(label: &'a Label) -> Self {
        Self {
            id: AsBytes(label.id),
            kind: Cow::Borrowed(label.kind.name()),
            name: Cow::Borrowed(&label.name),
            description: Cow::Borrowed(&label.description),
            color: AsText(label.color),
            line: Cow::Borrowed(label.line.name()),
            key: label.key,
            attributes: label.attributes.iter().map(WireAttribute::new).collect(),
        }
    }

    pub fn read(self) -> Result<Label, String> {
        let kind = LabelKind::from_name(&self.kind);
        let line = LineStyle::from_name(&self.line);
        Ok(Label {
            id: self.id.0,
            kind: kind.ok_or_else(|| format!("“{}” is no kind of label", self.kind))?,
            name: self.name.into_owned(),
            description: self.description.into_owned(),
            color: self.color.0,
            line: line.ok_or_else(|| format!("“{}” is no style of line", self.line))?,
            key: self.key,
            attributes: self.attributes.into_iter().map(WireAttribute::read).collect(),
        })
    }
}

impl<'a> WireAttribute<'a> {
    fn new(attribute: &'a Attribute) -> Self {
        Self {
            id: AsBytes(attribute.id),
            name: Cow::Borrowed(&attribute.name),
            description: Cow::Borrowed(&attribute.description),
            kind: match &attribute.kind {
                AttributeKind::Text => WireKind::Text,
                AttributeKind::Number => WireKind::Number,
                AttributeKind::YesNo => WireKind::YesNo,
                AttributeKind::OneOf(choices) => WireKind::OneOf(Cow::Borrowed(choices)),
                AttributeKind::ManyOf(choices) => WireKind::ManyOf(Cow::Borrowed(choices)),
            },
        }
    }

    fn read(self) -> Attribute {
        Attribute {
            id: self.id.0,
            name: self.name.into_owned(),
            description: self.description.into_owned(),
            kind: match self.kind {
                WireKind::Text => AttributeKind::Text,
                WireKind::Number => AttributeKind::Number,
                WireKind::YesNo => AttributeKind::YesNo,
                WireKind::OneOf(choices) => AttributeKind::OneOf(choices.into_owned()),
                WireKind::ManyOf(choices) => AttributeKind::ManyOf(choices.into_owned()),
            },
        }
    }
}
