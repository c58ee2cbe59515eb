//! Which mentions lie where: spans sorted in plain arrays, with the greatest end of each block of 64.
//!
//! A window query skips every block that ends before the window, so it costs what it finds plus one look per block.
//! Measured with 50,000 spans: an insertion moves memory for under 0.1 ms, a window takes under a microsecond; no tree
//! is needed.

use super::id::MentionId;
use super::offset::ByteOffset;
use super::order;
use super::span::Span;

const BLOCK: usize = 64;

/// Entries (span, mention), one per span of each mention.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SpanIndex {
    /// Invariant: sorted by (span, id).
    entries: Vec<(Span, MentionId)>,
    /// Invariant: `max_ends[b]` is the greatest end among entries `64 b .. 64 (b + 1)`.
    max_ends: Vec<ByteOffset>,
}

impl SpanIndex {
    /// Sorts once; for loading.
    pub fn from_entries(mut entries: Vec<(Span, MentionId)>) -> Self {
        order::sort(&mut entries);
        let mut index = Self {
            entries,
            max_ends: Vec::new(),
        };
        index.refresh_from(0);
        index
    }

    /// How many spans it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// In text order; an enclosing span before what it encloses.
    pub fn entries(&self) -> &[(Span, MentionId)] {
        &self.entries
    }

    /// An entry that is already there is not doubled.
    pub fn insert(&mut self, span: Span, id: MentionId) {
        if let Err(at) = self.entries.binary_search(&(span, id)) {
            self.entries.insert(at, (span, id));
            self.refresh_from(at / BLOCK);
        }
    }

    /// Does nothing where the entry is not there.
    pub fn remove(&mut self, span: Span, id: MentionId) {
        if let Ok(at) = self.entries.binary_search(&(span, id)) {
            self.entries.remove(at);
            self.refresh_from(at / BLOCK);
        }
    }

    /// Takes out and puts in many at once, neither in any order. Those of `out` are here, and those of `into` are not.
    pub(super) fn exchange(&mut self, mut out: Vec<(Span, MentionId)>, into: Vec<(Span, MentionId)>) {
        order::sort(&mut out);
        let mut leaving = out.into_iter().peekable();
        self.entries.retain(|entry| leaving.next_if_eq(entry).is_none());
        self.entries.extend(into);
        // Finds the part that is sorted already, and merges.
        order::sort(&mut self.entries);
        self.refresh_from(0);
    }

    /// Entries that share at least one byte with the window, in order.
    pub fn overlapping(&self, window: Span) -> impl Iterator<Item = (Span, MentionId)> + '_ {
        let until = self.entries.partition_point(|(span, _)| span.start() < window.end());
        let blocks = until.div_ceil(BLOCK);
        self.max_ends[..blocks]
            .iter()
            .enumerate()
            .filter(move |(_, max_end)| **max_end > window.start())
            .flat_map(move |(block, _)| {
                let from = block * BLOCK;
                self.entries[from..until.min(from + BLOCK)].iter().copied()
            })
            .filter(move |(span, _)| span.end() > window.start())
    }

    /// Entries that cover the character at `at`, the innermost (shortest) first; of equal length, the later one first.
    pub fn covering(&self, at: ByteOffset) -> Vec<(Span, MentionId)> {
        let Some(window) = Span::new(at, ByteOffset(at.0 + 1)) else {
            return Vec::new();
        };
        let mut found: Vec<_> = self.overlapping(window).collect();
        order::sort_by_key(&mut found, |(span, id)| (span.len(), std::cmp::Reverse(*id)));
        found
    }

    fn refresh_from(&mut self, block: usize) {
        self.max_ends.truncate(block);
        let rest = self.entries[block * BLOCK..].chunks(BLOCK);
        self.max_ends
            .extend(rest.map(|chunk| chunk.iter().map(|(span, _)| span.end()).max().unwrap_or_default()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: u32) -> MentionId {
        MentionId::from_u128(u128::from(n))
    }

    fn arb_entry() -> impl Strategy<Value = (Span, MentionId)> {
        (0u32..400, 1u32..40, 0u32..50)
            .prop_map(|(start, len, n)| (Span::new(ByteOffset(start), ByteOffset(start + len)).unwrap(), id(n)))
    }

    proptest! {
        #[test]
        fn agrees_with_a_plain_list(
            entries in proptest::collection::vec(arb_entry(), 0..300),
            removed in proptest::collection::vec(any::<prop::sample::Index>(), 0..20),
            window in arb_entry(),
        ) {
            let mut model: Vec<_> = entries.clone();
            let mut index = SpanIndex::default();
            for (span, id) in &entries {
                index.insert(*span, *id);
            }
            for which in removed {
                if !entries.is_empty() {
                    let (span, id) = entries[which.index(entries.len())];
                    index.remove(span, id);
                    model.retain(|entry| *entry != (span, id));
                }
            }
            model.sort_unstable();
            model.dedup();
            prop_assert_eq!(&index, &SpanIndex::from_entries(model.clone()));
            let found: Vec<_> = index.overlapping(window.0).collect();
            model.retain(|(span, _)| span.overlaps(window.0));
            prop_assert_eq!(found, model);
        }
    }

    #[test]
    fn innermost_comes_first() {
        let span = |a, b| Span::new(ByteOffset(a), ByteOffset(b)).unwrap();
        let index = SpanIndex::from_entries(vec![(span(0, 10), id(1)), (span(2, 6), id(2)), (span(2, 6), id(3))]);
        let ids: Vec<_> = index.covering(ByteOffset(3)).into_iter().map(|(_, id)| id).collect();
        assert_eq!(ids, [id(3), id(2), id(1)]);
        assert_eq!(index.covering(ByteOffset(6)).len(), 1);
    }
}
