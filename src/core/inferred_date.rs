//! When an article may be from, worked out from its text: a guess that is shown as one.

use super::article::Article;
use super::month_names::MONTHS;
use super::publication_date::PublicationDate;
use super::reader::date_in;

/// How an article's date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArticleDate {
    /// Its source or the person says it.
    Said(PublicationDate),
    /// It is the latest date that the text names.
    Inferred(PublicationDate),
}

impl ArticleDate {
    /// Of an article; `None` where its text names no date either.
    pub fn of(article: &Article) -> Option<Self> {
        let said = article.date.map(Self::Said);
        said.or_else(|| inferred(article.text.as_str()).map(Self::Inferred))
    }

    /// The date, however it is known.
    pub fn date(self) -> PublicationDate {
        match self {
            Self::Said(date) | Self::Inferred(date) => date,
        }
    }
}

/// As much of a text is looked at; what dates an article stands at its beginning or its end.
const MOST: usize = 100_000;

/// How many words beside a month's name may belong to the date.
const BESIDE: usize = 2;

/// The latest of the full dates that the text names; else of its months with a year; else of its years. News names days to
/// come less often than days gone, and seldom far off.
fn inferred(text: &str) -> Option<PublicationDate> {
    let end = text.floor_char_boundary(MOST);
    let words: Vec<&str> = text[..end].split_whitespace().collect();
    let is_month = |word: &&str| {
        let bare = word.trim_matches(|ch: char| !ch.is_alphabetic()).to_lowercase();
        bare.len() >= 3 && MONTHS.iter().any(|month| *month == bare || month[..3] == bare)
    };
    let months = words.iter().enumerate().filter(|(_, word)| is_month(word));
    let dates: Vec<PublicationDate> = months
        .filter_map(|(at, _)| {
            let around = &words[at.saturating_sub(BESIDE)..words.len().min(at + BESIDE + 1)];
            date_in(&around.join(" ")).or_else(|| date_in(&around[around.len().saturating_sub(BESIDE + 1)..].join(" ")))
        })
        .collect();
    let days = dates.iter().filter(|date| date.day().is_some()).max();
    days.or_else(|| dates.iter().max())
        .copied()
        .or_else(|| latest_year(&words))
}

fn latest_year(words: &[&str]) -> Option<PublicationDate> {
    let year = |word: &&str| {
        let digits = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let date = digits.parse::<PublicationDate>().ok().filter(|_| is_year)?;
        (1900..2100).contains(&date.year()).then_some(date)
    };
    words.iter().filter_map(year).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<String> {
        inferred(text).map(|date| date.to_string())
    }

    #[test]
    fn the_latest_full_date_is_taken() {
        let text =
            "On March 21, 2024 he spoke; by 25 March 2024 it was over. In May 2025 more may follow, in 2026 all.";
        assert_eq!(date(text).as_deref(), Some("2024-03-25"));
    }

    #[test]
    fn less_exact_ones_are_taken_where_there_is_no_other() {
        assert_eq!(
            date("In June 2021 and in May 2020, after 2022.").as_deref(),
            Some("2021-06")
        );
        assert_eq!(date("Copyright © SCSP 2022, founded 1998.").as_deref(), Some("2022"));
        assert_eq!(date("On June 8 they may meet; 5,200 came and 9999 left."), None);
    }

    #[test]
    fn prose_around_a_month_is_no_date() {
        assert_eq!(date("They may march on Monday."), None);
        assert_eq!(date(""), None);
    }
}
