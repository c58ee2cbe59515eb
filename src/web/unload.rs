//! Asks before the page is left while something would be lost by it.

use crate::editor::saving::Loss;
use crate::editor::store::Store;
use gloo::events::{EventListener, EventListenerOptions};

/// Listens until it is dropped.
#[must_use = "the page asks for as long as this lives"]
pub fn guard(store: &Store) -> Option<EventListener> {
    let window = web_sys::window()?;
    let store = store.clone();
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        move |event| {
            let loss = store.read(|editor| editor.saving().would_lose(editor.history()));
            if loss == Loss::Some {
                event.prevent_default();
            }
        },
    ))
}
