//! Why two sentences are thought to say the same, or not to, in places and in words.

use super::super::offset::ByteOffset;
use super::super::span::Span;
use super::articles::days_apart;
use super::compare::{self, Match, Meeting, Places};
use super::corpus::Corpus;
use super::profile::{Class, Part, Place, Profile, TermUse};

/// Something that speaks for or against a pair, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    pub kind: ReasonKind,
    /// The stretches of the first article that show it; none where the whole says so.
    pub a: Vec<Span>,
    /// Those of the second article; of what both share, in the order of the first.
    pub b: Vec<Span>,
}

/// What speaks for or against a pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ReasonKind {
    SharedNumber,
    SharedDate,
    SharedName,
    /// The same words, or such as mean the same.
    SharedWords,
    /// The sentences beside these agree as well.
    Neighbors,
    /// Another number of the same thing.
    NumbersAtOdds,
    DatesAtOdds,
    /// Each names someone or something that the other does not.
    NamesAtOdds,
    /// Another person in the same office.
    OfficesAtOdds,
    /// “He” in one, “she” in the other.
    PersonsAtOdds,
    /// Words of opposite meaning.
    Opposites,
    /// Only one of them says “not”.
    Negation,
    /// The articles were written so many days apart.
    ArticlesApart(u32),
}

/// How many words are given as shared: those that tell most.
const MAX_WORDS: usize = 6;

/// How likely a pair beside this one must be to be a reason.
const LIKELY: f32 = 0.5;

/// From how many days on the time between articles is a reason.
const LONG: u32 = 30;

impl ReasonKind {
    /// Whether it speaks against the pair.
    pub fn is_against(self) -> bool {
        self > Self::Neighbors
    }
}

impl Reason {
    /// In plain words, for people; `text_a` and `text_b` are the texts of the two articles.
    pub fn in_words(&self, text_a: &str, text_b: &str) -> String {
        let quotes = |spans: &[Span], text: &str| {
            let quoted = spans.iter().filter_map(|span| Some(format!("“{}”", span.slice(text)?)));
            quoted.collect::<Vec<_>>().join(", ")
        };
        let apart = || match (quotes(&self.a, text_a), quotes(&self.b, text_b)) {
            (a, b) if a.is_empty() || b.is_empty() => format!("{a}{b}"),
            (a, b) => format!("{a} against {b}"),
        };
        let together = || {
            let pairs = self.a.iter().zip(&self.b).filter_map(|(a, b)| {
                let (a, b) = (a.slice(text_a)?, b.slice(text_b)?);
                let is_equal = a.to_lowercase() == b.to_lowercase();
                Some(if is_equal {
                    format!("“{a}”")
                } else {
                    format!("“{a}” as “{b}”")
                })
            });
            pairs.collect::<Vec<_>>().join(", ")
        };
        match self.kind {
            ReasonKind::SharedNumber => format!("same number: {}", together()),
            ReasonKind::SharedDate => format!("same date: {}", together()),
            ReasonKind::SharedName => format!("same name: {}", together()),
            ReasonKind::SharedWords => format!("same words: {}", together()),
            ReasonKind::Neighbors => "the sentences beside agree as well".to_owned(),
            ReasonKind::NumbersAtOdds => format!("numbers at odds: {}", apart()),
            ReasonKind::DatesAtOdds => format!("dates at odds: {}", apart()),
            ReasonKind::NamesAtOdds => format!("different names: {}", apart()),
            ReasonKind::OfficesAtOdds => format!("different people in one office: {}", apart()),
            ReasonKind::PersonsAtOdds => format!("different people: {}", apart()),
            ReasonKind::Opposites => format!("opposite words: {}", apart()),
            ReasonKind::Negation => "only one of them denies".to_owned(),
            ReasonKind::ArticlesApart(days) => format!("the articles are {days} days apart"),
        }
    }
}

/// All that speaks for the pair, then all that speaks against it. `neighbors` is how likely the best pair beside it is.
pub(super) fn reasons(a: &Profile, b: &Profile, neighbors: f32, corpus: &Corpus) -> Vec<Reason> {
    let meeting = Meeting::new(a, b, &corpus.vocabulary);
    let mut found = Vec::new();
    for (kind, class) in [
        (ReasonKind::SharedNumber, Class::Number),
        (ReasonKind::SharedDate, Class::Date),
        (ReasonKind::SharedName, Class::Name),
        (ReasonKind::SharedWords, Class::Word),
    ] {
        let (a, b) = shared(&meeting, class);
        if !a.is_empty() {
            found.push(Reason { kind, a, b });
        }
    }
    let mut push = |kind, places: Option<Places>| {
        let reason = places.map(|(a, b)| Reason {
            kind,
            a: vec![span(a)],
            b: vec![span(b)],
        });
        found.extend(reason);
    };
    push(ReasonKind::NumbersAtOdds, compare::numbers_at_odds(a, b));
    push(ReasonKind::DatesAtOdds, compare::dates_at_odds(a, b));
    push(ReasonKind::OfficesAtOdds, compare::offices_at_odds(a, b));
    push(ReasonKind::PersonsAtOdds, compare::pronouns_at_odds(a, b));
    push(ReasonKind::Opposites, compare::opposites(&meeting, corpus));
    let whole = |kind| Reason {
        kind,
        a: Vec::new(),
        b: Vec::new(),
    };
    if neighbors >= LIKELY {
        found.push(whole(ReasonKind::Neighbors));
    }
    let (names_a, names_b) = (names(&meeting.only_a), names(&meeting.only_b));
    if !names_a.is_empty() && !names_b.is_empty() {
        found.push(Reason {
            kind: ReasonKind::NamesAtOdds,
            a: names_a,
            b: names_b,
        });
    }
    if compare::is_negated_in_one(a, b) {
        found.push(whole(ReasonKind::Negation));
    }
    let [date_a, date_b] = [a, b].map(|it| corpus.summaries[it.article as usize].date);
    if let Some(days) = days_apart(date_a, date_b).filter(|days| *days >= LONG) {
        found.push(whole(ReasonKind::ArticlesApart(days)));
    }
    found.sort_by_key(|reason| reason.kind);
    found
}

/// Terms of both, in the order of the first sentence, neighbors in both put together.
fn shared(meeting: &Meeting<'_>, class: Class) -> (Vec<Span>, Vec<Span>) {
    let mut places: Vec<(f32, Place, Place)> = Vec::new();
    for Match { a: x, b: y, .. } in &meeting.matches {
        if x.class == class && x.part != Part::Meant && y.part != Part::Meant {
            places.push((x.weight.min(y.weight), x.place, y.place));
        }
    }
    if class == Class::Word {
        places.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        places.truncate(MAX_WORDS);
    }
    places.sort_by_key(|it| (it.1, it.2));
    let mut joined: Vec<(Place, Place)> = Vec::new();
    for (_, x, y) in places {
        match joined.last_mut() {
            // A date is one place for the day, the month and the year in it.
            Some(last) if last.0 == x || last.1 == y => {}
            Some(last) if last.0.1 + 1 == x.0 && last.1.1 + 1 == y.0 => *last = ((last.0.0, x.1), (last.1.0, y.1)),
            _ => joined.push((x, y)),
        }
    }
    joined.into_iter().map(|(x, y)| (span(x), span(y))).unzip()
}

/// Names in text order, those beside each other put together.
fn names(uses: &[&TermUse]) -> Vec<Span> {
    let mut places: Vec<Place> = Vec::new();
    let names = uses
        .iter()
        .filter(|it| it.class == Class::Name && it.part != Part::Meant);
    places.extend(names.map(|it| it.place));
    places.sort_unstable();
    let mut joined: Vec<Place> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if last.1 + 1 == place.0 => last.1 = place.1,
            _ => joined.push(place),
        }
    }
    joined.into_iter().map(span).collect()
}

fn span((start, end): Place) -> Span {
    Span::new(ByteOffset(start), ByteOffset(end)).expect("words are not empty")
}
