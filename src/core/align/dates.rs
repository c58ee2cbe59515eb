//! Dates as a sentence names them, in whole or in part.

use super::numbers::Words;
use crate::core::month_names::MONTHS;

/// What a sentence says of a date; 0 where it does not say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct Date {
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31; with a month only.
    pub day: u8,
    /// 1 for Monday to 7.
    pub weekday: u8,
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Words before “May” that make it the month.
const BEFORE_MONTH: [&str; 12] = [
    "in", "of", "last", "since", "until", "by", "late", "early", "mid", "this", "next", "from",
];

/// Which years a number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2099;

impl Words<'_> {
    /// The date that starts at word `i`, and how many words it takes.
    pub(super) fn date_at(&self, i: usize) -> Option<(Date, usize)> {
        let word = self.get(i)?;
        if let Some(weekday) = position(&WEEKDAYS, word) {
            return Some((
                Date {
                    weekday,
                    ..Date::default()
                },
                1,
            ));
        }
        if let Some((date, n_words)) = self.month_at(i) {
            return Some((date, n_words));
        }
        if let Some(day) = self.day_at(i)
            && let Some((date, n_words)) = self.month_at(i + 1)
            && date.day == 0
        {
            return Some((Date { day, ..date }, n_words + 1));
        }
        self.year_at(i).map(|year| {
            (
                Date {
                    year,
                    ..Date::default()
                },
                1,
            )
        })
    }

    fn month_at(&self, i: usize) -> Option<(Date, usize)> {
        let word = self.get(i)?;
        let month = month(word)?;
        let mut date = Date {
            month,
            ..Date::default()
        };
        let mut n_words = 1;
        if let Some(day) = self.day_at(i + 1).filter(|_| !self.gap_after(i).contains(',')) {
            date.day = day;
            n_words += 1;
        }
        let before = i
            .checked_sub(1)
            .and_then(|i| self.get(i))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_verb_too = word.len() < 6 && matches!(month, 3 | 5);
        if is_verb_too && date.day == 0 && !BEFORE_MONTH.contains(&before.as_str()) && self.year_at(i + 1).is_none() {
            return None;
        }
        if let Some(year) = self.year_at(i + n_words) {
            date.year = year;
            n_words += 1;
        }
        Some((date, n_words))
    }

    fn day_at(&self, i: usize) -> Option<u8> {
        let word = self.get(i)?;
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_plain = digits.len() == word.len() || matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th");
        digits.parse().ok().filter(|day| is_plain && (1..=31).contains(day))
    }

    fn year_at(&self, i: usize) -> Option<u16> {
        let word = self.get(i)?;
        let (start, end) = self.places[i];
        let is_amount = self.text[..start].ends_with(['$', '€', '£', '¥']) || self.text[end..].starts_with('%');
        let year = word.parse().ok().filter(|year| YEARS.contains(year))?;
        (word.len() == 4 && !is_amount).then_some(year)
    }
}

impl Date {
    /// What of it is compared, most exact first: one term for each.
    pub fn keys(self) -> Vec<String> {
        let mut keys = Vec::new();
        if self.day > 0 {
            keys.push(format!("d{}-{}", self.month, self.day));
        }
        if self.month > 0 {
            keys.push(format!("m{}", self.month));
        }
        if self.year > 0 {
            keys.push(format!("y{}", self.year));
        }
        if self.weekday > 0 {
            keys.push(format!("w{}", self.weekday));
        }
        keys
    }

    /// Whether both cannot be the same day: they differ in something that both say.
    pub fn is_at_odds(self, other: Self) -> bool {
        let differ = |a: u16, b: u16| a != 0 && b != 0 && a != b;
        differ(self.year, other.year)
            || differ(self.month.into(), other.month.into())
            || differ(self.day.into(), other.day.into())
            || differ(self.weekday.into(), other.weekday.into())
    }

    /// Whether something that both say is the same.
    pub fn shares(self, other: Self) -> bool {
        let same = |a: u16, b: u16| a != 0 && a == b;
        same(self.year, other.year)
            || same(self.month.into(), other.month.into())
            || same(self.weekday.into(), other.weekday.into())
    }
}

/// From 1, by the full name with a capital.
fn position(names: &[&str], word: &str) -> Option<u8> {
    let is_name = word.starts_with(|c: char| c.is_ascii_uppercase());
    let at = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))
        .filter(|_| is_name)?;
    Some(at as u8 + 1)
}

/// By the full name or its usual abbreviation.
fn month(word: &str) -> Option<u8> {
    let short = || {
        let lower = word.to_ascii_lowercase();
        let is_short = matches!(lower.len(), 3 | 4) && (lower == "sept" || lower.len() == 3);
        let at = MONTHS.iter().position(|name| name.starts_with(&lower));
        at.filter(|_| is_short && word.starts_with(|c: char| c.is_ascii_uppercase()))
            .map(|at| at as u8 + 1)
    };
    position(&MONTHS, word).or_else(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn all(text: &str) -> Vec<String> {
        let places: Vec<_> = text
            .unicode_word_indices()
            .map(|(at, word)| (at, at + word.len()))
            .collect();
        let words = Words { text, places: &places };
        let (mut found, mut i) = (Vec::new(), 0);
        while i < places.len() {
            match words.date_at(i) {
                Some((date, n_words)) => {
                    found.push(date.keys().join(" "));
                    i += n_words;
                }
                None => i += 1,
            }
        }
        found
    }

    #[test]
    fn whole_and_in_part() {
        for (text, expected) in [
            ("on Oct. 12, 2025", &["d10-12 m10 y2025"][..]),
            ("on 12 October 2025", &["d10-12 m10 y2025"]),
            ("Monday, March 25, 2024", &["w1", "d3-25 m3 y2024"]),
            ("in May they may march in 1921", &["m5", "y1921"]),
            ("May said so", &[]),
            ("on April 5th", &["d4-5 m4"]),
            ("in August, 2300 people, $1990, 1,990", &["m8"]),
            ("Sept. 3", &["d9-3 m9"]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn odds_are_what_both_say() {
        let date = |year, month, day, weekday| Date {
            year,
            month,
            day,
            weekday,
        };
        assert!(date(2021, 0, 0, 0).is_at_odds(date(2024, 3, 0, 0)));
        assert!(!date(2021, 0, 0, 0).is_at_odds(date(0, 3, 25, 1)));
        assert!(date(0, 3, 25, 0).is_at_odds(date(0, 3, 26, 0)));
        assert!(date(0, 3, 25, 0).shares(date(2024, 3, 0, 0)));
    }
}
