//! Words and visible characters by a few rules, without the tables of Unicode Standard Annex #29: for browsers that have
//! no segmenter of their own. Good for alphabets, their accents, and emoji.

use super::segmenter::Segmenter;
use std::ops::Range;

/// Words are letters and digits in a row; characters keep their combining marks and what is joined to them.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainSegmenter;

impl Segmenter for PlainSegmenter {
    fn words(&self, text: &str) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = Vec::new();
        for (at, ch) in text.char_indices() {
            let end = at + ch.len_utf8();
            match words.last_mut().filter(|word| word.end == at) {
                Some(word) if goes_on(text, at, ch) => word.end = end,
                _ if ch.is_alphanumeric() => words.push(at..end),
                _ => {}
            }
        }
        words
    }

    fn grapheme_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let edges = || (0..=text.len()).filter(|edge| is_edge(text, *edge));
        let end = edges().find(|edge| *edge > at)?;
        let start = edges().take_while(|edge| *edge <= at).last()?;
        Some(start..end)
    }
}

/// Whether a word that reaches to `at` goes on with the character there: `don’t` and `5.2` do.
fn goes_on(text: &str, at: usize, ch: char) -> bool {
    let (before, after) = (&text[..at], &text[at + ch.len_utf8()..]);
    let between = |is_of_kind: fn(char) -> bool| before.ends_with(is_of_kind) && after.starts_with(is_of_kind);
    match ch {
        '\'' | '’' => between(char::is_alphanumeric),
        '.' | ',' => between(char::is_numeric),
        _ => ch.is_alphanumeric() || extends(ch),
    }
}

/// Whether a visible character begins or ends at `at`.
fn is_edge(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let flags_before = before.chars().rev().take_while(|ch| is_half_of_flag(*ch)).count();
    let cuts_flag = is_half_of_flag(first) && flags_before % 2 == 1;
    !(extends(first) || last == JOINER || cuts_flag || (last, first) == ('\r', '\n'))
}

/// Between emoji that are shown as one.
const JOINER: char = '\u{200d}';

/// What belongs to the character before it: accents, points, variants, colors of skin, tags.
fn extends(ch: char) -> bool {
    matches!(ch,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | JOINER | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}')
}

/// Two regional indicators are one flag.
fn is_half_of_flag(ch: char) -> bool {
    matches!(ch, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::segmenter::UnicodeSegmenter;

    /// What the rules know, they tell as the standard does.
    const TEXTS: [&str; 4] = [
        "The president’s “plan” cost $5.2 billion, 1,000.5 of it didn't (yet).\r\nEnd.",
        "Arévalo, Are\u{301}valo; Ёлка ёж, ΑΒΓ'δ",
        "👩‍👩‍👧x👍🏽 🇬🇹🇩🇪🇫 ❤️!",
        "",
    ];

    #[test]
    fn common_texts_have_the_words_of_the_standard() {
        for text in TEXTS {
            assert_eq!(PlainSegmenter.words(text), UnicodeSegmenter.words(text), "{text}");
        }
    }

    #[test]
    fn common_texts_have_the_characters_of_the_standard() {
        for text in TEXTS {
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let (plain, full) = (
                    PlainSegmenter.grapheme_at(text, at),
                    UnicodeSegmenter.grapheme_at(text, at),
                );
                assert_eq!(plain, full, "{text} at {at}");
            }
        }
    }
}
