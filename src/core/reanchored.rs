//! What became of mentions whose text is not the one they were made on.

use super::anchor::{Certainty, How};
use super::id::{ArticleId, MentionId};
use super::problem::{Problem, Severity};
use super::quote::Quote;
use super::spans::Spans;

/// Of mentions that only need to be looked at, so many are named; the others are counted. More would not be read.
const MOST_NAMED: usize = 100;

/// The most that is shown of a mention and of the text around it, in code points each.
const SHOWN: usize = 60;

/// A mention that was found at another place, or where the text now reads differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// Where it is now.
    pub article: ArticleId,
    /// For showing.
    pub article_title: String,
    /// Its id, which stays.
    pub mention: MentionId,
    /// What its file says that it covers; several spans joined by ` … `.
    pub old_quote: String,
    /// What it covers now.
    pub new_quote: String,
    /// What it covers now with some words around it, on one line.
    pub now_in: String,
    /// Whether the two are the same to the letter.
    pub how: How,
    /// Whether it could as well be elsewhere.
    pub certainty: Certainty,
}

/// A mention that found no place in the text and was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unplaced {
    /// In whose text it was looked for.
    pub article: ArticleId,
    /// For showing.
    pub article_title: String,
    /// Its id in the file.
    pub mention: MentionId,
    /// Its label's name.
    pub label: String,
    /// What its file says that it covers; several spans joined by ` … `.
    pub quote: String,
}

/// For [`Moved::now_in`]: what the spans cover with some words before and after, on one line.
pub(super) fn shown_in(text: &str, spans: &Spans) -> String {
    let around = |span| Quote::of(text, span);
    let (Some(first), Some(last)) = (around(spans.first()), around(spans.last())) else {
        return String::new();
    };
    let (start, end) = (spans.first().start().index(), spans.last().end().index());
    // Whole words only: the first and the last of the context may be cut.
    let before = match first.prefix.find(char::is_whitespace) {
        Some(at) if first.prefix.len() < start => format!("…{}", &first.prefix[at..].trim_start()),
        _ => first.prefix.to_owned(),
    };
    let after = match last.suffix.rfind(char::is_whitespace) {
        Some(at) if end + last.suffix.len() < text.len() => format!("{}…", &last.suffix[..at].trim_end()),
        _ => last.suffix.to_owned(),
    };
    let covered = shortened(text.get(start..end).unwrap_or_default());
    on_one_line(&format!("{before}{covered}{after}"))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", quote[..cut].trim_end()),
        None => quote.to_owned(),
    }
}

/// As remarks on the file that they came from: each mention that was left out; then the mentions whose words or place
/// changed, the doubtful ones first.
pub(super) fn problems_of_places(moved: &[Moved], unplaced: &[Unplaced], file: &str) -> Vec<Problem> {
    let left_out = unplaced.iter().map(|it| {
        let (title, label, quote) = (&it.article_title, &it.label, &it.quote);
        let reason = format!("In “{title}”, the text of the {label} mention “{quote}” was not found; it was left out.");
        problem(file, Severity::LeftOut, reason)
    });
    let of_kind = |certainty: Certainty, how: How| -> Vec<&Moved> {
        let is_kind = |it: &&Moved| (it.certainty, it.how) == (certainty, how);
        moved.iter().filter(is_kind).collect()
    };
    let unclear = [How::Approximate, How::Exact]
        .map(|how| of_kind(Certainty::Ambiguous, how))
        .concat();
    let changed = of_kind(Certainty::Clear, How::Approximate);
    let elsewhere = of_kind(Certainty::Clear, How::Exact);
    let notices = [
        named(&unclear, "could stand at several places, and one was chosen", |it| {
            let (title, quote, now_in) = (&it.article_title, shortened(&it.old_quote), &it.now_in);
            format!("In “{title}”, the mention “{quote}” could stand at several places; it is now in “{now_in}”.")
        }),
        named(&changed, "cover other words than the file says", |it| {
            let (title, old, new) = (&it.article_title, &it.old_quote, &it.new_quote);
            format!("In “{title}”, the mention “{old}” is now on “{new}”.")
        }),
        named(
            &elsewhere,
            "were found at other places than the file says, with the same words",
            |it| {
                let (title, quote, now_in) = (&it.article_title, shortened(&it.old_quote), &it.now_in);
                format!("In “{title}”, the mention “{quote}” was found at another place: “{now_in}”.")
            },
        ),
    ];
    let notices = notices
        .into_iter()
        .flatten()
        .map(|reason| problem(file, Severity::Notice, reason));
    left_out.chain(notices).collect()
}

/// A sentence for each of the first, and one for the rest. `what` goes on after “12 more mentions”.
fn named(moved: &[&Moved], what: &str, sentence: impl Fn(&Moved) -> String) -> Vec<String> {
    let mut sentences: Vec<String> = moved.iter().take(MOST_NAMED).map(|it| sentence(it)).collect();
    match moved.len().saturating_sub(MOST_NAMED) {
        0 => {}
        // One more line does not hurt either.
        1 => sentences.extend(moved.last().map(|it| sentence(it))),
        n => sentences.push(format!("{n} more mentions {what}.")),
    }
    sentences
}

fn problem(file: &str, severity: Severity, reason: String) -> Problem {
    Problem {
        file: file.to_owned(),
        line: None,
        severity,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::offset::ByteOffset;
    use crate::core::span::Span;

    fn moved(quote: &str, how: How, certainty: Certainty) -> Moved {
        Moved {
            article: ArticleId::from_u128(1),
            article_title: "Prices".to_owned(),
            mention: MentionId::from_u128(2),
            old_quote: quote.to_owned(),
            new_quote: "new".to_owned(),
            now_in: format!("now {quote} there"),
            how,
            certainty,
        }
    }

    fn reasons(moved: &[Moved]) -> Vec<String> {
        let problems = problems_of_places(moved, &[], "f.json");
        problems.into_iter().map(|problem| problem.reason).collect()
    }

    #[test]
    fn each_is_named_the_doubtful_first() {
        let all = [
            moved("a", How::Exact, Certainty::Clear),
            moved("b", How::Approximate, Certainty::Clear),
            moved("c", How::Exact, Certainty::Ambiguous),
        ];
        let expected = [
            "In “Prices”, the mention “c” could stand at several places; it is now in “now c there”.",
            "In “Prices”, the mention “b” is now on “new”.",
            "In “Prices”, the mention “a” was found at another place: “now a there”.",
        ];
        assert_eq!(reasons(&all), expected);
    }

    #[test]
    fn of_thousands_the_first_hundred_are_named() {
        let of = |n: usize| reasons(&vec![moved("a", How::Exact, Certainty::Clear); n]);
        assert_eq!(of(0).len(), 0);
        assert!(of(101).iter().all(|reason| reason.contains("“a”")));
        let many = of(5000);
        assert_eq!(many.len(), 101);
        assert_eq!(
            many[100],
            "4900 more mentions were found at other places than the file says, with the same words."
        );
    }

    #[test]
    fn a_place_is_shown_with_whole_words_around() {
        let shown = |text: &str, quotes: &[&str]| {
            let span = |quote: &&str| {
                let start = text.find(quote).unwrap();
                Span::new(
                    ByteOffset::from_index(start),
                    ByteOffset::from_index(start + quote.len()),
                )
                .unwrap()
            };
            shown_in(text, &Spans::from_unsorted(quotes.iter().map(span).collect()).unwrap())
        };
        assert_eq!(shown("Beta said\n\nyes.", &["said"]), "Beta said yes.");
        assert_eq!(
            shown(
                "Gamma said no. Alpha said no. Beta said yes. Delta said no. Epsilon said no.",
                &["yes"]
            ),
            "…no. Alpha said no. Beta said yes. Delta said no. Epsilon said…"
        );
        assert_eq!(shown("Ana and Eva", &["Ana", "Eva"]), "Ana and Eva");
        let long = "word ".repeat(50);
        assert_eq!(
            shown(&long, &[long.trim_end()]),
            format!("{}…", &long[..SHOWN].trim_end())
        );
    }
}
