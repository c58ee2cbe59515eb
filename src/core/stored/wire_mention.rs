//! Mentions as they were stored in JSON, one by one: byte offsets alone, since the text beside them is exactly theirs.

use super::raw_record::AsBytes;
use super::wire_value::Values;
use crate::core::id::{ArticleId, LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::core::timestamp::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// The record of one article's mentions.
#[derive(serde::Deserialize)]
pub(super) struct MentionsRecord<'a> {
    #[serde(borrow)]
    pub mentions: Vec<WireMention<'a>>,
}

/// A mention; refused in any other form than JSON, so that no reader of those is compiled.
pub(super) struct WireMention<'a>(Fields<'a>);

#[derive(serde::Deserialize)]
struct Fields<'a> {
    id: AsBytes<MentionId>,
    /// Only where the record is not of one article.
    #[serde(default)]
    article: Option<AsBytes<ArticleId>>,
    /// Start, end, start, end … in bytes.
    at: Vec<u32>,
    label: AsBytes<LabelId>,
    #[serde(borrow, default)]
    values: Values<'a>,
    #[serde(borrow, default)]
    note: Cow<'a, str>,
    #[serde(borrow, default)]
    by: Cow<'a, str>,
    /// Milliseconds since 1970.
    made: i64,
    changed: i64,
}

impl<'de: 'a, 'a> Deserialize<'de> for WireMention<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Fields::deserialize(deserializer).map(Self)
        } else {
            Err(D::Error::custom("mentions are stored as columns"))
        }
    }
}

impl WireMention<'_> {
    /// `home` is the article of the record, if it is of one.
    pub fn read(self, home: Option<ArticleId>) -> Result<Mention, String> {
        let Self(it) = self;
        let article = home
            .or(it.article.map(|article| article.0))
            .ok_or_else(|| format!("mention {} names no article", it.id.0))?;
        Ok(Mention {
            id: it.id.0,
            article,
            spans: spans(&it.at).ok_or_else(|| format!("mention {} has no valid span", it.id.0))?,
            label: it.label.0,
            attributes: it.values.read(),
            reference: None,
            note: it.note.into_owned(),
            author: it.by.into_owned(),
            created: Timestamp::from_unix_ms(it.made),
            modified: Timestamp::from_unix_ms(it.changed),
        })
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
