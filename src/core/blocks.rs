//! The lines of a text as blocks, with both of their starts: the table behind every step between DOM and text.
//!
//! A line ends where Unicode Standard Annex #14 forces a break: LF, CR LF, a lone CR, VT, FF, NEL, U+2028 and U+2029.
//! The line end belongs to its line, so the blocks put together are the text.

use super::article_text::ArticleText;
use super::offset::{ByteOffset, Utf16Offset};
use super::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Where each line starts, in both units. There is always at least one block; the text's end after a last line end
/// belongs to the last block, not to an empty one of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockTable {
    /// Invariant: starts with (0, 0); strictly ascending in both units.
    starts: Vec<Place>,
    end: Place,
}

/// One position in both units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Place {
    byte: ByteOffset,
    utf16: Utf16Offset,
}

/// A position as the browser has it: a block, and UTF-16 units from its start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlockPosition {
    /// Which block, from 0.
    pub block: usize,
    /// Units into the block; its length stands for the place after its line end.
    pub within: u32,
}

/// How long a group of blocks may become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GroupLimits {
    /// At most so many blocks.
    pub blocks: usize,
    /// At most so many UTF-16 units, but for a single block that is longer.
    pub units: u32,
}

impl BlockTable {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![Place::default()];
        let (mut at, mut utf16) = (0, 0);
        while at < bytes.len() {
            let byte = bytes[at];
            at += 1;
            utf16 += units_begun_by(byte);
            if ends_line(bytes, at) && at < bytes.len() {
                starts.push(Place {
                    byte: ByteOffset::from_index(at),
                    utf16: Utf16Offset(utf16),
                });
            }
        }
        let end = Place {
            byte: ByteOffset::from_index(at),
            utf16: Utf16Offset(utf16),
        };
        Self { starts, end }
    }

    /// How many there are; at least one.
    #[expect(clippy::len_without_is_empty, reason = "there is always a block")]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The block's bytes, its line end included; `None` for the one block of an empty text, or a wrong index.
    pub fn span(&self, block: usize) -> Option<Span> {
        Span::new(self.starts.get(block)?.byte, self.place(block + 1).byte)
    }

    /// The block's UTF-16 units as start and end, its line end included; past the last block the text's end.
    pub fn utf16(&self, block: usize) -> (Utf16Offset, Utf16Offset) {
        (self.place(block).utf16, self.place(block + 1).utf16)
    }

    /// The bytes of several blocks, end-exclusive; `None` where they hold no text.
    pub fn hull(&self, blocks: Range<usize>) -> Option<Span> {
        Span::new(self.place(blocks.start).byte, self.place(blocks.end).byte)
    }

    /// The block that the character at `at` belongs to; the last one from the text's end on.
    pub fn block_at(&self, at: ByteOffset) -> usize {
        self.starts.partition_point(|start| start.byte <= at).max(1) - 1
    }

    /// Neighboring blocks put together, so that the browser has fewer things to keep track of: each group is as long as
    /// the limits allow, and at least one block.
    pub fn groups(&self, limits: GroupLimits) -> Vec<Range<usize>> {
        let mut groups = Vec::new();
        let mut from = 0;
        for block in 1..=self.len() {
            let n_units = self.place(block).utf16.0 - self.place(from).utf16.0;
            let next = self.place(block + 1).utf16.0 - self.place(from).utf16.0;
            let is_full = block - from >= limits.blocks || n_units >= limits.units || next > limits.units;
            if is_full || block == self.len() {
                groups.push(from..block);
                from = block;
            }
        }
        groups
    }

    /// A position between two lines becomes the start of the later one.
    pub fn locate(&self, at: ByteOffset, text: &ArticleText) -> BlockPosition {
        let block = self.block_at(at);
        let within = text.offsets().utf16_from_byte(at).0 - self.starts[block].utf16.0;
        BlockPosition { block, within }
    }

    /// A position between two lines becomes the end of the earlier one, as the end of a range wants it.
    pub fn locate_end(&self, at: ByteOffset, text: &ArticleText) -> BlockPosition {
        let position = self.locate(at, text);
        match position {
            BlockPosition { block, within: 0 } if block > 0 => BlockPosition {
                block: block - 1,
                within: self.starts[block].utf16.0 - self.starts[block - 1].utf16.0,
            },
            _ => position,
        }
    }

    /// Units past the block's end count as its end; a place between CR and LF or inside a surrogate pair becomes the
    /// one before.
    pub fn byte_at(&self, position: BlockPosition, text: &ArticleText) -> ByteOffset {
        let (start, end) = self.utf16(position.block);
        let at = Utf16Offset(start.0.saturating_add(position.within).min(end.0));
        let byte = text.offsets().byte_from_utf16(at);
        let (before, after) = text.as_str().as_bytes().split_at(byte.index());
        match (before.last(), after.first()) {
            (Some(b'\r'), Some(b'\n')) => ByteOffset(byte.0 - 1),
            _ => byte,
        }
    }

    fn place(&self, block: usize) -> Place {
        self.starts.get(block).copied().unwrap_or(self.end)
    }
}

/// The text as it is put into the page, unit by unit the same length in UTF-16: control characters that browsers draw
/// as empty boxes are shown as nothing (U+2060). Every other character stays.
pub fn shown(text: &str) -> Cow<'_, str> {
    const WORD_JOINER: char = '\u{2060}';
    if may_be_boxed(text.as_bytes()) {
        Cow::Owned(text.replace(is_boxed, WORD_JOINER.encode_utf8(&mut [0; 4])))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether there is such a character, looked for in bytes because nearly no text has one.
fn may_be_boxed(bytes: &[u8]) -> bool {
    let one = |byte: &u8| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1f | 0x7f);
    let two = |pair: &[u8]| pair[0] == 0xc2 && matches!(pair[1], 0x80..=0x9f);
    bytes.iter().any(one) || bytes.windows(2).any(two)
}

fn is_boxed(ch: char) -> bool {
    ch.is_control() && !matches!(ch, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}')
}

/// How many UTF-16 units a character counts whose first byte this is; 0 for a byte that continues one.
fn units_begun_by(byte: u8) -> u32 {
    match byte {
        0x80..=0xbf => 0,
        0xf0.. => 2,
        _ => 1,
    }
}

/// Whether a line ends right before `at`, which is at least 1.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes[at - 1] {
        b'\n' | 0x0b | 0x0c => true,
        b'\r' => bytes.get(at) != Some(&b'\n'),
        0x85 => bytes[..at].ends_with(&[0xc2, 0x85]),
        0xa8 | 0xa9 => bytes[..at - 1].ends_with(&[0xe2, 0x80]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<&str> {
        let table = BlockTable::new(text);
        (0..table.len())
            .map(|block| table.span(block).map_or("", |span| span.slice(text).unwrap()))
            .collect()
    }

    #[test]
    fn a_line_keeps_its_end() {
        assert_eq!(lines("a\nb"), ["a\n", "b"]);
        assert_eq!(lines("a\r\n\r\nb\r\r\n"), ["a\r\n", "\r\n", "b\r", "\r\n"]);
        assert_eq!(
            lines("a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f"),
            ["a\u{2028}", "b\u{2029}", "c\u{85}", "d\u{b}", "e\u{c}", "f"]
        );
        assert_eq!(lines("ȅ\u{2085}\u{a8}"), ["ȅ\u{2085}\u{a8}"]);
        assert_eq!(lines("\n"), ["\n"]);
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn positions_go_both_ways() {
        let text = ArticleText::new("e\u{301}👩‍👩‍👧\r\nشلום\n\nไทย\u{a0}\u{2028}x".to_owned());
        let table = BlockTable::new(text.as_str());
        for (byte, ch) in text.as_str().char_indices() {
            let at = ByteOffset::from_index(byte);
            let position = table.locate(at, &text);
            let inside_crlf = ch == '\n' && text.as_str()[..byte].ends_with('\r');
            let expected = if inside_crlf { ByteOffset(at.0 - 1) } else { at };
            assert_eq!(table.byte_at(position, &text), expected);
            assert_eq!(table.byte_at(table.locate_end(at, &text), &text), expected);
            let start = table.utf16(position.block).0;
            assert_eq!(start.0 + position.within, text.offsets().utf16_from_byte(at).0);
        }
        let last = table.len() - 1;
        assert_eq!(table.locate(text.end(), &text).block, last);
        let past = BlockPosition {
            block: last,
            within: 99,
        };
        assert_eq!(table.byte_at(past, &text), text.end());
    }

    #[test]
    fn an_end_between_lines_belongs_to_the_earlier() {
        let text = ArticleText::new("ab\ncd".to_owned());
        let table = BlockTable::new(text.as_str());
        let at = ByteOffset(3);
        assert_eq!(table.locate(at, &text), BlockPosition { block: 1, within: 0 });
        assert_eq!(table.locate_end(at, &text), BlockPosition { block: 0, within: 3 });
        assert_eq!(table.hull(0..1), table.span(0));
        assert_eq!(table.hull(0..9).map(Span::end), Some(text.end()));
    }

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "a list of one range is meant")]
    fn groups_are_as_long_as_the_limits_allow() {
        let table = BlockTable::new("a\nb\nc\nlonger than that\nd\ne");
        let groups = |blocks, units| table.groups(GroupLimits { blocks, units });
        assert_eq!(groups(2, 100), [0..2, 2..4, 4..6]);
        assert_eq!(groups(100, 4), [0..2, 2..3, 3..4, 4..6]);
        assert_eq!(groups(100, 1000), [0..6]);
        let empty = BlockTable::new("");
        assert_eq!(empty.groups(GroupLimits { blocks: 1, units: 1 }), [0..1]);
    }

    #[test]
    fn only_boxes_are_hidden_and_units_stay() {
        assert_eq!(shown("a\tb\r\n\u{85}\u{2028}\u{a0}"), "a\tb\r\n\u{85}\u{2028}\u{a0}");
        assert_eq!(
            shown("a\0\u{1b}\u{7f}\u{9f}\u{b}z"),
            "a\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}z"
        );
    }

    proptest::proptest! {
        #[test]
        fn blocks_cover_the_text_and_count_alike(text in "[a\u{e9}👩\r\n\u{85}\u{2028}\u{b}\0\u{9f}]{0,24}") {
            assert_eq!(lines(&text).concat(), text);
            assert_eq!(shown(&text).encode_utf16().count(), text.encode_utf16().count());
            assert!(!shown(&text).contains(is_boxed));
            let table = BlockTable::new(&text);
            for block in 0..table.len() {
                let (start, end) = table.utf16(block);
                let units = table.span(block).map_or(0, |span| span.slice(&text).unwrap().encode_utf16().count());
                assert_eq!((end.0 - start.0) as usize, units);
            }
        }
    }
}
