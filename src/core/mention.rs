//! A mention: a stretch of one article with a label and attribute values.

use super::attribute_value::AttributeValue;
use super::id::{ArticleId, AttributeId, LabelId, MentionId};
use super::spans::Spans;
use super::timestamp::Timestamp;
use crate::core::sorted::SortedMap;

/// One mention. Mentions may overlap, nest, and share spans with others.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// Stays the same through export, import, merge and undo.
    pub id: MentionId,
    /// The article whose text the spans are of.
    pub article: ArticleId,
    /// In bytes of that text, end-exclusive.
    pub spans: Spans,
    /// A label of the project's schema.
    pub label: LabelId,
    /// Values of the label's attributes; an attribute without an entry is not answered.
    pub attributes: SortedMap<AttributeId, AttributeValue>,
    /// Free text.
    pub note: String,
    /// Who made it, as they named themselves; may be empty.
    pub author: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}
