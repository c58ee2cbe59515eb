//! How good a ranking is.

use crate::sets::{Grade, Set};
use attest::core::align::Pair;
use std::fmt;

/// Which labels are to be found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
    /// Those for the same content; who finds those for a part of it neither wins nor loses.
    Same,
    /// Those for a part of the content as well.
    SameOrPartly,
}

/// What the labels say of a ranking.
#[derive(Default)]
pub struct Verdict {
    /// The mean, over the labels to be found, of the precision where each is met; 0 for those never met.
    pub average_precision: f32,
    /// Look-alikes among so many first pairs as half of the labels to be found.
    pub n_lookalikes: usize,
    /// Labels to be found that are never met.
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
pub struct Meeting {
    /// The best of the labels that it meets.
    pub grade: Option<Grade>,
    /// How many labels of the same content it is the first to meet, and how many of a part of it.
    pub n_same: usize,
    pub n_partly: usize,
}

pub fn judge(set: &Set, pairs: &[Pair], aim: Aim) -> Verdict {
    let is_aim = |grade: Grade| grade == Grade::Same || grade == Grade::Partly && aim == Aim::SameOrPartly;
    let n_labels = set.labels.iter().filter(|label| is_aim(label.grade)).count();
    let (mut n_met, mut rank, mut sum) = (0, 0, 0.0);
    let mut n_lookalikes = 0;
    for meeting in meetings(set, pairs) {
        let n_new = meeting.n_same + if is_aim(Grade::Partly) { meeting.n_partly } else { 0 };
        let counts = match meeting.grade {
            Some(Grade::Same | Grade::Partly) => n_new > 0,
            Some(Grade::Lookalike) | None => true,
        };
        if !counts {
            continue;
        }
        rank += 1;
        for _ in 0..n_new {
            n_met += 1;
            sum += (n_met as f32 / rank as f32).min(1.0);
        }
        n_lookalikes += usize::from(meeting.grade == Some(Grade::Lookalike) && rank <= n_labels / 2);
    }
    Verdict {
        average_precision: sum / n_labels as f32,
        n_lookalikes,
        n_missed: n_labels - n_met,
    }
}

/// What each pair is.
pub fn meetings(set: &Set, pairs: &[Pair]) -> Vec<Meeting> {
    let mut met = vec![false; set.labels.len()];
    let meeting = |pair: &Pair| {
        let mut meeting = Meeting {
            grade: None,
            n_same: 0,
            n_partly: 0,
        };
        for (label, met) in set.labels.iter().zip(&mut met) {
            if !label.is_met(pair) {
                continue;
            }
            let is_new = usize::from(!*met);
            *met = true;
            match label.grade {
                Grade::Same => meeting.n_same += is_new,
                Grade::Partly => meeting.n_partly += is_new,
                Grade::Lookalike => {}
            }
            let rank = |grade: Option<Grade>| grade.map_or(3, |it| it as u8);
            if rank(Some(label.grade)) < rank(meeting.grade) {
                meeting.grade = Some(label.grade);
            }
        }
        meeting
    };
    pairs.iter().map(meeting).collect()
}
