//! A stretch of text: two byte offsets, end-exclusive, never empty.

use super::offset::ByteOffset;
use std::fmt;

/// A non-empty stretch of a text in UTF-8 bytes; `start` is in, `end` is out.
///
/// Ordered by start, then by end descending, so that an enclosing span comes before what it encloses.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Invariant: `start < end`.
    start: ByteOffset,
    end: ByteOffset,
}

impl Span {
    /// `None` where `start >= end`.
    pub fn new(start: ByteOffset, end: ByteOffset) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// From two positions in any order, as a selection's anchor and focus come; `None` where they are equal.
    pub fn from_ends(a: ByteOffset, b: ByteOffset) -> Option<Self> {
        Self::new(a.min(b), a.max(b))
    }

    /// The first byte's position.
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// The position after the last byte.
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// Length in UTF-8 bytes; never 0.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end.index() - self.start.index()
    }

    /// Whether the character that starts at `at` lies inside.
    pub fn contains(self, at: ByteOffset) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` lies inside; a span encloses itself.
    pub fn encloses(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that encloses both.
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The stretch of `text` that it covers; `None` where it ends outside the text or inside a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start.index()..self.end.index())
    }
}

impl Ord for Span {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, other.end).cmp(&(other.start, self.end))
    }
}

impl PartialOrd for Span {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start.0, self.end.0)
    }
}
