//! Random choices that shrink: a list of numbers from proptest, used up one by one; after the last, zeros.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

/// Numbers to choose by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dice {
    rolls: std::vec::IntoIter<u32>,
    n_rolled: u32,
}

/// Dice with at most `n` rolls that are not zero.
pub(crate) fn arb_dice(n: usize) -> impl Strategy<Value = Dice> {
    vec(any::<u32>(), 0..=n).prop_map(|rolls| Dice {
        rolls: rolls.into_iter(),
        n_rolled: 0,
    })
}

impl Dice {
    /// 0 up to `n`, which is out; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.n_rolled += 1;
        let roll = self.rolls.next().unwrap_or_default();
        roll as usize % n.max(1)
    }

    /// True for one in `n`, and never once the rolls are used up.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    /// `None` where there is nothing to pick.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(list.len());
        list.get(at)
    }

    /// A number that no earlier call of this dice gave, for ids; the caller tells dice apart by `family`.
    pub fn fresh(&mut self, family: u128) -> u128 {
        let roll = self.below(usize::MAX) as u128;
        (family << 100) | (u128::from(self.n_rolled) << 40) | roll
    }
}
