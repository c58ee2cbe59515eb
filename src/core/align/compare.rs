//! What speaks for and against two sentences having the same content.

use super::articles::{Summary, days_apart};
use super::corpus::Corpus;
use super::dates::Date;
use super::dictionary::Tier;
use super::numbers::NumberKind;
use super::profile::{Class, Place, Profile, Quantity, RoleUse, TermUse};
use super::vocabulary::{TermId, Vocabulary};

/// How many figures one comparison gives.
pub const N_FEATURES: usize = 21;

/// Figures of one comparison, in the order of [`super::weights::FEATURES`].
pub type Features = [f32; N_FEATURES];

/// Two stretches, one of each article.
pub(super) type Places = (Place, Place);

/// What a word that only begins like another counts beside one that is the same.
const ALIKE: f32 = 0.6;

/// What a small number counts where it is not one of the same things: “two” is in many sentences.
const BY_CHANCE: f32 = 0.5;

/// What a name counts that stands beside a heavier one in both sentences: a list of three countries is one fact, not three.
const LISTED: f32 = 0.4;

/// A term of one sentence that goes with one of the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'p> {
    pub a: &'p TermUse,
    pub b: &'p TermUse,
    /// What it counts beside a term that is the same, from 0 to 1.
    factor: f32,
}

impl Match<'_> {
    fn weight(&self) -> f32 {
        self.a.weight.min(self.b.weight)
    }
}

/// How two sentences' terms meet.
#[derive(Debug, Default)]
pub(super) struct Meeting<'p> {
    /// Terms of both.
    pub matches: Vec<Match<'p>>,
    /// What is left on each side.
    pub only_a: Vec<&'p TermUse>,
    pub only_b: Vec<&'p TermUse>,
}

impl<'p> Meeting<'p> {
    pub fn new(a: &'p Profile, b: &'p Profile, vocabulary: &Vocabulary) -> Self {
        let mut meeting = Self::default();
        let (mut left, mut right) = (a.terms.iter().peekable(), b.terms.iter().peekable());
        loop {
            match (left.peek(), right.peek()) {
                (Some(l), Some(r)) if l.term == r.term => {
                    let factor = if is_by_chance(l.term, a, b) { BY_CHANCE } else { 1.0 };
                    let both = left.next().zip(right.next());
                    meeting.matches.extend(both.map(|(a, b)| Match { a, b, factor }));
                }
                (Some(l), r) if r.is_none_or(|r| l.term < r.term) => meeting.only_a.extend(left.next()),
                (_, Some(_)) => meeting.only_b.extend(right.next()),
                (_, None) => break,
            }
        }
        // The heaviest first on both sides, so that it does not matter which side is which.
        meeting.only_a.sort_by(|x, y| y.weight.total_cmp(&x.weight));
        meeting.only_b.sort_by(|x, y| y.weight.total_cmp(&x.weight));
        meeting.find_alike(vocabulary);
        meeting.drop_rest_of_names();
        meeting.discount_lists();
        meeting
    }

    /// Takes those that are left on both sides and begin alike as matches.
    fn find_alike(&mut self, vocabulary: &Vocabulary) {
        let opening = |it: &TermUse| vocabulary.opening(it.term).filter(|_| it.class <= Class::Name);
        let Self {
            matches,
            only_a,
            only_b,
        } = self;
        only_a.retain(|a| {
            let partner = opening(a).and_then(|it| only_b.iter().position(|b| opening(b) == Some(it)));
            if let Some(at) = partner {
                let b = only_b.remove(at);
                matches.push(Match { a, b, factor: ALIKE });
            }
            partner.is_none()
        });
    }

    /// Drops titles and first names that only one of both has before a name that they share: “President Ana Ruiz” is nobody
    /// else than “Ruiz”, but may be than “Eva Ruiz”.
    fn drop_rest_of_names(&mut self) {
        let Self {
            matches,
            only_a,
            only_b,
        } = self;
        let is_name = |it: &&Match<'_>| it.a.class == Class::Name && it.b.class == Class::Name;
        for it in matches.iter().filter(is_name) {
            let (before_a, before_b) = (names_before(it.a, only_a), names_before(it.b, only_b));
            if before_b == it.b.place.0 {
                only_a.retain(|only| !is_within(only, before_a, it.a.place.0));
            } else if before_a == it.a.place.0 {
                only_b.retain(|only| !is_within(only, before_b, it.b.place.0));
            }
        }
    }

    /// Counts names less that both sentences have beside each other, all but the heaviest.
    fn discount_lists(&mut self) {
        let lists = |it: &Match<'_>| (it.a.list, it.b.list);
        let weight = |it: &Match<'_>| it.factor * it.weight();
        let matches = self.matches.iter_mut();
        let mut names: Vec<_> = matches.filter(|it| it.a.class == Class::Name).collect();
        names.sort_by(|x, y| lists(x).cmp(&lists(y)).then(weight(y).total_cmp(&weight(x))));
        for list in names.chunk_by_mut(|x, y| lists(x) == lists(y)) {
            list[1..].iter_mut().for_each(|it| it.factor *= LISTED);
        }
    }

    /// What the word of both weighs that tells most: who is named in both may do another thing in each.
    fn heaviest_word(&self) -> f32 {
        let words = self.matches.iter().filter(|it| it.a.class == Class::Word);
        words.map(|it| it.factor * it.weight()).fold(0.0, f32::max)
    }

    fn sum(&self, of: impl Fn(f32) -> f32, class: Option<Class>) -> f32 {
        let counted = self
            .matches
            .iter()
            .filter(|it| class.is_none_or(|class| it.a.class == class));
        counted.map(|it| it.factor * of(it.weight())).sum()
    }
}

/// Where those of the names `only` start that lead up to this one with a space between; its own start if none do.
fn names_before(name: &TermUse, only: &[&TermUse]) -> u32 {
    let mut start = name.place.0;
    let before = |start: u32| {
        only.iter()
            .find(|it| it.class == Class::Name && it.place.1 + 1 == start)
    };
    while let Some(it) = before(start) {
        start = it.place.0;
    }
    start
}

/// Whether it is a name in the stretch.
fn is_within(it: &TermUse, start: u32, end: u32) -> bool {
    it.class == Class::Name && start <= it.place.0 && it.place.1 <= end
}

/// Whether a term of both is a number from 1 to 9 that does not count the same in both.
fn is_by_chance(term: TermId, a: &Profile, b: &Profile) -> bool {
    let numbers = |it: &'_ Profile| -> Vec<Quantity> {
        let numbers = it.numbers.iter().filter(|it| it.term == term);
        numbers.copied().collect()
    };
    let is_small = |it: &Quantity| it.number.kind == NumberKind::Plain && it.number.value < 10.0;
    let small = a.numbers.iter().any(|it| it.term == term && is_small(it));
    small && {
        let (a, b) = (numbers(a), numbers(b));
        !a.iter().any(|x| b.iter().any(|y| counts_the_same(x, y)))
    }
}

/// The figures of a comparison; the same for `(a, b)` and `(b, a)`.
pub(super) fn features(a: &Profile, b: &Profile, corpus: &Corpus) -> Features {
    let meeting = Meeting::new(a, b, &corpus.vocabulary);
    let [summary_a, summary_b] = [a, b].map(|it| &corpus.summaries[it.article as usize]);
    let flag = |it: bool| if it { 1.0 } else { 0.0 };
    let any = |it: Option<Places>| flag(it.is_some());

    let shared = meeting.sum(|weight| weight, None);
    let squares = meeting.sum(|weight| weight * weight, None);
    let of_class = |class| meeting.sum(|weight| weight, Some(class));
    let (min, max) = (a.weight.min(b.weight).max(TINY), a.weight.max(b.weight).max(TINY));
    let part = shared / min;

    let names_left = left(&meeting.only_a, Class::Name, None).min(left(&meeting.only_b, Class::Name, None));
    let foreign = |class| {
        let there = left(&meeting.only_a, class, Some(summary_b));
        there.min(left(&meeting.only_b, class, Some(summary_a)))
    };
    let offices = any(offices_at_odds(a, b));
    let numbers = any(numbers_at_odds(a, b));
    let dates = any(dates_at_odds(a, b));
    let others = any(opposites(&meeting, corpus)) + any(pronouns_at_odds(a, b)) + flag(is_negated_in_one(a, b));
    let months_apart = days_apart(summary_a.date, summary_b.date).map_or(0.0, |days| days as f32 / 30.0);
    [
        1.0,
        squares / (a.norm * b.norm).max(TINY),
        part,
        shared / (min + max - shared).max(TINY),
        (1.0 + shared).ln(),
        of_class(Class::Name),
        names_left,
        offices,
        of_class(Class::Number),
        numbers,
        of_class(Class::Date),
        dates,
        (max / min).ln(),
        foreign(Class::Name),
        foreign(Class::Number),
        (1.0 + meeting.matches.len() as f32).ln(),
        (offices + numbers + dates + others) * part,
        months_apart.min(1.0),
        (1.0 + min).ln(),
        part * shared,
        meeting.heaviest_word(),
    ]
}

/// Which of the figures tell that offices, numbers and dates are at odds.
const AT_ODDS: [usize; 3] = [7, 9, 11];

/// Whether what both name is at odds, by their figures.
pub(super) fn is_at_odds(features: &Features) -> bool {
    AT_ODDS.iter().any(|at| features[*at] > 0.0)
}

/// What keeps a sentence without any terms from dividing by zero.
const TINY: f32 = 1e-3;

/// The weight of what one sentence alone has, or of that of it which the other one's article has nowhere.
fn left(uses: &[&TermUse], class: Class, there: Option<&Summary>) -> f32 {
    let is_foreign = |it: &TermUse| there.is_none_or(|there| there.terms.binary_search(&it.term).is_err());
    let left = uses.iter().filter(|it| it.class == class && is_foreign(it));
    left.map(|it| it.weight).sum()
}

/// Numbers of one kind and of the same things, neither of which the other sentence has.
pub(super) fn numbers_at_odds(a: &Profile, b: &Profile) -> Option<Places> {
    let is_rival = |x: &Quantity, y: &Quantity| x.number.kind == y.number.kind && counts_the_same(x, y);
    let agree = |x: &Quantity, y: &Quantity| x.term == y.term || is_rival(x, y) && x.number.is_near(y.number);
    let left: Vec<_> = a
        .numbers
        .iter()
        .filter(|x| !b.numbers.iter().any(|y| agree(x, y)))
        .collect();
    let right: Vec<_> = b
        .numbers
        .iter()
        .filter(|y| !a.numbers.iter().any(|x| agree(x, y)))
        .collect();
    let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| is_rival(x, y))
        .map(|(x, y)| (x.place, y.place))
        .next()
}

fn counts_the_same(x: &Quantity, y: &Quantity) -> bool {
    match x.number.kind {
        NumberKind::Plain => x.units.iter().flatten().any(|unit| y.units.contains(&Some(*unit))),
        NumberKind::Ordinal => false,
        NumberKind::Money | NumberKind::Percent | NumberKind::Score | NumberKind::Clock => true,
    }
}

/// Dates none of which fits one of the other sentence.
pub(super) fn dates_at_odds(a: &Profile, b: &Profile) -> Option<Places> {
    let agree = |x: Date, y: Date| x.shares(y) && !x.is_at_odds(y);
    let any = a.dates.iter().any(|x| b.dates.iter().any(|y| agree(x.0, y.0)));
    if any {
        return None;
    }
    let pairs = a.dates.iter().flat_map(|x| b.dates.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| x.0.is_at_odds(y.0))
        .map(|(x, y)| (x.1, y.1))
        .next()
}

/// The same office held by two people, where no other office is held by the same one.
pub(super) fn offices_at_odds(a: &Profile, b: &Profile) -> Option<Places> {
    let held = |it: &&RoleUse| it.holder.is_some();
    let pairs = || {
        let pairs = a
            .roles
            .iter()
            .filter(held)
            .flat_map(|x| b.roles.iter().filter(held).map(move |y| (x, y)));
        pairs.filter(|(x, y)| x.role == y.role)
    };
    if pairs().any(|(x, y)| x.holder == y.holder) {
        return None;
    }
    let of_one = |x: &RoleUse, y: &RoleUse| x.country.is_none() || y.country.is_none() || x.country == y.country;
    pairs().find(|(x, y)| of_one(x, y)).map(|(x, y)| (x.place, y.place))
}

/// Only one of them denies something.
pub(super) fn is_negated_in_one(a: &Profile, b: &Profile) -> bool {
    (a.n_negations > 0) != (b.n_negations > 0)
}

/// “He” in one and “she” in the other.
pub(super) fn pronouns_at_odds(a: &Profile, b: &Profile) -> Option<Places> {
    let (x, y) = a.pronoun.zip(b.pronoun)?;
    (x.0 != y.0).then_some((x.1, y.1))
}

/// One says what the other says the opposite of.
pub(super) fn opposites(meeting: &Meeting<'_>, corpus: &Corpus) -> Option<Places> {
    let words = |uses: &[&TermUse]| -> Vec<(TermId, Place)> {
        uses.iter()
            .filter(|it| it.class == Class::Word && it.tier != Tier::Function)
            .map(|it| (it.term, it.place))
            .collect()
    };
    let (left, right) = (words(&meeting.only_a), words(&meeting.only_b));
    let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| corpus.opposites.binary_search(&(x.0, y.0)).is_ok())
        .map(|(x, y)| (x.1, y.1))
        .next()
}
