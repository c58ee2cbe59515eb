//! How the figures of a comparison are weighed.
//!
//! Two logistic regressions, fitted to the labeled pairs of `tests/align` by the test there, which also holds the weights
//! to what the fit gives.

use super::compare::{Features, N_FEATURES};

/// A figure, and what one unit of it adds to the logarithm of the odds.
pub type Weight = (&'static str, f32);

/// Of two sentences by themselves.
pub const WEIGHTS: [Weight; N_FEATURES] = [
    ("always", -5.9),
    ("likeness of the rare terms", 1.8),
    ("part of the shorter sentence that is shared", 3.1),
    ("part of both that is shared", 0.4),
    ("how much is shared", 3.3),
    ("order of words", -1.9),
    ("shared names", -0.3),
    ("names at odds", -1.4),
    ("offices at odds", -0.8),
    ("shared numbers", 3.5),
    ("numbers at odds", -2.6),
    ("shared dates", 0.2),
    ("dates at odds", -1.8),
    ("difference in length", -0.3),
    ("names that the other article does not have", -0.7),
    ("numbers that the other article does not have", -1.0),
    ("how many terms are shared", 0.5),
    ("how much is at odds, by the part that is shared", -0.7),
    ("time between the articles", -2.5),
];

/// How many figures a pair has among others.
pub const N_CONTEXT: usize = 5;

/// Figures of a pair among others, in the order of [`CONTEXT_WEIGHTS`].
pub type ContextFeatures = [f32; N_CONTEXT];

/// Of a pair among others.
pub const CONTEXT_WEIGHTS: [Weight; N_CONTEXT] = [
    ("always", -0.8),
    ("log odds by itself", 1.0),
    ("beside the best that either sentence has in the other article", 0.2),
    ("neighbors that agree", 1.0),
    ("likeness of the articles", 3.9),
];

/// The logarithm of the odds that the content of two sentences is the same, by themselves.
pub(super) fn log_odds(features: &Features) -> f32 {
    weighed(features, &WEIGHTS)
}

/// The same, once all pairs are known.
pub(super) fn context_log_odds(features: &ContextFeatures) -> f32 {
    weighed(features, &CONTEXT_WEIGHTS)
}

/// From 0 to 1.
pub(super) fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn weighed<const N: usize>(features: &[f32; N], weights: &[Weight; N]) -> f32 {
    features.iter().zip(weights).map(|(it, (_, weight))| it * weight).sum()
}
