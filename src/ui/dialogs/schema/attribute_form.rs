//! One attribute of a label: its name, its meaning, and which answers it takes.

use super::choices_field::ChoicesField;
use super::move_buttons::MoveButtons;
use crate::core::segment::Toward;
use crate::editor::label_draft::{AnswerKind, AttributeDraft};
use crate::ui::dialogs::fields::described::Described;
use crate::ui::dialogs::fields::text_field::TextField;
use crate::ui::dialogs::refocus::use_refocus;
use crate::ui::part::part;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the form shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct AttributeFormProps {
    /// What stands in it.
    pub draft: AttributeDraft,
    /// What is wrong with that.
    pub fault: Option<AttrValue>,
    /// Its place among the attributes, 0-based.
    pub place: usize,
    /// Of how many.
    pub n: usize,
    /// Takes what the person changed.
    pub on_change: Callback<AttributeDraft>,
    /// Adds a choice.
    pub on_add_choice: Callback<()>,
    /// Takes it away.
    pub on_remove: Callback<()>,
    /// Moves it by one.
    pub on_move: Callback<Toward>,
}

/// The id of the field for its name.
pub fn name_id(draft: &AttributeDraft) -> String {
    format!("attribute-{}-name", draft.serial)
}

/// The fields of one attribute.
#[component]
pub fn AttributeForm(props: &AttributeFormProps) -> Html {
    let AttributeFormProps { draft, fault, .. } = props;
    let id = format!("attribute-{}", draft.serial);
    let refocus = use_refocus();
    let set = |change: fn(&mut AttributeDraft, String)| {
        let (draft, on_change) = (draft.clone(), props.on_change.clone());
        Callback::from(move |text| {
            let mut draft = draft.clone();
            change(&mut draft, text);
            on_change.emit(draft);
        })
    };
    let on_kind = {
        let (draft, on_change) = (draft.clone(), props.on_change.clone());
        move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let kind = usize::try_from(chosen).ok().and_then(|i| AnswerKind::ALL.get(i));
            if let Some(kind) = kind.copied() {
                on_change.emit(AttributeDraft { kind, ..draft.clone() });
            }
        }
    };
    let on_choices = {
        let (draft, on_change) = (draft.clone(), props.on_change.clone());
        move |choices| {
            on_change.emit(AttributeDraft {
                choices,
                ..draft.clone()
            })
        }
    };
    // The row moves, and with it the button that moved it.
    let on_move = {
        let (on_move, id) = (props.on_move.clone(), id.clone());
        move |toward| {
            let word = if toward == Toward::Start { "up" } else { "down" };
            refocus.emit(format!("{id}-{word}"));
            on_move.emit(toward);
        }
    };
    let what = match draft.name.trim() {
        "" => "the attribute".to_owned(),
        name => format!("the attribute {name}"),
    };
    // A fault is told once there is something to have it.
    let error = fault.clone().filter(|_| draft.id.is_some() || !draft.name.is_empty());
    html! {
        <li>
            <div class="attribute" role="group" aria-label={format!("Attribute {}", props.place + 1)}>
            <div class="attribute-head">
                { part!(<TextField id={name_id(draft)} label="Attribute" value={draft.name.clone()} {error}
                    on_input={set(|draft, text| draft.name = text)} />) }
                { part!(<Described id={format!("{id}-kind")} label="Answer">
                    <select class="field" id={format!("{id}-kind")} onchange={on_kind}>
                        { for AnswerKind::ALL.iter().map(|kind| html! {
                            <option selected={*kind == draft.kind}>{ kind.title() }</option>
                        }) }
                    </select>
                </Described>) }
                <div class="attribute-buttons">
                    { part!(<MoveButtons id={id.clone()} what={what.clone()} place={props.place} n={props.n} {on_move} />) }
                    <button type="button" class="button icon danger" aria-label={format!("Delete {what}")}
                        title="Delete" onclick={props.on_remove.reform(|_: MouseEvent| ())}>
                        <span aria-hidden="true">{ "×" }</span>
                    </button>
                </div>
            </div>
            { part!(<TextField id={format!("{id}-description")} label="Help for the annotator" value={draft.description.clone()}
                on_input={set(|draft, text| draft.description = text)} />) }
            if draft.kind.has_choices() {
                { part!(<ChoicesField choices={draft.choices.clone()} on_change={on_choices}
                    on_add={props.on_add_choice.clone()} />) }
            }
            </div>
        </li>
    }
}
