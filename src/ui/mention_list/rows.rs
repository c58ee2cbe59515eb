//! The rows of the list: which one the keys are at, and where the list is scrolled.

use super::row::{Row, row_id};
use super::use_moment;
use crate::core::id::MentionId;
use crate::editor::action::{Action, AnnotateAction, ChooseAction};
use crate::editor::effect::FocusTarget;
use crate::editor::list_scroll::ListMoment;
use crate::editor::roving::Step;
use crate::editor::view::ListScope;
use crate::editor::windowing::{Viewport, first_whole_row, rows_per_page, scroll_to_show};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::virtual_list::VirtualList;
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::scroller::{self, root_font_size};
use web_sys::Element;
use yew::prelude::*;

/// In `rem`: two lines, and enough for a finger.
const ROW_HEIGHT: f64 = 3.25;

/// A list of which one row is chosen and one, perhaps another, is where the keys are.
#[component]
pub fn Rows() -> Html {
    let store = use_store();
    let now = use_moment();
    let list = use_node_ref();
    // The row where the keys are, and its place when they came to it.
    let cursor = use_state_eq(|| None::<(MentionId, usize)>);
    let cursor_row = cursor.and_then(|(id, row)| now.model.row_of(id, row));

    let before = use_mut_ref(|| None::<ListMoment>);
    use_effect_with(now.clone(), {
        let (list, cursor) = (list.clone(), cursor.clone());
        move |now| {
            let before = before.replace(Some(now.clone()));
            let is_new = before.as_ref().is_none_or(|before| before.chosen != now.chosen);
            if let Some(chosen) = now.chosen.zip(now.chosen_row()).filter(|_| is_new) {
                cursor.set(Some(chosen));
            }
            scroll(&list, |row_height, viewport| {
                now.scroll_from(before.as_ref(), row_height, viewport)
            });
        }
    });
    let on_shown = {
        let (list, now) = (list.clone(), now.clone());
        Callback::from(move |()| {
            scroll(&list, |row_height, viewport| {
                now.scroll_from(None, row_height, viewport)
            })
        })
    };

    let set_cursor = {
        let (cursor, model) = (cursor, now.model.clone());
        move |row: usize| cursor.set(model.rows.get(row).map(|id| (*id, row)))
    };
    let on_focus = {
        let (list, set_cursor) = (list.clone(), set_cursor.clone());
        Callback::from(move |_: FocusEvent| {
            // A click focuses the list first: it must not scroll away under the pointer.
            if let (None, Some((row_height, viewport))) = (cursor_row, measure(&list)) {
                set_cursor(first_whole_row(row_height, viewport));
            }
        })
    };
    let on_key = {
        let (store, list, model) = (store.clone(), list.clone(), now.model.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let action = if let Some(step) = Step::in_list(&event.key()) {
                let page = measure(&list).map_or(1, |(row_height, viewport)| rows_per_page(row_height, viewport));
                if let Some(row) = step.stopping(cursor_row, model.rows.len(), page) {
                    set_cursor(row);
                    scroll(&list, |row_height, viewport| scroll_to_show(row, row_height, viewport));
                }
                None
            } else {
                let id = cursor_row.and_then(|row| model.rows.get(row));
                match (event.key().as_str(), id) {
                    ("Enter" | " ", Some(id)) => Some(Action::Choose(ChooseAction::Mention(*id))),
                    ("Delete" | "Backspace", Some(id)) => {
                        // After the last one another element is in the list's place.
                        keep_focus::when_gone(&event, &[id_of(FocusTarget::Mentions)]);
                        Some(Action::Annotate(AnnotateAction::Delete(*id)))
                    }
                    _ => return,
                }
            };
            event.prevent_default();
            action.into_iter().for_each(|action| store.dispatch(action));
        })
    };
    let on_pick = Callback::from(move |id| store.dispatch(Action::Choose(ChooseAction::Mention(id))));

    let active_id = cursor_row.and_then(|row| now.model.rows.get(row)).map(|id| row_id(*id));
    let row = {
        let (now, n_rows) = (now.clone(), now.model.rows.len());
        let with_article = now.view.scope == ListScope::Project;
        Callback::from(move |row: usize| match now.model.rows.get(row).copied() {
            Some(id) => {
                part!(<Row key={id.to_string()} {id} {row} {n_rows} {with_article} chosen={now.chosen == Some(id)}
                    active={cursor_row == Some(row)} on_pick={&on_pick} />)
            }
            None => Html::default(),
        })
    };
    part!(<VirtualList id="mention-list" label="Mentions" scroller={list} n_rows={now.model.rows.len()}
            row_height={ROW_HEIGHT} {row} cursor={cursor_row} active_id={active_id.map(AttrValue::from)}
            onkeydown={on_key} onfocus={on_focus} onshown={on_shown} />)
}

/// The height of a row and what is seen of the list, in pixels; `None` before the list is on the page.
fn measure(list: &NodeRef) -> Option<(f64, Viewport)> {
    let list = list.cast::<Element>()?;
    Some((ROW_HEIGHT * root_font_size(), scroller::viewport(&list)))
}

fn scroll(list: &NodeRef, to: impl FnOnce(f64, Viewport) -> Option<f64>) {
    if let Some((row_height, viewport)) = measure(list)
        && let (Some(top), Some(list)) = (to(row_height, viewport), list.cast::<Element>())
    {
        scroller::scroll_to(&list, top);
    }
}
