//! How the figures of a comparison are weighed.
//!
//! Logistic regressions, fitted to the labeled pairs of `tests/align` by the test there, which also holds the weights to
//! what the fit gives.

use super::compare::{Features, N_FEATURES};

/// A figure, and what one unit of it adds to the logarithm of the odds.
pub type Weight = (&'static str, f32);

/// Of two sentences by themselves.
pub const WEIGHTS: [Weight; N_FEATURES] = [
    ("always", -2.70),
    ("likeness of the rare terms", 0.77),
    ("part of the shorter sentence that is shared", 1.06),
    ("part of both that is shared", -0.33),
    ("how much is shared", 4.43),
    ("shared names", 0.20),
    ("names at odds", -1.44),
    ("offices at odds", -0.59),
    ("shared numbers", 4.08),
    ("numbers at odds", -2.56),
    ("shared dates", 0.64),
    ("dates at odds", -1.51),
    ("difference in length", -0.56),
    ("names that the other article does not have", -0.37),
    ("numbers that the other article does not have", -1.00),
    ("how many terms are shared", 0.10),
    ("how much is at odds, by the part that is shared", -0.32),
    ("time between the articles", -2.69),
    ("how much the shorter sentence says", -1.63),
    ("how much is shared, by the part of the shorter sentence", -0.45),
    ("the rarest word that is shared", 0.93),
];

/// How many figures a pair has among others, and how often they are weighed: the second time by what the first told of
/// all pairs.
pub const N_CONTEXT: usize = 6;
pub const N_ROUNDS: usize = 2;

/// Figures of a pair among others, in the order of [`CONTEXT_WEIGHTS`].
pub type ContextFeatures = [f32; N_CONTEXT];

/// Of a pair among others, by round.
pub const CONTEXT_WEIGHTS: [[Weight; N_CONTEXT]; N_ROUNDS] = [
    [
        ("always", 2.05),
        ("log odds so far", 0.93),
        ("beside the best that either sentence has in the other article", 0.25),
        ("neighbors that agree", 0.76),
        ("likeness of the articles", 1.53),
        ("third sentences that agree with both", 1.74),
    ],
    [
        ("always", -0.14),
        ("log odds so far", 1.11),
        ("beside the best that either sentence has in the other article", -0.11),
        ("neighbors that agree", 0.04),
        ("likeness of the articles", -0.01),
        ("third sentences that agree with both", 0.59),
    ],
];

/// The weights that a ranking goes by, in the order of the figures.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Weights {
    pub alone: [f32; N_FEATURES],
    pub among: [[f32; N_CONTEXT]; N_ROUNDS],
}

impl Default for Weights {
    /// Those that were fitted to all labeled pairs.
    fn default() -> Self {
        Self {
            alone: WEIGHTS.map(|(_, weight)| weight),
            among: CONTEXT_WEIGHTS.map(|weights| weights.map(|(_, weight)| weight)),
        }
    }
}

impl Weights {
    /// The logarithm of the odds that the content of two sentences is the same, by themselves.
    pub(super) fn log_odds(&self, features: &Features) -> f32 {
        weighed(features, &self.alone)
    }

    /// The same, by what was found of all pairs before this round.
    pub(super) fn context_log_odds(&self, features: &ContextFeatures, round: usize) -> f32 {
        weighed(features, &self.among[round])
    }
}

/// From 0 to 1.
pub(super) fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn weighed<const N: usize>(features: &[f32; N], weights: &[f32; N]) -> f32 {
    features.iter().zip(weights).map(|(it, weight)| it * weight).sum()
}
