//! The list of mentions: of the open article or of all, filtered, sorted, walked through by mouse or keys.

mod filters;
mod row;
pub mod rows;

use super::late::{Late, LateView};
use super::late_views;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::effect::FocusTarget;
use crate::editor::list_scroll::ListMoment;
use crate::editor::view::{ListScope, ListView};
use crate::ui::part::part;
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::timer::after;
use filters::Filters;
use yew::prelude::*;

/// The filters and the rows.
#[component]
pub fn MentionList() -> Html {
    let now = use_moment();
    let store = use_store();
    // Slice by slice, so that the page answers what is typed in between; a change calls the next one off.
    use_effect_with(now.model.clone(), move |model| {
        let next =
            (model.n_left > 0).then(|| after(0, move || store.dispatch(Action::Navigate(NavigateAction::ListFurther))));
        move || drop(next)
    });
    html! {
        <section class="mentions" aria-label="Mentions">
            <h2 class="visually-hidden">{ "Mentions" }</h2>
            { part!(<Filters list={now.view.clone()} model={now.model.clone()} />) }
            if now.model.rows.is_empty() {
                { part!(<Nothing {now} />) }
            } else {
                { part!(<Late view={LateView(late_views::mention_rows)} />) }
            }
        </section>
    }
}

/// What is listed now.
#[hook]
fn use_moment() -> ListMoment {
    use_selector(
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
    )
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct NothingProps {
    now: ListMoment,
}

/// In place of the list; the key that leads to the list leads here.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let ListMoment { model, view, .. } = &props.now;
    let unfiltered = ListView {
        scope: view.scope,
        sort: view.sort,
        ..ListView::default()
    };
    let on_clear = use_dispatch(move |event: MouseEvent| {
        keep_focus::when_gone(&event, &[id_of(FocusTarget::Mentions)]);
        Action::Navigate(NavigateAction::List(unfiltered.clone()))
    });
    html! {
        <div id="mention-list" class="no-mentions" tabindex="-1">
            if model.n_left > 0 {
                <p>{ "Looking through the mentions…" }</p>
            } else if model.n_unfiltered > 0 {
                <p>{ "No mention passes the filters." }</p>
                <button type="button" class="button outlined" onclick={on_clear}>{ "Clear filters" }</button>
            } else if view.scope == ListScope::Project {
                <p>{ "No mentions yet." }</p>
            } else {
                <p>{ "No mentions in this article yet." }</p>
            }
        </div>
    }
}
