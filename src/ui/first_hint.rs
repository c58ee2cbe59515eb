//! How the first mention is made, until one is.

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use yew::prelude::*;

/// One line. Once it has done its work it becomes invisible and keeps its room, so that the text below stays where the
/// person reads.
#[component]
pub fn FirstHint() -> Html {
    let made = use_selector(Topics::SETTINGS, |editor| editor.settings().first_mention_made);
    let made_before = use_memo((), |()| made);
    if *made_before {
        return Html::default();
    }
    html! {
        <p class={classes!("first-hint", made.then_some("is-over"))} aria-hidden={made.then_some("true")}>
            { "Select some words, then press a label’s key or click a label." }
        </p>
    }
}
