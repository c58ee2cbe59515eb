//! A mention: a stretch of one article with a label and attribute values.

use super::attribute_value::AttributeValue;
use super::id::{ArticleId, AttributeId, LabelId, MentionId};
use super::reference::Reference;
use super::spans::Spans;
use super::timestamp::Timestamp;
use crate::core::sorted::SortedMap;
use std::rc::Rc;

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
    /// What it refers to above the articles; never an empty one. Apart, because most mentions of a large project have none.
    pub reference: Option<Rc<Reference>>,
    /// Free text.
    pub note: String,
    /// Who made it, as they named themselves; may be empty.
    pub author: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Mention {
    /// What it refers to; the empty one where it refers to nothing.
    pub fn reference(&self) -> Reference {
        self.reference.as_deref().copied().unwrap_or_default()
    }

    /// Has it refer to this, or, where that is empty, to nothing.
    pub fn refer_to(&mut self, reference: Reference) {
        self.reference = (!reference.is_empty()).then(|| Rc::new(reference));
    }
}
