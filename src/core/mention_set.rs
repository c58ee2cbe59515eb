//! The mentions of one article: by id, by place, and counted.

use super::id::{LabelId, MentionId};
use super::mention::Mention;
use super::order;
use super::span::Span;
use super::span_index::SpanIndex;
use super::tally::Tally;
use crate::core::sorted::SortedSet;
use std::rc::Rc;

/// Mentions of one article. The index and the counts always agree with the mentions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MentionSet {
    /// Sorted by id. A plain list: ids grow with the time, so that a new one mostly comes last.
    by_id: Vec<Rc<Mention>>,
    /// Invariant: exactly the spans of `by_id`.
    index: SpanIndex,
    /// Invariant: the labels of `by_id`.
    labels: Tally<LabelId>,
    /// Invariant: the authors of `by_id`.
    authors: Tally<String>,
    /// Invariant: those of `by_id` that refer to something, which are few among many.
    referring: SortedSet<MentionId>,
}

impl MentionSet {
    /// Builds the index once; for loading. Of mentions with the same id the first is kept.
    pub fn from_mentions(mentions: impl IntoIterator<Item = Rc<Mention>>) -> Self {
        let mut by_id: Vec<_> = mentions.into_iter().collect();
        // Mostly they come in text order, in which the index has them.
        let mut entries = entries_of(&by_id);
        let n_given = by_id.len();
        sort_by_id(&mut by_id);
        by_id.dedup_by_key(|mention| mention.id);
        if by_id.len() < n_given {
            entries = entries_of(&by_id);
        }
        let mut set = Self::default();
        for mention in &by_id {
            set.count(mention);
        }
        Self {
            index: SpanIndex::from_entries(entries),
            by_id,
            ..set
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
        self.place(id).ok().map(|at| &self.by_id[at])
    }

    /// In the order of their ids, which is that of their making.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.by_id.iter()
    }

    /// Where they lie.
    pub fn index(&self) -> &SpanIndex {
        &self.index
    }

    /// How many have each label.
    pub fn labels(&self) -> &Tally<LabelId> {
        &self.labels
    }

    /// How many each author made.
    pub fn authors(&self) -> &Tally<String> {
        &self.authors
    }

    /// Those that refer to an entity or a claim, in the order of their ids. Costs what there are of these.
    pub fn referring(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.referring.iter().filter_map(|id| self.get(*id))
    }

    /// Mentions by their first span, in text order; enclosing ones first.
    pub fn in_text_order(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.index.entries().iter().filter_map(|(span, id)| {
            let mention = self.get(*id)?;
            (mention.spans.first() == *span).then_some(mention)
        })
    }

    /// The ids of [`Self::in_text_order`]; looks at no mention where none has several spans.
    pub fn ids_in_text_order(&self) -> Vec<MentionId> {
        if self.index.len() == self.by_id.len() {
            self.index.entries().iter().map(|(_, id)| *id).collect()
        } else {
            self.in_text_order().map(|mention| mention.id).collect()
        }
    }

    /// Puts a mention in, taking the place of one with the same id, which it hands back.
    pub fn insert(&mut self, mention: Rc<Mention>) -> Option<Rc<Mention>> {
        let old = self.remove(mention.id);
        for span in mention.spans.as_slice() {
            self.index.insert(*span, mention.id);
        }
        self.count(&mention);
        let at = self.place(mention.id).unwrap_or_else(|at| at);
        self.by_id.insert(at, mention);
        old
    }

    /// Takes a mention out and hands it back.
    pub fn remove(&mut self, id: MentionId) -> Option<Rc<Mention>> {
        let old = self.by_id.remove(self.place(id).ok()?);
        for span in old.spans.as_slice() {
            self.index.remove(*span, id);
        }
        self.discount(&old);
        Some(old)
    }

    /// Takes out and puts in many at once, in a time that grows with how many there are. `out` and `into` are sorted by id;
    /// `out` are here, and once they are out, none of `into` is.
    pub(super) fn exchange(&mut self, out: &[Rc<Mention>], into: Vec<Rc<Mention>>) {
        for mention in out {
            self.discount(mention);
        }
        for mention in &into {
            self.count(mention);
        }
        self.index.exchange(entries_of(out), entries_of(&into));
        let mut leaving = out.iter().map(|mention| mention.id).peekable();
        self.by_id.retain(|mention| leaving.next_if_eq(&mention.id).is_none());
        self.by_id.extend(into);
        sort_by_id(&mut self.by_id);
    }

    fn count(&mut self, mention: &Mention) {
        self.labels.add(&mention.label);
        self.authors.add(mention.author.as_str());
        if mention.reference.is_some() {
            self.referring.insert(mention.id);
        }
    }

    fn discount(&mut self, mention: &Mention) {
        self.labels.take(&mention.label);
        self.authors.take(mention.author.as_str());
        if mention.reference.is_some() {
            self.referring.remove(&mention.id);
        }
    }

    /// Where the mention is in the list, or else where it would be.
    fn place(&self, id: MentionId) -> Result<usize, usize> {
        self.by_id.binary_search_by_key(&id, |mention| mention.id)
    }
}

/// The sort is one that merges what is sorted in parts in linear time.
fn sort_by_id(mentions: &mut [Rc<Mention>]) {
    order::sort_by_key(mentions, |mention| mention.id);
}

fn entries_of(mentions: &[Rc<Mention>]) -> Vec<(Span, MentionId)> {
    let mut entries = Vec::with_capacity(mentions.len());
    for mention in mentions {
        entries.extend(mention.spans.as_slice().iter().map(|span| (*span, mention.id)));
    }
    entries
}
