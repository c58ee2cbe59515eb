//! What the list of mentions is filtered and sorted by.

use crate::core::id::LabelId;
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::list_model::ListModel;
use crate::editor::view::{ListScope, ListSort, ListView};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is set now.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct FiltersProps {
    /// The filters and the order.
    pub list: ListView,
    /// What came of them.
    pub model: Rc<ListModel>,
}

const SORTS: [(ListSort, &str); 4] = [
    (ListSort::Text, "In text order"),
    (ListSort::Quote, "By quote"),
    (ListSort::Label, "By label"),
    (ListSort::Recent, "Last changed first"),
];
const SCOPES: [(ListScope, &str, &str); 2] = [
    (ListScope::Article, "list-of-article", "This article"),
    (ListScope::Project, "list-of-all", "All articles"),
];

/// Scope, count, text, label, author, order.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let store = use_store();
    let labels = use_selector(Topics::SCHEMA | Topics::PROJECT, |editor| {
        let labels = &editor.project().schema().labels;
        labels
            .iter()
            .map(|label| (label.id, label.name.clone()))
            .collect::<Vec<(LabelId, String)>>()
    });
    let list = &props.list;
    let set = Callback::from(move |list| store.dispatch(Action::Navigate(NavigateAction::List(list))));
    let on_text = {
        let list = list.clone();
        set.reform(move |event: InputEvent| ListView {
            text: event.target_unchecked_into::<HtmlInputElement>().value(),
            ..list.clone()
        })
    };
    let scope = |(scope, id, name): (ListScope, &'static str, &'static str)| {
        let wanted = ListView { scope, ..list.clone() };
        html! {
            <span class="chip">
                <input type="radio" name="list-scope" {id} checked={list.scope == scope}
                    onchange={set.reform(move |_: Event| wanted.clone())} />
                <label for={id}>{ name }</label>
            </span>
        }
    };

    let sorts = vec![MenuGroup::plain(SORTS.map(|(_, name)| name.to_owned()))];
    let sort_at = SORTS.iter().position(|(sort, _)| *sort == list.sort).unwrap_or(0);
    let on_sort = {
        let list = list.clone();
        set.reform(move |at: usize| ListView {
            sort: SORTS.get(at).map_or(list.sort, |(sort, _)| *sort),
            ..list.clone()
        })
    };

    let label_names = all_and("All labels", labels.iter().map(|(_, name)| name));
    let label_at = labels
        .iter()
        .position(|(id, _)| list.label == Some(*id))
        .map_or(0, |at| at + 1);
    let on_label = {
        let list = list.clone();
        set.reform(move |at: usize| {
            let label = at.checked_sub(1).and_then(|at| labels.get(at)).map(|(id, _)| *id);
            ListView { label, ..list.clone() }
        })
    };

    // One who is filtered by stays offered, though their mentions may have gone.
    let mut authors = props.model.authors.clone();
    authors.extend(
        list.author
            .iter()
            .filter(|author| !props.model.authors.contains(author))
            .cloned(),
    );
    let author_names = all_and("All authors", authors.iter());
    let author_at = authors
        .iter()
        .position(|author| list.author.as_ref() == Some(author))
        .map_or(0, |at| at + 1);
    let has_authors = !authors.is_empty();
    let on_author = {
        let list = list.clone();
        set.reform(move |at: usize| {
            let author = at.checked_sub(1).and_then(|at| authors.get(at)).cloned();
            ListView { author, ..list.clone() }
        })
    };

    let (n, all) = (props.model.rows.len(), props.model.n_unfiltered);
    let count = if props.model.n_left > 0 {
        format!("{n}… of {all}")
    } else if n == all {
        n.to_string()
    } else {
        format!("{n} of {all}")
    };
    let noun = if all == 1 { "mention" } else { "mentions" };
    html! {
        <div class="filters">
            <div class="filters-top">
                <fieldset class="chips">
                    <legend class="visually-hidden">{ "Mentions of" }</legend>
                    { for SCOPES.map(scope) }
                </fieldset>
                <span class="count"><span id="mention-count">{ count }</span>{ " " }{ noun }</span>
            </div>
            <input type="search" class="field" aria-label="Find in quotes and notes" placeholder="Find in quotes and notes"
                value={list.text.clone()} oninput={on_text} aria-describedby="mention-count" autocomplete="off" dir="auto" />
            <div class="filters-menus">
                { part!(<Menu class="quiet-menu" name="Label" groups={label_names} at={label_at} on_pick={on_label} />) }
                if has_authors {
                    { part!(<Menu class="quiet-menu" name="Author" groups={author_names} at={author_at} on_pick={on_author} />) }
                }
                { part!(<Menu class="quiet-menu" name="Order" groups={sorts} at={sort_at} on_pick={on_sort} />) }
            </div>
        </div>
    }
}

fn all_and<'a>(all: &str, names: impl Iterator<Item = &'a String>) -> Vec<MenuGroup> {
    vec![MenuGroup::plain([all.to_owned()].into_iter().chain(names.cloned()))]
}
