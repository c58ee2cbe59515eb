//! The list of mentions: of the open article or of all, filtered, sorted, walked through by mouse or keys.

mod filters;
mod row;

use super::store_hooks::{use_selector, use_store};
use super::widgets::virtual_list::VirtualList;
use crate::core::id::MentionId;
use crate::editor::action::{Action, AnnotateAction, ChooseAction, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::list_scroll::ListMoment;
use crate::editor::roving::Step;
use crate::editor::view::{ListScope, ListView};
use crate::editor::windowing::{rows_per_page, scroll_to_show};
use crate::web::scroller::{self, root_font_size};
use filters::Filters;
use row::{Row, row_id};
use web_sys::Element;
use yew::prelude::*;

/// In `rem`: two lines, and enough for a finger.
const ROW_HEIGHT: f64 = 3.25;

/// The filters and the rows.
#[component]
pub fn MentionList() -> Html {
    let store = use_store();
    let now = use_selector(
        Topics::MENTIONS
            | Topics::ARTICLES
            | Topics::SCHEMA
            | Topics::LIST
            | Topics::OPEN
            | Topics::PROJECT
            | Topics::CHOSEN,
        |editor| ListMoment {
            model: editor.list(),
            view: editor.view().list.clone(),
            chosen: editor.view().chosen,
        },
    );
    let scroller = use_node_ref();
    // The row that keys move, with the place where it was last.
    let cursor = use_state_eq(|| None::<(MentionId, usize)>);
    let cursor_row = cursor.and_then(|(id, row)| now.model.row_of(id, row));

    let before = use_mut_ref(|| None::<ListMoment>);
    use_effect_with(now.clone(), {
        let (scroller, cursor) = (scroller.clone(), cursor.clone());
        move |now| {
            let before = before.replace(Some(now.clone()));
            let is_new = before.as_ref().is_none_or(|before| before.chosen != now.chosen);
            if let Some(chosen) = now.chosen.zip(now.chosen_row()).filter(|_| is_new) {
                cursor.set(Some(chosen));
            }
            if let Some(list) = scroller.cast::<Element>() {
                let row_height = ROW_HEIGHT * root_font_size();
                let top = now.scroll_from(before.as_ref(), row_height, scroller::viewport(&list));
                top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
            }
        }
    });

    let go_to = {
        let (scroller, cursor, model) = (scroller.clone(), cursor.clone(), now.model.clone());
        Callback::from(move |row: usize| {
            cursor.set(model.rows.get(row).map(|id| (*id, row)));
            if let Some(list) = scroller.cast::<Element>() {
                let top = scroll_to_show(row, ROW_HEIGHT * root_font_size(), scroller::viewport(&list));
                top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
            }
        })
    };
    let on_key = {
        let (store, scroller, model, go_to) = (store.clone(), scroller.clone(), now.model.clone(), go_to.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let viewport = scroller
                .cast::<Element>()
                .map(|list| scroller::viewport(&list))
                .unwrap_or_default();
            if let Some(step) = Step::in_list(&event.key()) {
                event.prevent_default();
                let page = rows_per_page(ROW_HEIGHT * root_font_size(), viewport);
                return step
                    .stopping(cursor_row, model.rows.len(), page)
                    .into_iter()
                    .for_each(|row| go_to.emit(row));
            }
            let Some(id) = cursor_row.and_then(|row| model.rows.get(row)).copied() else {
                return;
            };
            let action = match event.key().as_str() {
                "Enter" | " " => Action::Choose(ChooseAction::Mention(id)),
                "Delete" | "Backspace" => Action::Annotate(AnnotateAction::Delete(id)),
                _ => return,
            };
            event.prevent_default();
            store.dispatch(action);
        })
    };
    let on_focus = {
        let go_to = go_to.clone();
        Callback::from(move |_: FocusEvent| {
            if cursor_row.is_none() {
                go_to.emit(0);
            }
        })
    };
    let on_pick = {
        let store = store.clone();
        Callback::from(move |id| store.dispatch(Action::Choose(ChooseAction::Mention(id))))
    };

    let (rows, n_rows) = (now.model.clone(), now.model.rows.len());
    let with_article = now.view.scope == ListScope::Project;
    let chosen = now.chosen;
    let row = Callback::from(move |row: usize| {
        let Some(id) = rows.rows.get(row).copied() else {
            return Html::default();
        };
        html! {
            <Row key={id.to_string()} {id} {row} {n_rows} {with_article} chosen={chosen == Some(id)}
                active={cursor_row == Some(row)} on_pick={&on_pick} />
        }
    });
    let active_id = cursor_row
        .and_then(|row| now.model.rows.get(row))
        .map(|id| AttrValue::from(row_id(*id)));
    html! {
        <section class="mentions" aria-label="Mentions">
            <h2 class="visually-hidden">{ "Mentions" }</h2>
            <Filters list={now.view.clone()} model={now.model.clone()} />
            if n_rows > 0 {
                <VirtualList id="mention-list" label="Mentions" {scroller} {n_rows} row_height={ROW_HEIGHT} {row}
                    cursor={cursor_row} {active_id} onkeydown={on_key} onfocus={on_focus} />
            } else {
                { nothing(&now) }
            }
        </section>
    }
}

/// In place of the list; the key that leads to the list leads here.
fn nothing(now: &ListMoment) -> Html {
    html! {
        <div id="mention-list" class="no-mentions" tabindex="-1">
            if now.model.n_unfiltered > 0 {
                <p>{ "No mention passes the filters." }</p>
                <ClearFilters list={now.view.clone()} />
            } else if now.view.scope == ListScope::Project {
                <p>{ "No mentions yet." }</p>
            } else {
                <p>{ "No mentions in this article yet." }</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct ClearFiltersProps {
    list: ListView,
}

#[component]
fn ClearFilters(props: &ClearFiltersProps) -> Html {
    let store = use_store();
    let unfiltered = ListView {
        scope: props.list.scope,
        sort: props.list.sort,
        ..ListView::default()
    };
    let on_click = move |_: MouseEvent| store.dispatch(Action::Navigate(NavigateAction::List(unfiltered.clone())));
    html! {
        <button type="button" class="button outlined" onclick={on_click}>{ "Clear filters" }</button>
    }
}
