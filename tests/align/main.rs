//! How well sentences of the same content are found, on texts with labeled pairs.
//!
//! Each folder of `sets` holds short articles by fictitious outlets, several about one event and others about one like it
//! in another year or place; `pairs.jsonl` lists pairs of stretches with the same content, in whole or in part, and
//! look-alikes that differ in a year, a person or a number. A pair that is not listed has another content. The weights
//! are fitted to one half of the sets; the other half says how good they are on texts that nobody looked at meanwhile.
//! `cargo test --test align -- --nocapture` prints the figures and the weights.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod baseline;
mod fit;
mod judge;
mod laws;
mod sets;

use attest::core::align::{CONTEXT_WEIGHTS, Pair, Ranking, WEIGHTS, Weight, rank};
use judge::{Kind, Verdict, judge, kinds};
use sets::Set;
use std::ops::ControlFlow;

/// What the weights are fitted to; the first is the sample, whose labels are kept here and whose texts are shipped.
const TUNED: [&str; 9] = [
    "harris", "court", "election", "envoy", "flood", "quarter", "strike", "trade", "trial",
];
const HELD_OUT: [&str; 5] = ["final", "merger", "outbreak", "summit", "wildfire"];

/// How strongly the fit draws weights to zero.
const PENALTY: f64 = 1.0;

fn ranked(set: &Set) -> Ranking {
    rank(&set.sources(), 0.0, |_| ControlFlow::Continue(())).unwrap()
}

/// Prints and averages what a ranking reaches on each of the sets.
fn mean(title: &str, names: &[&'static str], order: impl Fn(&Set, &Ranking) -> Vec<Pair>) -> Verdict {
    let mut sum = Verdict::default();
    for name in names {
        let set = Set::load(name);
        let verdict = judge(&set, &order(&set, &ranked(&set)));
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
    let sample = mean("sample", &TUNED[..1], by_engine);
    let baseline = mean("sample, baseline", &TUNED[..1], by_baseline);
    assert!(sample.average_precision >= 0.78);
    assert_eq!(sample.n_lookalikes, 0);
    assert!(sample.average_precision >= baseline.average_precision + 0.15);
}

#[test]
fn sets_that_the_weights_are_fitted_to_are_ranked_well() {
    let tuned = mean("tuned", &TUNED, by_engine);
    assert!(tuned.average_precision >= 0.84);
    assert!(tuned.n_lookalikes <= 2);
}

#[test]
fn sets_that_nobody_looked_at_are_ranked_well() {
    let held_out = mean("held out", &HELD_OUT, by_engine);
    let baseline = mean("held out, baseline", &HELD_OUT, by_baseline);
    assert!(held_out.average_precision >= 0.75);
    assert!(held_out.n_lookalikes <= 1);
    assert!(held_out.average_precision >= baseline.average_precision + 0.35);
    assert!(baseline.n_lookalikes >= 20, "too easy to tell anything");
}

#[test]
fn the_weights_are_what_the_fit_gives() {
    let (mut alone, mut among) = (Vec::new(), Vec::new());
    for set in TUNED.map(Set::load) {
        let ranking = ranked(&set);
        for (pair, (kind, _)) in ranking.pairs.iter().zip(kinds(&set, &ranking.pairs)) {
            let (features, context) = ranking.figures(pair);
            let is_same = matches!(kind, Kind::Same | Kind::Again);
            alone.push((features, is_same));
            among.push((context, is_same));
        }
    }
    let fits = check_weights(&WEIGHTS, fit::fit(&alone, PENALTY));
    let context_fits = check_weights(&CONTEXT_WEIGHTS, fit::fit(&among, PENALTY));
    assert!(fits, "take over the weights above, then run this again");
    assert!(context_fits, "take over the weights above");
}

fn check_weights<const N: usize>(weights: &[Weight; N], fitted: [f64; N]) -> bool {
    let mut fits = true;
    for ((name, weight), fitted) in weights.iter().zip(fitted) {
        println!("    (\"{name}\", {fitted:.1}),");
        fits &= (f64::from(*weight) - fitted).abs() < 0.06;
    }
    fits
}
