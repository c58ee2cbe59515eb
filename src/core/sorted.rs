//! Maps and sets in sorted vectors: a fraction of the code that the standard library's trees are compiled to for each
//! type, and as quick for the few entries that they hold here. What comes in ascending order is appended; anything else
//! moves what lies behind it, so the map is not for many entries in random order; a set takes them together.

use super::order;
use litemap::LiteMap;
use std::borrow::Borrow;
use std::ops::{Deref, DerefMut};

/// A map whose entries lie in the order of their keys. All that a [`LiteMap`] does, except that collecting inserts one by
/// one rather than having another sort compiled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortedMap<K, V>(LiteMap<K, V>);

impl<K, V> SortedMap<K, V> {
    /// Without entries.
    pub const fn new() -> Self {
        Self(LiteMap::new_vec())
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Deref for SortedMap<K, V> {
    type Target = LiteMap<K, V>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K, V> DerefMut for SortedMap<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.0.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_tuple_vec().into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = <&'a LiteMap<K, V> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A set whose items lie in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortedSet<T>(Vec<T>);

impl<T> SortedSet<T> {
    /// Without items.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes out all items that do not fulfill the condition.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }

    /// In ascending order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> SortedSet<T> {
    /// Adds an item; answers whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        // What comes in order is appended without a search.
        let place = match self.0.last() {
            Some(last) if *last >= item => self.0.binary_search(&item),
            _ => Err(self.0.len()),
        };
        if let Err(place) = place {
            self.0.insert(place, item);
        }
        place.is_err()
    }

    /// Takes an item out; answers whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.place(item);
        if let Ok(place) = place {
            self.0.remove(place);
        }
        place.is_ok()
    }

    /// Whether the item is there.
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_ok()
    }

    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|other| other.borrow().cmp(item))
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
        order::sort(&mut self.0);
        self.0.dedup();
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #[test]
        fn agrees_with_the_trees_of_the_standard_library(
            entries in proptest::collection::vec((any::<u8>(), any::<u16>()), 0..60),
            removed in proptest::collection::vec(any::<u8>(), 0..20),
        ) {
            let mut map: SortedMap<u8, u16> = entries.iter().copied().collect();
            let mut model: BTreeMap<u8, u16> = entries.iter().copied().collect();
            let mut set: SortedSet<u8> = entries.iter().map(|(key, _)| *key).collect();
            let mut set_model: BTreeSet<u8> = model.keys().copied().collect();
            for key in removed {
                prop_assert_eq!(map.remove(&key), model.remove(&key));
                prop_assert_eq!(set.remove(&key), set_model.remove(&key));
                prop_assert_eq!(set.contains(&key), set_model.contains(&key));
                prop_assert_eq!(set.insert(key / 2), set_model.insert(key / 2));
            }
            prop_assert!(map.iter().eq(model.iter()));
            prop_assert!(set.iter().eq(set_model.iter()));
            prop_assert_eq!(set.len(), set_model.len());
        }
    }
}
