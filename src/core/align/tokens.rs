//! The words of a sentence, with those of several parts put together.

use super::stem::fold;
use super::vocabulary::{Case, Vocabulary, WordId};
use unicode_segmentation::UnicodeSegmentation;

/// A word in its place. Positions are bytes of the article's text, end-exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: u32,
    pub end: u32,
    pub word: WordId,
    pub is_capital: bool,
}

/// From how many words on a sentence in capitals is taken for a headline, and which part of them must be capitals; a
/// headline ends without a period.
const HEADLINE: (usize, f32) = (4, 0.6);

/// The words of `text[start..end]` in order.
pub(super) fn tokens(text: &str, start: usize, end: usize, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let sentence = &text[start..end];
    let words: Vec<(usize, &str)> = sentence.unicode_word_indices().collect();
    let is_headline = is_headline(&words) && !sentence.ends_with('.');
    let (mut folded, mut next_folded) = (String::new(), String::new());
    let mut tokens = Vec::with_capacity(words.len());
    let mut i = 0;
    while let Some(&(at, word)) = words.get(i) {
        fold(word, &mut folded);
        let mut last = (at, word);
        if vocabulary.dictionary.opens_compound(&folded)
            && let Some(&next) = words.get(i + 1)
        {
            fold(next.1, &mut next_folded);
            let n_alone = folded.len();
            folded.push('-');
            folded.push_str(&next_folded);
            if vocabulary.dictionary.is_compound(&folded) {
                last = next;
                i += 1;
            } else {
                folded.truncate(n_alone);
            }
        }
        let is_capital = word.starts_with(char::is_uppercase);
        let case = match word.starts_with(char::is_lowercase) {
            true => Case::Lower,
            false if is_capital && !tokens.is_empty() && !is_headline => Case::Capital,
            false => Case::Any,
        };
        tokens.push(Token {
            start: (start + at) as u32,
            end: (start + last.0 + last.1.len()) as u32,
            word: vocabulary.see(&folded, case),
            is_capital,
        });
        i += 1;
    }
    tokens
}

/// Whether capitals say nothing about names, as in “Flood Kills Four in Osby Falls”.
fn is_headline(words: &[(usize, &str)]) -> bool {
    let long = || {
        words
            .iter()
            .filter(|(_, word)| word.len() > 3 && word.starts_with(char::is_alphabetic))
    };
    let n_capital = long().filter(|(_, word)| word.starts_with(char::is_uppercase)).count();
    words.len() >= HEADLINE.0 && n_capital as f32 > HEADLINE.1 * long().count() as f32
}
