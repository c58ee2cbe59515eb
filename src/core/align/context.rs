//! What a pair is among the others: whether another one is better, whether its neighbors agree, how like the articles are,
//! whether third sentences agree with both.

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

/// Which pairs belong together; the same in all rounds.
pub(super) struct Context<'c> {
    corpus: &'c Corpus,
    pairs: Vec<(u32, u32)>,
    /// By pair: the pairs of a sentence beside its first and one beside its second.
    neighbors: Vec<[Option<u32>; 4]>,
    /// By pair: the number of its first sentence with the other article, and that of its second one.
    rows: Vec<(usize, usize)>,
    n_rows: usize,
    /// By pair: the number of its two articles.
    meetings: Vec<usize>,
    /// By these: how many sentences the shorter of both has.
    n_shorter: Vec<usize>,
}

/// What stands for the likeness of articles that have none, whose logarithm is taken: that they have something in common
/// tells far more than how much.
const NO_AFFINITY: f32 = 0.02;

/// Keeps what is next to impossible from being supported by what is hardly likelier.
const HARDLY_LIKELY: f32 = 0.05;

impl<'c> Context<'c> {
    /// The pairs are sorted by their sentences.
    pub fn new(corpus: &'c Corpus, compared: &[Compared]) -> Self {
        let pairs: Vec<_> = compared.iter().map(|it| it.sentences).collect();
        let mut row_numbers = FxHashMap::default();
        let mut meeting_numbers = FxHashMap::default();
        let mut n_shorter = Vec::new();
        let (mut rows, mut meetings) = (Vec::with_capacity(pairs.len()), Vec::with_capacity(pairs.len()));
        for (a, b) in &pairs {
            let articles = (corpus.article(*a), corpus.article(*b));
            let mut row = |sentence, article| {
                let n = row_numbers.len();
                *row_numbers.entry((sentence, article)).or_insert(n)
            };
            rows.push((row(*a, articles.1), row(*b, articles.0)));
            meetings.push(*meeting_numbers.entry(articles).or_insert_with(|| {
                let n_sentences = |article: u32| corpus.ranges[article as usize].len();
                n_shorter.push(n_sentences(articles.0).min(n_sentences(articles.1)));
                n_shorter.len() - 1
            }));
        }
        Self {
            corpus,
            neighbors: neighbors(corpus, &pairs),
            pairs,
            rows,
            n_rows: row_numbers.len(),
            meetings,
            n_shorter,
        }
    }

    /// The figures of each pair, in order, by what is known of all of them: the same pairs as those of [`Context::new`].
    pub fn features(&self, compared: &[Compared]) -> Vec<ContextFeatures> {
        let likely: Vec<f32> = compared.iter().map(|it| probability(it.log_odds)).collect();
        let best = self.best(&likely);
        let affinity = self.affinity(&likely, &best);
        let thirds = self.thirds(&likely);
        let features = |at: usize| {
            let (it, p, (a, b)) = (compared[at], likely[at], self.rows[at]);
            let beside = |row: usize| (p / best[row].max(1e-6)).max(1e-3).ln();
            // Two sentences that contradict each other may both be like a third one that leaves open what they differ in.
            let third = if it.is_at_odds { 0.0 } else { thirds[at] };
            [
                1.0,
                it.log_odds,
                beside(a) + beside(b),
                self.likeliest_neighbors(at, &likely),
                (NO_AFFINITY + affinity[self.meetings[at]]).ln(),
                ((HARDLY_LIKELY + third) / (HARDLY_LIKELY + p)).ln().max(0.0),
            ]
        };
        (0..compared.len()).map(features).collect()
    }

    /// How likely the best pair is that a sentence has in an article, by row.
    fn best(&self, likely: &[f32]) -> Vec<f32> {
        let mut best = vec![0.0; self.n_rows];
        for ((a, b), p) in self.rows.iter().zip(likely) {
            best[*a] = p.max(best[*a]);
            best[*b] = p.max(best[*b]);
        }
        best
    }

    /// Which part of the shorter article's sentences has its like in the other, by meeting.
    fn affinity(&self, likely: &[f32], best: &[f32]) -> Vec<f32> {
        /// An article of a line or two is like many.
        const AT_LEAST: usize = 4;
        let mut affinity = vec![0.0; self.n_shorter.len()];
        for (((a, b), meeting), p) in self.rows.iter().zip(&self.meetings).zip(likely) {
            if best[*a] <= *p && best[*b] <= *p {
                affinity[*meeting] += p;
            }
        }
        for (sum, n_shorter) in affinity.iter_mut().zip(&self.n_shorter) {
            *sum /= (*n_shorter).max(AT_LEAST) as f32;
        }
        affinity
    }

    /// How many sentences of third articles agree with both, each counted by how likely it does, by pair: several that may
    /// tell as much as one that does.
    ///
    /// Only pairs that are likely lead from one sentence to another: of the others there are many, and they tell nothing.
    fn thirds(&self, likely: &[f32]) -> Vec<f32> {
        const AT_LEAST: f32 = 0.05;
        let mut partners: Vec<Vec<(u32, f32)>> = vec![Vec::new(); self.corpus.profiles.len()];
        for ((a, b), p) in self.pairs.iter().zip(likely).filter(|it| *it.1 >= AT_LEAST) {
            partners[*a as usize].push((*b, *p));
            partners[*b as usize].push((*a, *p));
        }
        let mut of_a = vec![0.0; self.corpus.profiles.len()];
        let mut thirds: Vec<f32> = Vec::with_capacity(self.pairs.len());
        for row in self.pairs.chunk_by(|x, y| x.0 == y.0) {
            let beside_a = &partners[row[0].0 as usize];
            beside_a.iter().for_each(|(third, p)| of_a[*third as usize] = *p);
            let agree = |(_, b): &(u32, u32)| {
                let beside_b = partners[*b as usize].iter();
                beside_b.map(|(third, p)| p * of_a[*third as usize]).sum::<f32>()
            };
            thirds.extend(row.iter().map(agree));
            beside_a.iter().for_each(|(third, _)| of_a[*third as usize] = 0.0);
        }
        thirds
    }

    /// How likely the best of the pairs beside this one is; 0 where none was compared.
    fn likeliest_neighbors(&self, at: usize, likely: &[f32]) -> f32 {
        let neighbors = self.neighbors[at].iter().flatten();
        neighbors.map(|at| likely[*at as usize]).fold(0.0, f32::max)
    }
}

fn neighbors(corpus: &Corpus, pairs: &[(u32, u32)]) -> Vec<[Option<u32>; 4]> {
    // By sentence where its pairs start; one more for the end.
    let starts = (0..=corpus.profiles.len() as u32).map(|a| pairs.partition_point(|it| it.0 < a));
    let starts: Vec<_> = starts.collect();
    let find = |a: u32, b: u32| {
        let from = starts[a as usize];
        let row = &pairs[from..starts[a as usize + 1]];
        row.binary_search_by_key(&b, |it| it.1)
            .ok()
            .map(|at| (from + at) as u32)
    };
    let around = |sentence: u32| {
        let range = &corpus.ranges[corpus.article(sentence) as usize];
        let beside = [sentence.checked_sub(1), Some(sentence + 1)];
        beside.map(|it| it.filter(|it| range.contains(&(*it as usize))))
    };
    let of_pair = |(a, b): &(u32, u32)| {
        let ([a_before, a_behind], [b_before, b_behind]) = (around(*a), around(*b));
        let both = [
            (a_before, b_before),
            (a_before, b_behind),
            (a_behind, b_before),
            (a_behind, b_behind),
        ];
        both.map(|(a, b)| find(a?, b?))
    };
    pairs.iter().map(of_pair).collect()
}
