//! The numbers of a short text, to tell whether another one gives the same.

use super::numbers::{Number, Words};
use unicode_segmentation::UnicodeSegmentation;

/// What [`numbers_in`] reads.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct NumbersIn(Vec<Number>);

/// The numbers of a text such as a quote, in their order. Dates are none: texts give them in too many ways.
pub fn numbers_in(text: &str) -> NumbersIn {
    let places: Vec<(usize, usize)> = text
        .unicode_word_indices()
        .map(|(at, word)| (at, at + word.len()))
        .collect();
    let words = Words { text, places: &places };
    let mut numbers = Vec::new();
    let mut i = 0;
    while i < places.len() {
        i += if let Some((_, n_words)) = words.date_at(i) {
            n_words
        } else if let Some(reading) = words.number_at(i) {
            numbers.push(reading.number);
            reading.n_words
        } else {
            1
        };
    }
    NumbersIn(numbers)
}

impl NumbersIn {
    /// Whether each of the two gives a number that the other one does not give, also not rounded. A text that only
    /// gives fewer contradicts nothing.
    pub fn differ_from(&self, other: &Self) -> bool {
        self.has_beyond(other) && other.has_beyond(self)
    }

    fn has_beyond(&self, other: &Self) -> bool {
        let is_given = |number: &Number| {
            other
                .0
                .iter()
                .any(|it| it.mark() == number.mark() && it.is_near(*number))
        };
        !self.0.iter().all(is_given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(a: &str, b: &str) -> bool {
        let (a, b) = (numbers_in(a), numbers_in(b));
        assert_eq!(a.differ_from(&b), b.differ_from(&a));
        a.differ_from(&b)
    }

    #[test]
    fn numbers_are_compared_by_their_value() {
        assert!(!differ("$5.2 billion of investment", "5.2bn dollars were invested"));
        assert!(differ("$5.2 billion of investment", "$4.2 billion of investment"));
        assert!(differ("a rise of 5%", "a rise by 5 points"));
        assert!(!differ("some 190,000 arrivals", "189,922 arrivals"), "rounded");
    }

    #[test]
    fn who_gives_fewer_contradicts_nothing() {
        assert!(!differ("189,922 people in 12 towns", "189,922 people"));
        assert!(!differ("189,922 people", "many people"));
        assert!(!differ("", ""));
    }

    #[test]
    fn dates_are_no_numbers() {
        assert_eq!(numbers_in("on June 7, 2021"), NumbersIn::default());
    }
}
