//! Looking for a few letters in many short texts, without regard to case, and without making a copy of each.

/// What is looked for: never empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextFilter {
    /// Invariant: folded, not empty.
    wanted: Vec<char>,
    /// The same as bytes, where bytes are enough to compare: ASCII without white space.
    bytes: Option<Vec<u8>>,
}

impl TextFilter {
    /// White space around it does not count; `None` where nothing else is left.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        (!text.is_empty()).then(|| Self {
            wanted: folded(text.chars()).collect(),
            bytes: plain.then(|| text.as_bytes().to_vec()),
        })
    }

    /// Whether `wider` is certainly found wherever this is: where it begins this.
    pub fn implies(&self, wider: &Self) -> bool {
        // What is compared by its bytes is not found in the few other characters that fold to ASCII.
        let alike = self.bytes.is_some() || wider.bytes.is_none();
        alike && self.wanted.starts_with(&wider.wanted)
    }

    /// Whether the text holds it. White space of any kind is the same, since lists show it as one blank.
    pub fn finds_in(&self, text: &str) -> bool {
        match &self.bytes {
            Some(bytes) => text
                .as_bytes()
                .windows(bytes.len())
                .any(|part| part.eq_ignore_ascii_case(bytes)),
            None => {
                let mut places = text.char_indices().filter(|(_, ch)| self.may_begin_with(*ch));
                places.any(|(at, _)| self.begins(text[at..].chars()))
            }
        }
    }

    /// Spares most places the folding; never wrong where it says no.
    fn may_begin_with(&self, ch: char) -> bool {
        !ch.is_ascii() || self.wanted[0] == ch.to_ascii_lowercase()
    }

    fn begins(&self, text: std::str::Chars<'_>) -> bool {
        let mut text = folded(text);
        self.wanted.iter().all(|wanted| text.next() == Some(*wanted))
    }
}

/// Lower case, the two small sigmas as one, each white space a blank.
fn folded(text: std::str::Chars<'_>) -> impl Iterator<Item = char> {
    text.flat_map(char::to_lowercase).map(|ch| match ch {
        'ς' => 'σ',
        ch if ch.is_whitespace() => ' ',
        ch => ch,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(wanted: &str, text: &str) -> bool {
        TextFilter::new(wanted).unwrap().finds_in(text)
    }

    #[test]
    fn case_does_not_count() {
        assert!(finds("GUATE", "in Guatemala"));
        assert!(finds("ÁR", "Bernardo Arévalo, árbol"));
        assert!(finds("οδος", "ΟΔΟΣ"));
        assert!(finds("straße", "Kantstraße"));
        assert!(!finds("guatemalan", "Guatemala"));
        assert!(!finds("ö", "o"));
    }

    #[test]
    fn white_space_of_any_kind_is_a_blank() {
        assert!(finds("two words", "Two\u{a0}Words"));
        assert!(finds(" two words ", "say two\nwords"));
    }

    #[test]
    fn what_grows_at_its_end_is_found_in_fewer_texts() {
        let implies = |new: &str, old: &str| TextFilter::new(new).unwrap().implies(&TextFilter::new(old).unwrap());
        assert!(implies("Guate", "guat") && implies("guat", "GUAT"));
        assert!(implies("año nuevo", "año n"));
        assert!(!implies("guat", "guate") && !implies("xguat", "guat"));
        // U+212A, the sign for kelvin, folds to “k” only where characters are folded.
        assert!(finds("kö", "\u{212a}ö") && !finds("k", "\u{212a}ö") && !implies("kö", "k"));
    }

    #[test]
    fn an_empty_one_is_none() {
        assert_eq!(TextFilter::new(" \n"), None);
        assert!(!finds("a", ""));
    }
}
