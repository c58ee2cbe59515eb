//! Mentions as they are stored: byte offsets alone, since the text beside them is exactly theirs.

use super::text_record::AsText;
use crate::core::attribute_value::AttributeValue;
use crate::core::id::{ArticleId, AttributeId, LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The record of one article's mentions as it was before they were written as columns.
#[derive(Deserialize)]
pub(super) struct MentionsRecord<'a> {
    #[serde(borrow)]
    pub mentions: Vec<WireMention<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireMention<'a> {
    id: AsText<MentionId>,
    /// Only where the record is not of one article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<AsText<ArticleId>>,
    /// Start, end, start, end … in bytes.
    at: Vec<u32>,
    label: AsText<LabelId>,
    #[serde(borrow, default, skip_serializing_if = "SortedMap::is_empty")]
    values: SortedMap<AsText<AttributeId>, WireValue<'a>>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    by: Cow<'a, str>,
    /// Milliseconds since 1970.
    made: i64,
    changed: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum WireValue<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Number(AsText<f64>),
    YesNo(bool),
    OneOf(#[serde(borrow)] Cow<'a, str>),
    ManyOf(Vec<Cow<'a, str>>),
}

impl<'a> WireMention<'a> {
    /// For a record of one article, which the mention need not name.
    pub fn of_article(mention: &'a Mention) -> Self {
        let at = mention.spans.as_slice().iter();
        Self {
            id: AsText(mention.id),
            article: None,
            at: at.flat_map(|span| [span.start().0, span.end().0]).collect(),
            label: AsText(mention.label),
            values: mention
                .attributes
                .iter()
                .map(|(id, value)| (AsText(*id), WireValue::new(value)))
                .collect(),
            note: Cow::Borrowed(&mention.note),
            by: Cow::Borrowed(&mention.author),
            made: mention.created.unix_ms(),
            changed: mention.modified.unix_ms(),
        }
    }

    /// For a record that stands by itself.
    pub fn with_article(mention: &'a Mention) -> Self {
        Self {
            article: Some(AsText(mention.article)),
            ..Self::of_article(mention)
        }
    }

    /// `home` is the article of the record, if it is of one.
    pub fn read(self, home: Option<ArticleId>) -> Result<Mention, String> {
        let article = home
            .or(self.article.map(|article| article.0))
            .ok_or_else(|| format!("mention {} names no article", self.id.0))?;
        Ok(Mention {
            id: self.id.0,
            article,
            spans: spans(&self.at).ok_or_else(|| format!("mention {} has no valid span", self.id.0))?,
            label: self.label.0,
            attributes: self
                .values
                .into_iter()
                .map(|(id, value)| (id.0, value.read()))
                .collect(),
            note: self.note.into_owned(),
            author: self.by.into_owned(),
            created: Timestamp::from_unix_ms(self.made),
            modified: Timestamp::from_unix_ms(self.changed),
        })
    }
}

impl<'a> WireValue<'a> {
    pub fn new(value: &'a AttributeValue) -> Self {
        match value {
            AttributeValue::Text(text) => Self::Text(Cow::Borrowed(text)),
            AttributeValue::Number(number) => Self::Number(AsText(*number)),
            AttributeValue::YesNo(yes) => Self::YesNo(*yes),
            AttributeValue::OneOf(choice) => Self::OneOf(Cow::Borrowed(choice)),
            AttributeValue::ManyOf(chosen) => {
                Self::ManyOf(chosen.iter().map(|choice| Cow::Borrowed(choice.as_str())).collect())
            }
        }
    }

    pub fn read(self) -> AttributeValue {
        match self {
            Self::Text(text) => AttributeValue::Text(text.into_owned()),
            Self::Number(number) => AttributeValue::Number(number.0),
            Self::YesNo(yes) => AttributeValue::YesNo(yes),
            Self::OneOf(choice) => AttributeValue::OneOf(choice.into_owned()),
            Self::ManyOf(chosen) => AttributeValue::ManyOf(chosen.into_iter().map(Cow::into_owned).collect()),
        }
    }
}

fn spans(at: &[u32]) -> Option<Spans> {
    let (pairs, []) = at.as_chunks::<2>() else { return None };
    let spans: Option<Vec<Span>> = pairs
        .iter()
        .map(|[start, end]| Span::new(ByteOffset(*start), ByteOffset(*end)))
        .collect();
    Spans::from_unsorted(spans?)
}
