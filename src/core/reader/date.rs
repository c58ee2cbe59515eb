//! Publication dates as web pages and data sets write them.

use crate::core::month_names::MONTHS;
use crate::core::publication_date::PublicationDate;

/// Longer texts are prose that happens to name a day, not dates.
const MAX_BYTES: usize = 64;

/// The date that `text` says, as exact as it says it, or `None`. Takes ISO 8601 with or without a time (the day as
/// written there, whatever the time zone), `2024/3/5`, `20240305`, and English forms with the month's name. A form
/// that reads differently in different countries, such as 03/04/2024, is not guessed at.
pub fn date_in(text: &str) -> Option<PublicationDate> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    from_numbers(text).or_else(|| from_words(text))
}

fn from_numbers(text: &str) -> Option<PublicationDate> {
    let date = text.split(['T', 't', ' ']).next()?;
    let alone = date.len() == text.len();
    if date.bytes().all(|byte| byte.is_ascii_digit()) {
        return match date.len() {
            4 if alone => date.parse().ok(),
            8 => format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]).parse().ok(),
            _ => None,
        };
    }
    let parts: Vec<&str> = date.trim_end_matches('Z').split(['-', '/', '.']).collect();
    match parts[..] {
        [year, month] if alone => format!("{year}-{month:0>2}").parse().ok(),
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}").parse().ok(),
        _ => None,
    }
}

/// `March 25, 2024`, `25 March 2024`, `Mon, 25 Mar 2024 10:00:00 GMT`, `11:47 AM – Monday, March 25, 2024`.
fn from_words(text: &str) -> Option<PublicationDate> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|ch: char| !ch.is_alphanumeric() && ch != ':')
        .filter(|w| !w.is_empty())
        .collect();
    let (at, month) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| month_of(word).map(|month| (at, month)))?;
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let after = (words.get(at + 1), words.get(at + 2));
    match (before.and_then(|word| day_of(word)), after) {
        (_, (Some(day), Some(year))) if is_year(year) && day_of(day).is_some() => {
            format!("{year}-{month:02}-{:02}", day_of(day)?).parse().ok()
        }
        (Some(day), (Some(year), _)) if is_year(year) => format!("{year}-{month:02}-{day:02}").parse().ok(),
        (None, (Some(year), _)) if is_year(year) => format!("{year}-{month:02}").parse().ok(),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<usize> {
    let short = if word == "sept" { "sep" } else { word };
    MONTHS
        .iter()
        .position(|&month| word == month || short == &month[..3])
        .map(|idx| idx + 1)
}

fn day_of(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    digits
        .parse()
        .ok()
        .filter(|day| digits.len() <= 2 && (1..=31).contains(day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_exact_as_written() {
        for (text, date) in [
            ("2024", "2024"),
            ("2024-03", "2024-03"),
            (" 2024-03-25 ", "2024-03-25"),
            ("2024-03-25T23:30:00-06:00", "2024-03-25"),
            ("2024-03-25 10:00", "2024-03-25"),
            ("2024-03-25Z", "2024-03-25"),
            ("2024/3/5", "2024-03-05"),
            ("2024.03.05", "2024-03-05"),
            ("20240305", "2024-03-05"),
            ("20240305T101500Z", "2024-03-05"),
            ("March 25, 2024", "2024-03-25"),
            ("25 March 2024", "2024-03-25"),
            ("Sept. 3rd, 2021", "2021-09-03"),
            ("May 2021", "2021-05"),
            ("Mon, 25 Mar 2024 10:00:00 GMT", "2024-03-25"),
            ("11:47 AM – Monday, March 25, 2024", "2024-03-25"),
        ] {
            assert_eq!(
                date_in(text).map(|date| date.to_string()).as_deref(),
                Some(date),
                "{text}"
            );
        }
    }

    #[test]
    fn no_guessing() {
        for text in [
            "",
            "Monday",
            "03/04/2024",
            "2024 budget",
            "1711390000",
            "2021-02-30",
            "March 40, 2024",
            "maybe 2024",
            "25 March",
            "2024-03-25-07",
            "٢٠٢٤",
            "–",
            "The president spoke at a press conference in the Culture Palace on March 21, 2024.",
        ] {
            assert_eq!(date_in(text), None, "{text}");
        }
    }
}
