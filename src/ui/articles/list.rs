//! The rows: one of them is in the order of the Tab key, arrow keys lead to the others; a row can be dragged to another
//! one's place.

use super::row::{Landing, Row, row_id};
use crate::core::id::ArticleId;
use crate::editor::action::{Action, ArticlesAction};
use crate::editor::article_rows::ArticleRow;
use crate::editor::roving::Step;
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::web::list_focus;
use crate::web::reveal::reveal_id;
use web_sys::Element;
use yew::prelude::*;

/// How many rows the page keys move by.
const PAGE: usize = 8;

/// The row at which the Tab key stops.
const TAB_STOP: &str = ".article-row[tabindex='0']";

/// What is listed.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct ArticleListProps {
    /// Under the filter.
    pub rows: Vec<ArticleRow>,
}

/// What happens to a row while one is dragged.
#[derive(Clone, Debug)]
pub enum RowDrag {
    /// This one was taken.
    Taken(ArticleId),
    /// Something is dragged over this one.
    Over(ArticleId, DragEvent),
    /// Something was let go over the row at this place.
    Dropped(usize, DragEvent),
    /// It is over, one way or the other.
    Ended,
}

/// The row that is dragged, and the one under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Drag {
    taken: Option<ArticleId>,
    over: Option<ArticleId>,
}

/// The list; its rows render only when what they show changes.
#[component]
pub fn ArticleList(props: &ArticleListProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let active = use_state_eq(|| None::<(ArticleId, usize)>);
    let drag = use_state_eq(Drag::default);

    // Whether the focus was last here: when its row is moved or removed, the browser drops it.
    let inside = use_mut_ref(|| false);
    let on_focus = {
        let (active, inside) = (active.setter(), inside.clone());
        use_callback((), move |at: (ArticleId, usize), ()| {
            *inside.borrow_mut() = true;
            active.set(Some(at));
        })
    };
    let on_focus_out = {
        let (node, active, inside) = (node.clone(), active.setter(), inside.clone());
        move |event: FocusEvent| {
            if node
                .cast::<Element>()
                .is_some_and(|list| list_focus::leaves(&list, &event))
            {
                *inside.borrow_mut() = false;
                active.set(None);
            }
        }
    };
    let order: Vec<ArticleId> = props.rows.iter().map(|row| row.article.id).collect();
    {
        let (node, inside) = (node.clone(), inside.clone());
        use_effect_with(order, move |_| {
            if let Some(list) = node
                .cast::<Element>()
                .filter(|_| *inside.borrow() && list_focus::is_lost())
            {
                list_focus::enter(&list, TAB_STOP);
            }
        });
    }
    let open_row = props.rows.iter().find(|row| row.is_open);
    use_effect_with(open_row.map(|row| row.article.id), |open| {
        if let Some(open) = open {
            reveal_id(&row_id(*open));
        }
    });
    // The same callback for good, so that no row renders again because of it.
    let taken = use_mut_ref(|| None::<ArticleId>);
    let on_drag = {
        let drag = drag.setter();
        use_callback((), move |event: RowDrag, ()| match event {
            RowDrag::Taken(id) => {
                *taken.borrow_mut() = Some(id);
                drag.set(Drag {
                    taken: Some(id),
                    over: None,
                });
            }
            RowDrag::Over(id, event) => {
                if let Some(taken) = *taken.borrow() {
                    event.prevent_default();
                    drag.set(Drag {
                        taken: Some(taken),
                        over: Some(id),
                    });
                }
            }
            RowDrag::Dropped(index, event) => {
                let taken = taken.borrow_mut().take();
                drag.set(Drag::default());
                if let Some(taken) = taken {
                    event.prevent_default();
                    store.dispatch(Action::Articles(ArticlesAction::Move(taken, index)));
                }
            }
            RowDrag::Ended => {
                *taken.borrow_mut() = None;
                drag.set(Drag::default());
            }
        })
    };
    let on_key = {
        let node = node.clone();
        move |event: KeyboardEvent| {
            let plain = !event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.shift_key();
            if let (true, Some(step), Some(list)) = (plain, Step::in_list(&event.key()), node.cast::<Element>()) {
                event.prevent_default();
                list_focus::step(&list, ".article-row", |at, n| step.stopping(at, n, PAGE));
            }
        }
    };
    let row_of = |id: ArticleId| props.rows.iter().find(|row| row.article.id == id);
    // In the place of a row that was removed comes its neighbor.
    let neighbor = |at: usize| props.rows.iter().find(|row| row.index >= at).or(props.rows.last());
    let in_tab_order = match *active {
        Some((id, at)) => row_of(id).or_else(|| neighbor(at)),
        None => open_row.or(props.rows.first()),
    };
    let in_tab_order = in_tab_order.map(|row| row.article.id);
    let index_of = |id: Option<ArticleId>| row_of(id?).map(|row| row.index);
    let (from, to) = (index_of(drag.taken), index_of(drag.over));
    html! {
        <ol ref={node} id="article-list" class="article-list" onkeydown={on_key} onfocusout={on_focus_out}>
            { for props.rows.iter().map(|row| {
                let landing = match (from, to) {
                    (Some(from), Some(to)) if to == row.index && from < to => Some(Landing::Below),
                    (Some(from), Some(to)) if to == row.index && from > to => Some(Landing::Above),
                    _ => None,
                };
                part!(<Row key={row.article.id.to_string()} row={row.clone()}
                        is_in_tab_order={in_tab_order == Some(row.article.id)} {landing}
                        is_taken={drag.taken == Some(row.article.id)} on_focus={on_focus.clone()}
                        on_drag={on_drag.clone()} />)
            }) }
        </ol>
    }
}
