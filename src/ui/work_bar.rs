//! How far long work is, with a button to cancel it. The editor has it announced, so nothing here is a live region.

use super::store_hooks::{use_dispatch, use_selector};
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::work::WorkAction;
use yew::prelude::*;

/// Nothing while nothing goes on; what is over in a moment is never seen.
#[component]
pub fn WorkBar() -> Html {
    let work = use_selector(Topics::WORK, |editor| editor.view().work.clone());
    let on_cancel = use_dispatch(|_: MouseEvent| Action::Work(WorkAction::Cancel));
    let Some(work) = work else {
        return Html::default();
    };
    html! {
        <section class="work" aria-label="Work in progress">
            <span id="work-title" class="work-title">{ format!("{}…", work.title) }</span>
            <progress class="work-progress" aria-labelledby="work-title" max={work.total.to_string()}
                value={work.done.to_string()} />
            <button type="button" class="button" onclick={on_cancel}>{ "Cancel" }</button>
        </section>
    }
}
