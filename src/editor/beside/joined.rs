//! Which passages of two articles are joined: each with one of the other article, the likeliest first.

use super::BesideState;
use crate::core::id::ArticleId;
use crate::core::offset::ByteOffset;
use crate::core::order;
use crate::core::span::Span;
use crate::editor::passages::table::{ArticlePassage, PassagePair, PassageTable};

/// One of the two articles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    First,
    Second,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    /// Of two things the one on this side.
    pub fn of<T>(self, both: [T; 2]) -> T {
        let [first, second] = both;
        match self {
            Self::First => first,
            Self::Second => second,
        }
    }
}

/// Two joined passages.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct JoinedPair {
    /// In the texts of the first and of the second article.
    pub spans: [Span; 2],
    /// How likely it is that both have the same content, from 0 to 1.
    pub score: f32,
    /// Its place in the table of all pairs.
    pub at: usize,
    /// Whether the table has the second article's passage first.
    pub is_turned: bool,
}

/// All joined passages of two articles, in the order of the first one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Joined {
    pub articles: Option<[ArticleId; 2]>,
    pub pairs: Vec<JoinedPair>,
}

/// Less likely passages are not joined, unless the person comes from them.
const LEAST: f32 = 0.2;

impl Joined {
    /// Of the articles that are side by side. `is_apart` says which pairs the person has taken apart.
    pub(super) fn of(table: &PassageTable, state: &BesideState, is_apart: impl Fn(&PassagePair) -> bool) -> Self {
        let Some(articles) = state.articles else {
            return Self::default();
        };
        let mut found: Vec<JoinedPair> = table
            .pairs()
            .filter_map(|(at, pair)| turned(at, &pair, articles).filter(|_| !is_apart(&pair)))
            .filter(|pair| pair.score >= LEAST || state.pinned == Some(pair.spans))
            .collect();
        // What the person came from stays, though others may be likelier.
        order::sort_by_key(&mut found, |pair| state.pinned != Some(pair.spans));
        let mut pairs: Vec<JoinedPair> = Vec::new();
        for pair in found {
            let meets = |other: &JoinedPair| other.spans.iter().zip(pair.spans).any(|(x, y)| x.overlaps(y));
            if !pairs.iter().any(meets) {
                pairs.push(pair);
            }
        }
        order::sort_by_key(&mut pairs, |pair| pair.spans);
        Self {
            articles: Some(articles),
            pairs,
        }
    }

    /// Which pair has the passage at this place of an article, 0-based.
    pub fn at(&self, side: Side, at: ByteOffset) -> Option<usize> {
        self.pairs.iter().position(|pair| side.of(pair.spans).contains(at))
    }

    /// Which pair these passages are.
    pub fn position(&self, spans: [Span; 2]) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.spans == spans)
    }

    /// Both passages of a pair.
    pub fn passages(&self, pair: &JoinedPair) -> Option<[ArticlePassage; 2]> {
        let [first, second] = self.articles?;
        let passage = |article, span| ArticlePassage { article, span };
        Some([passage(first, pair.spans[0]), passage(second, pair.spans[1])])
    }

    /// By which the two texts are scrolled together: pairs whose order is that of both texts, as many as there can be
    /// along with the one that is chosen.
    pub fn anchors(&self, chosen: Option<usize>) -> Vec<JoinedPair> {
        let chosen = chosen.and_then(|at| self.pairs.get(at));
        let agrees = |pair: &&JoinedPair| {
            chosen.is_none_or(|it| it.at == pair.at || (it.spans[0] < pair.spans[0]) == (it.spans[1] < pair.spans[1]))
        };
        let pairs: Vec<&JoinedPair> = self.pairs.iter().filter(agrees).collect();
        // The longest ascending chain: `ends` has for each length the pair that such a chain ends with earliest, and
        // `before` which one comes before each.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
        for (at, pair) in pairs.iter().enumerate() {
            let len = ends.partition_point(|end| pairs[*end].spans[1] < pair.spans[1]);
            before.push(len.checked_sub(1).map(|last| ends[last]));
            match ends.get_mut(len) {
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
        let mut next = ends.last().copied();
        let mut chain = Vec::new();
        while let Some(at) = next {
            chain.push(*pairs[at]);
            next = before[at];
        }
        chain.reverse();
        chain
    }
}

/// `None` for a pair of other articles.
fn turned(at: usize, pair: &PassagePair, [first, second]: [ArticleId; 2]) -> Option<JoinedPair> {
    let is_turned = pair.a.article == second && pair.b.article == first;
    let is_straight = pair.a.article == first && pair.b.article == second;
    let spans = [pair.a.span, pair.b.span];
    (is_turned || is_straight).then(|| JoinedPair {
        spans: if is_turned { [spans[1], spans[0]] } else { spans },
        score: pair.score,
        at,
        is_turned,
    })
}

/// The article that has most in common with this one; `None` where nothing is known to be.
pub(super) fn likest(table: &PassageTable, article: ArticleId) -> Option<ArticleId> {
    let mut sums: Vec<(ArticleId, f32)> = Vec::new();
    for (_, pair) in table.pairs() {
        let other = match (pair.a.article == article, pair.b.article == article) {
            (true, _) => pair.b.article,
            (_, true) => pair.a.article,
            _ => continue,
        };
        match sums.iter_mut().find(|it| it.0 == other) {
            Some(sum) => sum.1 += pair.score,
            None => sums.push((other, pair.score)),
        }
    }
    sums.into_iter().max_by(|x, y| x.1.total_cmp(&y.1)).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32) -> Span {
        Span::new(ByteOffset(start), ByteOffset(start + 5)).unwrap()
    }

    fn joined(starts: &[(u32, u32)]) -> Joined {
        let pair = |(at, (a, b)): (usize, &(u32, u32))| JoinedPair {
            spans: [span(*a), span(*b)],
            score: 0.5,
            at,
            is_turned: false,
        };
        Joined {
            articles: None,
            pairs: starts.iter().enumerate().map(pair).collect(),
        }
    }

    #[track_caller]
    fn check(starts: &[(u32, u32)], chosen: Option<usize>, expected: &[usize]) {
        let anchors = joined(starts).anchors(chosen);
        assert_eq!(anchors.iter().map(|it| it.at).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn anchors_never_cross() {
        check(&[], None, &[]);
        check(&[(0, 0), (10, 10), (20, 20)], None, &[0, 1, 2]);
        check(&[(0, 50), (10, 10), (20, 20)], None, &[1, 2]);
        check(&[(0, 50), (10, 10), (20, 20)], Some(0), &[0]);
        check(&[(0, 0), (10, 40), (20, 20), (30, 30), (40, 50)], None, &[0, 2, 3, 4]);
        check(&[(0, 0), (10, 40), (20, 20), (30, 30), (40, 50)], Some(1), &[0, 1, 4]);
    }

    #[test]
    fn a_place_has_the_passage_around_it() {
        let joined = joined(&[(0, 50), (10, 10)]);
        assert_eq!(joined.at(Side::First, ByteOffset(12)), Some(1));
        assert_eq!(joined.at(Side::Second, ByteOffset(54)), Some(0));
        assert_eq!(joined.at(Side::Second, ByteOffset(55)), None);
    }
}
