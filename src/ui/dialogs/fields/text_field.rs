//! A line of text.

use super::described::{Described, described_by};
use crate::ui::part::part;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a field for a line of text is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct TextFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Its new text, at each key.
    pub on_input: Callback<String>,
    /// Help that is always shown.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The type of the input; `text` if nothing is said.
    #[prop_or("text".into())]
    pub kind: AttrValue,
    /// Whether it has the focus when its dialog opens.
    #[prop_or_default]
    pub focused: bool,
    /// At most this many characters.
    #[prop_or_default]
    pub most: Option<u32>,
}

/// A labelled input.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let on_input = {
        let on_input = props.on_input.clone();
        move |event: InputEvent| on_input.emit(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let TextFieldProps {
        id, label, hint, error, ..
    } = props;
    part!(<Described {id} {label} {hint} {error}>
            <input class="field" {id} type={&props.kind} value={&props.value} oninput={on_input}
                autocomplete="off" maxlength={props.most.map(|most| most.to_string())}
                data-autofocus={props.focused.then_some("")}
                aria-invalid={error.as_ref().map(|_| "true")}
                aria-describedby={described_by(id, hint.as_ref(), error.as_ref())} />
        </Described>)
}
