//! The labels in their order, which dragging changes; a label's form has buttons for the same.

use super::Place;
use crate::core::label::Label;
use crate::editor::action::{Action, SchemaAction};
use crate::ui::label_chip::label_chip;
use crate::ui::store_hooks::use_store;
use crate::web::drag;
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelListProps {
    /// In order.
    pub labels: Vec<Rc<Label>>,
    /// What is shown beside it.
    pub place: Place,
    /// Goes elsewhere.
    pub on_go: Callback<Place>,
}

/// The id of the way to a new label.
pub const NEW_ITEM: &str = "schema-new";

/// The id of the way to guidelines and files; a narrow page shows those anyway and hides it.
pub const OVERVIEW_ITEM: &str = "schema-overview";

/// Labels, then ways to a new label, the types of relations and the guidelines.
#[component]
pub fn LabelList(props: &LabelListProps) -> Html {
    let store = use_store();
    let dragged = use_state(|| None::<usize>);
    let over = use_state(|| None::<usize>);
    let row = |(i, label): (usize, &Rc<Label>)| {
        let place = Place::Label(label.id);
        let on_start = {
            let dragged = dragged.clone();
            move |event: DragEvent| {
                drag::begin(&event);
                dragged.set(Some(i));
            }
        };
        let on_over = {
            let (dragged, over) = (dragged.clone(), over.clone());
            move |event: DragEvent| {
                if dragged.is_some() {
                    event.prevent_default();
                    if *over != Some(i) {
                        over.set(Some(i));
                    }
                }
            }
        };
        let on_drop = {
            let (dragged, store, labels) = (dragged.clone(), store.clone(), props.labels.clone());
            move |event: DragEvent| {
                if let Some(label) = dragged.and_then(|from| labels.get(from)) {
                    event.prevent_default();
                    store.dispatch(Action::schema(SchemaAction::Move(label.id, i)));
                }
            }
        };
        let on_end = {
            let (dragged, over) = (dragged.clone(), over.clone());
            move |_: DragEvent| {
                dragged.set(None);
                over.set(None);
            }
        };
        let target = dragged
            .filter(|_| *over == Some(i))
            .and_then(|from| match from.cmp(&i) {
                std::cmp::Ordering::Less => Some("drop-below"),
                std::cmp::Ordering::Greater => Some("drop-above"),
                std::cmp::Ordering::Equal => None,
            });
        let go = props.on_go.reform(move |_: MouseEvent| place);
        html! {
            <li key={label.id.to_string()} class={classes!(target)} draggable="true" ondragstart={on_start}
                ondragover={on_over} ondrop={on_drop} ondragend={on_end}>
                // Firefox drags no button.
                <span class="schema-handle" aria-hidden="true" title="Drag to reorder">{ "⠿" }</span>
                <button type="button" class="schema-item" onclick={go}
                    aria-current={(props.place == place).then_some("true")}>
                    { label_chip(label) }
                    if let Some(key) = label.key {
                        <kbd class="letter" aria-hidden="true">{ key.to_string() }</kbd>
                    }
                </button>
            </li>
        }
    };
    let other = |place: Place, title: &str, id: &'static str, focused: bool| {
        html! {
            <button type="button" {id} class="schema-item" onclick={props.on_go.reform(move |_: MouseEvent| place)}
                aria-current={(props.place == place).then_some("true")} data-autofocus={focused.then_some("")}>
                { title }
            </button>
        }
    };
    html! {
        <nav class="schema-side" aria-label="Labels">
            <ul>{ for props.labels.iter().enumerate().map(row) }</ul>
            { other(Place::New, "New label", NEW_ITEM, props.place == Place::Overview) }
            { other(Place::Relations, "Relations", "schema-relations", false) }
            { other(Place::Overview, "Guidelines and files", OVERVIEW_ITEM, false) }
        </nav>
    }
}
