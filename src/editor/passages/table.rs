//! What a comparison of the articles found, packed into numbers: so it comes from the worker as it is kept, and a pair
//! that nobody looks at costs no more than its numbers.

use crate::core::align::{Ranking, Reason, ReasonKind};
use crate::core::id::ArticleId;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;

/// A passage of an article of the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ArticlePassage {
    /// The article.
    pub article: ArticleId,
    /// In bytes of its text.
    pub span: Span,
}

/// Two passages of different articles that may say the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PassagePair {
    /// Of the article that came first when they were compared.
    pub a: ArticlePassage,
    pub b: ArticlePassage,
    /// How likely it is that both have the same content, from 0 to 1.
    pub score: f32,
}

/// Pairs of passages, the likeliest first, each with the reasons.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PassageTable {
    /// As they were compared.
    articles: Vec<ArticleId>,
    /// How many pairs, then [`WIDTH`] numbers of each, then the reasons. Whatever does not fit is read as missing.
    numbers: Vec<u32>,
}

/// Two articles by their places, four ends, the score's bits, and where the reasons begin.
const WIDTH: usize = 8;

/// Less likely pairs are not kept: nobody gets that far down.
pub const LEAST_SCORE: f32 = 0.05;

impl PassageTable {
    /// The numbers of a table; offsets are bytes.
    pub fn pack(ranking: &Ranking) -> Vec<u32> {
        let n = ranking.pairs.len();
        let mut pairs = Vec::with_capacity(n * WIDTH);
        let mut reasons = Vec::new();
        for pair in &ranking.pairs {
            let [a, b] = [pair.a, pair.b];
            pairs.extend([number(a.article), number(b.article)]);
            pairs.extend([a.span, b.span].iter().flat_map(|it| [it.start().0, it.end().0]));
            pairs.extend([pair.score.to_bits(), number(1 + n * WIDTH + reasons.len())]);
            pack_reasons(&ranking.reasons(pair), &mut reasons);
        }
        let mut numbers = vec![number(n)];
        numbers.append(&mut pairs);
        numbers.append(&mut reasons);
        numbers
    }

    /// `articles` in the order in which they were compared; `numbers` from [`Self::pack`].
    pub fn new(articles: Vec<ArticleId>, numbers: Vec<u32>) -> Self {
        Self { articles, numbers }
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.numbers.first().map_or(0, |n| *n as usize)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pair at a place, 0-based.
    pub fn get(&self, at: usize) -> Option<PassagePair> {
        let row = self.row(at)?;
        let passage = |article: u32, start, end| {
            Some(ArticlePassage {
                article: *self.articles.get(article as usize)?,
                span: Span::new(ByteOffset(start), ByteOffset(end))?,
            })
        };
        Some(PassagePair {
            a: passage(row[0], row[2], row[3])?,
            b: passage(row[1], row[4], row[5])?,
            score: f32::from_bits(row[6]),
        })
    }

    /// All pairs with their places, the likeliest first.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, PassagePair)> {
        (0..self.len()).filter_map(|at| Some((at, self.get(at)?)))
    }

    /// What speaks for the pair at a place, then what speaks against it.
    pub fn reasons(&self, at: usize) -> Vec<Reason> {
        let from = self.row(at).map_or(0, |row| row[7] as usize);
        let mut rest = self.numbers.get(from..).unwrap_or_default().iter().copied();
        let n = rest.next().unwrap_or_default();
        (0..n).map_while(|_| reason(&mut rest)).collect()
    }

    fn row(&self, at: usize) -> Option<&[u32; WIDTH]> {
        let rows = self.numbers.get(1..)?;
        let rows = rows.get(..self.len() * WIDTH)?.as_chunks().0;
        rows.get(at)
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn pack_reasons(reasons: &[Reason], into: &mut Vec<u32>) {
    into.push(number(reasons.len()));
    for reason in reasons {
        into.extend([code(reason.kind), days(reason.kind)]);
        for spans in [&reason.a, &reason.b] {
            into.push(number(spans.len()));
            into.extend(spans.iter().flat_map(|it| [it.start().0, it.end().0]));
        }
    }
}

fn reason(numbers: &mut impl Iterator<Item = u32>) -> Option<Reason> {
    let kind = kind(numbers.next()?, numbers.next()?)?;
    let mut spans = || {
        let n = numbers.next()?;
        (0..n)
            .map(|_| Span::new(ByteOffset(numbers.next()?), ByteOffset(numbers.next()?)))
            .collect::<Option<Vec<_>>>()
    };
    Some(Reason {
        kind,
        a: spans()?,
        b: spans()?,
    })
}

fn code(kind: ReasonKind) -> u32 {
    match kind {
        ReasonKind::SharedNumber => 0,
        ReasonKind::SharedDate => 1,
        ReasonKind::SharedName => 2,
        ReasonKind::SharedWords => 3,
        ReasonKind::Neighbors => 4,
        ReasonKind::NumbersAtOdds => 5,
        ReasonKind::DatesAtOdds => 6,
        ReasonKind::NamesAtOdds => 7,
        ReasonKind::OfficesAtOdds => 8,
        ReasonKind::PersonsAtOdds => 9,
        ReasonKind::Opposites => 10,
        ReasonKind::Negation => 11,
        ReasonKind::ArticlesApart(_) => 12,
    }
}

fn days(kind: ReasonKind) -> u32 {
    match kind {
        ReasonKind::ArticlesApart(days) => days,
        _ => 0,
    }
}

fn kind(code: u32, days: u32) -> Option<ReasonKind> {
    Some(match code {
        0 => ReasonKind::SharedNumber,
        1 => ReasonKind::SharedDate,
        2 => ReasonKind::SharedName,
        3 => ReasonKind::SharedWords,
        4 => ReasonKind::Neighbors,
        5 => ReasonKind::NumbersAtOdds,
        6 => ReasonKind::DatesAtOdds,
        7 => ReasonKind::NamesAtOdds,
        8 => ReasonKind::OfficesAtOdds,
        9 => ReasonKind::PersonsAtOdds,
        10 => ReasonKind::Opposites,
        11 => ReasonKind::Negation,
        12 => ReasonKind::ArticlesApart(days),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::align::{Source, rank};
    use std::ops::ControlFlow;

    const TEXTS: [&str; 2] = [
        "Border agents arrested 189,922 people in February. The mayor of Arles never resigned.",
        "In February 189,922 people were apprehended by border agents. The mayor of Arles resigned.",
    ];

    fn ranking() -> Ranking {
        let sources = TEXTS.map(|text| Source { text, date: None });
        rank(&sources, 0.0, |_| ControlFlow::Continue(())).unwrap()
    }

    fn ids() -> Vec<ArticleId> {
        vec![ArticleId::from_u128(7), ArticleId::from_u128(8)]
    }

    #[test]
    fn pairs_and_reasons_come_back_as_they_were() {
        let ranking = ranking();
        let table = PassageTable::new(ids(), PassageTable::pack(&ranking));
        assert!(ranking.pairs.len() >= 2, "there is something to pack");
        assert_eq!(table.len(), ranking.pairs.len());
        let mut n_reasons = 0;
        for ((at, pair), expected) in table.pairs().zip(&ranking.pairs) {
            assert_eq!(pair.score, expected.score);
            assert_eq!(pair.a.span, expected.a.span);
            assert_eq!(pair.b.span, expected.b.span);
            assert_eq!(pair.a.article, ids()[expected.a.article]);
            assert_eq!(table.reasons(at), ranking.reasons(expected));
            n_reasons += table.reasons(at).len();
        }
        assert!(n_reasons > 2);
    }

    #[test]
    fn every_kind_has_a_number_of_its_own() {
        for number in 0..=12 {
            assert_eq!(kind(number, 40).map(code), Some(number));
        }
        assert_eq!(kind(12, 40), Some(ReasonKind::ArticlesApart(40)));
        assert_eq!(kind(13, 0), None);
    }

    #[test]
    fn numbers_that_do_not_fit_are_missing() {
        let numbers = PassageTable::pack(&ranking());
        for n in 0..numbers.len() {
            let table = PassageTable::new(ids(), numbers[..n].to_vec());
            for at in 0..=table.len().min(5) {
                table.reasons(at);
                let _ = table.get(at);
            }
        }
        assert_eq!(PassageTable::default().pairs().count(), 0);
        assert_eq!(PassageTable::new(Vec::new(), numbers).get(0), None);
    }
}
