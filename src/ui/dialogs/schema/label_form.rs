//! The form of one label.

use super::attribute_form::AttributeForm;
use super::color_field::ColorField;
use super::line_field::LineField;
use super::move_buttons::MoveButtons;
use super::{KEY, NAME};
use crate::core::label::LabelKind;
use crate::core::segment::Toward;
use crate::editor::action::{Action, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::label_draft::{AttributeDraft, DraftFaults, LabelDraft, shift};
use crate::ui::dialogs::fields::choice_group::{Choice, ChoiceGroup};
use crate::ui::dialogs::fields::text_field::TextField;
use crate::ui::dialogs::refocus::use_refocus;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::modal::focus_id;
use yew::prelude::*;

/// What the form shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelFormProps {
    /// What stands in it.
    pub draft: LabelDraft,
    /// What is wrong with that.
    pub faults: DraftFaults,
    /// Takes what the person changed.
    pub on_change: Callback<LabelDraft>,
    /// Enter.
    pub on_submit: Callback<()>,
}

const KINDS: [(LabelKind, &str, &str); 2] = [
    (
        LabelKind::Claim,
        "Claim",
        "Its mentions say something that may be true or false.",
    ),
    (
        LabelKind::Entity,
        "Entity",
        "Its mentions name or describe someone or something.",
    ),
];

const ADD_ATTRIBUTE: &str = "label-add-attribute";

/// Name, meaning, look, key, attributes, and the place in the list.
#[component]
pub fn LabelForm(props: &LabelFormProps) -> Html {
    let LabelFormProps { draft, faults, .. } = props;
    let refocus = use_refocus();
    use_effect_with(draft.id.is_none(), |is_new| {
        if *is_new {
            focus_id(NAME);
        }
    });
    let on_submit = {
        let on_submit = props.on_submit.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            on_submit.emit(());
        }
    };
    let on_add = {
        let (draft, on_change, refocus) = (draft.clone(), props.on_change.clone(), refocus.clone());
        move |_: MouseEvent| {
            let mut draft = draft.clone();
            let serial = draft.add_attribute();
            refocus.emit(format!("attribute-{serial}-name"));
            on_change.emit(draft);
        }
    };
    let attribute = |(i, attribute): (usize, &AttributeDraft)| {
        let change = |change: Box<dyn Fn(&mut LabelDraft)>| {
            let (draft, on_change) = (draft.clone(), props.on_change.clone());
            move || {
                let mut draft = draft.clone();
                change(&mut draft);
                on_change.emit(draft);
            }
        };
        let on_change = {
            let (draft, on_change) = (draft.clone(), props.on_change.clone());
            move |changed: AttributeDraft| {
                let mut draft = draft.clone();
                draft.attributes[i] = changed;
                on_change.emit(draft);
            }
        };
        let on_add_choice = {
            let (draft, on_change, refocus) = (draft.clone(), props.on_change.clone(), refocus.clone());
            move |()| {
                let mut draft = draft.clone();
                let serial = draft.add_choice(i);
                refocus.emit(format!("choice-{serial}"));
                on_change.emit(draft);
            }
        };
        let on_remove = {
            let (refocus, remove) = (
                refocus.clone(),
                change(Box::new(move |draft| drop(draft.attributes.remove(i)))),
            );
            move |()| {
                refocus.emit(ADD_ATTRIBUTE.to_owned());
                remove();
            }
        };
        let on_move = {
            let up = change(Box::new(move |draft| shift(&mut draft.attributes, i, Toward::Start)));
            let down = change(Box::new(move |draft| shift(&mut draft.attributes, i, Toward::End)));
            move |toward| match toward {
                Toward::Start => up(),
                Toward::End => down(),
            }
        };
        part!(<AttributeForm key={attribute.serial} draft={attribute.clone()} place={i} n={draft.attributes.len()}
                fault={faults.attributes.get(i).cloned().flatten().map(AttrValue::from)}
                {on_change} {on_add_choice} {on_remove} {on_move} />)
    };
    let error = |text: &Option<String>| text.clone().map(AttrValue::from);
    // An empty name is no fault to be told before the person had a chance to type one.
    let name_error = error(&faults.name).filter(|_| draft.id.is_some() || !draft.name.is_empty());
    html! {
        <form id="label-form" class="form" onsubmit={on_submit} novalidate=true>
            <div class="form-pair form-name-key">
                { part!(<TextField id={NAME} label="Name" value={draft.name.clone()} error={name_error}
                    on_input={setter(props, |draft, text| draft.name = text)} focused=true />) }
                { part!(<TextField id={KEY} label="Key" value={draft.key.map(String::from).unwrap_or_default()}
                    error={error(&faults.key)} on_input={setter(props, |draft, text: String| draft.set_key(&text))} />) }
            </div>
            { part!(<TextField id="label-description" label="Description" value={draft.description.clone()}
                hint="When to use it, in a sentence" on_input={setter(props, |draft, text| draft.description = text)} />) }
            { part!(<ChoiceGroup name="label-kind" label="Kind" on_choose={setter(props, |draft, i: usize| draft.kind = KINDS[i].0)}
                choices={KINDS.iter().map(|(_, title, detail)| Choice {
                    detail: Some((*detail).into()),
                    ..Choice::plain(*title)
                }).collect::<Vec<_>>()}
                chosen={KINDS.iter().position(|(kind, ..)| *kind == draft.kind)} />) }
            { part!(<ColorField color={draft.color} on_change={setter(props, |draft, color| draft.color = color)} />) }
            { part!(<LineField line={draft.line} color={draft.color} on_change={setter(props, |draft, line| draft.line = line)} />) }
            <section class="attributes" aria-labelledby="attributes-heading">
                <h3 id="attributes-heading">{ "Attributes" }</h3>
                <p class="form-hint">{ "Questions that are asked of each mention." }</p>
                <ol>{ for draft.attributes.iter().enumerate().map(attribute) }</ol>
                <button type="button" id={ADD_ATTRIBUTE} class="button outlined" onclick={on_add}>
                    { "Add an attribute" }
                </button>
            </section>
            if let Some(id) = draft.id {
                { part!(<Position {id} />) }
            }
        </form>
    }
}

/// A callback that changes one field of the draft.
fn setter<T: 'static>(props: &LabelFormProps, change: fn(&mut LabelDraft, T)) -> Callback<T> {
    let (draft, on_change) = (props.draft.clone(), props.on_change.clone());
    Callback::from(move |value| {
        let mut draft = draft.clone();
        change(&mut draft, value);
        on_change.emit(draft);
    })
}

#[derive(Properties, PartialEq)]
struct PositionProps {
    id: crate::core::id::LabelId,
}

/// The label's place in the list, which counts at once.
#[component]
fn Position(props: &PositionProps) -> Html {
    let id = props.id;
    let store = use_store();
    let (at, n) = use_selector(Topics::SCHEMA, move |editor| {
        let schema = editor.project().schema();
        (schema.position(id).unwrap_or(0), schema.labels.len())
    });
    let on_move = move |toward| {
        let to = match toward {
            Toward::Start => at.saturating_sub(1),
            Toward::End => at + 1,
        };
        store.dispatch(Action::schema(SchemaAction::Move(id, to)));
    };
    html! {
        <div class="label-position">
            <span>{ format!("Number {} of {n} in the list", at + 1) }</span>
            { part!(<MoveButtons id="label-move" what="the label" place={at} {n} {on_move} />) }
        </div>
    }
}
