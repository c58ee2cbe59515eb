//! The hits under the titles of their articles. The current hit is where the keys are: stepping onto it goes to it.

use super::hit_rows::{hit_row, row_id, title_row};
use crate::core::article::Article;
use crate::editor::action::Action;
use crate::editor::command::Command;
use crate::editor::hits::{HitIndex, HitRow, Hits, Titles};
use crate::editor::machine::Editor;
use crate::editor::roving::Step;
use crate::editor::search::SearchAction;
use crate::editor::windowing::{Viewport, rows_per_page, scroll_to_show};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::virtual_list::VirtualList;
use crate::web::scroller::{self, root_font_size};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// In `rem`: two lines, and enough for a finger.
const ROW_HEIGHT: f64 = 3.25;

/// What is listed.
#[derive(Clone, PartialEq)]
pub struct Listed {
    pub hits: Rc<Hits>,
    pub titles: Titles,
    pub current: Option<HitIndex>,
    /// Whose titles and languages the rows show.
    pub articles: Vec<Rc<Article>>,
}

impl Listed {
    pub fn of(editor: &Editor) -> Self {
        let search = &editor.view().search;
        Self {
            hits: search.hits.clone(),
            titles: search.titles(),
            current: search.current_index(),
            articles: editor.project().articles().to_vec(),
        }
    }
}

/// A list of which the rows in view are rendered. Part of the panel, which changes whenever it does.
#[hook]
pub fn use_hit_list(now: &Listed) -> Html {
    let store = use_store();
    let list = use_node_ref();
    let current_row = now.current.map(|at| now.hits.row_of(at, now.titles));
    use_effect_with((now.hits.clone(), current_row), {
        let list = list.clone();
        move |(_, row)| {
            if let Some((list, viewport)) = seen(&list) {
                let row_height = ROW_HEIGHT * root_font_size();
                let top = match row {
                    Some(row) => scroll_to_show(*row, row_height, viewport),
                    None => Some(0.0),
                };
                top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
            }
        }
    });
    let on_key = {
        let (store, list, now) = (store.clone(), list.clone(), now.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let action = match (event.key().as_str(), Step::in_list(&event.key()), now.current) {
                ("Enter" | " " | "Escape", ..) => Action::Run(Command::GoToText),
                ("ArrowUp", _, None) => Action::Run(Command::PreviousHit),
                (_, Some(_), None) => Action::Run(Command::NextHit),
                (_, Some(step), Some(at)) => {
                    let page = seen(&list).map_or(1, |(_, seen)| rows_per_page(ROW_HEIGHT * root_font_size(), seen));
                    let to = step.stopping(Some(now.hits.number(at) - 1), now.hits.len(), page);
                    match to.and_then(|to| now.hits.nth(to)) {
                        Some(to) => Action::Search(SearchAction::Go(to)),
                        None => return,
                    }
                }
                (_, None, _) => return,
            };
            event.prevent_default();
            store.dispatch(action);
        })
    };
    let row = {
        let now = now.clone();
        let on_pick = {
            let store = store.clone();
            Callback::from(move |at| store.dispatch(Action::Search(SearchAction::Go(at))))
        };
        Callback::from(move |row: usize| {
            store.read(|editor| match now.hits.row(row, now.titles) {
                Some(HitRow::Title(group)) => title_row(editor, &now.hits.groups()[group], row),
                Some(HitRow::Hit(at)) => {
                    let is_current = now.current == Some(at);
                    hit_row(editor, &now.hits, at, now.titles, row, is_current, &on_pick)
                }
                None => Html::default(),
            })
        })
    };
    part!(<VirtualList id="hit-list" label="Hits" class="hit-list" scroller={list} n_rows={now.hits.n_rows(now.titles)}
            row_height={ROW_HEIGHT} {row} cursor={current_row}
            active_id={current_row.map(row_id).map(AttrValue::from)} onkeydown={on_key} />)
}

fn seen(list: &NodeRef) -> Option<(Element, Viewport)> {
    let list = list.cast::<Element>()?;
    let viewport = scroller::viewport(&list);
    Some((list, viewport))
}
