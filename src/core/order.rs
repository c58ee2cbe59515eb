//! Sorting that is compiled once for all types.
//!
//! The standard library compiles its sort anew for each type and each comparison, some four kilobytes each: a tenth of
//! the page's program. Here only comparing and swapping are compiled for the type, and one sort of positions does the
//! rest. What is sorted already, as most of what is stored, costs one comparison per item.

use std::cmp::Ordering;

/// Sorts by `compare`, a total order; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order_of(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    if let Some(order) = order {
        permute(items, order);
    }
}

/// Sorts by a key, which is computed for each comparison; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts ascending; what is equal keeps its order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Which item belongs at each place, `None` where all are in their place.
#[inline(never)]
fn order_of(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    let is_sorted = (1..len).all(|i| compare(i - 1, i) != Ordering::Greater);
    if is_sorted {
        return None;
    }
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    Some(order)
}

/// Puts at each place the item that `order` names for it, going once around each cycle.
fn permute<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in proptest::collection::vec((0_u8..20, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs, "equal ones keep their order");
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn what_is_sorted_costs_one_comparison_per_item() {
        let mut items: Vec<u32> = (0..1000).collect();
        let mut n_compared = 0;
        sort_by(&mut items, |a, b| {
            n_compared += 1;
            a.cmp(b)
        });
        assert_eq!(n_compared, 999);
    }
}
