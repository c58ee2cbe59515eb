//! The spans of one mention: at least one, in text order, disjoint.

use super::offset::ByteOffset;
use super::order;
use super::span::Span;

/// One or more spans of one text, sorted, neither overlapping nor touching.
///
/// A mention of several spans is *discontinuous* ("Presidents … Arévalo"). Overlap *between* mentions is free.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Spans {
    /// Invariant: not empty; sorted by start; each ends before the next starts.
    list: Vec<Span>,
}

impl Spans {
    /// A continuous stretch.
    pub fn one(span: Span) -> Self {
        Self { list: vec![span] }
    }

    /// Sorts, and joins those that overlap or touch. `None` where `spans` is empty.
    pub fn from_unsorted(mut spans: Vec<Span>) -> Option<Self> {
        order::sort(&mut spans);
        let mut list: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match list.last_mut() {
                Some(last) if span.start() <= last.end() => *last = last.hull(span),
                _ => list.push(span),
            }
        }
        (!list.is_empty()).then_some(Self { list })
    }

    /// In text order.
    pub fn as_slice(&self) -> &[Span] {
        &self.list
    }

    /// The first span in the text.
    pub fn first(&self) -> Span {
        self.list[0]
    }

    /// The last span in the text.
    pub fn last(&self) -> Span {
        self.list[self.list.len() - 1]
    }

    /// From the start of the first to the end of the last.
    pub fn hull(&self) -> Span {
        self.first().hull(self.last())
    }

    /// Whether there is more than one.
    pub fn is_discontinuous(&self) -> bool {
        self.list.len() > 1
    }

    /// Whether the character that starts at `at` lies inside one of them.
    pub fn contains(&self, at: ByteOffset) -> bool {
        self.list.iter().any(|span| span.contains(at))
    }

    /// With `span` added, joined where it overlaps or touches.
    #[must_use]
    pub fn with(&self, span: Span) -> Self {
        let mut list = self.list.clone();
        list.push(span);
        Self::from_unsorted(list).unwrap_or_else(|| self.clone())
    }

    /// Without the span at `index`; `None` where it is the only one or there is no such index.
    pub fn without(&self, index: usize) -> Option<Self> {
        (self.list.len() > 1 && index < self.list.len()).then(|| {
            let mut list = self.list.clone();
            list.remove(index);
            Self { list }
        })
    }

    /// With the span at `index` replaced, joined where it now overlaps or touches another; `None` for a wrong index.
    pub fn with_replaced(&self, index: usize, span: Span) -> Option<Self> {
        let mut list = self.list.clone();
        *list.get_mut(index)? = span;
        Self::from_unsorted(list)
    }

    /// What the text says there, the spans joined by ` … `; `None` where a span does not fit the text.
    pub fn quote(&self, text: &str) -> Option<String> {
        let parts: Option<Vec<&str>> = self.list.iter().map(|span| span.slice(text)).collect();
        parts.map(|parts| parts.join(" … "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span::new(ByteOffset(start), ByteOffset(end)).unwrap()
    }

    #[test]
    fn joins_what_overlaps_or_touches() {
        let spans = Spans::from_unsorted(vec![span(8, 9), span(0, 3), span(2, 5), span(5, 6)]).unwrap();
        assert_eq!(spans.as_slice(), [span(0, 6), span(8, 9)]);
        assert!(spans.is_discontinuous());
    }

    #[test]
    fn keeps_at_least_one() {
        assert_eq!(Spans::one(span(0, 1)).without(0), None);
        assert_eq!(Spans::from_unsorted(vec![]), None);
    }
}
