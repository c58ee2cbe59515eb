//! Where words and visible characters begin and end.
//!
//! The core asks a [`Segmenter`] that it is handed: Unicode Standard Annex #29 natively, and in the page the browser,
//! which also has the dictionaries that Japanese, Chinese and Thai words need.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Finds words and visible characters. Called on short stretches of text.
pub trait Segmenter {
    /// The words of `text` as byte ranges, end-exclusive, in order; white space and punctuation are not words.
    fn words(&self, text: &str) -> Vec<Range<usize>>;

    /// The extended grapheme cluster that begins at the byte `at` or has it inside, end-exclusive; `None` at the end of
    /// the text. `at` lies on a character boundary.
    fn grapheme_at(&self, text: &str, at: usize) -> Option<Range<usize>>;
}

/// By UAX #29, without a dictionary: in scripts without spaces each character is a word of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnicodeSegmenter;

impl Segmenter for UnicodeSegmenter {
    fn words(&self, text: &str) -> Vec<Range<usize>> {
        text.unicode_word_indices()
            .map(|(at, word)| at..at + word.len())
            .collect()
    }

    fn grapheme_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        text.grapheme_indices(true)
            .map(|(start, grapheme)| start..start + grapheme.len())
            .find(|grapheme| at < grapheme.end)
    }
}
