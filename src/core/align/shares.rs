//! Parts of a whole in words, read as percent: “a third of”, “by half”, “one in four”.

use super::numbers::{NumberKind, Reading, Words, reading, small_value};

/// Told so, a part is rounded.
const N_DIGITS: u8 = 1;

impl Words<'_> {
    /// The part that starts with word `i`, given in lower case, if one does.
    pub(super) fn part_at(&self, i: usize, word: &str) -> Option<Reading> {
        self.fraction(i, word).or_else(|| self.share(i, word))
    }

    /// “A third of”, “by half”; “two thirds” are no ordinal anywhere.
    fn fraction(&self, i: usize, word: &str) -> Option<Reading> {
        let is_half = word == "half";
        let n_words = if is_half { 1 } else { 2 };
        let part = if is_half {
            0.5
        } else {
            let n = if word == "a" { 1.0 } else { small_value(word)? };
            n / denominator(self.joined(i)?)?
        };
        let follows = |word| self.is(i + n_words, word);
        let is_after_by = i.checked_sub(1).is_some_and(|before| self.is(before, "by"));
        let is_plain = !is_half && word != "a" && !self.is(i + 1, "quarter") && !self.is(i + 1, "quarters");
        let is_part = follows("of") || is_half && (follows("the") || follows("its")) || is_after_by || is_plain;
        (is_part && part < 1.0).then(|| percent(part, n_words))
    }

    /// “One in four”, “nine out of ten”.
    fn share(&self, i: usize, word: &str) -> Option<Reading> {
        let whole = if self.is(i + 1, "in") {
            i + 2
        } else if self.is(i + 1, "out") && self.is(i + 2, "of") {
            i + 3
        } else {
            return None;
        };
        let (n, of) = (small_value(word)?, small_value(&self.get(whole)?.to_ascii_lowercase())?);
        let is_share = (1.0..of).contains(&n) && of <= 10.0;
        is_share.then(|| percent(n / of, whole - i + 1))
    }

    fn is(&self, i: usize, word: &str) -> bool {
        self.get(i).is_some_and(|it| it.eq_ignore_ascii_case(word))
    }
}

fn percent(part: f64, n_words: usize) -> Reading {
    reading((100.0 * part).round(), NumberKind::Percent, N_DIGITS, n_words)
}

/// Of how many parts this word names one or several. A quarter may be one of a year, too.
fn denominator(word: &str) -> Option<f64> {
    let word = word.to_ascii_lowercase();
    Some(match word.strip_suffix('s').unwrap_or(&word) {
        "half" => 2.0,
        "third" => 3.0,
        "quarter" => 4.0,
        "fifth" => 5.0,
        "tenth" => 10.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::numbers::Number;
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// The first number of the text.
    fn first(text: &str) -> Option<Number> {
        let words = text.unicode_word_indices();
        let places: Vec<_> = words.map(|(at, word)| (at, at + word.len())).collect();
        let words = Words { text, places: &places };
        (0..places.len()).find_map(|i| words.number_at(i)).map(|it| it.number)
    }

    #[test]
    fn parts_are_percent() {
        for (texts, value) in [
            (
                &["a quarter of them", "one in four", "one out of four", "by one quarter"][..],
                25.0,
            ),
            (
                &["a third of them", "one in three", "rose by a third", "33 percent"],
                33.0,
            ),
            (&["a rise of two-fifths", "two fifths more", "two out of five"], 40.0),
            (&["half of them", "half the people", "cut by half"], 50.0),
            (&["nine out of ten", "nine tenths of it"], 90.0),
        ] {
            for text in texts {
                let number = first(text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!((number.kind, number.value), (NumberKind::Percent, value), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_part() {
        for text in [
            "the half",
            "the second half",
            "a third term",
            "in one quarter",
            "two in 2020",
        ] {
            let kind = first(text).map(|it| it.kind);
            assert_ne!(kind, Some(NumberKind::Percent), "{text}");
        }
    }

    #[test]
    fn a_part_is_rounded() {
        let near = |a, b| first(a).unwrap().is_near(first(b).unwrap());
        assert!(near("seven in ten", "71 percent"));
        assert!(!near("one in four", "35 percent"));
    }
}
