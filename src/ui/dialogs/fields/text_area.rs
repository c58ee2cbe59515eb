//! Several lines of text. Enter starts a line; with Control or Command it submits.

use super::described::{Described, described_by};
use crate::ui::part::part;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What a field for several lines of text is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct TextAreaProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Its new text, at each key.
    pub on_input: Callback<String>,
    /// Control and Enter.
    #[prop_or_default]
    pub on_submit: Callback<()>,
    /// What the person pastes, before it stands in the field.
    #[prop_or_default]
    pub on_paste: Callback<Event>,
    /// Help that is always shown.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How many lines are seen.
    #[prop_or(3)]
    pub rows: u32,
    /// Whether it has the focus when its dialog opens.
    #[prop_or_default]
    pub focused: bool,
}

/// A labelled text area.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let on_input = {
        let on_input = props.on_input.clone();
        move |event: InputEvent| on_input.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    let on_key = {
        let on_submit = props.on_submit.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
                event.prevent_default();
                on_submit.emit(());
            }
        }
    };
    let TextAreaProps { id, label, hint, .. } = props;
    part!(<Described {id} {label} {hint}>
            <textarea class="field" {id} value={&props.value} rows={props.rows.to_string()} oninput={on_input}
                onkeydown={on_key} onpaste={&props.on_paste} data-autofocus={props.focused.then_some("")}
                aria-describedby={described_by(id, hint.as_ref(), None)} />
        </Described>)
}
