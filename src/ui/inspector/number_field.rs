//! An answer that is a number. What is half-typed stays in the field.

use crate::editor::number_entry::{self, NumberEntry};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A question that takes a number.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct NumberFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The question.
    pub name: AttrValue,
    /// Help; may be empty.
    pub hint: AttrValue,
    /// The answer.
    pub number: Option<f64>,
    /// The new answer, whenever what is typed is a number or nothing.
    pub on_answer: Callback<Option<f64>>,
}

/// A line for a number.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let typed = use_state_eq(|| None::<String>);
    // The answer as it was before the typing began: what was a number on the way to one that is refused does not stay.
    let before = use_mut_ref(|| None::<f64>);
    let on_enter = {
        let (before, number) = (before.clone(), props.number);
        move |_: FocusEvent| *before.borrow_mut() = number
    };
    let on_input = {
        let (typed, on_answer) = (typed.clone(), props.on_answer.clone());
        let before = before.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            match number_entry::read(&text) {
                NumberEntry::Empty => on_answer.emit(None),
                NumberEntry::Number(number) => on_answer.emit(Some(number)),
                NumberEntry::Inexact | NumberEntry::Unreadable => {
                    let before = *before.borrow();
                    on_answer.emit(before);
                }
            }
            typed.set(Some(text));
        }
    };
    // What stands in the field when it is left is what is stored, or it says that it is not.
    let on_leave = {
        let typed = typed.clone();
        move |_: FocusEvent| {
            let refused = typed
                .as_deref()
                .is_some_and(|typed| number_entry::read(typed).objection().is_some());
            if !refused {
                typed.set(None);
            }
        }
    };
    let shown = number_entry::shown(typed.as_deref(), props.number);
    let objection = number_entry::read(&shown).objection();
    let below_id = format!("{}-hint", props.id);
    let below = objection.map_or_else(|| props.hint.clone(), AttrValue::from);
    let wrong = objection.is_some();
    html! {
        <div class="inspected-part">
            <label for={&props.id}>{ &props.name }</label>
            <input type="text" inputmode="decimal" id={&props.id} class="field" autocomplete="off" value={shown}
                oninput={on_input} onfocus={on_enter} onblur={on_leave} aria-invalid={wrong.then_some("true")} aria-describedby={below_id.clone()} />
            <p class={classes!("hint", wrong.then_some("wrong"))} id={below_id} aria-live="polite">{ below }</p>
        </div>
    }
}
