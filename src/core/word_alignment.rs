//! Which words of two passages answer each other, whatever their order, and which stand in one of them only.

use super::offset::ByteOffset;
use super::segmenter::Segmenter;
use super::span::Span;
use std::ops::Range;

/// A stretch of a text.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'t> {
    /// The whole text.
    pub text: &'t str,
    /// In bytes of it; a stretch that does not fit has no words.
    pub span: Span,
}

/// Two passages, word by word. Punctuation counts for nothing, nor do capitals.
#[derive(Clone, Debug)]
pub struct WordAlignment<'t> {
    a: Words<'t>,
    b: Words<'t>,
    /// Places of equal words; each word is in one pair at most.
    equal: Vec<(usize, usize)>,
    /// These, and words that are known to say the same.
    answering: Vec<(usize, usize)>,
}

#[derive(Clone, Debug)]
struct Words<'t> {
    /// The whole text.
    text: &'t str,
    /// In its bytes, in order.
    places: Vec<Span>,
}

/// Of a longer passage the rest is not looked at.
const MOST_WORDS: usize = 300;

/// What a word without an answer takes from a stretch, in letters.
const UNANSWERED: i32 = 2;

impl<'t> WordAlignment<'t> {
    /// By greedy string tiling (Wise 1993): the longest run of words that both have and that is free in both, again and
    /// again, so that a sentence turned around has its parts found. `known` are stretches of both texts that say the same
    /// in other words.
    pub fn new(a: Stretch<'t>, b: Stretch<'t>, known: &[(Span, Span)], segmenter: &dyn Segmenter) -> Self {
        let (a, words_a) = words(a, segmenter);
        let (b, words_b) = words(b, segmenter);
        let equal = tiles(&words_a, &words_b);
        let mut answering = equal.clone();
        for (stretch_a, stretch_b) in known {
            let (in_a, in_b) = (a.within(*stretch_a), b.within(*stretch_b));
            for (x, y) in in_a.zip(in_b) {
                let is_free = |it: &(usize, usize)| it.0 != x && it.1 != y;
                if answering.iter().all(is_free) {
                    answering.push((x, y));
                }
            }
        }
        Self { a, b, equal, answering }
    }

    /// The same with the passages exchanged.
    pub fn reversed(&self) -> Self {
        let exchanged = |pairs: &[(usize, usize)]| pairs.iter().map(|(a, b)| (*b, *a)).collect();
        Self {
            a: self.b.clone(),
            b: self.a.clone(),
            equal: exchanged(&self.equal),
            answering: exchanged(&self.answering),
        }
    }

    /// The words of the first passage that the second lacks, neighbors put together; in bytes of its text.
    pub fn only_in_a(&self) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let mut was_shared = true;
        for (at, word) in self.a.places.iter().enumerate() {
            let is_shared = self.equal.iter().any(|it| it.0 == at);
            match found.last_mut().filter(|_| !was_shared) {
                _ if is_shared => {}
                Some(last) => *last = last.hull(*word),
                None => found.push(*word),
            }
            was_shared = is_shared;
        }
        found
    }

    /// Where the second passage says what the first says in `span`: the stretch that has most of the words that answer
    /// these and least of others, with as many words before and behind as are left without an answer on both sides, and
    /// with the same signs at the edges. All of the passage where nothing answers; `None` where it has no words.
    pub fn project(&self, span: Span) -> Option<Span> {
        let words = &self.b.places;
        let whole = words.first()?.hull(*words.last()?);
        let ours = self.a.within(span);
        let Some(found) = self.densest(&ours).or_else(|| self.gap(&ours)) else {
            return Some(whole);
        };
        let is_ours = |at: usize| self.answer_of(at).is_some_and(|it| ours.contains(&it));
        let answered = |at: &usize| self.answering.iter().any(|it| it.0 == *at);
        let (mut start, mut end) = (found.start, found.end);
        let lead = ours.clone().take_while(|at| !answered(at)).count();
        let trail = ours.clone().rev().take_while(|at| !answered(at)).count();
        if found.clone().any(is_ours) {
            let is_free = |at: usize| self.answer_of(at).is_none();
            let before = (0..start).rev().take_while(|at| is_free(*at)).take(lead);
            let behind = (end..words.len()).take_while(|at| is_free(*at)).take(trail);
            start -= before.count();
            end += behind.count();
        }
        Some(self.with_signs(words[start].hull(words[end - 1]), span))
    }

    /// The stretch of the second passage that answers these words best (Kadane's greatest sum); `None` where none does.
    fn densest(&self, ours: &Range<usize>) -> Option<Range<usize>> {
        let mut best = (0, 0..0);
        let (mut sum, mut from) = (0, 0);
        for (at, word) in self.b.places.iter().enumerate() {
            let letters = i32::try_from(word.len()).unwrap_or(i32::MAX / 2);
            sum += match self.answer_of(at) {
                Some(it) if ours.contains(&it) => letters,
                Some(_) => -letters,
                None => -UNANSWERED,
            };
            if sum > best.0 {
                best = (sum, from..at + 1);
            }
            if sum <= 0 {
                (sum, from) = (0, at + 1);
            }
        }
        (best.0 > 0).then_some(best.1)
    }

    /// What lies in the second passage between the answers of the words around these, if that is free.
    fn gap(&self, ours: &Range<usize>) -> Option<Range<usize>> {
        let answer = |at: usize| self.answering.iter().find(|it| it.0 == at).map(|it| it.1);
        let start = match ours.start.checked_sub(1) {
            Some(before) => answer(before)? + 1,
            None => 0,
        };
        let end = match ours.end < self.a.places.len() {
            true => answer(ours.end)?,
            false => self.b.places.len(),
        };
        let is_free = (start..end).all(|at| self.answer_of(at).is_none());
        (!ours.is_empty() && start < end && is_free).then_some(start..end)
    }

    /// Which word of the first passage a word of the second answers.
    fn answer_of(&self, at: usize) -> Option<usize> {
        self.answering.iter().find(|it| it.1 == at).map(|it| it.0)
    }

    /// `found` with the signs beside it that stand at the edges of `span` too, such as “$” and “%”.
    fn with_signs(&self, found: Span, span: Span) -> Span {
        let quote = span.slice(self.a.text).unwrap_or_default();
        let is_sign = |sign: &char| !sign.is_alphanumeric() && !sign.is_whitespace();
        let (before, behind) = self.b.text.split_at(found.start().index());
        let behind = &behind[found.len()..];
        let lead = before.chars().next_back().filter(is_sign);
        let trail = behind.chars().next().filter(is_sign);
        let lead = lead.filter(|sign| quote.starts_with(*sign)).map_or(0, char::len_utf8);
        let trail = trail.filter(|sign| quote.ends_with(*sign)).map_or(0, char::len_utf8);
        let (start, end) = (found.start().index() - lead, found.end().index() + trail);
        Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end)).unwrap_or(found)
    }
}

impl Words<'_> {
    /// The words that lie in the span, in part or whole.
    fn within(&self, span: Span) -> Range<usize> {
        let from = self.places.partition_point(|word| word.end() <= span.start());
        let end = self.places.partition_point(|word| word.start() < span.end());
        from..end.max(from)
    }
}

/// The words' places, and how they are compared.
fn words<'t>(stretch: Stretch<'t>, segmenter: &dyn Segmenter) -> (Words<'t>, Vec<String>) {
    let text = stretch.span.slice(stretch.text).unwrap_or_default();
    let from = stretch.span.start().index();
    let place = |at: usize| ByteOffset::from_index(from + at);
    let found = segmenter.words(text).into_iter().take(MOST_WORDS).filter_map(|word| {
        let span = Span::new(place(word.start), place(word.end))?;
        Some((span, text[word].to_lowercase()))
    });
    let (places, folded) = found.unzip();
    let text = stretch.text;
    (Words { text, places }, folded)
}

/// Runs of words that both have, the longest first, those at the beginning before others; each word is in one at most.
fn tiles(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let (mut is_free_a, mut is_free_b) = (vec![true; a.len()], vec![true; b.len()]);
    let mut pairs = Vec::new();
    loop {
        let mut best = (0, 0, 0);
        for x in 0..a.len() {
            for y in 0..b.len() {
                let words = (x..a.len()).zip(y..b.len());
                let n = words
                    .take_while(|(x, y)| is_free_a[*x] && is_free_b[*y] && a[*x] == b[*y])
                    .count();
                if n > best.0 {
                    best = (n, x, y);
                }
            }
        }
        let (n, x, y) = best;
        if n == 0 {
            return pairs;
        }
        is_free_a[x..x + n].fill(false);
        is_free_b[y..y + n].fill(false);
        pairs.extend((x..x + n).zip(y..y + n));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::segmenter::UnicodeSegmenter;

    fn whole(text: &str) -> Span {
        Span::new(ByteOffset(0), ByteOffset::from_index(text.len())).unwrap()
    }

    fn span(text: &str, words: &str) -> Span {
        let at = text.find(words).unwrap();
        Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + words.len())).unwrap()
    }

    fn alignment<'t>(a: &'t str, b: &'t str, known: &[(&str, &str)]) -> WordAlignment<'t> {
        let known: Vec<_> = known.iter().map(|(x, y)| (span(a, x), span(b, y))).collect();
        let stretch = |text| Stretch {
            text,
            span: whole(text),
        };
        WordAlignment::new(stretch(a), stretch(b), &known, &UnicodeSegmenter)
    }

    fn texts<'t>(spans: &[Span], text: &'t str) -> Vec<&'t str> {
        spans.iter().map(|it| it.slice(text).unwrap()).collect()
    }

    #[track_caller]
    fn check_only(a: &str, b: &str, only_a: &[&str], only_b: &[&str]) {
        let alignment = alignment(a, b, &[]);
        assert_eq!(texts(&alignment.only_in_a(), a), only_a);
        assert_eq!(texts(&alignment.reversed().only_in_a(), b), only_b);
    }

    #[track_caller]
    fn check_project(a: &str, words: &str, b: &str, known: &[(&str, &str)], expected: &str) {
        let projected = alignment(a, b, known).project(span(a, words)).unwrap();
        assert_eq!(projected.slice(b), Some(expected));
    }

    #[test]
    fn words_that_only_one_has_are_told_with_their_neighbors() {
        check_only(
            "Prices rose by 4%.",
            "prices fell by 5 %",
            &["rose", "4"],
            &["fell", "5"],
        );
        check_only(
            "In May, prices rose sharply.",
            "Prices rose.",
            &["In May", "sharply"],
            &[],
        );
        check_only("Prices rose.", "Prices rose.", &[], &[]);
        check_only("…", "Prices rose.", &[], &["Prices rose"]);
    }

    #[test]
    fn a_stretch_in_a_text_keeps_its_place() {
        let text = "«Ä» One. Two three. Four.";
        let stretch = Stretch {
            text,
            span: span(text, "Two three."),
        };
        let other = Stretch {
            text: "two",
            span: whole("two"),
        };
        let alignment = WordAlignment::new(stretch, other, &[], &UnicodeSegmenter);
        assert_eq!(texts(&alignment.only_in_a(), text), ["three"]);
    }

    #[test]
    fn what_is_said_in_the_same_words_is_found_in_the_other_passage() {
        let (a, b) = (
            "Police said on Monday that 40 people were arrested.",
            "On Monday 40 people were apprehended, police told us.",
        );
        check_project(a, "40 people", b, &[], "40 people");
        check_project(
            a,
            "40 people were arrested",
            b,
            &[("arrested", "apprehended")],
            "40 people were apprehended",
        );
        check_project(b, "40 people were apprehended", a, &[], "40 people were arrested");
    }

    #[test]
    fn words_without_an_answer_go_with_those_that_have_one() {
        check_project(
            "He paid nearly $5 billion to them.",
            "nearly $5 billion",
            "He paid about $5 billion to us.",
            &[],
            "about $5 billion",
        );
        check_project(
            "It cost $5 billion in all.",
            "$5 billion",
            "It cost $7 billion in all.",
            &[],
            "$7 billion",
        );
        check_project("It rose by 4% in May.", "4%", "It rose by 5% in May.", &[], "5%");
        check_project(
            "It cost 5 in all.",
            "5",
            "It cost almost seven in all.",
            &[],
            "almost seven",
        );
    }

    #[test]
    fn where_no_word_has_an_answer_it_is_all_that_is_left() {
        check_project("Prices rose.", "rose", "It grew.", &[], "It grew");
        check_project("Prices rose fast.", "rose", "Prices went up fast.", &[], "went up");
    }

    #[test]
    fn a_sentence_turned_around_has_its_parts_found() {
        let (a, b) = (
            "Border agents arrested 189,922 people in February.",
            "In February 189,922 people were apprehended by border agents.",
        );
        check_only(a, b, &["arrested"], &["were apprehended by"]);
        check_project(a, "189,922 people", b, &[], "189,922 people");
        check_project(a, "in February", b, &[], "In February");
        check_project(
            a,
            "arrested 189,922 people",
            b,
            &[("arrested", "apprehended")],
            "189,922 people were apprehended",
        );
    }

    #[test]
    fn of_a_passage_without_end_the_beginning_is_compared() {
        let (a, b) = ("so it goes ".repeat(1_000), "so it went ".repeat(1_000));
        let alignment = alignment(&a, &b, &[]);
        let last = alignment.only_in_a().pop().unwrap();
        assert!(last.end().index() < 4_000);
        check_only("so it goes", "so it went", &["goes"], &["went"]);
    }
}
