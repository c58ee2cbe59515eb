//! How far the comparison of passages is, where there is nothing of it to show yet.

use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::passages::{PassagesAction, PassagesState};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::ui::work_bar::WorkBar;
use yew::prelude::*;

/// What is said where the comparison is done.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ComparingProps {
    /// As a sentence.
    pub nothing: AttrValue,
}

/// The bar of the page lies behind the dialog, so it is shown here.
#[component]
pub fn Comparing(props: &ComparingProps) -> Html {
    let state = use_selector(Topics::PASSAGES, |editor| editor.view().passages.state.clone());
    let on_ask = use_dispatch(|_: MouseEvent| Action::Passages(PassagesAction::Ask));
    let again = |words: &str, button: &'static str| {
        html! {
            <>
                <p>{ words }</p>
                <button type="button" class="button outlined" onclick={on_ask.clone()}>{ button }</button>
            </>
        }
    };
    let content = match &state {
        PassagesState::Idle | PassagesState::Going => html! {
            <>
                <p>{ "Comparing the articles, sentence by sentence." }</p>
                { part!(<WorkBar prefix="compared-" />) }
            </>
        },
        PassagesState::Alone => html! { <p>{ "There is one article only, so there is nothing to compare." }</p> },
        PassagesState::Done => html! { <p>{ &props.nothing }</p> },
        PassagesState::Stopped => again("The comparison was stopped.", "Compare"),
        PassagesState::Refused(reason) => again(reason, "Try again"),
    };
    html! { <div class="comparing" data-state={format!("{state:?}")}>{ content }</div> }
}
