//! Finds a quote in a text that is not, or may not be, the one it was taken from.
//!
//! Which place: the one with the lowest cost, that is, errors (edit distance in code points between the quote and what
//! stands there) and lost context (see [`super::context`]: words beside the quote count more than those farther on, and
//! those of its sentence more than others). Two code points of its sentence weigh on average as much as one of the
//! quote. Of equals the nearest to where the quote is expected, and it is said that the choice was not clear.
//!
//! Whether at all: a place is taken only where twice its errors plus those of the whole context, near or far, are at
//! most half of what they would be if nothing agreed, or its cost is at most a quarter; so a short word is not put where
//! its context is another, while a sentence may lose its context altogether. Better not placed than placed wrongly.
//!
//! Limits: a quote of fewer than 5 code points must occur exactly; a longer one may differ in one of 5. Quotes of more
//! than [`LONG`] code points that do not occur exactly are found by their beginning and their end. Far from the
//! expected place an [`Anchorer`] searches as long as its budget lasts, so many quotes that are nowhere to be found in
//! a large text do not take forever.

use super::approximate::occurrences;
use super::candidates::{Candidates, Place};
use super::context::{Context, IN_SENTENCE, first_and_rest};
use super::offset::ByteOffset;
use super::quote::{CONTEXT, Quote};
use super::segment::whole_graphemes;
use super::segmenter::UnicodeSegmenter;
use super::span::Span;
use super::spans::Spans;

/// Quotes of more code points than this are not searched for as a whole with errors, but by half as much at each end.
pub const LONG: usize = 256;

/// How far from the expected place a quote is always looked for, in bytes.
const NEAR: usize = 4096;

/// How much one [`Anchorer`] may look at far from the expected places: bytes times rows of 64 code points. Some two
/// seconds in a browser.
const BUDGET: usize = 400_000_000;

/// What an exact search costs, as a part of one with errors.
const EXACT_IS_CHEAPER: usize = 8;

/// How many exact occurrences are compared by their context.
const MAX_EXACT: usize = 50;

/// What one error in the quote costs: twice what a code point of the context in the same sentence weighs on average.
const ERROR_COST: usize = IN_SENTENCE * (CONTEXT + 1);

/// Where a quote was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Anchored {
    /// In bytes of the text that was searched.
    pub span: Span,
    /// Whether the text says the same there.
    pub how: How,
    /// Whether it could as well be elsewhere.
    pub certainty: Certainty,
}

/// Whether a quote could as well stand elsewhere in the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Certainty {
    /// No other place agrees as well, or it stands right where it is expected.
    Clear,
    /// Another place agrees as well or nearly so.
    Ambiguous,
}

/// Whether the text says the same where a quote was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    /// To the letter.
    Exact,
    /// With differences.
    Approximate,
}

/// Finds one quote. For many in the same text use an [`Anchorer`].
pub fn anchor(text: &str, quote: &Quote<'_>) -> Option<Anchored> {
    Anchorer::new(text).anchor(quote)
}

/// Finds the quotes of one text, best in text order: it expects each to be shifted like the one before.
#[derive(Debug)]
pub struct Anchorer<'t> {
    text: &'t str,
    /// How far the last quote was found from where it was expected, in bytes.
    shift: isize,
    budget: usize,
}

impl<'t> Anchorer<'t> {
    /// Reads nothing yet.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            shift: 0,
            budget: BUDGET,
        }
    }

    /// `None` where no place is good enough, or the quote is empty.
    pub fn anchor(&mut self, quote: &Quote<'_>) -> Option<Anchored> {
        self.anchor_after(ByteOffset::ZERO, quote)
    }

    /// Only places that start at `from` or later.
    pub fn anchor_after(&mut self, from: ByteOffset, quote: &Quote<'_>) -> Option<Anchored> {
        let sought = Sought::new(quote)?;
        let expected = quote.hint.index().saturating_add_signed(self.shift);
        let (place, certainty) = self.search(from.index(), expected, &sought)?;
        let span = Span::new(ByteOffset::from_index(place.start), ByteOffset::from_index(place.end))?;
        let exact = span.slice(self.text) == Some(quote.exact);
        let (span, how) = match exact {
            true => (span, How::Exact),
            false => (whole_graphemes(span, self.text, &UnicodeSegmenter)?, How::Approximate),
        };
        self.shift = span.start().index() as isize - quote.hint.index() as isize;
        Some(Anchored { span, how, certainty })
    }

    /// The spans of one mention, each after the one before it. `None` where one of them finds no place.
    pub fn anchor_all(&mut self, quotes: &[Quote<'_>]) -> Option<(Spans, How, Certainty)> {
        let mut found = Vec::with_capacity(quotes.len());
        let mut from = ByteOffset::ZERO;
        let (mut how, mut certainty) = (How::Exact, Certainty::Clear);
        for quote in quotes {
            let anchored = self.anchor_after(from, quote)?;
            from = anchored.span.end();
            how = how.max(anchored.how);
            certainty = certainty.max(anchored.certainty);
            found.push(anchored.span);
        }
        Some((Spans::from_unsorted(found)?, how, certainty))
    }

    fn search(&mut self, from: usize, expected: usize, sought: &Sought<'_>) -> Option<(Place, Certainty)> {
        let near = self.near(from, expected, sought.exact.len());
        let whole = (from, self.text.len());
        let is_far = near != whole;
        let mut found = Candidates::default();
        // Most quotes stand right where they are expected, and what agrees wholly there need not be compared.
        found.extend(self.expected_place(from, expected, sought));
        if !found.agrees_wholly() {
            found.extend(self.exact_places(near, expected, sought));
        }
        if !found.is_good(sought.worst_cost()) && is_far && self.spend((self.text.len() - from) / EXACT_IS_CHEAPER) {
            found.extend(self.exact_places(whole, expected, sought));
        }
        if !found.is_good(sought.worst_cost()) && sought.n_chars <= LONG {
            found.extend(self.places_with_errors(near, expected, sought));
            if is_far
                && !found.is_good(sought.worst_cost())
                && self.spend((self.text.len() - from) * sought.n_chars.div_ceil(64))
            {
                found.extend(self.places_with_errors(whole, expected, sought));
            }
        }
        let best = found.best.filter(|place| sought.accepts(self.text, place));
        if best.is_none() && sought.n_chars > LONG {
            return self.search_by_ends(from, expected, sought);
        }
        best.map(|place| (place, found.certainty(sought.context.weight())))
    }

    /// What lies between the beginning and the end must be of about the length of what lay there.
    fn search_by_ends(&mut self, from: usize, expected: usize, sought: &Sought<'_>) -> Option<(Place, Certainty)> {
        let (head, rest) = first_and_rest(sought.exact, LONG / 2)?;
        let (rest, tail) = first_and_rest(rest, sought.n_chars - LONG)?;
        let (first, certainty) = self.search(from, expected, &Sought::parts(head, sought.context.prefix, rest)?)?;
        let expected = first.end + rest.len();
        let end = Sought::parts(tail, "", sought.context.suffix)?;
        let (last, _) = self.search(first.end, expected, &end)?;
        let length = last.end - first.start;
        let plausible = (sought.exact.len() / 2..=sought.exact.len() * 2).contains(&length);
        let whole = Place {
            cost: first.cost + last.cost,
            distance: first.distance,
            start: first.start,
            end: last.end,
            errors: first.errors + last.errors,
        };
        plausible.then_some((whole, certainty))
    }

    fn expected_place(&self, from: usize, expected: usize, sought: &Sought<'_>) -> Option<Place> {
        let rest = self.text.get(expected..).filter(|_| expected >= from)?;
        let is_there = rest.starts_with(sought.exact);
        is_there.then(|| self.place(0, expected, expected + sought.exact.len(), expected, sought))
    }

    fn exact_places(&self, window: (usize, usize), expected: usize, sought: &Sought<'_>) -> Vec<Place> {
        let text = self.text.get(window.0..window.1).unwrap_or_default();
        let starts = text.match_indices(sought.exact).map(|(at, _)| at + window.0);
        let mut starts: Vec<usize> = starts.collect();
        starts.sort_by_key(|start| start.abs_diff(expected));
        let agreeing = |start: usize| sought.context.agreeing(self.text, start, start + sought.exact.len());
        let place = |start: usize| self.place(0, start, start + sought.exact.len(), expected, sought);
        // The nearest one where all context agrees cannot be beaten, and telling that is cheap. A second one tells
        // that the choice is not clear.
        let agrees_wholly = |start: &usize| agreeing(*start) == sought.context.n_chars();
        let whole: Vec<usize> = starts.iter().copied().filter(agrees_wholly).take(2).collect();
        if !whole.is_empty() {
            return whole.into_iter().map(place).collect();
        }
        if starts.len() > MAX_EXACT {
            starts.sort_by_cached_key(|start| std::cmp::Reverse(agreeing(*start)));
            starts.truncate(MAX_EXACT);
        }
        starts.into_iter().map(place).collect()
    }

    fn places_with_errors(&self, window: (usize, usize), expected: usize, sought: &Sought<'_>) -> Vec<Place> {
        let max_errors = sought.n_chars / 5;
        if max_errors == 0 {
            return Vec::new();
        }
        let text = self.text.get(window.0..window.1).unwrap_or_default();
        let places = occurrences(sought.exact, text, max_errors).into_iter().map(|found| {
            self.place(
                found.errors,
                found.start + window.0,
                found.end + window.0,
                expected,
                sought,
            )
        });
        places.collect()
    }

    fn place(&self, errors: usize, start: usize, end: usize, expected: usize, sought: &Sought<'_>) -> Place {
        Place {
            cost: ERROR_COST * errors + sought.context.lost(self.text, start, end),
            distance: start.abs_diff(expected),
            start,
            end,
            errors,
        }
    }

    /// On character boundaries.
    fn near(&self, from: usize, expected: usize, length: usize) -> (usize, usize) {
        let mut start = expected.saturating_sub(NEAR).clamp(from, self.text.len());
        let mut end = expected.saturating_add(length + NEAR).clamp(from, self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        (start, end)
    }

    /// Whether the budget allows it.
    fn spend(&mut self, steps: usize) -> bool {
        let left = self.budget.checked_sub(steps);
        self.budget = left.unwrap_or(self.budget);
        left.is_some()
    }
}

/// A quote, its context cut to what is compared.
struct Sought<'q> {
    exact: &'q str,
    context: Context<'q>,
    n_chars: usize,
}

impl<'q> Sought<'q> {
    fn new(quote: &Quote<'q>) -> Option<Self> {
        Self::parts(quote.exact, quote.prefix, quote.suffix)
    }

    fn parts(exact: &'q str, prefix: &'q str, suffix: &'q str) -> Option<Self> {
        let n_chars = exact.chars().count();
        (n_chars > 0).then(|| Self {
            exact,
            context: Context::new(prefix, suffix),
            n_chars,
        })
    }

    /// The cost where nothing agrees.
    fn worst_cost(&self) -> usize {
        ERROR_COST * self.n_chars + self.context.weight()
    }

    /// Whether what agrees is enough, see the module's text.
    fn accepts(&self, text: &str, place: &Place) -> bool {
        let errors = 2 * place.errors + self.context.errors(text, place.start, place.end);
        let worst_errors = 2 * self.n_chars + self.context.n_chars();
        errors <= worst_errors / 2 || place.cost <= self.worst_cost() / 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `old` marks the quote by `«»`; `new` marks where it should be found, or nothing where it should not.
    fn check(old: &str, new: &str) {
        let (old_text, quoted) = unmark(old);
        let (new_text, expected) = unmark(new);
        let quoted = quoted.unwrap();
        let quote = Quote::of(&old_text, quoted).unwrap();
        let found = anchor(&new_text, &quote);
        let show = |span: Option<Span>| span.map(|span| (span, span.slice(&new_text).unwrap_or("outside")));
        assert_eq!(
            show(found.map(|found| found.span)),
            show(expected),
            "{old:?} in {new:?}"
        );
        if let Some(found) = found {
            let same = found.span.slice(&new_text) == Some(quote.exact);
            assert_eq!(found.how == How::Exact, same);
        }
    }

    fn unmark(marked: &str) -> (String, Option<Span>) {
        let at = |mark: char| marked.find(mark);
        let text = marked.replace(['«', '»'], "");
        let span = at('«').zip(at('»')).and_then(|(start, end)| {
            Span::new(
                ByteOffset::from_index(start),
                ByteOffset::from_index(end - '«'.len_utf8()),
            )
        });
        (text, span)
    }

    #[test]
    fn what_moved_is_found() {
        check(
            "He said «prices rose» in May.",
            "New lead. He said «prices rose» in May.",
        );
        check(
            "A long lead. He said «prices rose» in May.",
            "He said «prices rose» in May.",
        );
        check("one «the» two the three", "the one «the» two the three");
        check("one the two «the» three", "zero one the two «the» three");
    }

    #[test]
    fn context_goes_before_distance() {
        check(
            "In April prices rose. In May, said Arévalo, «prices rose» again by far.",
            "In April prices rose. Then, prices rose a bit. Last May, said Arévalo, «prices rose» again by far.",
        );
    }

    #[test]
    fn near_context_goes_before_far_context() {
        check(
            "Alpha said yes. Beta «said yes». Gamma said yes.",
            "Gamma said yes. Alpha said yes. Beta «said yes».",
        );
        check(
            "Ana met Luis. Ana «met» Eva. Ana met Joe.",
            "Ana met Joe. Ana met Luis. Ana «met» Eva.",
        );
        // Of the same lengths, so that another one stands right where it is expected.
        check(
            "Alpha said yes. Gamma «said yes». Omega said yes.",
            "Gamma «said yes». Omega said yes. Alpha said yes.",
        );
    }

    #[test]
    fn sentences_in_another_order_take_their_quotes_along() {
        let said = |name: &str| format!("{name} said yes.");
        let names = ["Alpha", "Beta", "Gamma", "Delta"];
        let old = names.map(said).join(" ");
        for order in [
            [0, 1, 2, 3],
            [3, 0, 1, 2],
            [1, 0, 3, 2],
            [2, 3, 0, 1],
            [3, 2, 1, 0],
            [1, 2, 3, 0],
        ] {
            let new = order.map(|at| said(names[at])).join(" ");
            for name in names {
                let marked = |text: &str| text.replace(&said(name), &format!("{name} «said yes»."));
                check(&marked(&old), &marked(&new));
            }
        }
    }

    #[test]
    fn a_choice_between_equals_is_not_clear() {
        let quote = |hint| Quote {
            exact: "ab",
            prefix: "(",
            suffix: ")",
            hint: ByteOffset(hint),
        };
        let certainty = |text: &str, hint| anchor(text, &quote(hint)).map(|found| found.certainty);
        assert_eq!(certainty("(ab) and (ab)", 3), Some(Certainty::Ambiguous));
        assert_eq!(
            certainty("(ab) and (ab)", 10),
            Some(Certainty::Clear),
            "it stands where it is expected"
        );
        assert_eq!(
            certainty("(ab) and {ab}", 3),
            Some(Certainty::Clear),
            "the other one agrees less"
        );
        assert_eq!(certainty("   (ab)", 1), Some(Certainty::Clear), "there is no other");
    }

    #[test]
    fn small_changes_are_followed() {
        check(
            "The government said on Tuesday that «inflation had fallen to 4.1 percent» in March.",
            "The government said Tuesday that «inflation had fallen to 4,1 per cent» in March.",
        );
        check(
            "It was “«a great day for the nation»”, he said.\r\nMore.",
            "It was \"«a great  day for the Nation»\", he said.\nMore.",
        );
        check(
            "y la «niña juega con el perro» en casa",
            "y la «nin\u{303}a juega con el perro» en casa",
        );
    }

    #[test]
    fn what_is_gone_is_not_placed_elsewhere() {
        check(
            "The mayor said that «he» would resign on Monday after the vote.",
            "Another story where he is someone else entirely, and nothing agrees.",
        );
        check(
            "In «Guatemala», prices rose by four percent.",
            "Nothing of the kind here.",
        );
        check("x «5%» y", "x 7% y");
    }

    #[test]
    fn without_context_the_nearest_is_taken() {
        let quote = |hint| Quote {
            exact: "ab",
            prefix: "",
            suffix: "",
            hint: ByteOffset(hint),
        };
        let at = |hint| anchor("ab ab ab", &quote(hint)).map(|found| found.span.start().0);
        assert_eq!([at(0), at(4), at(99)], [Some(0), Some(3), Some(6)]);
        assert_eq!(anchor("ab", &Quote { exact: "", ..quote(0) }), None);
        assert_eq!(anchor("", &quote(0)), None);
    }

    #[test]
    fn several_spans_keep_their_order() {
        let old = "Presidents Giammattei and Arévalo met. Presidents left.";
        let quotes: Vec<_> = [(0, 10), (26, 34)]
            .map(|(start, end)| Span::new(ByteOffset(start), ByteOffset(end)).unwrap())
            .iter()
            .map(|span| Quote::of(old, *span).unwrap())
            .collect();
        let new = format!("Today. {old}");
        let (spans, how, certainty) = Anchorer::new(&new).anchor_all(&quotes).unwrap();
        assert_eq!(spans.quote(&new).unwrap(), "Presidents … Arévalo");
        assert_eq!((how, certainty), (How::Exact, Certainty::Clear));
        let reversed = "and Arévalo met. Earlier, Presidents Giammattei was there.";
        assert_eq!(Anchorer::new(reversed).anchor_all(&quotes), None);
    }

    #[test]
    fn long_quotes_are_found_by_their_ends() {
        let sentence = |n: usize| format!("Sentence number {n} says what happened on day {n}. ");
        let passage: String = (0..40).map(sentence).collect();
        let old = format!("Before it all. «{passage}»After it all.");
        let changed = passage.replace("number 20 says what happened", "twenty is wholly rewritten and tells");
        check(&old, &format!("A new lead. Before it all. «{changed}»After it all."));
    }

    #[test]
    fn many_lost_quotes_in_a_large_text_stay_within_the_budget() {
        let text = "All work and no play makes Jack a dull boy. ".repeat(20_000);
        let mut anchorer = Anchorer {
            budget: 3_000_000,
            ..Anchorer::new(&text)
        };
        for n in 0..30 {
            let exact = format!("{n} quick brown foxes jump over {n} lazy dogs");
            let quote = Quote {
                exact: &exact,
                prefix: "",
                suffix: "",
                hint: ByteOffset(n * 500),
            };
            assert_eq!(anchorer.anchor(&quote), None);
        }
        assert!(anchorer.budget < text.len(), "the far searches have ended");
    }
}
