//! What the ranking has to beat: the cosine of words and character n-grams, weighed by how rare they are.

use attest::core::align::{Pair, Ranking};
use std::collections::{BTreeMap, BTreeSet};

/// The same pairs, ranked by the mean of both cosines.
pub fn ranked(texts: &[&str], ranking: &Ranking) -> Vec<Pair> {
    let passages: BTreeSet<_> = ranking.pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    let passages: Vec<_> = passages.into_iter().collect();
    let text = |i: usize| {
        passages[i]
            .span
            .slice(texts[passages[i].article])
            .unwrap()
            .to_lowercase()
    };
    let all: Vec<String> = (0..passages.len()).map(text).collect();
    let words = vectors(&all, |text| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(Into::into)
            .collect()
    });
    let grams = vectors(&all, |text| {
        let chars: Vec<char> = text.chars().collect();
        (3..=5)
            .flat_map(|n| chars.windows(n).map(|gram| gram.iter().collect()))
            .collect()
    });
    let at = |passage| passages.binary_search(passage).unwrap();
    let mut pairs = ranking.pairs.clone();
    for pair in &mut pairs {
        let (a, b) = (at(&pair.a), at(&pair.b));
        pair.score = (cosine(&words[a], &words[b]) + cosine(&grams[a], &grams[b])) / 2.0;
    }
    pairs.sort_by(|x, y| y.score.total_cmp(&x.score));
    pairs
}

type Vector = BTreeMap<String, f32>;

fn vectors(texts: &[String], terms: impl Fn(&str) -> Vec<String>) -> Vec<Vector> {
    let mut vectors: Vec<Vector> = Vec::new();
    let mut frequencies: BTreeMap<String, f32> = BTreeMap::new();
    for text in texts {
        let mut vector = Vector::new();
        for term in terms(text) {
            *vector.entry(term).or_default() += 1.0;
        }
        for term in vector.keys() {
            *frequencies.entry(term.clone()).or_default() += 1.0;
        }
        vectors.push(vector);
    }
    for vector in &mut vectors {
        for (term, value) in vector.iter_mut() {
            *value = (1.0 + value.ln()) * (1.0 + (1.0 + texts.len() as f32) / (1.0 + frequencies[term])).ln();
        }
        let norm = vector.values().map(|it| it * it).sum::<f32>().sqrt();
        vector.values_mut().for_each(|value| *value /= norm);
    }
    vectors
}

fn cosine(a: &Vector, b: &Vector) -> f32 {
    a.iter().filter_map(|(term, value)| Some(value * b.get(term)?)).sum()
}
