//! The page's colors and text size, as attributes of the root that the style sheets look at.

use crate::editor::change_set::Topics;
use crate::editor::settings::{Settings, Theme};
use crate::editor::store::{Store, Subscription};
use web_sys::Element;

/// Keeps the root's attributes as the settings say.
#[must_use = "the page follows the settings for as long as this lives"]
pub fn follow(store: &Store) -> Subscription {
    let apply = {
        let store = store.clone();
        move || store.read(|editor| show(editor.settings()))
    };
    apply();
    store.subscribe(Topics::SETTINGS, move |_| apply())
}

fn show(settings: &Settings) {
    let Some(root) = root() else {
        return;
    };
    // Setting an attribute under a fixed, valid name cannot fail.
    let _ = match settings.theme {
        Theme::System => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme.name()),
    };
    let _ = root.set_attribute("data-text-size", settings.text_size.name());
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
