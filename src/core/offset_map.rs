//! Conversion between the three offset units of one text.
//!
//! Only the characters beyond ASCII are kept, so plain text costs nothing; each look-up is a binary search.
//! After the idea of rust-analyzer's `line-index`, written anew for three units.

use super::offset::{ByteOffset, CharOffset, Utf16Offset};

/// Where the characters beyond ASCII lie in one text, and so the units' differences at every position.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OffsetMap {
    /// One entry per character beyond ASCII: the three positions *after* it. Invariant: strictly ascending in each.
    after_wide: Vec<Milestone>,
    len: Milestone,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Milestone {
    byte: u32,
    utf16: u32,
    char: u32,
}

impl OffsetMap {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut at = Milestone::default();
        let mut after_wide = Vec::new();
        let mut ascii_from = 0;
        for (byte, ch) in text.char_indices().filter(|(_, ch)| !ch.is_ascii()) {
            let ascii = (byte - ascii_from) as u32;
            at.byte += ascii + ch.len_utf8() as u32;
            at.utf16 += ascii + ch.len_utf16() as u32;
            at.char += ascii + 1;
            ascii_from = at.byte as usize;
            after_wide.push(at);
        }
        let ascii = (text.len() - ascii_from) as u32;
        let len = Milestone {
            byte: at.byte + ascii,
            utf16: at.utf16 + ascii,
            char: at.char + ascii,
        };
        Self { after_wide, len }
    }

    /// The text's length in code points.
    pub fn len_chars(&self) -> CharOffset {
        CharOffset(self.len.char)
    }

    /// The text's length in UTF-16 units.
    pub fn len_utf16(&self) -> Utf16Offset {
        Utf16Offset(self.len.utf16)
    }

    /// A position inside a character goes to the character's start; one past the end, to the end.
    pub fn utf16_from_byte(&self, at: ByteOffset) -> Utf16Offset {
        Utf16Offset(self.convert(at.0, |m| m.byte, |m| m.utf16))
    }

    /// A position inside a character goes to the character's start; one past the end, to the end.
    pub fn char_from_byte(&self, at: ByteOffset) -> CharOffset {
        CharOffset(self.convert(at.0, |m| m.byte, |m| m.char))
    }

    /// Between the two halves of a surrogate pair: the character's start; past the end: the end.
    pub fn byte_from_utf16(&self, at: Utf16Offset) -> ByteOffset {
        ByteOffset(self.convert(at.0, |m| m.utf16, |m| m.byte))
    }

    /// Past the end: the end.
    pub fn byte_from_char(&self, at: CharOffset) -> ByteOffset {
        ByteOffset(self.convert(at.0, |m| m.char, |m| m.byte))
    }

    fn convert(&self, at: u32, from: impl Fn(&Milestone) -> u32, to: impl Fn(&Milestone) -> u32) -> u32 {
        let at = at.min(from(&self.len));
        let passed = self.after_wide.partition_point(|m| from(m) <= at);
        let base = match passed {
            0 => Milestone::default(),
            n => self.after_wide[n - 1],
        };
        let target = to(&base) + (at - from(&base));
        // Inside the next wide character nothing advances: its start is the ASCII run's end.
        match self.after_wide.get(passed) {
            Some(next) => {
                let ascii_run = (next.char - base.char) - 1;
                to(&base) + (at - from(&base)).min(ascii_run)
            }
            None => target,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let map = OffsetMap::new(text);
        let (mut utf16, mut chars) = (0, 0);
        for (byte, ch) in text.char_indices() {
            let at = ByteOffset::from_index(byte);
            assert_eq!(map.utf16_from_byte(at), Utf16Offset(utf16), "{text:?} at {byte}");
            assert_eq!(map.char_from_byte(at), CharOffset(chars), "{text:?} at {byte}");
            assert_eq!(map.byte_from_utf16(Utf16Offset(utf16)), at);
            assert_eq!(map.byte_from_char(CharOffset(chars)), at);
            for inside in 1..ch.len_utf8() {
                assert_eq!(
                    map.char_from_byte(ByteOffset::from_index(byte + inside)),
                    CharOffset(chars)
                );
            }
            if ch.len_utf16() == 2 {
                assert_eq!(map.byte_from_utf16(Utf16Offset(utf16 + 1)), at);
            }
            utf16 += ch.len_utf16() as u32;
            chars += 1;
        }
        assert_eq!(map.len_utf16(), Utf16Offset(utf16));
        assert_eq!(map.len_chars(), CharOffset(chars));
        assert_eq!(
            map.utf16_from_byte(ByteOffset::from_index(text.len())),
            Utf16Offset(utf16)
        );
        assert_eq!(
            map.byte_from_char(CharOffset(chars + 9)),
            ByteOffset::from_index(text.len())
        );
    }

    #[test]
    fn agrees_with_counting() {
        for text in [
            "",
            "a",
            "é",
            "aé",
            "éa",
            "👩‍👩‍👧 fam\u{301}ily",
            "x\r\n\u{2028}\u{a0}y",
            "اب שלום ไทย 中文",
            "🇬🇹🇬🇹",
        ] {
            check(text);
        }
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_counting_on_any_text(text in "\\PC{0,40}") {
            check(&text);
        }
    }
}
