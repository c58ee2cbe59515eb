//! What a dialog looks for slice by slice, so that the page answers what is typed meanwhile.

use crate::editor::machine::Editor;
use crate::ui::store_hooks::use_store;
use crate::web::timer::after;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A search that is done in slices.
pub trait Sliced {
    /// Looks at the next slice, if there is one.
    fn further(&mut self, editor: &Editor);
    /// Whether none is left.
    fn is_whole(&self) -> bool;
}

/// The search for `key`, begun anew with each other one, and how many further slices it has looked at: the component is
/// rendered after each.
#[hook]
pub fn use_sliced<K, S>(key: K, begin: impl Fn(&Editor, &K) -> S + 'static) -> (Rc<RefCell<S>>, usize)
where
    K: PartialEq + Clone + 'static,
    S: Sliced + 'static,
{
    let store = use_store();
    let n_slices = use_state(|| 0);
    let search = {
        let store = store.clone();
        use_memo(key.clone(), move |key| {
            RefCell::new(store.read(|editor| begin(editor, key)))
        })
    };
    let is_whole = search.borrow().is_whole();
    {
        let (search, n_slices) = (search.clone(), n_slices.clone());
        use_effect_with((key, *n_slices), move |(_, n)| {
            let n = *n + 1;
            let next = (!is_whole).then(|| {
                after(0, move || {
                    store.read(|editor| search.borrow_mut().further(editor));
                    n_slices.set(n);
                })
            });
            move || drop(next)
        });
    }
    (search, *n_slices)
}
