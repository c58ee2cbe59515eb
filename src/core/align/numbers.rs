//! Numbers as news writes them, brought to their value: “$5.2bn”, “5.2 billion dollars” and 5,200,000,000 are one.

/// A number and what it counts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Number {
    pub value: f64,
    pub kind: NumberKind,
    /// How many digits tell something: three of 31.5, one of 2,000.
    pub n_digits: u8,
}

/// What a number says, as far as its own form tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum NumberKind {
    /// How many, or how much of something that is said beside it.
    Plain,
    Money,
    Percent,
    /// First, 12th.
    Ordinal,
    /// Both halves of 6–3, the first in thousands.
    Score,
    /// An hour of the day.
    Clock,
}

/// A number that starts at some word, and how many words it takes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Reading {
    pub number: Number,
    pub n_words: usize,
}

/// The words of a sentence as a number sees them. Positions are bytes of `text`, end-exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'s> {
    pub text: &'s str,
    pub places: &'s [(usize, usize)],
}

const CURRENCIES: [char; 5] = ['$', '€', '£', '¥', '₹'];

const MONEY_WORDS: [&str; 16] = [
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "yuan", "rupee", "rupees", "franc", "francs",
    "crown", "crowns", "peso", "pesos",
];

/// A hundredth of what money is counted in.
const COINS: [&str; 3] = ["cent", "cents", "pence"];

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

impl<'s> Words<'s> {
    pub fn get(&self, i: usize) -> Option<&'s str> {
        self.places.get(i).map(|(start, end)| &self.text[*start..*end])
    }

    fn before(&self, i: usize) -> Option<char> {
        self.text[..self.places[i].0].chars().next_back()
    }

    /// What stands between this word and the next, or behind the last.
    pub fn gap_after(&self, i: usize) -> &'s str {
        let end = self.places[i].1;
        let next = self.places.get(i + 1).map_or(self.text.len(), |(start, _)| *start);
        &self.text[end..next]
    }

    /// The number that starts at word `i`.
    pub fn number_at(&self, i: usize) -> Option<Reading> {
        let word = self.get(i)?;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            self.in_digits(i, word)
        } else {
            self.in_words(i)
        }
    }

    fn in_digits(&self, i: usize, word: &str) -> Option<Reading> {
        let n_number = word
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(word.len());
        let (digits, suffix) = word.split_at(n_number);
        let (mut value, n_digits) = value_of(digits)?;
        let mut n_words = 1;
        let is_money = self.before(i).is_some_and(|c| CURRENCIES.contains(&c));
        let suffix = suffix.to_ascii_lowercase();
        match suffix.as_str() {
            "" => {}
            "st" | "nd" | "rd" | "th" => return Some(reading(value, NumberKind::Ordinal, n_digits, 1)),
            "m" if !is_money => {}
            "p" => return Some(reading(value / 100.0, NumberKind::Money, n_digits, 1)),
            _ => value *= scale(&suffix)?,
        }
        if suffix.is_empty() {
            if let Some(other) = self.other_half(i, value) {
                return Some(reading(value * 1000.0 + other, NumberKind::Score, 2, 2));
            }
            if let Some(scale) = self.joined(i).and_then(scale_word) {
                value *= scale;
                n_words += 1;
            }
        }
        let last = i + n_words - 1;
        let gap = self.gap_after(last);
        let (kind, n_more) = match self.counted(last) {
            _ if is_money => (NumberKind::Money, 0),
            _ if gap.starts_with('%') => (NumberKind::Percent, 0),
            _ if gap.starts_with(CURRENCIES) => (NumberKind::Money, 0),
            counted => counted,
        };
        if kind == NumberKind::Money && !is_money {
            value *= self.coin(last);
        }
        Some(reading(value, kind, n_digits, n_words + n_more))
    }

    /// What a number that ends with word `last` counts, and how many more words say so.
    fn counted(&self, last: usize) -> (NumberKind, usize) {
        let after = self.joined(last).map(str::to_ascii_lowercase).unwrap_or_default();
        match after.as_str() {
            "percent" | "pct" => (NumberKind::Percent, 1),
            "per" if self.get(last + 2).is_some_and(|it| it.eq_ignore_ascii_case("cent")) => (NumberKind::Percent, 2),
            "percentage" => (NumberKind::Percent, 0),
            "a.m" | "p.m" | "am" | "pm" | "o'clock" => (NumberKind::Clock, 0),
            word if MONEY_WORDS.contains(&word) || COINS.contains(&word) => (NumberKind::Money, 1),
            _ => (NumberKind::Plain, 0),
        }
    }

    /// What the word after word `last` makes of a sum of money: a hundredth of it, or nothing else.
    fn coin(&self, last: usize) -> f64 {
        let is_coin = |word: &str| COINS.iter().any(|coin| coin.eq_ignore_ascii_case(word));
        if self.joined(last).is_some_and(is_coin) {
            0.01
        } else {
            1.0
        }
    }

    /// The second number of a score such as 6–3.
    fn other_half(&self, i: usize, value: f64) -> Option<f64> {
        let is_joined = matches!(self.gap_after(i), "–" | "-" | "—");
        let (other, _) = value_of(self.get(i + 1).filter(|_| is_joined)?)?;
        let fits = |it: f64| it < 300.0 && it.fract() == 0.0;
        (fits(value) && fits(other)).then_some(other)
    }

    /// The next word, if nothing but a space or a hyphen stands before it.
    pub fn joined(&self, i: usize) -> Option<&'s str> {
        self.get(i + 1)
            .filter(|_| matches!(self.gap_after(i), " " | "-" | "\u{a0}" | "\u{202f}"))
    }

    fn in_words(&self, i: usize) -> Option<Reading> {
        let word = self.get(i)?.to_ascii_lowercase();
        if let Some(reading) = self.part_at(i, &word) {
            return Some(reading);
        }
        if let Some(at) = ORDINALS.iter().position(|it| *it == word) {
            return Some(reading(at as f64 + 1.0, NumberKind::Ordinal, 1, 1));
        }
        let mut n_words = 1;
        let mut value = match small_value(&word) {
            Some(value) => value,
            None if word == "a" => 1.0,
            None => return None,
        };
        if value >= 20.0
            && let Some(units) = self
                .joined(i)
                .and_then(|it| small_value(&it.to_ascii_lowercase()))
                .filter(|it| *it < 10.0)
        {
            value += units;
            n_words += 1;
        }
        let mut is_scaled = false;
        while let Some(scale) = self.joined(i + n_words - 1).and_then(scale_word) {
            value *= scale;
            n_words += 1;
            is_scaled = true;
        }
        if !is_scaled && (word == "a" || word == "one") {
            // An article or a pronoun.
            return None;
        }
        let last = i + n_words - 1;
        let (kind, n_more) = self.counted(last);
        let n_digits = significant(value);
        if kind == NumberKind::Money {
            value *= self.coin(last);
        }
        Some(reading(value, kind, n_digits, n_words + n_more))
    }
}

impl Number {
    /// What equal numbers have in common, however they are written.
    pub fn key(self) -> String {
        format!("{}{:.5e}", self.mark(), self.value)
    }

    /// What tells apart numbers that are never the same, whatever their value.
    pub fn mark(self) -> char {
        match self.kind {
            // Money is often told from a plain number by context alone.
            NumberKind::Plain | NumberKind::Money => '#',
            NumberKind::Percent => '%',
            NumberKind::Ordinal => '°',
            NumberKind::Score => ':',
            NumberKind::Clock => '@',
        }
    }

    /// The halves of a score, which may be told apart elsewhere: “six judges against three”.
    pub fn parts(self) -> Vec<Self> {
        let part = |value| Self {
            value,
            kind: NumberKind::Plain,
            n_digits: 1,
        };
        match self.kind {
            NumberKind::Score => vec![part((self.value / 1000.0).trunc()), part(self.value % 1000.0)],
            _ => Vec::new(),
        }
    }

    /// Whether one may be the other, rounded.
    pub fn is_near(self, other: Self) -> bool {
        let rounded = self.n_digits != other.n_digits;
        let distance = (self.value - other.value).abs() / self.value.abs().max(other.value.abs()).max(1e-9);
        distance < if rounded { 0.06 } else { 1e-6 }
    }
}

/// Of so many digits that tell something, over so many words.
pub(super) fn reading(value: f64, kind: NumberKind, n_digits: u8, n_words: usize) -> Reading {
    let number = Number { value, kind, n_digits };
    Reading { number, n_words }
}

/// Reads “189,922”, “5.2” and “1.000.000”; a single comma that no three digits follow is a decimal one.
fn value_of(digits: &str) -> Option<(f64, u8)> {
    let groups_of = |mark| {
        let mut parts = digits.split(mark).skip(1).peekable();
        parts.peek().is_some() && parts.all(|part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let n_periods = digits.matches('.').count();
    let plain = if digits.contains(',') && (groups_of(',') || digits.contains('.')) {
        digits.replace(',', "")
    } else if n_periods > 1 && groups_of('.') {
        digits.replace('.', "")
    } else {
        digits.replace(',', ".")
    };
    let value: f64 = plain.parse().ok()?;
    let n_digits = plain
        .trim_start_matches(['0', '.'])
        .trim_end_matches('0')
        .bytes()
        .filter(|b| *b != b'.')
        .count();
    Some((value, n_digits.clamp(1, 15) as u8))
}

fn significant(value: f64) -> u8 {
    let digits = format!("{value}");
    digits.trim_end_matches('0').len().clamp(1, 15) as u8
}

/// The value of one word, in lower case, below a hundred.
pub(super) fn small_value(word: &str) -> Option<f64> {
    let small = SMALL.iter().position(|it| *it == word).map(|at| at as f64);
    let tens = || {
        TENS.iter()
            .position(|it| *it == word)
            .map(|at| 10.0 * (at as f64 + 2.0))
    };
    let dozen = || (word == "dozen").then_some(12.0);
    small.or_else(tens).or_else(dozen)
}

fn scale(suffix: &str) -> Option<f64> {
    Some(match suffix {
        "k" => 1e3,
        "m" | "mn" | "mln" => 1e6,
        "b" | "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

fn scale_word(word: &str) -> Option<f64> {
    Some(match word.to_ascii_lowercase().as_str() {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        "m" => return None,
        suffix => return scale(suffix).filter(|_| suffix.len() > 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// The first number of the text.
    fn first(text: &str) -> Option<Number> {
        let places: Vec<_> = text
            .unicode_word_indices()
            .map(|(at, word)| (at, at + word.len()))
            .collect();
        let words = Words { text, places: &places };
        (0..places.len()).find_map(|i| words.number_at(i)).map(|it| it.number)
    }

    #[test]
    fn one_value_in_many_forms() {
        for (texts, kind, value) in [
            (
                &[
                    "$5.2 billion",
                    "5.2 billion dollars",
                    "$5.2bn",
                    "€5,200,000,000",
                    "$5,200 million",
                ][..],
                NumberKind::Money,
                5.2e9,
            ),
            (
                &["40 pence", "40p more", "$0.40", "forty cents", "£0.4"],
                NumberKind::Money,
                0.4,
            ),
            (
                &["189,922 people", "189922 people", "189,922.0 of them"],
                NumberKind::Plain,
                189_922.0,
            ),
            (
                &["a million people", "one million", "1,000,000", "1.000.000"],
                NumberKind::Plain,
                1e6,
            ),
            (&["two hundred troops", "200 troops"], NumberKind::Plain, 200.0),
            (
                &["31%", "31 percent", "31 per cent", "thirty-one percent", "31 pct"],
                NumberKind::Percent,
                31.0,
            ),
            (&["the first", "its 1st"], NumberKind::Ordinal, 1.0),
            (&["6–3", "6-3"], NumberKind::Score, 6_003.0),
            (&["a dozen", "twelve", "12"], NumberKind::Plain, 12.0),
            (&["7.4 meters", "7.40 m", "7,4 m"], NumberKind::Plain, 7.4),
            (&["5 a.m.", "5 am"], NumberKind::Clock, 5.0),
        ] {
            for text in texts {
                let number = first(text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!(
                    (number.kind, format!("{:.3}", number.value)),
                    (kind, format!("{value:.3}")),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn words_that_are_no_numbers() {
        for text in ["one of them", "a man", "hundreds", "COVID", "tens of thousands"] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn rounded_numbers_are_near() {
        let near = |a, b| first(a).unwrap().is_near(first(b).unwrap());
        assert!(near("8%", "8.3%"));
        assert!(near("190,000", "189,922"));
        assert!(!near("4", "7"));
        assert!(!near("2,300", "2,400"));
        assert!(!near("80", "200"));
    }
}
