//! How good a ranking is.

use crate::sets::Set;
use attest::core::align::Pair;
use std::fmt;

/// What the labels say of a ranking.
#[derive(Default)]
pub struct Verdict {
    /// The mean, over the labeled pairs of the same content, of the precision where each is met; 0 for those never met.
    pub average_precision: f32,
    /// Look-alikes among so many first pairs as half of the labels for the same content.
    pub n_lookalikes: usize,
    /// Labels for the same content that are never met.
    pub n_missed: usize,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            average_precision,
            n_lookalikes,
            n_missed,
        } = self;
        write!(
            f,
            "AP {average_precision:.3}, look-alikes {n_lookalikes}, missed {n_missed}"
        )
    }
}

/// What a pair is, by the labels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Same,
    /// Meets only labels that pairs before it met.
    Again,
    Lookalike,
    Other,
}

pub fn judge(set: &Set, pairs: &[Pair]) -> Verdict {
    let kinds = kinds(set, pairs);
    let n_same = set.n_same();
    let (mut n_met, mut rank, mut sum) = (0, 0, 0.0);
    let mut n_lookalikes = 0;
    for (kind, n_new) in &kinds {
        if *kind == Kind::Again {
            continue;
        }
        rank += 1;
        for _ in 0..*n_new {
            n_met += 1;
            sum += (n_met as f32 / rank as f32).min(1.0);
        }
        n_lookalikes += usize::from(*kind == Kind::Lookalike && rank <= n_same / 2);
    }
    Verdict {
        average_precision: sum / n_same as f32,
        n_lookalikes,
        n_missed: n_same - n_met,
    }
}

/// Each pair's kind, and how many labels it is the first to meet.
pub fn kinds(set: &Set, pairs: &[Pair]) -> Vec<(Kind, usize)> {
    let mut met = vec![false; set.labels.len()];
    let kind = |pair: &Pair| {
        let (mut n_new, mut is_same, mut is_lookalike) = (0, false, false);
        for (label, met) in set.labels.iter().zip(&mut met) {
            if !label.is_met(pair) {
                continue;
            }
            is_same |= label.is_same;
            is_lookalike |= !label.is_same;
            n_new += usize::from(label.is_same && !*met);
            *met = true;
        }
        let kind = match (is_same, is_lookalike) {
            (true, _) if n_new > 0 => Kind::Same,
            (true, _) => Kind::Again,
            (false, true) => Kind::Lookalike,
            (false, false) => Kind::Other,
        };
        (kind, n_new)
    };
    pairs.iter().map(kind).collect()
}
