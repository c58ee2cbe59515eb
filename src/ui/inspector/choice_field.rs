//! An answer that is picked: one of a few, any of a few, one of many.

use crate::ui::part::part;
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::web::keep_focus;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A question with choices.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ChoiceFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The question.
    pub name: AttrValue,
    /// Help; may be empty.
    pub hint: AttrValue,
    /// What is offered, in order.
    pub choices: Vec<String>,
    /// What is picked, in the order of the choices; of one-of fields at most one.
    pub chosen: Vec<String>,
    /// What is to be picked instead; empty takes the answer back.
    pub on_answer: Callback<Vec<String>>,
    /// Whether several can be picked.
    #[prop_or_default]
    pub many: bool,
}

/// As many fit beside each other and can be seen at a glance; more are a menu.
const MAX_CHIPS: usize = 6;

/// Chips, or a menu.
#[component]
pub fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    if props.many || props.choices.len() <= MAX_CHIPS {
        chips(props)
    } else {
        menu(props)
    }
}

fn chips(props: &ChoiceFieldProps) -> Html {
    let on_change = {
        let (choices, chosen, many, on_answer) = (
            props.choices.clone(),
            props.chosen.clone(),
            props.many,
            props.on_answer.clone(),
        );
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let (value, checked) = (input.value(), input.checked());
            let stays = |choice: &&String| {
                if **choice == value {
                    checked
                } else {
                    many && chosen.contains(choice)
                }
            };
            on_answer.emit(choices.iter().filter(stays).cloned().collect());
        })
    };
    let chip = |(i, choice): (usize, &String)| {
        let id = chip_id(props, i);
        html! {
            <span class="chip" key={choice.clone()}>
                <input type={if props.many { "checkbox" } else { "radio" }} id={id.clone()} name={&props.id}
                    value={choice.clone()} checked={props.chosen.contains(choice)} onchange={&on_change} />
                <label for={id}>{ choice }</label>
            </span>
        }
    };
    let hint_id = format!("{}-hint", props.id);
    let has_hint = !props.hint.is_empty();
    html! {
        <fieldset class="inspected-part" aria-describedby={has_hint.then(|| hint_id.clone())}>
            <legend>{ &props.name }</legend>
            <div class="chips">
                { for props.choices.iter().enumerate().map(chip) }
                if !props.many && !props.chosen.is_empty() {
                    <button type="button" class="clear" aria-label={format!("Clear {}", props.name)}
                        title="Take the answer back" onclick={taking_back(props)}>
                        <span aria-hidden="true">{ "×" }</span>
                    </button>
                }
            </div>
            if has_hint {
                <p class="hint" id={hint_id}>{ &props.hint }</p>
            }
        </fieldset>
    }
}

fn chip_id(props: &ChoiceFieldProps, at: usize) -> String {
    format!("{}-{at}", props.id)
}

fn taking_back(props: &ChoiceFieldProps) -> Callback<MouseEvent> {
    let first = chip_id(props, 0);
    props.on_answer.reform(move |event: MouseEvent| {
        keep_focus::when_gone(&event, &[&first]);
        Vec::new()
    })
}

fn menu(props: &ChoiceFieldProps) -> Html {
    // The first option is that of no answer.
    let groups = vec![MenuGroup::plain(
        ["Not answered".to_owned()]
            .into_iter()
            .chain(props.choices.iter().cloned()),
    )];
    let chosen = props.choices.iter().position(|choice| props.chosen.contains(choice));
    let on_pick = {
        let choices = props.choices.clone();
        props.on_answer.reform(move |at: usize| {
            let choice = at.checked_sub(1).and_then(|at| choices.get(at));
            choice.into_iter().cloned().collect()
        })
    };
    let hint_id = format!("{}-hint", props.id);
    let has_hint = !props.hint.is_empty();
    html! {
        <div class="inspected-part">
            <label for={&props.id}>{ &props.name }</label>
            { part!(<Menu id={&props.id} class="field" {groups} at={chosen.map_or(0, |at| at + 1)} {on_pick}
                described_by={has_hint.then(|| AttrValue::from(hint_id.clone()))} />) }
            if has_hint {
                <p class="hint" id={hint_id}>{ &props.hint }</p>
            }
        </div>
    }
}
