//! Words and visible characters as the browser finds them, or by the core's few rules where it does not.

use super::js::segmenter::{Granularity, Segmenter as IntlSegmenter};
use crate::core::plain_segmenter::PlainSegmenter;
use crate::core::segmenter::Segmenter;
use std::ops::Range;

thread_local! {
    // Each made once, when it is first asked: it loads dictionaries when it is made.
    static WORDS: Option<IntlSegmenter> = IntlSegmenter::new(Granularity::Word);
    static GRAPHEMES: Option<IntlSegmenter> = IntlSegmenter::new(Granularity::Grapheme);
}

/// The segmenter of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserSegmenter;

impl Segmenter for BrowserSegmenter {
    fn words(&self, text: &str) -> Vec<Range<usize>> {
        WORDS.with(|segmenter| match segmenter {
            Some(segmenter) => {
                let mut segments = segmenter.segments(text);
                // Not `isWordLike`, which Firefox denies to words that end with a combining mark.
                segments.retain(|segment| text[segment.clone()].chars().any(char::is_alphanumeric));
                segments
            }
            None => PlainSegmenter.words(text),
        })
    }

    fn grapheme_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        GRAPHEMES.with(|segmenter| match segmenter {
            Some(segmenter) => segmenter.segment_at(text, at),
            None => PlainSegmenter.grapheme_at(text, at),
        })
    }
}
