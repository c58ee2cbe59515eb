//! Looks for a query in a text.

use super::fold::{Folding, fold_unit, units};
use super::folded::Folded;
use super::query::{Query, Syntax};
use super::query_error::QueryError;
use super::searched_text::SearchedText;
use crate::core::offset::ByteOffset;
use crate::core::segment::is_word_edge;
use crate::core::segmenter::Segmenter;
use crate::core::span::Span;
use regex::{Regex, RegexBuilder};
use std::rc::Rc;
use unicode_segmentation::GraphemeCursor;

/// How much memory an expression may take, in bytes: enough for some hundred repetitions of any letter.
const SIZE_LIMIT: usize = 4 << 20;

/// A query, ready to be looked for.
#[derive(Debug)]
pub struct Matcher {
    regex: Regex,
    meaning: Meaning,
}

/// What the engine is given, and which of its matches count.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// Folded text.
    Plain { folding: Folding, whole_words: bool },
    /// The text itself; all that is matched.
    Expression,
}

impl Matcher {
    /// An error says where the expression is wrong. A query without anything to look for has no hits.
    pub fn new(query: &Query) -> Result<Self, QueryError> {
        match query.syntax {
            Syntax::Plain => Self::plain(query),
            Syntax::Regex => Self::expression(query),
        }
    }

    fn plain(query: &Query) -> Result<Self, QueryError> {
        let folding = Folding {
            case: query.match_case,
            accents: query.match_accents,
        };
        let mut wanted = String::new();
        units(query.text.trim()).for_each(|unit| fold_unit(unit, folding, &mut wanted));
        let regex = Regex::new(&regex::escape(&wanted)).map_err(|_| QueryError::too_large())?;
        let whole_words = query.whole_words;
        Ok(Self {
            regex,
            meaning: Meaning::Plain { folding, whole_words },
        })
    }

    fn expression(query: &Query) -> Result<Self, QueryError> {
        if let Some(error) = QueryError::of_pattern(&query.text) {
            return Err(error);
        }
        // As a part of the expression, so that of several ways to match the one counts that makes whole words.
        let whole = |text| format!(r"\b{{start-half}}(?:{text})\b{{end-half}}");
        let pattern = if query.whole_words {
            &whole(&query.text)
        } else {
            &query.text
        };
        let regex = RegexBuilder::new(pattern)
            .case_insensitive(!query.match_case)
            .multi_line(true)
            .crlf(true)
            .size_limit(SIZE_LIMIT)
            .build();
        Ok(Self {
            regex: regex.map_err(|_| QueryError::too_large())?,
            meaning: Meaning::Expression,
        })
    }

    /// Looks for hits one by one, from the start of the text. They are disjoint, in text order, and never empty.
    pub fn hits<'a>(&'a self, text: &'a SearchedText, words: &'a dyn Segmenter) -> Hits<'a> {
        let folded = match self.meaning {
            Meaning::Plain { folding, .. } => Some(text.folded(folding)),
            Meaning::Expression => None,
        };
        Hits {
            matcher: self,
            text: text.as_str(),
            folded,
            words,
            at: Some(0),
        }
    }
}

/// The hits of one text.
pub struct Hits<'a> {
    matcher: &'a Matcher,
    text: &'a str,
    folded: Option<Rc<Folded>>,
    words: &'a dyn Segmenter,
    /// From where on is looked, in bytes of what the engine is given; `None` at the end.
    at: Option<usize>,
}

impl Iterator for Hits<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let haystack = self.folded.as_ref().map_or(self.text, |folded| folded.as_str());
        while let Some(at) = self.at {
            let Some(found) = self.matcher.regex.find_at(haystack, at) else {
                break;
            };
            let span = match &self.folded {
                Some(folded) => folded.original(found.range()).filter(|span| self.counts(*span)),
                None => Span::new(
                    ByteOffset::from_index(found.start()),
                    ByteOffset::from_index(found.end()),
                ),
            };
            if span.is_some() {
                self.at = Some(found.end());
                return span;
            }
            self.at = after_char(haystack, found.start());
        }
        self.at = None;
        None
    }
}

impl Hits<'_> {
    fn counts(&self, span: Span) -> bool {
        let whole_words = matches!(self.matcher.meaning, Meaning::Plain { whole_words: true, .. });
        [span.start(), span.end()]
            .into_iter()
            .all(|end| !cuts_emoji(self.text, end.index()) && (!whole_words || is_edge(end, self.text, self.words)))
    }
}

impl std::fmt::Debug for Hits<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hits").field("at", &self.at).finish_non_exhaustive()
    }
}

/// The place after the character at `at`; `None` at the text's end.
fn after_char(text: &str, at: usize) -> Option<usize> {
    text[at..].chars().next().map(|ch| at + ch.len_utf8())
}

/// Whether one emoji, of several characters, lies on both sides.
fn cuts_emoji(text: &str, at: usize) -> bool {
    let is_part = |ch: char| ch == '\u{200d}' || ch >= '\u{1f1e6}';
    let (before, after) = sides(text, at);
    if !before.is_some_and(is_part) && !after.is_some_and(is_part) {
        return false;
    }
    // It has all of the text, so that it can always say.
    !GraphemeCursor::new(at, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// Whether words begin or end there. What can be said from the neighbors alone spares the search for words, which takes
/// most of the time.
fn is_edge(at: ByteOffset, text: &str, words: &dyn Segmenter) -> bool {
    let (before, after) = sides(text, at.index());
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    if before.is_whitespace() || after.is_whitespace() {
        return true;
    }
    // No rule of UAX #29 breaks between two letters of the Latin script, and no word holds one of these marks.
    let is_latin = |ch: char| ch.is_alphabetic() && ch < '\u{250}';
    let is_apart = |ch: char| {
        matches!(
            ch,
            '(' | ')' | '[' | ']' | '"' | '“' | '”' | '!' | '?' | '-' | '–' | '—' | '/'
        )
    };
    if is_latin(before) && is_latin(after) {
        return false;
    }
    is_apart(before) || is_apart(after) || is_word_edge(at, text, words)
}

fn sides(text: &str, at: usize) -> (Option<char>, Option<char>) {
    (text[..at].chars().next_back(), text[at..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::segmenter::UnicodeSegmenter;
    use proptest::prelude::*;

    fn plain(text: &str) -> Query {
        Query {
            text: text.to_owned(),
            ..Query::default()
        }
    }

    fn regex(text: &str) -> Query {
        Query {
            syntax: Syntax::Regex,
            ..plain(text)
        }
    }

    fn spans(query: &Query, text: &str) -> Vec<Span> {
        let text = SearchedText::new(text.to_owned());
        Matcher::new(query).unwrap().hits(&text, &UnicodeSegmenter).collect()
    }

    /// `expected` is the text with every hit between `«` and `»`.
    fn check(query: &Query, expected: &str) {
        let text = expected.replace(['«', '»'], "");
        let mut marked = text.clone();
        for span in spans(query, &text).into_iter().rev() {
            marked.insert(span.end().index(), '»');
            marked.insert(span.start().index(), '«');
        }
        assert_eq!(marked, expected, "{query:?}");
    }

    #[test]
    fn plain_text_is_found_whatever_its_case_accents_and_spaces() {
        check(&plain("arevalo"), "«Arévalo»s «ARE\u{301}VALO» Areval «arevalo»");
        check(
            &plain(" Vice President "),
            "«Vice\u{a0}President» and «vice\r\npresident».",
        );
        check(&plain("it's"), "«It’s» «it's» its");
        check(&plain("aa"), "«aa»«aa»a");
        check(&plain("."), "a«.»b«.»");
        check(&plain("\u{ad}"), "nothing is wanted");
    }

    #[test]
    fn what_matters_can_be_set() {
        let case = Query {
            match_case: true,
            ..plain("Us")
        };
        check(&case, "«Us» US us «Ús»");
        let accents = Query {
            match_accents: true,
            ..plain("é")
        };
        check(&accents, "«é» «e\u{301}» «É» e e\u{300}");
        let plain_e = Query {
            match_accents: true,
            ..plain("e")
        };
        check(&plain_e, "é e\u{301} «e» «E»");
    }

    #[test]
    fn whole_words_begin_and_end_where_words_do() {
        let whole = |text: &str| Query {
            whole_words: true,
            ..plain(text)
        };
        check(
            &whole("guatemala"),
            "«Guatemala»’s Guatemalan («Guatemala»-City), «GUATEMALA».",
        );
        check(&whole("ana"), "banana «ana»");
        check(&whole("4"), "«4»% 4.5 14 «4».");
        check(&whole("$5"), "«$5» $50 US«$5»");
        check(&whole("arevalo"), "«Arévalo» Arévalos");
        // Without a dictionary each character is a word.
        check(&whole("東京"), "«東京»都知事");
    }

    #[test]
    fn emoji_are_not_cut() {
        check(&plain("👩"), "👩‍👩‍👧 «👩» 👩🏽");
        check(&plain("🇹🇬"), "🇬🇹🇬🇹 «🇹🇬»");
        check(&plain("❤"), "«❤\u{fe0f}» «❤»");
    }

    #[test]
    fn expressions_match_in_lines() {
        check(&regex(r"^\w+"), "«Prices»  rose\r\n«In» May");
        check(&regex("rose.$"), "Prices «rose.»\r\nIn May");
        check(&regex("x*"), "a«xx»b");
        check(&regex(r"\d+ ?%"), "«4%» or «12 %» of 3");
        let case = Query {
            match_case: true,
            ..regex("É")
        };
        check(&regex("É"), "«é» «É» e");
        check(&case, "é «É»");
    }

    #[test]
    fn expressions_match_whole_words() {
        let whole = |text: &str| Query {
            whole_words: true,
            ..regex(text)
        };
        check(&whole("Guatemala|Guatemalan"), "«Guatemalan» «Guatemala» Guatemalans");
        check(&whole("m[ae]n"), "«men» women «man»’s");
        check(&whole(r"\$\d"), "«$5» $50");
    }

    #[test]
    fn a_wrong_or_huge_expression_is_an_error() {
        assert_eq!(Matcher::new(&regex("(a")).unwrap_err().at.map(|at| at.0), Some(0));
        let huge = Matcher::new(&regex(r"(\w{1,100}\s){1,100}")).unwrap_err();
        assert_eq!(huge, QueryError::too_large());
        let whole = Query {
            whole_words: true,
            ..regex("a)(b")
        };
        assert!(Matcher::new(&whole).is_err(), "it does not become right inside a group");
    }

    /// Unit by unit, as a person would compare.
    fn naive(query: &Query, text: &str) -> Vec<Span> {
        let folding = Folding {
            case: query.match_case,
            accents: query.match_accents,
        };
        let fold = |unit: &str| {
            let mut folded = String::new();
            fold_unit(unit, folding, &mut folded);
            folded
        };
        let mut ends = vec![0];
        for unit in units(text) {
            ends.push(ends.last().unwrap() + unit.len());
        }
        let wanted: String = units(query.text.trim()).map(fold).collect();
        let (mut found, mut from) = (Vec::new(), 0);
        'starts: while from + 1 < ends.len() {
            let begins_seen = !fold(&text[ends[from]..ends[from + 1]]).is_empty();
            for to in from + 1..ends.len() {
                let span = Span::new(ByteOffset::from_index(ends[from]), ByteOffset::from_index(ends[to])).unwrap();
                let folded: String = units(span.slice(text).unwrap()).map(fold).collect();
                if !begins_seen || folded != wanted {
                    continue;
                }
                let edges = [span.start(), span.end()];
                if !query.whole_words || edges.iter().all(|at| is_word_edge(*at, text, &UnicodeSegmenter)) {
                    found.push(span);
                    from = to;
                    continue 'starts;
                }
                break;
            }
            from += 1;
        }
        found
    }

    proptest! {
        #[test]
        fn agrees_with_comparing_unit_by_unit(
            text in "[aAeÉß\u{301}sﬁf '’.\u{ad}\r\n\u{a0}日が-]{0,30}",
            wanted in "[aeéßsf'\u{301}日か .-]{1,3}",
            flags in any::<[bool; 3]>(),
        ) {
            let [match_case, match_accents, whole_words] = flags;
            let query = Query { match_case, match_accents, whole_words, ..plain(&wanted) };
            prop_assume!(!query.is_empty());
            prop_assert_eq!(spans(&query, &text), naive(&query, &text));
        }

        #[test]
        fn any_expression_on_any_text_gives_hits_in_order(pattern in "[ab(|)*+?.\\[\\]^$\\\\w-]{0,8}", text in "\\PC{0,30}") {
            let text = SearchedText::new(text);
            if let Ok(matcher) = Matcher::new(&regex(&pattern)) {
                let hits: Vec<Span> = matcher.hits(&text, &UnicodeSegmenter).collect();
                prop_assert!(hits.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
                prop_assert!(hits.iter().all(|hit| hit.slice(text.as_str()).is_some()));
            }
        }
    }
}
