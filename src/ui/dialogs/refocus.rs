//! Keeps the focus on a row that moves: after the next render the element with the given id has it.

use crate::web::modal::focus_id;
use yew::prelude::*;

/// Names the element that has the focus after the next render.
#[hook]
pub fn use_refocus() -> Callback<String> {
    let wanted = use_mut_ref(|| None::<String>);
    let waiting = wanted.clone();
    use_effect(move || {
        let id = waiting.borrow_mut().take();
        if let Some(id) = id {
            focus_id(&id);
        }
    });
    Callback::from(move |id| *wanted.borrow_mut() = Some(id))
}
