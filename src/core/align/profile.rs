//! What a sentence says, in a form that is quick to compare.

use super::attribution::attributed;
use super::dates::Date;
use super::dictionary::{Pronoun, Role, Tier};
use super::numbers::{Number, NumberKind, Words};
use super::tokens::Token;
use super::vocabulary::{TermId, Vocabulary};

/// A stretch of the article's text in bytes, end-exclusive.
pub(super) type Place = (u32, u32);

/// One sentence.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Which article, from 0.
    pub article: u32,
    pub place: Place,
    /// Sorted by term, each once.
    pub terms: Vec<TermUse>,
    pub numbers: Vec<Quantity>,
    pub dates: Vec<(Date, Place)>,
    pub roles: Vec<RoleUse>,
    pub n_negations: u32,
    /// The first word for someone who was named before.
    pub pronoun: Option<(Pronoun, Place)>,
    /// The sum of the terms' weights, and the root of that of their squares.
    pub weight: f32,
    pub norm: f32,
}

/// A term of a sentence, where it first stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermUse {
    pub term: TermId,
    pub class: Class,
    pub tier: Tier,
    /// What it does in the sentence.
    pub part: Part,
    /// How much it tells by itself; set when it is known how rare the term is.
    pub weight: f32,
    pub place: Place,
    /// Where the names start that it stands among, as in “Honduras, Guatemala and El Salvador”; else where it starts itself.
    pub list: u32,
}

/// What a term does in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    Content,
    /// It only tells who said it.
    Source,
    /// It goes with a name that tells as much without it: a first name, a title.
    Title,
    /// It is the name that “he” or “she” stands for, taken from the sentence before.
    Meant,
}

/// What kind of term it is; only words and names have a beginning that others may share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Class {
    Word,
    Name,
    Number,
    Date,
}

/// A number and what is counted, as far as the next words tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub number: Number,
    pub term: TermId,
    pub units: [Option<TermId>; 3],
    pub place: Place,
}

/// An office or position, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoleUse {
    pub role: Role,
    /// What it is an office of, if said beside it.
    pub country: Option<TermId>,
    /// The last word of the holder's name, if said beside it; later that which the article says elsewhere.
    pub holder: Option<TermId>,
    pub place: Place,
}

/// What a term counts that goes with others, or tells only who said it or who is meant.
const BESIDE: f32 = 0.5;

/// Reads one sentence from its words.
pub(super) fn profile(
    article: u32,
    place: Place,
    text: &str,
    tokens: &[Token],
    vocabulary: &mut Vocabulary,
) -> Profile {
    let mut profile = Profile {
        article,
        place,
        roles: roles(text, tokens, vocabulary),
        ..Profile::default()
    };
    let places: Vec<_> = tokens
        .iter()
        .map(|token| (token.start as usize, token.end as usize))
        .collect();
    let words = Words { text, places: &places };
    let parts = parts(text, tokens, &profile.roles, vocabulary);
    let mut i = 0;
    while i < tokens.len() {
        let stretch = |n_words: usize| (tokens[i].start, tokens[i + n_words - 1].end);
        let n_words = if let Some((date, n_words)) = words.date_at(i) {
            profile.dates.push((date, stretch(n_words)));
            for key in date.keys() {
                let term = vocabulary.term(&key);
                profile.terms.push(TermUse::new(term, Class::Date, stretch(n_words)));
            }
            n_words
        } else if let Some(reading) = words.number_at(i) {
            let n_words = reading.n_words;
            let term = vocabulary.term(&reading.number.key());
            profile.terms.push(TermUse::new(term, Class::Number, stretch(n_words)));
            for part in reading.number.parts() {
                let term = vocabulary.term(&part.key());
                profile.terms.push(TermUse::new(term, Class::Number, stretch(n_words)));
            }
            profile.numbers.push(Quantity {
                number: reading.number,
                term,
                units: units(&tokens[i + n_words..], vocabulary),
                place: stretch(n_words),
            });
            n_words
        } else {
            let word = vocabulary.word(tokens[i].word);
            profile.n_negations += u32::from(word.is_negation);
            let pronoun = word.pronoun.map(|pronoun| (pronoun, stretch(1)));
            profile.pronoun = profile.pronoun.or(pronoun);
            if word.tier != Tier::Function {
                let class = if word.is_name { Class::Name } else { Class::Word };
                let place = stretch(1);
                let part = parts[i];
                let (term, tier) = (word.term, word.tier);
                profile.terms.push(TermUse {
                    tier,
                    part,
                    ..TermUse::new(term, class, place)
                });
            }
            1
        };
        i += n_words;
    }
    find_lists(text, &mut profile.terms);
    profile.terms.sort_by_key(|it| (it.term, it.part, it.place));
    profile.terms.dedup_by_key(|it| it.term);
    profile
}

/// Finds which names stand beside each other; the terms are in text order.
fn find_lists(text: &str, terms: &mut [TermUse]) {
    let is_between = |gap: &str| {
        let mut words = gap.split([' ', ',', '/', '-', '–', '—']);
        words.all(|word| matches!(word, "" | "and" | "or" | "&"))
    };
    let mut last: Option<(u32, u32)> = None;
    for it in terms.iter_mut().filter(|it| it.class == Class::Name) {
        let beside = last.filter(|last| is_between(&text[last.1 as usize..it.place.0 as usize]));
        it.list = beside.map_or(it.place.0, |(list, _)| list);
        last = Some((it.list, it.place.1));
    }
}

impl Profile {
    /// Whether it says anything: a line that only dates an article does not.
    pub fn is_statement(&self) -> bool {
        self.terms.iter().any(|it| it.class <= Class::Name)
    }

    /// Takes over the names of the sentence before, if “he” or “she” stands here for one of them.
    pub fn complete(&mut self, before: &Self) {
        let Some((_, place)) = self.pronoun else { return };
        if self.terms.iter().any(|it| it.class == Class::Name) {
            return;
        }
        let names = before.terms.iter().filter(|it| it.class == Class::Name);
        self.terms.extend(names.map(|it| TermUse {
            part: Part::Meant,
            place,
            list: place.0,
            ..*it
        }));
        self.terms.sort_by_key(|it| it.term);
        self.terms.dedup_by_key(|it| it.term);
    }

    /// Takes over the names of those who hold the offices that are named here.
    pub fn name_holders(&mut self) {
        let named = self.roles.iter().filter_map(|role| Some((role.holder?, role.place)));
        let named: Vec<_> = named.collect();
        self.name(named.into_iter(), Part::Meant);
    }

    /// Adds names that the sentence tells in other words.
    pub fn name(&mut self, names: impl Iterator<Item = (TermId, Place)>, part: Part) {
        let names = names.map(|(term, place)| TermUse {
            part,
            ..TermUse::new(term, Class::Name, place)
        });
        let n_before = self.terms.len();
        self.terms.extend(names);
        if self.terms.len() > n_before {
            self.terms.sort_by_key(|it| (it.term, it.part, it.place));
            self.terms.dedup_by_key(|it| it.term);
        }
    }

    /// Sets the weights: how rare each term is among `n_sentences`, times what its class and form tell.
    pub fn weigh(&mut self, frequencies: &[u32], n_sentences: usize) {
        let n = (n_sentences + 1) as f32;
        for it in &mut self.terms {
            let rarity = (n / frequencies[it.term.0 as usize] as f32).ln() / n.ln();
            let factor = match (it.class, it.tier) {
                (Class::Number, _) => {
                    let number = self.numbers.iter().find(|number| number.term == it.term);
                    number.map_or(0.6, |it| it.number.weight())
                }
                (_, Tier::Common) => 0.5,
                _ => 1.0,
            };
            let factor = if it.part == Part::Content {
                factor
            } else {
                BESIDE * factor
            };
            it.weight = factor * rarity.max(0.05);
        }
        self.weight = self.terms.iter().map(|it| it.weight).sum();
        self.norm = self.terms.iter().map(|it| it.weight * it.weight).sum::<f32>().sqrt();
    }
}

impl TermUse {
    fn new(term: TermId, class: Class, place: Place) -> Self {
        Self {
            term,
            class,
            tier: Tier::Content,
            part: Part::Content,
            weight: 0.0,
            place,
            list: place.0,
        }
    }
}

impl Number {
    /// An exact number tells more than a round or small one.
    fn weight(self) -> f32 {
        match (self.kind, self.n_digits) {
            (NumberKind::Ordinal | NumberKind::Clock, _) => 0.6,
            (NumberKind::Score, _) | (_, 3..) => 1.5,
            (NumberKind::Percent | NumberKind::Money, _) | (_, 2) => 1.2,
            _ => 0.8,
        }
    }
}

/// What each word does in the sentence.
fn parts(text: &str, tokens: &[Token], roles: &[RoleUse], vocabulary: &Vocabulary) -> Vec<Part> {
    let sources = attributed(text, tokens, vocabulary);
    let is_name = |token: &Token| token.is_capital && vocabulary.word(token.word).is_name;
    let tell = tokens.iter().enumerate().map(|(i, token)| {
        let in_role = roles
            .iter()
            .find(|role| role.place.0 <= token.start && token.end <= role.place.1);
        let is_holder = in_role.is_some_and(|role| role.holder == Some(vocabulary.word(token.word).term));
        let next = tokens
            .get(i + 1)
            .filter(|next| &text[token.end as usize..next.start as usize] == " ");
        let is_first_name = is_name(token) && next.is_some_and(is_name);
        if sources[i] {
            Part::Source
        } else if !is_holder && (in_role.is_some_and(|role| role.holder.is_some()) || is_first_name) {
            Part::Title
        } else {
            Part::Content
        }
    });
    tell.collect()
}

/// The next words that tell what a number counts.
fn units(tokens: &[Token], vocabulary: &Vocabulary) -> [Option<TermId>; 3] {
    let mut units = [None; 3];
    let words = tokens.iter().take(5).map(|token| vocabulary.word(token.word));
    let told = words.filter(|word| word.tier != Tier::Function).map(|word| word.term);
    for (unit, term) in units.iter_mut().zip(told) {
        *unit = Some(term);
    }
    units
}

/// The offices named in a sentence: “Guatemala’s President Ana Ruiz”, “President Ruiz of Guatemala”, “Ana Ruiz, the
/// president”, “the president of Guatemala, Ana Ruiz”.
fn roles(text: &str, tokens: &[Token], vocabulary: &Vocabulary) -> Vec<RoleUse> {
    let gap = |i: usize| {
        let next = tokens.get(i + 1).map(|next| next.start as usize);
        next.map_or("\n", |next| &text[tokens[i].end as usize..next])
    };
    let is_name = |i: usize| {
        let word = tokens.get(i).map(|token| (token, vocabulary.word(token.word)));
        word.is_some_and(|(token, word)| word.is_name && token.is_capital && word.role.is_none())
    };
    let is_of = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|it| matches!(&text[it.start as usize..it.end as usize], "of" | "for"))
    };
    let term = |i: usize| Some(vocabulary.word(tokens[i].word).term);
    // The last word of the name that starts at `i`, if one does.
    let name_end = |i: usize| {
        is_name(i)
            .then(|| (i..).find(|i| !(gap(*i) == " " && is_name(i + 1))))
            .flatten()
    };
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(role) = vocabulary.word(token.word).role else {
            continue;
        };
        let mut country = i
            .checked_sub(1)
            .filter(|before| is_name(*before) && gap(*before).trim().is_empty())
            .and_then(term);
        let mut last = i;
        // “of the United States”
        let office = |of: usize| {
            let the = tokens
                .get(of + 1)
                .is_some_and(|it| &text[it.start as usize..it.end as usize] == "the");
            let name = of + 1 + usize::from(the);
            if is_of(of) { name_end(name) } else { None }
        };
        if let Some(end) = office(i + 1) {
            country = term(end);
            last = end;
        }
        let mut holder = None;
        if matches!(gap(last).trim(), "" | ",")
            && let Some(end) = name_end(last + 1)
        {
            holder = term(end);
            last = end;
            if let Some(end) = office(end + 1).filter(|_| country.is_none()) {
                country = term(end);
                last = end;
            }
        }
        if holder.is_none() {
            // “Ana Ruiz, Montana’s attorney general”
            let comma = (i.saturating_sub(5)..i)
                .rev()
                .find(|before| gap(*before).starts_with(','));
            holder = comma.filter(|before| is_name(*before)).and_then(term);
        }
        found.push(RoleUse {
            role,
            country,
            holder,
            place: (token.start, tokens[last].end),
        });
    }
    found
}
