//! The types of relations, each folded up until it is opened. What is changed counts at once, as far as it can be kept.

use super::relation_type_form::RelationTypeForm;
use crate::core::id::RelationTypeId;
use crate::core::relation_type::RelationType;
use crate::editor::action::{Action, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::relation_type_edit::{RelationTypeAction, missing_usual, n_relations_of};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::web::modal::{focus_id, focus_if_lost};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the button for a new one.
const ADD: &str = "relation-type-add";

/// In their order, and two ways to more.
#[component]
pub fn RelationTypes() -> Html {
    let store = use_store();
    // What had the focus may have gone with the label.
    use_effect_with((), |()| focus_if_lost(&[ADD]));
    let schema = use_selector(Topics::SCHEMA, |editor| editor.project().schema().clone());
    let open = use_state(|| None::<RelationTypeId>);
    let add_usual = use_dispatch(|_: MouseEvent| act(RelationTypeAction::AddUsual));
    let on_add = {
        let open = open.clone();
        move |_: MouseEvent| {
            store.dispatch(act(RelationTypeAction::Add));
            let made = store.read(|editor| editor.project().schema().relation_types.last().map(|kind| kind.id));
            open.set(made);
        }
    };
    // A new one is there after the next rendering.
    use_effect_with(*open, |open| {
        if let Some(id) = open {
            focus_id(&name_id(*id));
        }
    });
    let n = schema.relation_types.len();
    let kind = |(place, kind): (usize, &Rc<RelationType>)| {
        let id = kind.id;
        let is_open = *open == Some(id);
        let on_toggle = {
            let open = open.clone();
            move |_: MouseEvent| open.set((!is_open).then_some(id))
        };
        html! {
            <li key={id.to_string()} class="relation-type">
                <button type="button" class="schema-item" aria-expanded={is_open.to_string()} onclick={on_toggle}>
                    <span>{ &kind.name }</span>
                    <span class="form-hint">{ kind.inverse.clone().map_or("↔".to_owned(), |inverse| format!("← {inverse}")) }</span>
                </button>
                if is_open {
                    { part!(<RelationTypeForm kind={kind.clone()} labels={schema.labels.clone()} {place} {n} />) }
                    { part!(<Removal {id} />) }
                }
            </li>
        }
    };
    let has_usual = missing_usual(&schema).is_empty();
    html! {
        <div class="form relation-types">
            <h3>{ "Relations" }</h3>
            <p class="form-hint">
                { "How mentions, claims and entities can stand to each other, and which of them. Kept as you type; relations " }
                { "that are there stay." }
            </p>
            <ul>{ for schema.relation_types.iter().enumerate().map(kind) }</ul>
            <div class="form-buttons">
                <button type="button" id={ADD} class="button outlined" onclick={on_add}>{ "Add a relation" }</button>
                if !has_usual {
                    <button type="button" class="button outlined" onclick={add_usual}>{ "Add the usual ones" }</button>
                }
            </div>
        </div>
    }
}

/// The id of the field for its name.
pub(super) fn name_id(id: RelationTypeId) -> String {
    format!("relation-name-{id}")
}

/// What a change of a type is for the store.
pub(super) fn act(action: RelationTypeAction) -> Action {
    Action::schema(SchemaAction::RelationType(action))
}

#[derive(Properties, PartialEq)]
struct RemovalProps {
    id: RelationTypeId,
}

/// What that takes along is told before.
#[component]
fn Removal(props: &RemovalProps) -> Html {
    let id = props.id;
    let asks = use_state(|| false);
    let n = use_selector(Topics::DOSSIER | Topics::SCHEMA, move |editor| {
        n_relations_of(editor.project(), id)
    });
    let on_delete = use_dispatch(move |_: MouseEvent| act(RelationTypeAction::Delete(id)));
    let keep = format!("relation-keep-{id}");
    use_effect_with((*asks, keep.clone()), |(asks, keep)| {
        if *asks {
            focus_id(keep);
        }
    });
    let set = |now: bool| {
        let asks = asks.clone();
        move |_: MouseEvent| asks.set(now)
    };
    let question = match n {
        0 => "Delete it? Nothing is related so.".to_owned(),
        1 => "Delete it with the 1 relation of this kind? It can be undone.".to_owned(),
        n => format!("Delete it with the {n} relations of this kind? It can be undone."),
    };
    html! {
        <div class="form-buttons">
            if *asks {
                <span role="alert">{ question }</span>
                <button type="button" id={keep} class="button" onclick={set(false)}>{ "Keep" }</button>
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete relation" }</button>
            } else {
                <button type="button" class="button danger" onclick={set(true)}>{ "Delete relation" }</button>
            }
        </div>
    }
}
