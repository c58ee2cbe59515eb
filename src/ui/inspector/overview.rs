//! What the inspector shows while nothing is chosen: how often each label stands in the article.

use crate::core::id::LabelId;
use crate::core::label::Label;
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::label_counts::label_counts;
use crate::editor::view::{ListScope, ListView, SidePanel};
use crate::ui::label_chip::label_chip;
use crate::ui::store_hooks::{use_selector, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// A label with its number leads to the list of its mentions.
#[component]
pub fn Overview() -> Html {
    let store = use_store();
    let counts = use_selector(
        Topics::MENTIONS | Topics::SCHEMA | Topics::OPEN | Topics::PROJECT,
        label_counts,
    );
    let total: usize = counts.iter().map(|(_, n)| n).sum();
    let list = Callback::from(move |label: LabelId| {
        let list = ListView {
            scope: ListScope::Article,
            label: Some(label),
            text: String::new(),
            author: None,
            sort: store.read(|editor| editor.view().list.sort),
        };
        store.dispatch(Action::Navigate(NavigateAction::List(list)));
        store.dispatch(Action::Navigate(NavigateAction::Side(SidePanel::Mentions)));
    });
    let row = |(label, n): &(Rc<Label>, usize)| {
        let (id, list) = (label.id, list.clone());
        html! {
            <li key={id.to_string()}>
                <button type="button" class="count-row" title="List them" onclick={move |_: MouseEvent| list.emit(id)}>
                    { label_chip(label) }
                    <span class="number">{ *n }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="overview">
            <p class="overview-hint">
                { if total == 0 { "No mentions in this article yet." } else { "Click a mention in the text to see it here." } }
            </p>
            if total > 0 {
                <h2>{ "In this article" }</h2>
                <ul>{ for counts.iter().filter(|(_, n)| *n > 0).map(row) }</ul>
            }
        </div>
    }
}
