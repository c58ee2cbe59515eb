//! Which sentences have a term: where pairs worth a comparison are found without comparing all with all.

use super::profile::{Class, Profile};
use super::vocabulary::{TermId, Vocabulary};

/// What words that only begin alike count beside equal ones.
const ALIKE: f32 = 0.5;

/// How many sentences are looked at for all sentences together, about, and for one at least.
const LOOKS: usize = 20_000_000;
const AT_LEAST: usize = 1500;

/// Sentences by the terms that they have.
#[derive(Debug)]
pub(super) struct Postings {
    /// By term: sentences in order, and what the term weighs there.
    lists: Vec<Vec<(u32, f32)>>,
    /// Working space: by sentence what it shares, and which ones share something.
    shared: Vec<f32>,
    touched: Vec<u32>,
}

impl Postings {
    pub fn new(profiles: &[Profile], vocabulary: &Vocabulary) -> Self {
        let mut lists = vec![Vec::new(); vocabulary.n_terms()];
        for (at, profile) in profiles.iter().enumerate() {
            for (term, weight) in keys(profile, vocabulary) {
                let list: &mut Vec<(u32, f32)> = &mut lists[term.0 as usize];
                match list.last_mut() {
                    Some(last) if last.0 == at as u32 => last.1 = last.1.max(weight),
                    _ => list.push((at as u32, weight)),
                }
            }
        }
        Self {
            lists,
            shared: vec![0.0; profiles.len()],
            touched: Vec::new(),
        }
    }

    /// The `n` sentences of other articles that share most with sentence `at`, in no order.
    pub fn nearest(&mut self, at: usize, n: usize, profiles: &[Profile], vocabulary: &Vocabulary) -> Vec<u32> {
        let profile = &profiles[at];
        let mut keys: Vec<_> = keys(profile, vocabulary).collect();
        let length = |term: TermId| self.lists[term.0 as usize].len();
        // The rarest first: what comes last is in so many sentences that it tells next to nothing.
        keys.sort_by_key(|it| (length(it.0), it.0));
        let mut n_looks = (LOOKS / profiles.len()).max(AT_LEAST);
        for (term, weight) in keys {
            let list = &self.lists[term.0 as usize];
            let Some(left) = n_looks.checked_sub(list.len()) else {
                break;
            };
            n_looks = left;
            for (other, there) in list {
                let sum = &mut self.shared[*other as usize];
                if *sum == 0.0 {
                    self.touched.push(*other);
                }
                *sum += weight * there;
            }
        }
        let mut found: Vec<(f32, u32)> = Vec::with_capacity(self.touched.len());
        for other in self.touched.drain(..) {
            let shared = std::mem::take(&mut self.shared[other as usize]);
            let there = &profiles[other as usize];
            if there.article != profile.article {
                found.push((shared / there.norm, other));
            }
        }
        let descending = |x: &(f32, u32), y: &(f32, u32)| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1));
        if found.len() > n {
            found.select_nth_unstable_by(n, descending);
            found.truncate(n);
        }
        found.into_iter().map(|(_, other)| other).collect()
    }
}

/// The terms of a sentence, and those of the first letters of its words.
fn keys(profile: &Profile, vocabulary: &Vocabulary) -> impl Iterator<Item = (TermId, f32)> {
    let openings = profile.terms.iter().filter(|it| it.class <= Class::Name);
    let openings = openings.filter_map(|it| Some((vocabulary.opening(it.term)?, ALIKE * it.weight)));
    profile.terms.iter().map(|it| (it.term, it.weight)).chain(openings)
}
