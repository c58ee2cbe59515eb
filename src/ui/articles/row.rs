//! One article of the list.

use super::article_menu::ArticleMenu;
use super::list::RowDrag;
use crate::core::id::ArticleId;
use crate::editor::action::{Action, ArticlesAction, NavigateAction};
use crate::editor::article_rows::ArticleRow;
use crate::editor::dialog::Dialog;
use crate::ui::icon::{Glyph, icon};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::web::drag;
use web_sys::Element;
use yew::prelude::*;

/// What a row shows.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct RowProps {
    /// The article.
    pub row: ArticleRow,
    /// Whether the Tab key stops here.
    pub is_in_tab_order: bool,
    /// Where what is dragged would come to lie.
    pub landing: Option<Landing>,
    /// Whether it is what is dragged.
    pub is_taken: bool,
    /// It, or something in it, got the focus; with its place.
    pub on_focus: Callback<(ArticleId, usize)>,
    /// It takes part in a drag.
    pub on_drag: Callback<RowDrag>,
}

/// Where what is dragged would come to lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Landing {
    /// Before this row.
    Above,
    /// After it.
    Below,
}

/// The id of the element that stands for the article in the list.
pub fn row_id(article: ArticleId) -> String {
    format!("article-row-{article}")
}

/// The article as a button, its handle and its menu.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let ArticleRow {
        article,
        index,
        n_mentions,
        is_open,
        has_above,
        has_below,
    } = props.row.clone();
    let id = article.id;

    let on_open = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Navigate(NavigateAction::Open(id)))
    };
    let on_key = move |event: KeyboardEvent| {
        let action = match event.key().as_str() {
            "Delete" => Action::Articles(ArticlesAction::Remove(id)),
            "F2" => Action::ShowDialog(Some(Dialog::ArticleDetails(id))),
            _ => return,
        };
        event.prevent_default();
        store.dispatch(action);
    };
    let on_focus = {
        let on_focus = props.on_focus.clone();
        move |_: FocusEvent| on_focus.emit((id, index))
    };
    let on_drag_start = {
        let (on_drag, node) = (props.on_drag.clone(), node.clone());
        move |event: DragEvent| {
            drag::begin(&event);
            if let Some(row) = node.cast::<Element>() {
                drag::show(&event, &row);
            }
            on_drag.emit(RowDrag::Taken(id));
        }
    };
    let on_drag_over = {
        let on_drag = props.on_drag.clone();
        move |event: DragEvent| on_drag.emit(RowDrag::Over(id, event))
    };
    let on_drop = {
        let on_drag = props.on_drag.clone();
        move |event: DragEvent| on_drag.emit(RowDrag::Dropped(index, event))
    };
    let on_drag_end = {
        let on_drag = props.on_drag.clone();
        move |_: DragEvent| on_drag.emit(RowDrag::Ended)
    };

    let date = article.date.map(|date| date.to_string()).unwrap_or_default();
    let mentions = match n_mentions {
        1 => "1 mention".to_owned(),
        n => format!("{n} mentions"),
    };
    let known = [article.source.outlet.clone(), date, mentions];
    let landing = props.landing.map(|landing| match landing {
        Landing::Above => "lands-above",
        Landing::Below => "lands-below",
    });
    let tabindex = if props.is_in_tab_order { "0" } else { "-1" };
    html! {
        <li ref={node} class={classes!("article-item", landing, props.is_taken.then_some("is-taken"))}
            onfocusin={on_focus} ondragover={on_drag_over} ondrop={on_drop}>
            <span class="article-grip" draggable="true" title="Drag to another place"
                ondragstart={on_drag_start} ondragend={on_drag_end}>
                { icon(Glyph::Grip) }
            </span>
            <button type="button" id={row_id(id)} class="article-row" {tabindex} aria-current={is_open.then_some("page")}
                onclick={on_open} onkeydown={on_key}>
                <span class="article-row-title" dir="auto">{ &article.title }</span>
                <span class="article-row-known">
                    if article.done {
                        <span class="article-row-done">
                            { icon(Glyph::Check) }<span class="visually-hidden">{ "Done. " }</span>
                        </span>
                    }
                    { for known.into_iter().filter(|part| !part.is_empty()).map(|part| html! {
                        // The dot that the style sheet puts before it stays out of its direction.
                        <span><bdi>{ part }</bdi></span>
                    }) }
                </span>
            </button>
            { part!(<ArticleMenu menu_id={format!("article-menu-{id}")} article={id} title={article.title.clone()}
                {has_above} {has_below} done={article.done} {tabindex} />) }
        </li>
    }
}
