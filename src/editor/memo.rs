//! The last value that was worked out, kept for as long as what it came from stays the same.

use std::cell::RefCell;
use std::rc::Rc;

/// One value by its key.
#[derive(Debug)]
pub(super) struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The kept value, or what `work` makes where the key is another one.
    pub fn get(&self, key: K, work: impl FnOnce() -> V) -> Rc<V> {
        if let Some((_, value)) = self.0.borrow().as_ref().filter(|(kept, _)| *kept == key) {
            return value.clone();
        }
        let value = Rc::new(work());
        self.0.replace(Some((key, value.clone())));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_once_for_a_key() {
        let memo = Memo::default();
        let first = memo.get(1, || "one");
        assert!(Rc::ptr_eq(&first, &memo.get(1, || panic!("it is known"))));
        assert_eq!(*memo.get(2, || "two"), "two");
        assert_eq!(*memo.get(1, || "one again"), "one again", "only the last is kept");
    }
}
