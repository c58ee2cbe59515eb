//! All pairs worth looking at, the likeliest first.

use super::super::publication_date::PublicationDate;
use super::super::span::Span;
use super::compare::{self, Features};
use super::context::{Compared, Context, NEIGHBORS};
use super::corpus::Corpus;
use super::postings::Postings;
use super::reasons::{Reason, reasons};
use super::weights::{ContextFeatures, N_ROUNDS, Weights, probability};
use std::ops::ControlFlow;

/// An article to be compared with others.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    /// The whole text; spans are in its bytes.
    pub text: &'t str,
    /// When it was published, if known; else it is looked for in the text.
    pub date: Option<PublicationDate>,
}

/// A sentence of an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Passage {
    /// Which of the articles, from 0.
    pub article: usize,
    /// In bytes of its text, without white space at the ends.
    pub span: Span,
}

/// Two sentences of different articles, the earlier article's first.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pair {
    pub a: Passage,
    pub b: Passage,
    /// How likely it is that both have the same content, from 0 to 1.
    pub score: f32,
    /// By which the ranking finds both again.
    sentences: (u32, u32),
    context: [ContextFeatures; N_ROUNDS],
}

/// How far the work is, in steps of about the same length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    pub done: usize,
    /// Not before the last step is `done` as much.
    pub total: usize,
}

/// The pairs, and what is needed to explain them.
#[derive(Debug)]
pub struct Ranking {
    /// Highest score first; of equal scores in the order of the articles.
    pub pairs: Vec<Pair>,
    corpus: Corpus,
}

/// A score below which hardly any pair has the same content: a good lowest score for [`rank`].
pub const FLOOR: f32 = 0.002;

/// How many comparisons are made in all, about, and for one sentence at least.
const COMPARISONS: usize = 200_000;
const AT_LEAST: usize = 8;

/// How many pairs are compared before it is told.
const BATCH: usize = 4096;

/// Compares the sentences of different articles and ranks the pairs of at least the score `floor`.
///
/// `tell` hears how far the work is, several times a second, and ends it by breaking; the answer is `None` then. The
/// same articles always give the same ranking, and their order changes no score but by rounding. Where there are very
/// many sentences, each is compared with those only that share most with it.
pub fn rank(articles: &[Source<'_>], floor: f32, tell: impl FnMut(Progress) -> ControlFlow<()>) -> Option<Ranking> {
    rank_by(&Weights::default(), articles, floor, tell)
}

/// The same by other weights: how good a fit is shows on articles that it has not seen.
pub fn rank_by(
    weights: &Weights,
    articles: &[Source<'_>],
    floor: f32,
    mut tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Ranking> {
    let n = articles.len();
    let total = 3 * n;
    let mut tell = |done| tell(Progress { done, total }).is_continue().then_some(());
    let corpus = Corpus::read(articles, &mut tell)?;
    let candidates = candidates(&corpus, |article| tell(n + article))?;
    let mut compared: Vec<Compared> = Vec::with_capacity(candidates.len());
    for batch in candidates.chunks(BATCH) {
        tell(2 * n + n * compared.len() / candidates.len())?;
        compared.extend(batch.iter().map(|pair| {
            let features = features(&corpus, *pair);
            Compared {
                sentences: *pair,
                log_odds: weights.log_odds(&features),
                is_at_odds: compare::is_at_odds(&features),
            }
        }));
    }
    let mut contexts = vec![[ContextFeatures::default(); N_ROUNDS]; compared.len()];
    let context = Context::new(&corpus, &compared);
    for round in 0..N_ROUNDS {
        let features = context.features(&compared);
        for ((context, it), features) in contexts.iter_mut().zip(&mut compared).zip(features) {
            context[round] = features;
            it.log_odds = weights.context_log_odds(&features, round);
        }
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for (
        Compared {
            sentences, log_odds, ..
        },
        context,
    ) in compared.into_iter().zip(contexts)
    {
        let score = probability(log_odds);
        if score >= floor {
            let (a, b) = (corpus.passage(sentences.0), corpus.passage(sentences.1));
            pairs.push(Pair {
                a,
                b,
                score,
                sentences,
                context,
            });
        }
    }
    pairs.sort_by(|x, y| y.score.total_cmp(&x.score).then(x.sentences.cmp(&y.sentences)));
    tell(total)?;
    Some(Ranking { pairs, corpus })
}

impl Ranking {
    /// What speaks for and against one of its pairs; what speaks for it comes first.
    pub fn reasons(&self, pair: &Pair) -> Vec<Reason> {
        let [a, b] = [pair.sentences.0, pair.sentences.1].map(|it| &self.corpus.profiles[it as usize]);
        reasons(a, b, pair.context[N_ROUNDS - 1][NEIGHBORS], &self.corpus)
    }

    /// What two sentences of one of its pairs are compared by, by themselves.
    pub fn figures(&self, pair: &Pair) -> Features {
        features(&self.corpus, pair.sentences)
    }

    /// What they are compared by among the others, by round.
    pub fn context_figures(&self, pair: &Pair) -> [ContextFeatures; N_ROUNDS] {
        pair.context
    }
}

/// Pairs of sentences worth a comparison, sorted, each once.
fn candidates(corpus: &Corpus, mut tell: impl FnMut(usize) -> Option<()>) -> Option<Vec<(u32, u32)>> {
    let n_nearest = (COMPARISONS / corpus.profiles.len().max(1)).max(AT_LEAST);
    let mut postings = Postings::new(&corpus.profiles, &corpus.vocabulary);
    let mut found = Vec::new();
    for (article, range) in corpus.ranges.iter().enumerate() {
        tell(article)?;
        for at in range.clone() {
            if !corpus.profiles[at].is_statement() {
                continue;
            }
            let nearest = postings.nearest(at, n_nearest, &corpus.profiles, &corpus.vocabulary);
            let statements = nearest
                .into_iter()
                .filter(|other| corpus.profiles[*other as usize].is_statement());
            let at = at as u32;
            found.extend(statements.map(|other| (at.min(other), at.max(other))));
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

fn features(corpus: &Corpus, (a, b): (u32, u32)) -> Features {
    compare::features(&corpus.profiles[a as usize], &corpus.profiles[b as usize], corpus)
}
