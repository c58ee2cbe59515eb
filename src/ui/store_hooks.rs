//! How components read the editor: each asks for a value, and renders again only when that value changed.

use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::machine::Editor;
use crate::editor::store::Store;
use std::rc::Rc;
use yew::prelude::*;

/// The store, from the context that [`App`](super::app::App) provides once.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("App provides the store to everything below it")
}

/// Whether what a component shows is no longer what the editor says.
type Differs = Rc<dyn Fn(&Editor) -> bool>;

/// What `select` reads from the editor. It is read again after each action that changed one of `topics`, and at each
/// render; the component renders again only where the value differs. `select` must name the topics of all it reads.
#[hook]
pub fn use_selector<T, F>(topics: Topics, select: F) -> T
where
    T: PartialEq + Clone + 'static,
    F: Fn(&Editor) -> T + 'static,
{
    let value = use_store().read(&select);
    let shown = value.clone();
    use_render_when(topics, Rc::new(move |editor| select(editor) != shown));
    value
}

/// Apart from [`use_selector`], so that it is compiled once and not for each value that is selected.
#[hook]
fn use_render_when(topics: Topics, differs: Differs) {
    let store = use_store();
    let trigger = use_force_update();
    let latest = use_mut_ref(|| differs.clone());
    *latest.borrow_mut() = differs;
    use_effect_with(store, move |store| {
        let check = {
            let store = store.clone();
            move || {
                let differs = latest.borrow().clone();
                if store.read(|editor| differs(editor)) {
                    trigger.force_update();
                }
            }
        };
        // What changed between the render and this effect.
        check();
        let subscription = store.subscribe(topics, move |_| check());
        move || drop(subscription)
    });
}

/// A callback that dispatches what `action` makes of the event.
#[hook]
pub fn use_dispatch<E: 'static>(action: impl Fn(E) -> Action + 'static) -> Callback<E> {
    let store = use_store();
    Callback::from(move |event| store.dispatch(action(event)))
}
