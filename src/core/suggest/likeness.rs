//! How alike two statements are: by their words and numbers, folded; numbers weigh more.

use super::{Fold, is_filler, words};

/// A statement, ready to be compared with many.
#[derive(Debug)]
pub struct Likeness {
    /// Sorted, each once.
    words: Vec<String>,
}

impl Likeness {
    /// Reads a statement.
    pub fn of(text: &str, fold: Fold<'_>) -> Self {
        let mut words: Vec<String> = words(&fold(text)).into_iter().filter(|word| !is_filler(word)).collect();
        for word in &mut words {
            // The beginning tells words apart, the end their forms.
            if let Some((cut, _)) = word.char_indices().nth(7).filter(|_| !is_number(word)) {
                word.truncate(cut);
            }
        }
        crate::core::order::sort(&mut words);
        words.dedup();
        Self { words }
    }
}

/// From 0, nothing in common, to 1: Sørensen's and Dice's coefficient of the words, by weight.
pub fn likeness(a: &Likeness, b: &Likeness) -> f32 {
    let weight = |words: &[String]| words.iter().map(|word| weight_of(word)).sum::<f32>();
    let shared: f32 = a
        .words
        .iter()
        .filter(|word| b.words.binary_search(word).is_ok())
        .map(|word| weight_of(word))
        .sum();
    let all = weight(&a.words) + weight(&b.words);
    if all == 0.0 { 0.0 } else { 2.0 * shared / all }
}

fn weight_of(word: &str) -> f32 {
    if is_number(word) { 3.0 } else { 1.0 }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|ch: char| ch.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::tests::fold;
    use super::*;

    fn alike(a: &str, b: &str) -> f32 {
        likeness(&Likeness::of(a, &fold), &Likeness::of(b, &fold))
    }

    #[test]
    fn the_same_in_other_words_is_more_alike_than_another_number() {
        let claim = "The private sector pledged $5.2 billion to Guatemala.";
        let same = alike(
            claim,
            "companies have pledged $5.2 billion for Guatemala’s private sector",
        );
        let other = alike(
            claim,
            "companies have pledged $7.1 billion for Guatemala’s private sector",
        );
        let unlike = alike(claim, "Harris told migrants not to come.");
        assert!(
            same > 0.7 && same > other && other > unlike && unlike < 0.2,
            "{same} {other} {unlike}"
        );
    }

    #[test]
    fn the_ends_of_the_scale() {
        assert!((alike("Prices rose.", "prices ROSE") - 1.0).abs() < 1e-6);
        assert!(alike("", "") == 0.0 && alike("the", "of") == 0.0);
    }
}
