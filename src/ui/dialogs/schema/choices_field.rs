//! The choices of an attribute. Enter in one adds the next.

use super::move_buttons::MoveButtons;
use crate::core::segment::Toward;
use crate::editor::label_draft::{ChoiceDraft, shift};
use crate::ui::dialogs::refocus::use_refocus;
use crate::ui::part::part;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ChoicesFieldProps {
    /// In order.
    pub choices: Vec<ChoiceDraft>,
    /// Takes what the person changed.
    pub on_change: Callback<Vec<ChoiceDraft>>,
    /// Adds one at the end.
    pub on_add: Callback<()>,
}

type Change = Box<dyn Fn(&mut Vec<ChoiceDraft>)>;

/// A line for each choice.
#[component]
pub fn ChoicesField(props: &ChoicesFieldProps) -> Html {
    let refocus = use_refocus();
    let n = props.choices.len();
    let row = |(i, choice): (usize, &ChoiceDraft)| {
        let id = format!("choice-{}", choice.serial);
        let change = |change: Change| {
            let (choices, on_change) = (props.choices.clone(), props.on_change.clone());
            move || {
                let mut choices = choices.clone();
                change(&mut choices);
                on_change.emit(choices);
            }
        };
        let on_input = {
            let (choices, on_change) = (props.choices.clone(), props.on_change.clone());
            move |event: InputEvent| {
                let mut choices = choices.clone();
                choices[i].text = event.target_unchecked_into::<HtmlInputElement>().value();
                on_change.emit(choices);
            }
        };
        let on_key = {
            let on_add = props.on_add.clone();
            let next = props.choices.get(i + 1).map(|next| format!("choice-{}", next.serial));
            move |event: KeyboardEvent| {
                if event.key() == "Enter" && !event.is_composing() && !event.ctrl_key() && !event.meta_key() {
                    event.prevent_default();
                    match &next {
                        Some(next) => crate::web::modal::focus_id(next),
                        None => on_add.emit(()),
                    }
                }
            }
        };
        let on_remove = {
            let neighbor = props.choices.get(i + 1).or_else(|| props.choices[..i].last());
            let then = neighbor.map(|other| format!("choice-{}", other.serial));
            let (refocus, remove) = (
                refocus.clone(),
                change(Box::new(move |choices| drop(choices.remove(i)))),
            );
            move |_: MouseEvent| {
                then.iter().for_each(|id| refocus.emit(id.clone()));
                remove();
            }
        };
        let on_move = {
            let up = change(Box::new(move |choices| shift(choices, i, Toward::Start)));
            let down = change(Box::new(move |choices| shift(choices, i, Toward::End)));
            let (refocus, id) = (refocus.clone(), id.clone());
            move |toward| match toward {
                Toward::Start => {
                    refocus.emit(format!("{id}-up"));
                    up();
                }
                Toward::End => {
                    refocus.emit(format!("{id}-down"));
                    down();
                }
            }
        };
        let what = match choice.text.trim() {
            "" => format!("choice {}", i + 1),
            text => format!("the choice {text}"),
        };
        html! {
            <li key={choice.serial} class="choice-row">
                <input class="field" id={id.clone()} value={choice.text.clone()} aria-label={format!("Choice {}", i + 1)}
                    autocomplete="off" oninput={on_input} onkeydown={on_key} />
                { part!(<MoveButtons {id} what={what.clone()} place={i} {n} {on_move} />) }
                <button type="button" class="button icon danger" aria-label={format!("Delete {what}")} title="Delete"
                    onclick={on_remove}>
                    <span aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    html! {
        <fieldset class="choices-field">
            <legend>{ "Choices" }</legend>
            <ol>{ for props.choices.iter().enumerate().map(row) }</ol>
            <button type="button" class="button" onclick={props.on_add.reform(|_: MouseEvent| ())}>
                { "Add a choice" }
            </button>
        </fieldset>
    }
}
