//! What a pair is among the others: whether another one is better, whether its neighbors agree, how like the articles are.

use super::corpus::Corpus;
use super::weights::{ContextFeatures, probability};
use rustc_hash::FxHashMap;

/// Which of the figures tells how likely the best pair of neighbors is.
pub(super) const NEIGHBORS: usize = 3;

/// Two sentences that were compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub sentences: (u32, u32),
    /// The logarithm of the odds that both have the same content, as far as known.
    pub log_odds: f32,
    /// Whether offices, numbers or dates are at odds.
    pub is_at_odds: bool,
}

/// The figures of each pair, in order. The pairs are sorted by their sentences.
pub(super) fn context_features(corpus: &Corpus, compared: &[Compared]) -> Vec<ContextFeatures> {
    let pairs: Vec<_> = compared.iter().map(|it| it.sentences).collect();
    let likely: Vec<f32> = compared.iter().map(|it| probability(it.log_odds)).collect();
    let best = best(corpus, &pairs, &likely);
    let affinity = affinity(corpus, &pairs, &likely, &best);
    let neighbors = Neighbors::new(corpus, &pairs, &likely);
    let thirds = thirds(corpus, &pairs, &likely);
    let features = compared.iter().zip(&likely).zip(thirds).map(|((it, p), third)| {
        let (a, b) = it.sentences;
        let articles = (corpus.article(a), corpus.article(b));
        let beside = |key| (p / f32::max(best[&key], 1e-6)).max(1e-3).ln();
        // Two sentences that contradict each other may both be like a third one that leaves open what they differ in.
        let third = if it.is_at_odds { 0.0 } else { third };
        [
            1.0,
            it.log_odds,
            beside((a, articles.1)) + beside((b, articles.0)),
            neighbors.likeliest(a, b),
            (NO_AFFINITY + affinity.get(&articles).copied().unwrap_or_default()).ln(),
            ((SURE_OF_LITTLE + third) / (SURE_OF_LITTLE + p)).ln().max(0.0),
        ]
    });
    features.collect()
}

/// What stands for the likeness of articles that have none, whose logarithm is taken: that they have something in common
/// tells far more than how much.
const NO_AFFINITY: f32 = 0.02;

/// Keeps what is next to impossible from being supported by what is hardly likelier.
const SURE_OF_LITTLE: f32 = 0.05;

/// How likely it is that the likeliest sentence of a third article agrees with both, by pair.
///
/// Only pairs that are likely lead from one sentence to another: of the others there are many, and they tell nothing.
fn thirds(corpus: &Corpus, pairs: &[(u32, u32)], likely: &[f32]) -> Vec<f32> {
    const AT_LEAST: f32 = 0.05;
    let mut partners: Vec<Vec<(u32, f32)>> = vec![Vec::new(); corpus.profiles.len()];
    for ((a, b), p) in pairs.iter().zip(likely).filter(|it| *it.1 >= AT_LEAST) {
        partners[*a as usize].push((*b, *p));
        partners[*b as usize].push((*a, *p));
    }
    let mut of_a = vec![0.0; corpus.profiles.len()];
    let mut thirds = Vec::with_capacity(pairs.len());
    for row in pairs.chunk_by(|x, y| x.0 == y.0) {
        let beside_a = &partners[row[0].0 as usize];
        beside_a.iter().for_each(|(third, p)| of_a[*third as usize] = *p);
        let agree = |(_, b): &(u32, u32)| {
            let beside_b = partners[*b as usize].iter();
            beside_b.map(|(third, p)| p * of_a[*third as usize]).fold(0.0, f32::max)
        };
        thirds.extend(row.iter().map(agree));
        beside_a.iter().for_each(|(third, _)| of_a[*third as usize] = 0.0);
    }
    thirds
}

/// How likely the best pair is that a sentence has in an article, by sentence and article.
fn best(corpus: &Corpus, pairs: &[(u32, u32)], likely: &[f32]) -> FxHashMap<(u32, u32), f32> {
    let mut best: FxHashMap<(u32, u32), f32> = FxHashMap::default();
    for ((a, b), p) in pairs.iter().zip(likely) {
        for key in [(*a, corpus.article(*b)), (*b, corpus.article(*a))] {
            let best = best.entry(key).or_default();
            *best = best.max(*p);
        }
    }
    best
}

/// Which part of the shorter article's sentences has its like in the other, by the two articles.
fn affinity(
    corpus: &Corpus,
    pairs: &[(u32, u32)],
    likely: &[f32],
    best: &FxHashMap<(u32, u32), f32>,
) -> FxHashMap<(u32, u32), f32> {
    /// An article of a line or two is like many.
    const AT_LEAST: usize = 4;
    let mut affinity: FxHashMap<(u32, u32), f32> = FxHashMap::default();
    for ((a, b), p) in pairs.iter().zip(likely) {
        let articles = (corpus.article(*a), corpus.article(*b));
        if best[&(*a, articles.1)] <= *p && best[&(*b, articles.0)] <= *p {
            *affinity.entry(articles).or_default() += p;
        }
    }
    for (articles, sum) in &mut affinity {
        let [n_a, n_b] = [articles.0, articles.1].map(|it| corpus.ranges[it as usize].len());
        *sum /= n_a.min(n_b).max(AT_LEAST) as f32;
    }
    affinity
}

/// Looks pairs up by their sentences.
struct Neighbors<'p> {
    corpus: &'p Corpus,
    pairs: &'p [(u32, u32)],
    likely: &'p [f32],
    /// By sentence where its pairs start; one more for the end.
    rows: Vec<usize>,
}

impl<'p> Neighbors<'p> {
    fn new(corpus: &'p Corpus, pairs: &'p [(u32, u32)], likely: &'p [f32]) -> Self {
        let rows = (0..=corpus.profiles.len() as u32).map(|a| pairs.partition_point(|it| it.0 < a));
        Self {
            corpus,
            pairs,
            likely,
            rows: rows.collect(),
        }
    }

    /// The likeliest pair of a sentence beside `a` and one beside `b`; 0 where none was compared.
    fn likeliest(&self, a: u32, b: u32) -> f32 {
        let around = |sentence: u32| {
            let range = &self.corpus.ranges[self.corpus.article(sentence) as usize];
            let beside = [sentence.checked_sub(1), Some(sentence + 1)].into_iter().flatten();
            beside.filter(|it| range.contains(&(*it as usize)))
        };
        let pairs = around(a).flat_map(|x| around(b).map(move |y| (x, y)));
        pairs.map(|(x, y)| self.likely(x, y)).fold(0.0, f32::max)
    }

    fn likely(&self, a: u32, b: u32) -> f32 {
        let from = self.rows[a as usize];
        let row = &self.pairs[from..self.rows[a as usize + 1]];
        let found = row.binary_search_by_key(&b, |it| it.1);
        found.map_or(0.0, |at| self.likely[from + at])
    }
}
