//! Sentences of a news text.
//!
//! Boundaries come from Unicode Standard Annex #29 and are mended where it does not know news: it ends a sentence after
//! “Mr.”, “U.S.” and initials, and after a question within a quote. A line is a sentence of its own, as headlines and
//! bylines are, but for lines that were wrapped within a sentence. The crates that know abbreviations bring tables of
//! many languages or a regular expression engine along.

use super::super::offset::ByteOffset;
use super::super::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations that a name or a number follows, in lower case without their period.
const BEFORE_MORE: [&str; 58] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "sr", "sra", "st", "mt", "ft", "gov", "sen", "rep", "pres",
    "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "cpl", "adm", "supt", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos", "vs", "v", "art", "approx", "al", "est", "p", "pp", "fig",
    "ca", "c", "cf", "vol", "ch", "sec", "tel", "ext",
];

/// Words that start a sentence far more often than they go on in a name after “U.S.” or an initial.
const STARTERS: [&str; 44] = [
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "it",
    "he",
    "she",
    "they",
    "we",
    "you",
    "i",
    "his",
    "her",
    "their",
    "its",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "after",
    "before",
    "but",
    "and",
    "when",
    "while",
    "as",
    "if",
    "there",
    "some",
    "many",
    "most",
    "more",
    "however",
    "according",
    "last",
    "both",
    "another",
    "such",
];

/// The sentences in text order, without white space around them; each holds a letter or a digit.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (from, to) in paragraphs(text) {
        let mut start = from;
        for (at, piece) in text[from..to].split_sentence_bound_indices() {
            let at = from + at;
            let ends = before_numbers(piece)
                .into_iter()
                .chain([piece.len()])
                .map(|end| at + end);
            for end in ends {
                if end == to || ends_sentence(&text[start..end], &text[end..to]) {
                    found.extend(trimmed(text, start, end));
                    start = end;
                }
            }
        }
    }
    found
}

/// Where a number follows a period, which UAX #29 takes for the end of a sentence only if a capital follows the number.
fn before_numbers(piece: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut is_after_end = false;
    let mut is_after_space = false;
    for (at, ch) in piece.char_indices() {
        if is_after_end && is_after_space && ch.is_ascii_digit() {
            found.push(at);
        }
        is_after_space = ch.is_whitespace();
        is_after_end = match ch {
            '.' | '!' | '?' => true,
            '”' | '’' | '"' | ')' => is_after_end,
            ch => is_after_end && ch.is_whitespace(),
        };
    }
    found
}

/// Stretches that no sentence crosses: lines, or several where the next one goes on in lower case.
fn paragraphs(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    for line in text.split_inclusive(is_end) {
        let end = start + line.len();
        if line == "\n"
            && text[..start].ends_with('\r')
            && let Some(last) = found.last_mut()
        {
            last.1 = end;
            start = end;
            continue;
        }
        let goes_on = line.trim_start().starts_with(char::is_lowercase);
        match found.last_mut() {
            Some(last) if goes_on && is_unfinished(&text[last.0..last.1]) => last.1 = end,
            _ => found.push((start, end)),
        }
        start = end;
    }
    found
}

/// Whether a sentence may go on in the next line; a blank line ends it.
fn is_unfinished(line: &str) -> bool {
    let without_end = line.strip_suffix('\n').unwrap_or(line);
    without_end
        .trim_end_matches(['\r', ' ', '\t'])
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '—'))
}

/// Whether what UAX #29 takes for the end of `sentence` is one.
fn ends_sentence(sentence: &str, rest: &str) -> bool {
    let next = rest.trim_start();
    if !next.contains(char::is_alphanumeric) || !sentence.contains(char::is_alphanumeric) {
        // A stray period or bracket belongs to the sentence beside it.
        return false;
    }
    let first = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    if first.starts_with(char::is_lowercase) && !next.starts_with(['•', '*']) {
        return false;
    }
    let body = sentence.trim_end();
    let Some(before_period) = body.strip_suffix('.') else {
        return true;
    };
    let last = before_period
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '-' | '–' | '—'))
        .next()
        .unwrap_or_default();
    let lower = last.to_lowercase();
    if BEFORE_MORE.contains(&lower.as_str()) {
        // “No.” goes on in a number; as a word of its own it ends a sentence.
        return lower == "no" && !first.starts_with(|c: char| c.is_ascii_digit());
    }
    let next_word = first.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !is_initials(last) || STARTERS.contains(&next_word.to_lowercase().as_str())
}

/// “F”, “U.S”, “J.R”, “p.m”: single letters with periods between; one alone must be a capital.
fn is_initials(word: &str) -> bool {
    let is_letter = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    word.split('.').all(is_letter) && (word.contains('.') || word.starts_with(char::is_uppercase))
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let slice = &text[start..end];
    if !slice.contains(char::is_alphanumeric) {
        return None;
    }
    // A byte order mark is no white space, but no part of a sentence either.
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let start = start + (slice.len() - slice.trim_start_matches(is_blank).len());
    let end = end - (slice.len() - slice.trim_end_matches(is_blank).len());
    Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences are put apart by `|` in what is expected.
    fn check(text: &str, expected: &str) {
        let found: Vec<_> = sentences(text).iter().map(|it| it.slice(text).unwrap()).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn abbreviations_and_initials_go_on() {
        check(
            "Mr. Smith met Gov. Ana Ruiz. She smiled.",
            "Mr. Smith met Gov. Ana Ruiz.|She smiled.",
        );
        check(
            "On Sept. 3 the U.S. President spoke.",
            "On Sept. 3 the U.S. President spoke.",
        );
        check(
            "He left the U.S. The talks failed.",
            "He left the U.S.|The talks failed.",
        );
        check("John F. Kennedy won. He was 43.", "John F. Kennedy won.|He was 43.");
        check("In Dent v. Montana it won.", "In Dent v. Montana it won.");
        check(
            "He came in at No. 3. No. He did not.",
            "He came in at No. 3.|No.|He did not.",
        );
        check("It closes at 5 p.m. Monday.", "It closes at 5 p.m. Monday.");
    }

    #[test]
    fn a_quote_stays_in_its_sentence() {
        check("“Is it over?” he asked. It was.", "“Is it over?” he asked.|It was.");
        check(
            "She said it was “over.” Then she left.",
            "She said it was “over.”|Then she left.",
        );
        check("“Never!” said Ruiz.", "“Never!” said Ruiz.");
    }

    #[test]
    fn lines_are_sentences_but_for_wrapped_ones() {
        check(
            "Prices Rise\n\nBy Ana Ruiz\nPrices rose.",
            "Prices Rise|By Ana Ruiz|Prices rose.",
        );
        check(
            "Prices rose\nby 4 percent, the\r\noffice said.",
            "Prices rose\nby 4 percent, the\r\noffice said.",
        );
        check("A list\n\nof things", "A list|of things");
    }

    #[test]
    fn strays_and_blanks() {
        check("She will come in June. .\n \n***\n", "She will come in June. .");
        check("", "");
        check("… \u{a0}", "");
        check("\u{feff}Prices rose.\n", "Prices rose.");
        check(
            "Prices rose 5.2 percent. 23,780 came.",
            "Prices rose 5.2 percent.|23,780 came.",
        );
    }
}
