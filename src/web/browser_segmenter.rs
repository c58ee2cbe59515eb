//! Words and visible characters as the browser finds them, or by the core's few rules where it does not.

use super::js::segmenter::{Granularity, Segmenter as IntlSegmenter};
use super::timer;
use crate::core::plain_segmenter::PlainSegmenter;
use crate::core::segmenter::Segmenter;
use gloo::timers::callback::Timeout;
use std::ops::Range;

thread_local! {
    // Each made once, when it is first asked: it loads dictionaries when it is made.
    static WORDS: Option<IntlSegmenter> = IntlSegmenter::new(Granularity::Word);
    static GRAPHEMES: Option<IntlSegmenter> = IntlSegmenter::new(Granularity::Grapheme);
}

/// How long after the start dictionaries are loaded: when the page is there, and before one has selected something.
const WARM_UP_MS: u32 = 1_000;

/// Has the browser load its dictionaries, which the first selection would have to wait for. Dropped, it does not.
#[must_use = "dropping it calls it off"]
pub fn warm_up() -> Timeout {
    timer::after(WARM_UP_MS, || drop(BrowserSegmenter.words("a word")))
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
