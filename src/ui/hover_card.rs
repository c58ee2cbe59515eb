//! What lies under the pointer: the labels of the mentions there, the innermost first.
//!
//! For the eye alone, since hovering is: the inspector and the list tell the same to everyone.

use super::label_chip::label_chip;
use super::store_hooks::use_selector;
use crate::core::id::MentionId;
use crate::editor::change_set::Topics;
use crate::editor::mention_row::MentionRow;
use crate::web::window_height::is_low;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Mentions, and the place in the window (CSS pixels from its top left corner) that the card stands beside.
#[derive(Clone, PartialEq, Debug)]
pub struct Hovered {
    /// The innermost first.
    pub mentions: Vec<MentionId>,
    /// From the left.
    pub x: f64,
    /// From the top; the card stands below, or above where the place is low.
    pub y: f64,
}

/// Through which the article pane says what the pointer is over. Compared by pointer.
#[derive(Clone, Debug, Default)]
pub struct HoverHandle(Rc<RefCell<Option<Callback<Option<Hovered>>>>>);

impl HoverHandle {
    /// Shows the card for these, or takes it away.
    pub fn set(&self, hovered: Option<Hovered>) {
        let card = self.0.borrow().clone();
        if let Some(card) = card {
            card.emit(hovered);
        }
    }
}

impl PartialEq for HoverHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Who moves the card.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct HoverCardProps {
    /// Shared with the article pane.
    pub handle: HoverHandle,
}

/// More than these would hide the text.
const MAX_SHOWN: usize = 6;

/// Empty while nothing is hovered.
#[component]
pub fn HoverCard(props: &HoverCardProps) -> Html {
    let hovered = use_state_eq(|| None::<Hovered>);
    use_effect_with(props.handle.clone(), {
        let setter = hovered.setter();
        move |handle| {
            let slot = handle.0.clone();
            *slot.borrow_mut() = Some(Callback::from(move |hovered| setter.set(hovered)));
            move || *slot.borrow_mut() = None
        }
    });
    let ids = hovered
        .as_ref()
        .map(|hovered| hovered.mentions.clone())
        .unwrap_or_default();
    let n_more = ids.len().saturating_sub(MAX_SHOWN);
    let rows = use_selector(Topics::MENTIONS | Topics::SCHEMA | Topics::PROJECT, move |editor| {
        ids.iter()
            .take(MAX_SHOWN)
            .filter_map(|id| MentionRow::of(editor, *id))
            .collect::<Vec<_>>()
    });
    let Some(hovered) = hovered.as_ref().filter(|_| !rows.is_empty()) else {
        return Html::default();
    };
    let several = rows.len() > 1;
    let row = |row: &MentionRow| {
        html! {
            <li>
                { label_chip(&row.label) }
                if several {
                    <q dir="auto">{ &row.quote }</q>
                }
            </li>
        }
    };
    html! {
        <div class={classes!("hover-card", is_low(hovered.y).then_some("above"))} aria-hidden="true"
            ~style={format!("--x: {}px; --y: {}px", hovered.x, hovered.y)}>
            <ul>{ for rows.iter().map(row) }</ul>
            if n_more > 0 {
                <p>{ format!("and {n_more} more") }</p>
            }
        </div>
    }
}
