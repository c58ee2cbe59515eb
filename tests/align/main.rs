//! How well sentences of the same content are found, on texts with labeled pairs.
//!
//! Each folder of `sets` holds short articles by fictitious outlets, several about one event and others about one like it
//! in another year or place; `pairs.jsonl` lists pairs of stretches with the same content, in whole or in part, and
//! look-alikes that differ in a year, a person or a number. Some sets grade what is the same in part apart from the rest. A
//! pair that is not listed has another content. The weights are fitted to some of the sets; the others say how good they are
//! on texts that nobody looked at meanwhile. `cargo test --test align -- --nocapture` prints the figures and the weights.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod baseline;
mod fit;
mod judge;
mod laws;
mod sets;

use attest::core::align::{CONTEXT_WEIGHTS, N_ROUNDS, Pair, Ranking, WEIGHTS, Weight, Weights, rank, rank_by};
use judge::{Aim, Meeting, Verdict, judge, meetings};
use sets::{Grade, Set};
use std::ops::ControlFlow;

/// What the weights are fitted to; the first is the sample, whose labels are kept here and whose texts are shipped.
const TUNED: [&str; 12] = [
    "harris", "court", "election", "envoy", "flood", "quarter", "strike", "trade", "trial", "breach", "bridge",
    "budget",
];
const HELD_OUT: [&str; 9] = [
    "final", "grain", "merger", "outbreak", "probe", "rail", "resign", "summit", "wildfire",
];

/// How strongly the fit draws weights to zero.
const PENALTY: f64 = 1.0;

fn ranked(set: &Set) -> Ranking {
    rank(&set.sources(), 0.0, |_| ControlFlow::Continue(())).unwrap()
}

/// Prints and averages what a ranking reaches on each of the sets.
fn mean(title: &str, names: &[&'static str], aim: Aim, order: impl Fn(&Set, &Ranking) -> Vec<Pair>) -> Verdict {
    let mut sum = Verdict::default();
    for name in names {
        let set = Set::load(name);
        let verdict = judge(&set, &order(&set, &ranked(&set)), aim);
        println!("{title:22} {name:9} {verdict}");
        sum.average_precision += verdict.average_precision / names.len() as f32;
        sum.n_lookalikes += verdict.n_lookalikes;
        sum.n_missed += verdict.n_missed;
    }
    println!("{title:22} mean      {sum}");
    sum
}

fn by_engine(_: &Set, ranking: &Ranking) -> Vec<Pair> {
    ranking.pairs.clone()
}

fn by_baseline(set: &Set, ranking: &Ranking) -> Vec<Pair> {
    let texts: Vec<_> = set.articles.iter().map(|(_, text)| text.as_str()).collect();
    baseline::ranked(&texts, ranking)
}

#[test]
fn the_sample_is_ranked_well() {
    let sample = mean("sample", &TUNED[..1], Aim::Same, by_engine);
    let baseline = mean("sample, baseline", &TUNED[..1], Aim::Same, by_baseline);
    assert!(sample.average_precision >= 0.97);
    assert_eq!(sample.n_lookalikes, 0);
    assert!(sample.average_precision >= baseline.average_precision + 0.15);
}

#[test]
fn what_the_sample_says_in_part_is_ranked_well() {
    let sample = mean("sample, partly", &TUNED[..1], Aim::SameOrPartly, by_engine);
    let baseline = mean("sample, partly, baseline", &TUNED[..1], Aim::SameOrPartly, by_baseline);
    assert!(sample.average_precision >= 0.66);
    assert_eq!(sample.n_lookalikes, 0);
    assert!(sample.average_precision >= baseline.average_precision + 0.15);
}

#[test]
fn sets_that_the_weights_are_fitted_to_are_ranked_well() {
    let tuned = mean("tuned", &TUNED, Aim::Same, by_engine);
    assert!(tuned.average_precision >= 0.85);
    assert_eq!(tuned.n_lookalikes, 0);
}

#[test]
fn sets_that_nobody_looked_at_are_ranked_well() {
    let held_out = mean("held out", &HELD_OUT, Aim::Same, by_engine);
    let baseline = mean("held out, baseline", &HELD_OUT, Aim::Same, by_baseline);
    assert!(held_out.average_precision >= 0.75);
    assert!(held_out.n_lookalikes <= 3);
    assert!(held_out.average_precision >= baseline.average_precision + 0.35);
    assert!(baseline.n_lookalikes >= 40, "too easy to tell anything");
}

/// A set that weights are fitted to.
struct Example {
    set: Set,
    /// What any two sentences are compared by, whatever the weights, each with its label from 0 to 1.
    alone: Vec<([f32; WEIGHTS.len()], f64)>,
}

impl Example {
    fn load(name: &'static str) -> Self {
        let set = Set::load(name);
        let ranking = ranked(&set);
        let figures = ranking.pairs.iter().map(|pair| ranking.figures(pair));
        let alone = figures.zip(labels(&set, &ranking)).collect();
        Self { set, alone }
    }

    fn ranked_by(&self, weights: &Weights) -> Ranking {
        rank_by(weights, &self.set.sources(), 0.0, |_| ControlFlow::Continue(())).unwrap()
    }
}

/// How each pair is labeled.
fn labels(set: &Set, ranking: &Ranking) -> Vec<f64> {
    let label = |meeting: Meeting| match meeting.grade {
        Some(Grade::Same) => 1.0,
        Some(Grade::Partly) => 0.5,
        Some(Grade::Lookalike) | None => 0.0,
    };
    meetings(set, &ranking.pairs).into_iter().map(label).collect()
}

/// The weights of two sentences by themselves, then those of each round, which go by the ones before; rounded, as they are
/// written down.
fn fitted(examples: &[&Example]) -> Weights {
    // Adding zero makes no difference but to a negative zero.
    let round_off = |weight: f64| (100.0 * weight).round() as f32 / 100.0 + 0.0;
    let mut weights = Weights::default();
    let alone: Vec<_> = examples.iter().flat_map(|it| it.alone.iter().copied()).collect();
    weights.alone = fit::fit(&alone, PENALTY).map(round_off);
    for round in 0..N_ROUNDS {
        let mut among = Vec::new();
        for example in examples {
            let ranking = example.ranked_by(&weights);
            let figures = ranking.pairs.iter().map(|pair| ranking.context_figures(pair)[round]);
            among.extend(figures.zip(labels(&example.set, &ranking)));
        }
        weights.among[round] = fit::fit(&among, PENALTY).map(round_off);
    }
    weights
}

#[test]
fn the_weights_are_what_the_fit_gives() {
    let examples = TUNED.map(Example::load);
    let Weights { alone, among } = fitted(&examples.each_ref());
    let fits = [
        fits(&WEIGHTS, alone),
        fits(&CONTEXT_WEIGHTS[0], among[0]),
        fits(&CONTEXT_WEIGHTS[1], among[1]),
    ];
    assert_eq!(fits, [true; 3], "take over the weights above");
}

/// Prints what the weights are to be, and tells whether they are that.
fn fits<const N: usize>(weights: &[Weight; N], fitted: [f32; N]) -> bool {
    let mut fits = true;
    for ((name, weight), fitted) in weights.iter().zip(fitted) {
        println!("    (\"{name}\", {fitted:.2}),");
        // A little in the last digit is the machine's.
        fits &= (weight - fitted).abs() < 0.03;
    }
    fits
}

#[test]
fn sets_that_are_left_out_of_the_fit_are_ranked_well() {
    const N_FOLDS: usize = 4;
    let examples = TUNED.map(Example::load);
    let (mut precisions, mut n_lookalikes) = (Vec::new(), 0);
    for fold in 0..N_FOLDS {
        let numbered = TUNED.iter().zip(&examples).enumerate();
        let (left_out, others): (Vec<_>, Vec<_>) = numbered.partition(|(n, _)| n % N_FOLDS == fold);
        let others: Vec<_> = others.into_iter().map(|(_, (_, example))| example).collect();
        let weights = fitted(&others);
        for (_, (name, example)) in left_out {
            let verdict = judge(&example.set, &example.ranked_by(&weights).pairs, Aim::Same);
            println!("left out of the fit    {name:9} {verdict}");
            precisions.push(verdict.average_precision);
            n_lookalikes += verdict.n_lookalikes;
        }
    }
    let n = precisions.len() as f32;
    let mean = precisions.iter().sum::<f32>() / n;
    let spread = (precisions.iter().map(|it| (it - mean).powi(2)).sum::<f32>() / (n - 1.0)).sqrt();
    println!(
        "left out of the fit    mean      AP {mean:.3}, standard deviation {spread:.3}, look-alikes {n_lookalikes}"
    );
    assert!(mean >= 0.84);
    assert!(n_lookalikes <= 3);
}
