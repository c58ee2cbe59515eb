//! Snapping to words and to visible characters, by a [`Segmenter`].

use super::offset::ByteOffset;
use super::segmenter::Segmenter;
use super::span::Span;

/// How far around a position words are looked for, in bytes; a longer word is cut there.
const REACH: usize = 300;

/// Drops white space at both ends; `None` where nothing is left or the span does not fit.
pub fn trim(span: Span, text: &str) -> Option<Span> {
    let slice = span.slice(text)?;
    let start = span.start().index() + (slice.len() - slice.trim_start().len());
    Span::new(
        ByteOffset::from_index(start),
        ByteOffset::from_index(start + slice.trim().len()),
    )
}

/// Trims, then moves an end that lies inside a word to the word's edge, outward. The place before a possessive
/// `’s` counts as an edge. `None` where only white space was covered or the span does not fit.
pub fn snap(span: Span, text: &str, segmenter: &dyn Segmenter) -> Option<Span> {
    let span = trim(span, text)?;
    let start = word_around(span.start(), text, segmenter).map_or(span.start(), |word| word.start());
    let end = word_around(span.end(), text, segmenter).map_or(span.end(), |word| word.end());
    Span::new(start, end)
}

/// Whether no word lies on both sides of `at`, as snapping sees it.
pub fn is_word_edge(at: ByteOffset, text: &str, segmenter: &dyn Segmenter) -> bool {
    word_around(at, text, segmenter).is_none()
}

/// Moves both ends to grapheme cluster edges, outward, so that no visible character is cut.
pub fn whole_graphemes(span: Span, text: &str, segmenter: &dyn Segmenter) -> Option<Span> {
    span.slice(text)?;
    let start = grapheme_around(span.start(), text, segmenter).map_or(span.start(), |cut| cut.start());
    let end = grapheme_around(span.end(), text, segmenter).map_or(span.end(), |cut| cut.end());
    Span::new(start, end)
}

/// The nearest word edge before or after `at`, for moving an end by a word; the text's edge where there is none.
pub fn next_edge(at: ByteOffset, toward: Toward, text: &str, segmenter: &dyn Segmenter) -> ByteOffset {
    let (from, window) = window_around(at, text);
    let words = segmenter.words(window).into_iter();
    match toward {
        Toward::End => words
            .map(|word| ByteOffset::from_index(word.end + from))
            .find(|edge| *edge > at)
            .unwrap_or_else(|| ByteOffset::from_index(from + window.len())),
        Toward::Start => words
            .map(|word| ByteOffset::from_index(word.start + from))
            .rfind(|edge| *edge < at)
            .unwrap_or_else(|| ByteOffset::from_index(from)),
    }
}

/// The span with one end moved by a word: a start goes to the beginnings of words, an end to their ends, whichever way it
/// moves. `None` where nothing would be left.
pub fn nudged(span: Span, end: Toward, toward: Toward, text: &str, segmenter: &dyn Segmenter) -> Option<Span> {
    let edge = |at, toward| next_edge(at, toward, text, segmenter);
    match (end, toward) {
        (Toward::Start, Toward::Start) => Span::new(edge(span.start(), toward), span.end()),
        (Toward::Start, Toward::End) => {
            let word_end = edge(edge(span.start(), toward), toward);
            Span::new(edge(word_end, Toward::Start), span.end())
        }
        (Toward::End, Toward::End) => Span::new(span.start(), edge(span.end(), toward)),
        (Toward::End, Toward::Start) => {
            let word_start = edge(edge(span.end(), toward), toward);
            Span::new(span.start(), edge(word_start, Toward::End))
        }
    }
}

/// A direction in the text's logical order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toward {
    /// To lower offsets.
    Start,
    /// To higher offsets.
    End,
}

/// The word that has `at` strictly inside.
fn word_around(at: ByteOffset, text: &str, segmenter: &dyn Segmenter) -> Option<Span> {
    let (from, window) = window_around(at, text);
    let local = at.index() - from;
    let word = segmenter
        .words(window)
        .into_iter()
        .find(|word| word.start < local && local < word.end)?;
    if matches!(&window[local..word.end], "’s" | "'s" | "’S" | "'S") {
        return None;
    }
    Span::new(
        ByteOffset::from_index(word.start + from),
        ByteOffset::from_index(word.end + from),
    )
}

/// The grapheme cluster that has `at` strictly inside.
fn grapheme_around(at: ByteOffset, text: &str, segmenter: &dyn Segmenter) -> Option<Span> {
    // Between letters of plain English it need not be asked: ASCII has no clusters but the line end of two characters.
    let beside = text.as_bytes().get(at.index().checked_sub(1)?..)?.get(..2)?;
    if beside.is_ascii() && beside != b"\r\n" {
        return None;
    }
    let (from, window) = window_around(at, text);
    let grapheme = segmenter.grapheme_at(window, at.index() - from)?;
    let start = ByteOffset::from_index(grapheme.start + from);
    if start == at {
        return None;
    }
    Span::new(start, ByteOffset::from_index(grapheme.end + from))
}

/// The stretch of the same line within [`REACH`] of `at`, and where it starts.
fn window_around(at: ByteOffset, text: &str) -> (usize, &str) {
    let at = floor(text, at.index().min(text.len()));
    let from = floor(text, at.saturating_sub(REACH));
    let to = floor(text, (at + REACH).min(text.len()));
    let from = text[from..at].rfind('\n').map_or(from, |newline| from + newline + 1);
    let to = text[at..to].find('\n').map_or(to, |newline| at + newline);
    (from, &text[from..to])
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::segmenter::UnicodeSegmenter;

    /// `«` and `»` mark the selection in `input`, and the result in `expect`; no marks, no result.
    fn check(input: &str, expect: &str) {
        let start = input.find('«').unwrap();
        let end = input.find('»').unwrap() - '«'.len_utf8();
        let text = input.replace(['«', '»'], "");
        let span = Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end)).unwrap();
        let shown = match snap(span, &text, &UnicodeSegmenter) {
            Some(span) => {
                let mut marked = text.clone();
                marked.insert(span.end().index(), '»');
                marked.insert(span.start().index(), '«');
                marked
            }
            None => text,
        };
        assert_eq!(shown, expect);
    }

    #[test]
    fn snaps_to_words() {
        check("the pre«side»nt spoke", "the «president» spoke");
        check("the« president »spoke", "the «president» spoke");
        check("the «president» spoke", "the «president» spoke");
        check("a«  »b", "a  b");
        check("(Gu«atemal»a).", "(«Guatemala»).");
        check("$5«.»2 billion", "$«5.2» billion");
        check("line\n«one» \nline", "line\n«one» \nline");
    }

    #[test]
    fn a_possessive_can_be_left_out_or_taken_in() {
        check("«Arévalo»’s plan", "«Arévalo»’s plan");
        check("«Arévalo’s» plan", "«Arévalo’s» plan");
        check("«Aréva»lo’s plan", "«Arévalo’s» plan");
    }

    #[test]
    fn scripts_without_spaces_do_not_run_away() {
        check("東京«都»知事", "東京«都»知事");
        check("สวัส«ดี»ครับ", "สวัส«ดี»ครับ");
    }

    #[test]
    fn graphemes_stay_whole() {
        let text = "e\u{301}👩‍👩‍👧x";
        let cut = Span::new(ByteOffset(1), ByteOffset(7)).unwrap();
        assert_eq!(
            whole_graphemes(cut, text, &UnicodeSegmenter).unwrap().slice(text),
            Some("e\u{301}👩‍👩‍👧")
        );
    }

    #[test]
    fn edges_step_by_words() {
        let text = "one two, three";
        let step = |at, toward| next_edge(ByteOffset(at), toward, text, &UnicodeSegmenter).0;
        assert_eq!(
            [step(0, Toward::End), step(3, Toward::End), step(14, Toward::End)],
            [3, 7, 14]
        );
        assert_eq!(
            [step(14, Toward::Start), step(9, Toward::Start), step(0, Toward::Start)],
            [9, 4, 0]
        );
    }
}
