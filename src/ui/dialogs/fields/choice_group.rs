//! One of a few: radio buttons under one name.

use yew::prelude::*;

/// One of the choices.
#[derive(PartialEq, Clone, Debug)]
pub struct Choice {
    /// What it is called.
    pub title: AttrValue,
    /// What it means or brings about.
    pub detail: Option<AttrValue>,
    /// Why it cannot be taken; `None` if it can.
    pub closed: Option<AttrValue>,
}

impl Choice {
    /// By its title alone.
    pub fn plain(title: impl Into<AttrValue>) -> Self {
        Self {
            title: title.into(),
            detail: None,
            closed: None,
        }
    }
}

/// What a group of choices is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ChoiceGroupProps {
    /// Unique on the page.
    pub name: AttrValue,
    /// The question.
    pub label: AttrValue,
    /// The answers, in order.
    pub choices: Vec<Choice>,
    /// Which one is taken.
    pub chosen: Option<usize>,
    /// Takes another one.
    pub on_choose: Callback<usize>,
    /// `choices-row` puts short ones side by side.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the chosen one has the focus when its dialog opens.
    #[prop_or_default]
    pub focused: bool,
}

/// A question and its answers.
#[component]
pub fn ChoiceGroup(props: &ChoiceGroupProps) -> Html {
    let choice = |(i, choice): (usize, &Choice)| {
        let id = format!("{}-{i}", props.name);
        let below = choice.closed.as_ref().or(choice.detail.as_ref());
        let on_change = {
            let on_choose = props.on_choose.clone();
            move |_: Event| on_choose.emit(i)
        };
        html! {
            <div class="choice" key={i}>
                <input type="radio" id={id.clone()} name={&props.name} checked={props.chosen == Some(i)}
                    disabled={choice.closed.is_some()} onchange={on_change}
                    data-autofocus={(props.focused && props.chosen == Some(i)).then_some("")}
                    aria-describedby={below.map(|_| format!("{id}-detail"))} />
                <label for={id.clone()}>{ &choice.title }</label>
                if let Some(below) = below {
                    <p class="form-hint" id={format!("{id}-detail")}>{ below }</p>
                }
            </div>
        }
    };
    html! {
        <fieldset class={classes!("choices", props.class.clone())}>
            <legend>{ &props.label }</legend>
            { for props.choices.iter().enumerate().map(choice) }
        </fieldset>
    }
}
