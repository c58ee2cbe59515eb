//! Passages of the two articles that were said not to be the same, to take that back.

use super::PAIRS;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::apart::{ApartLine, apart_lines};
use crate::editor::change_set::Topics;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::keep_focus;
use yew::prelude::*;

/// Folded, since it is seldom needed; nothing where there are none.
#[component]
pub fn ApartList() -> Html {
    let store = use_store();
    let topics = Topics::BESIDE | Topics::DOSSIER | Topics::PASSAGES | Topics::ARTICLES;
    let lines = use_selector(topics, apart_lines);
    if lines.is_empty() {
        return Html::default();
    }
    let line = |it: &ApartLine| {
        let (store, key) = (store.clone(), it.key);
        let on_click = move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[PAIRS]);
            store.dispatch(Action::Beside(BesideAction::TakeBack(key)));
        };
        let name = format!("Take back: {} and {}", it.quotes[0], it.quotes[1]);
        html! {
            <li>
                <span><bdi>{ &it.quotes[0] }</bdi>{ " and " }<bdi>{ &it.quotes[1] }</bdi></span>
                <button type="button" class="button" aria-label={name} onclick={on_click}>{ "Take back" }</button>
            </li>
        }
    };
    html! {
        <details class="beside-apart-list">
            <summary>{ format!("Not the same: {}", lines.len()) }</summary>
            <ul>{ for lines.iter().map(line) }</ul>
        </details>
    }
}
