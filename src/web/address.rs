//! The fragment of the page's address: followed when the page opens and whenever it changes.

use super::clipboard;
use crate::core::address::Address;
use crate::editor::action::Action;
use crate::editor::addresses::AddressAction;
use crate::editor::store::Store;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Follows the address that the page was opened with, and later ones until it is dropped.
#[must_use = "addresses are followed for as long as this lives"]
pub fn follow(store: &Store) -> Option<EventListener> {
    let window = web_sys::window()?;
    follow_now(store);
    let store = store.clone();
    Some(EventListener::new(&window, "hashchange", move |_| follow_now(&store)))
}

/// The fragment is taken away once it is followed: whoever reads on and loads the page anew is to be where they were, and
/// the same link can be followed again.
fn follow_now(store: &Store) {
    let Some(window) = web_sys::window() else { return };
    let fragment = window.location().hash().unwrap_or_default();
    if fragment.is_empty() {
        return;
    }
    store.dispatch(Action::Address(AddressAction::Follow(fragment)));
    if let Ok(history) = window.history() {
        // It stays where the browser does not let it go; nothing depends on that.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&without_fragment()));
    }
}

/// Copies the whole address, and tells what became of it.
pub fn copy(address: Address, store: &Store) {
    let link = format!("{}{address}", without_fragment());
    let store = store.clone();
    spawn_local(async move {
        let copied = clipboard::copy(&link).await;
        let outcome = if copied { Ok(()) } else { Err(link) };
        store.dispatch(Action::Address(AddressAction::Copied(outcome)));
    });
}

fn without_fragment() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
