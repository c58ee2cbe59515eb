//! How many things of each kind there are, kept up as they come and go.

use crate::core::sorted::SortedMap;
use std::borrow::Borrow;

/// Counts by key. A key that counts nothing is not there, so two tallies of the same things are equal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tally<K>(SortedMap<K, usize>);

impl<K> Default for Tally<K> {
    fn default() -> Self {
        Self(SortedMap::new())
    }
}

impl<K: Ord> Tally<K> {
    /// How many there are of this key.
    pub fn of<Q: Ord + ?Sized>(&self, key: &Q) -> usize
    where
        K: Borrow<Q>,
    {
        self.0.get(key).copied().unwrap_or(0)
    }

    /// The keys that count something, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    /// One more. The key is made from its borrowed form only when it is new.
    pub fn add<Q: Ord + ToOwned<Owned = K> + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        match self.0.get_mut(key) {
            Some(count) => *count += 1,
            None => {
                self.0.insert(key.to_owned(), 1);
            }
        }
    }

    /// One fewer.
    pub fn take<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Some(count) = self.0.get_mut(key) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(key);
            }
        }
    }
}
