//! The mentions of one article: by id and by place.

use super::id::MentionId;
use super::mention::Mention;
use super::span_index::SpanIndex;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Mentions of one article. The index always agrees with the mentions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MentionSet {
    by_id: BTreeMap<MentionId, Rc<Mention>>,
    /// Invariant: exactly the spans of `by_id`.
    index: SpanIndex,
}

impl MentionSet {
    /// Builds the index once; for loading. Of mentions with the same id the last is kept.
    pub fn from_mentions(mentions: impl IntoIterator<Item = Rc<Mention>>) -> Self {
        let by_id: BTreeMap<_, _> = mentions.into_iter().map(|mention| (mention.id, mention)).collect();
        let entries = by_id
            .values()
            .flat_map(|mention| mention.spans.as_slice().iter().map(|span| (*span, mention.id)))
            .collect();
        Self {
            index: SpanIndex::from_entries(entries),
            by_id,
        }
    }

    /// How many mentions there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// `None` where the article has no such mention.
    pub fn get(&self, id: MentionId) -> Option<&Rc<Mention>> {
        self.by_id.get(&id)
    }

    /// In the order of their ids, which is that of their making.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.by_id.values()
    }

    /// Where they lie.
    pub fn index(&self) -> &SpanIndex {
        &self.index
    }

    /// Mentions by their first span, in text order; enclosing ones first.
    pub fn in_text_order(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.index.entries().iter().filter_map(|(span, id)| {
            let mention = self.by_id.get(id)?;
            (mention.spans.first() == *span).then_some(mention)
        })
    }

    /// Puts a mention in, taking the place of one with the same id, which it hands back.
    pub fn insert(&mut self, mention: Rc<Mention>) -> Option<Rc<Mention>> {
        let old = self.remove(mention.id);
        for span in mention.spans.as_slice() {
            self.index.insert(*span, mention.id);
        }
        self.by_id.insert(mention.id, mention);
        old
    }

    /// Takes a mention out and hands it back.
    pub fn remove(&mut self, id: MentionId) -> Option<Rc<Mention>> {
        let old = self.by_id.remove(&id)?;
        for span in old.spans.as_slice() {
            self.index.remove(*span, id);
        }
        Some(old)
    }
}
