//! The form of one type of relations.

use super::end_rule_field::EndRuleField;
use super::move_buttons::MoveButtons;
use super::relation_types::{act, name_id};
use crate::core::label::Label;
use crate::core::relation_type::{EndRule, RelationType};
use crate::core::segment::Toward;
use crate::editor::relation_type_edit::RelationTypeAction;
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::text_field::TextField;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the form shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RelationTypeFormProps {
    /// As it is now.
    pub kind: Rc<RelationType>,
    /// Of the schema.
    pub labels: Vec<Rc<Label>>,
    /// Its place in the order, 0-based.
    pub place: usize,
    /// Of how many.
    pub n: usize,
}

/// How it reads from either end, and what may stand there.
#[component]
pub fn RelationTypeForm(props: &RelationTypeFormProps) -> Html {
    let store = use_store();
    let kind = &props.kind;
    let id = kind.id;
    // Whether it could be kept.
    let save = {
        let (store, kind) = (store.clone(), kind.clone());
        Callback::from(move |change: Change| {
            let mut changed = RelationType::clone(&kind);
            change(&mut changed);
            let is_sound = store.read(|editor| editor.project().schema().relation_faults(&changed).is_empty());
            if is_sound {
                store.dispatch(act(RelationTypeAction::Save(Rc::new(changed))));
            }
            is_sound
        })
    };
    let text = |set: fn(&mut RelationType, String)| {
        let save = save.clone();
        Callback::from(move |typed: String| save.emit(Box::new(move |kind| set(kind, typed))))
    };
    let rule = |set: fn(&mut RelationType, EndRule)| {
        let save = save.clone();
        Callback::from(move |rule: EndRule| {
            save.emit(Box::new(move |kind| set(kind, rule)));
        })
    };
    let on_direction = {
        let save = save.clone();
        move |event: Event| {
            let has_direction = event.target_unchecked_into::<HtmlInputElement>().checked();
            save.emit(Box::new(move |kind| {
                kind.inverse = has_direction.then(|| format!("{} (backwards)", kind.name));
            }));
        }
    };
    let on_move = {
        let place = props.place;
        move |toward| {
            let to = match toward {
                Toward::Start => place.saturating_sub(1),
                Toward::End => place + 1,
            };
            store.dispatch(act(RelationTypeAction::Move(id, to)));
        }
    };
    let inverse_id = format!("relation-inverse-{id}");
    let direction_id = format!("relation-direction-{id}");
    html! {
        <div class="relation-type-form">
            <div class="form-row">
                <label for={name_id(id)}>{ "Name" }</label>
                { part!(<TextField id={name_id(id)} name="Name" text={kind.name.clone()} on_typed={text(|kind, typed| kind.name = typed)}
                    fault="It needs a name that no other relation has." />) }
            </div>
            <div class="check">
                <input type="checkbox" id={direction_id.clone()} checked={!kind.is_symmetric()} onchange={on_direction} />
                <label for={direction_id}>{ "It has a direction" }</label>
            </div>
            if let Some(inverse) = kind.inverse.clone() {
                <div class="form-row">
                    <label for={inverse_id.clone()}>{ "Read from the other end" }</label>
                    { part!(<TextField id={inverse_id} name="Read from the other end" text={inverse}
                        on_typed={text(|kind, typed| kind.inverse = Some(typed))}
                        fault="It needs other words from the other end." />) }
                </div>
            }
            <div class="form-row">
                <label for={format!("relation-description-{id}")}>{ "Description" }</label>
                { part!(<TextField id={format!("relation-description-{id}")} name="Description" text={kind.description.clone()}
                    on_typed={text(|kind, typed| kind.description = typed)} fault="" />) }
            </div>
            { part!(<EndRuleField id={format!("relation-from-{id}")} legend={format!("What {}", kind.name)} rule={kind.from.clone()}
                labels={props.labels.clone()} on_change={rule(|kind, rule| kind.from = rule)} />) }
            { part!(<EndRuleField id={format!("relation-to-{id}")} legend={format!("What it {} …", kind.name)} rule={kind.to.clone()}
                labels={props.labels.clone()} on_change={rule(|kind, rule| kind.to = rule)} />) }
            <div class="label-position">
                <span>{ format!("Number {} of {}", props.place + 1, props.n) }</span>
                { part!(<MoveButtons id={format!("relation-move-{id}")} what="the relation" place={props.place} n={props.n} {on_move} />) }
            </div>
        </div>
    }
}

type Change = Box<dyn FnOnce(&mut RelationType)>;
