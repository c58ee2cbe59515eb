//! An article's text: immutable, with its digest and its offset map.

use super::digest::Digest;
use super::offset::{ByteOffset, CharOffset, Utf16Offset};
use super::offset_map::OffsetMap;
use super::span::Span;
use super::spans::Spans;

/// The text exactly as decoded (CR, NBSP and all; not normalized), and what is derived from it once.
#[derive(Debug)]
pub struct ArticleText {
    /// Invariant: never changes after construction; `digest` and `offsets` belong to it.
    text: String,
    digest: Digest,
    offsets: OffsetMap,
}

impl ArticleText {
    /// Reads the text twice: for the digest and for the offset map.
    pub fn new(text: String) -> Self {
        let digest = Digest::of(&text);
        let offsets = OffsetMap::new(&text);
        Self { text, digest, offsets }
    }

    /// A text whose digest is known, as it lies in the store. Reads the text once; the caller vouches for the digest.
    pub fn with_digest(text: String, digest: Digest) -> Self {
        let offsets = OffsetMap::new(&text);
        Self { text, digest, offsets }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the UTF-8 bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Conversions between bytes, UTF-16 units and code points of this text.
    pub fn offsets(&self) -> &OffsetMap {
        &self.offsets
    }

    /// The position after the last byte.
    pub fn end(&self) -> ByteOffset {
        ByteOffset::from_index(self.text.len())
    }

    /// Whether both ends lie in the text and on character boundaries.
    pub fn fits(&self, span: Span) -> bool {
        span.slice(&self.text).is_some()
    }

    /// What the text says there, the spans joined by ` … `; empty where they do not fit.
    pub fn quote(&self, spans: &Spans) -> String {
        spans.quote(&self.text).unwrap_or_default()
    }

    /// The span in UTF-16 units, end-exclusive.
    pub fn utf16_span(&self, span: Span) -> (Utf16Offset, Utf16Offset) {
        (
            self.offsets.utf16_from_byte(span.start()),
            self.offsets.utf16_from_byte(span.end()),
        )
    }

    /// The span in code points, end-exclusive.
    pub fn char_span(&self, span: Span) -> (CharOffset, CharOffset) {
        (
            self.offsets.char_from_byte(span.start()),
            self.offsets.char_from_byte(span.end()),
        )
    }
}

impl PartialEq for ArticleText {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}
