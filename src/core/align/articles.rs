//! What an article as a whole says: who holds which office, which names and numbers occur, when it was written.

use super::dates::Date;
use super::dictionary::Role;
use super::profile::{Class, Profile, RoleUse};
use super::vocabulary::TermId;

/// One article, put together from its sentences.
#[derive(Debug, Default)]
pub(super) struct Summary {
    /// Names and numbers of the whole article, sorted.
    pub terms: Vec<TermId>,
    /// When it was published or what it mostly tells of, as far as known.
    pub date: Date,
}

/// How many sentences from the start on a dateline is looked for in.
const HEAD: usize = 8;

/// Summarizes the sentences of one article, and completes their offices: “the Guatemalan president” is the one whom the
/// article names elsewhere, and so may be the Guatemalan `leader`. `date` is what is known from outside.
pub(super) fn summarize(sentences: &mut [Profile], leader: Option<Role>, date: Option<Date>) -> Summary {
    let mut terms: Vec<TermId> = Vec::new();
    for sentence in sentences.iter() {
        let told = sentence
            .terms
            .iter()
            .filter(|it| matches!(it.class, Class::Name | Class::Number));
        terms.extend(told.map(|it| it.term));
    }
    terms.sort_unstable();
    terms.dedup();
    complete_roles(sentences, leader);
    Summary {
        terms,
        date: date.or_else(|| dateline(sentences)).unwrap_or_default(),
    }
}

/// The latest whole date near the start: a caption's or that of an event comes before that of the article itself.
fn dateline(sentences: &[Profile]) -> Option<Date> {
    let head = sentences.iter().take(HEAD);
    let dates = head.flat_map(|it| it.dates.iter().map(|(date, _)| *date));
    dates.filter(|date| date.year > 0 && date.day > 0).max()
}

/// Gives an office whose holder is not named beside it the one whom the article names elsewhere.
fn complete_roles(sentences: &mut [Profile], leader: Option<Role>) {
    let known: Vec<_> = sentences
        .iter()
        .flat_map(|it| it.roles.iter())
        .filter(|it| it.holder.is_some())
        .copied()
        .collect();
    for sentence in sentences {
        for open in sentence.roles.iter_mut().filter(|it| it.holder.is_none()) {
            let fits = |it: &&RoleUse| it.role == open.role || Some(open.role) == leader && open.country.is_some();
            let of_country = || {
                known
                    .iter()
                    .filter(fits)
                    .find(|it| it.country.is_some() && it.country == open.country)
            };
            let mut of_role = known.iter().filter(|it| it.role == open.role);
            let only = || {
                let first = of_role.next()?;
                of_role.all(|it| it.holder == first.holder).then_some(first)
            };
            if let Some(holder) = of_country().or_else(only) {
                open.holder = holder.holder;
                open.role = holder.role;
            }
        }
        sentence.name_holders();
    }
}

/// About how far apart two articles' dates are, in days, if both say enough.
pub(super) fn days_apart(a: Date, b: Date) -> Option<u32> {
    let day = |date: Date| i64::from(date.year) * 365 + i64::from(date.month.max(1) - 1) * 30 + i64::from(date.day);
    let comparable = a.year > 0 && b.year > 0 && (a.month > 0) == (b.month > 0);
    comparable.then(|| day(a).abs_diff(day(b)) as u32)
}
