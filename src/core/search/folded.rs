//! A text as it is compared, and the way back to the text itself.

use super::fold::{Folding, fold_unit, unit_len};
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use std::ops::Range;

/// A folded text. Units that are as long folded as they were need no entry, so that nearly all text costs only itself.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// Invariant: ascending in both places. Between two of them bytes correspond one to one, and each character is a
    /// unit.
    pieces: Vec<Piece>,
}

/// A unit that is not one character folded to one of the same length.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: u32,
    folded_end: u32,
    original_end: u32,
    original: u32,
}

impl Folded {
    /// Reads the text once.
    pub fn new(text: &str, folding: Folding) -> Self {
        let bytes = text.as_bytes();
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            pieces: Vec::new(),
        };
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            // What follows might belong to it where it is not ASCII.
            if byte.is_ascii_graphic() && *byte != b'`' && bytes.get(at + 1).is_none_or(u8::is_ascii) {
                let byte = if folding.case { *byte } else { byte.to_ascii_lowercase() };
                folded.text.push(char::from(byte));
                at += 1;
            } else {
                at = folded.push_unit(text, at, folding);
            }
        }
        folded
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The stretch of the text that was folded to this one, without unseen characters at its ends; `None` where it
    /// would begin or end within a unit, or is empty.
    pub fn original(&self, folded: Range<usize>) -> Option<Span> {
        let start = self.at_or_before(folded.start, |piece| piece.folded as usize <= folded.start)?;
        let end = self.at_or_before(folded.end, |piece| (piece.folded as usize) < folded.end)?;
        Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end))
    }

    /// Where the place lies in the text, going by the last piece that `counts`.
    fn at_or_before(&self, at: usize, counts: impl Fn(&Piece) -> bool) -> Option<usize> {
        let n = self.pieces.partition_point(counts);
        let Some(piece) = n.checked_sub(1).map(|last| self.pieces[last]) else {
            return Some(at);
        };
        let (from, to) = (piece.folded as usize, piece.folded_end as usize);
        if at == from && from < to {
            return Some(piece.original as usize);
        }
        Some(piece.original_end as usize + at.checked_sub(to)?)
    }

    /// Answers where the unit at `at` ends.
    fn push_unit(&mut self, text: &str, at: usize, folding: Folding) -> usize {
        let unit = &text[at..at + unit_len(&text[at..])];
        let from = self.text.len();
        fold_unit(unit, folding, &mut self.text);
        let folded = &self.text[from..];
        let is_one = |text: &str| text.chars().nth(1).is_none();
        if folded.len() != unit.len() || !is_one(unit) || !is_one(folded) {
            // Texts are capped well below 4 GiB, and no character becomes more than a few times as long.
            let offset = |at| ByteOffset::from_index(at).0;
            self.pieces.push(Piece {
                folded: offset(from),
                folded_end: offset(self.text.len()),
                original: offset(at),
                original_end: offset(at + unit.len()),
            });
        }
        at + unit.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOSE: Folding = Folding {
        case: false,
        accents: false,
    };

    /// The original of the first occurrence of `part` in the folded text.
    fn original<'t>(text: &'t str, part: &str) -> Option<&'t str> {
        let folded = Folded::new(text, LOOSE);
        let at = folded.as_str().find(part)?;
        folded.original(at..at + part.len())?.slice(text)
    }

    #[test]
    fn leads_back_to_the_text() {
        assert_eq!(
            original("In Arévalo’s\r\n plan", "arevalo's plan"),
            Some("Arévalo’s\r\n plan")
        );
        assert_eq!(original("Are\u{301}valo", "e"), Some("e\u{301}"));
        assert_eq!(original("aﬁb", "fi"), Some("ﬁ"));
        assert_eq!(original("Straße", "ss"), Some("ß"));
        assert_eq!(original("日本の「東京」", "東京"), Some("東京"));
    }

    #[test]
    fn no_unit_is_cut() {
        assert_eq!(original("ﬁ", "f"), None);
        assert_eq!(original("aﬁ", "i"), None);
    }

    #[test]
    fn unseen_characters_count_only_inside() {
        assert_eq!(
            original("x\u{ad}Guate\u{ad}mala\u{feff}y", "guatemala"),
            Some("Guate\u{ad}mala")
        );
        assert_eq!(original("\u{feff}\u{ad}a", "a"), Some("a"));
    }
}
