//! How the first mention is made, until one is.

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use yew::prelude::*;

/// One line. It lies over the room above the title and takes none itself, so that the text stays where the person reads
/// when it goes. Which of the two wordings is shown says the style sheet: a finger has no keys to press.
#[component]
pub fn FirstHint() -> Html {
    let made = use_selector(Topics::SETTINGS, |editor| editor.settings().first_mention_made);
    if made {
        return Html::default();
    }
    html! {
        <p class="first-hint">
            <span class="with-keys">{ "Select some words, then press a label’s key or click a label." }</span>
            <span class="without-keys">{ "Select some words, then choose a label." }</span>
        </p>
    }
}
