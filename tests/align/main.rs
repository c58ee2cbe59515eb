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

use attest::core::align::{CONTEXT_WEIGHTS, N_ROUNDS, Pair, Ranking, WEIGHTS, Weight, rank};
use judge::{Aim, Verdict, judge, meetings};
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
    assert!(sample.average_precision >= 0.88);
    assert_eq!(sample.n_lookalikes, 0);
    assert!(sample.average_precision >= baseline.average_precision + 0.15);
}

#[test]
fn what_the_sample_says_in_part_is_ranked_well() {
    let sample = mean("sample, partly", &TUNED[..1], Aim::SameOrPartly, by_engine);
    let baseline = mean("sample, partly, baseline", &TUNED[..1], Aim::SameOrPartly, by_baseline);
    assert!(sample.average_precision >= 0.62);
    assert_eq!(sample.n_lookalikes, 0);
    assert!(sample.average_precision >= baseline.average_precision + 0.15);
}

#[test]
fn sets_that_the_weights_are_fitted_to_are_ranked_well() {
    let tuned = mean("tuned", &TUNED, Aim::Same, by_engine);
    assert!(tuned.average_precision >= 0.83);
    assert!(tuned.n_lookalikes <= 2);
}

#[test]
fn sets_that_nobody_looked_at_are_ranked_well() {
    let held_out = mean("held out", &HELD_OUT, Aim::Same, by_engine);
    let baseline = mean("held out, baseline", &HELD_OUT, Aim::Same, by_baseline);
    assert!(held_out.average_precision >= 0.70);
    assert!(held_out.n_lookalikes <= 3);
    assert!(held_out.average_precision >= baseline.average_precision + 0.35);
    assert!(baseline.n_lookalikes >= 40, "too easy to tell anything");
}

#[test]
fn the_weights_are_what_the_fit_gives() {
    let mut alone = Vec::new();
    let mut among = [const { Vec::new() }; N_ROUNDS];
    for set in TUNED.map(Set::load) {
        let ranking = ranked(&set);
        for (pair, meeting) in ranking.pairs.iter().zip(meetings(&set, &ranking.pairs)) {
            let (features, context) = ranking.figures(pair);
            let label = match meeting.grade {
                Some(Grade::Same) => 1.0,
                Some(Grade::Partly) => 0.5,
                Some(Grade::Lookalike) | None => 0.0,
            };
            alone.push((features, label));
            for (among, context) in among.iter_mut().zip(context) {
                among.push((context, label));
            }
        }
    }
    let fits = check_weights(&WEIGHTS, fit::fit(&alone, PENALTY));
    assert!(fits, "take over the weights above, then run this again");
    for (weights, among) in CONTEXT_WEIGHTS.iter().zip(&among) {
        let fits = check_weights(weights, fit::fit(among, PENALTY));
        assert!(fits, "take over the weights above, then run this again");
    }
}

fn check_weights<const N: usize>(weights: &[Weight; N], fitted: [f64; N]) -> bool {
    let mut fits = true;
    for ((name, weight), fitted) in weights.iter().zip(fitted) {
        println!("    (\"{name}\", {fitted:.1}),");
        fits &= (f64::from(*weight) - fitted).abs() < 0.06;
    }
    fits
}
