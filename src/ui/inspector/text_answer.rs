//! An answer in free text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A question that takes text.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct TextAnswerProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The question.
    pub name: AttrValue,
    /// Help; may be empty.
    pub hint: AttrValue,
    /// The answer; empty if there is none.
    pub text: String,
    /// The new answer, at each key.
    pub on_answer: Callback<String>,
}

/// A line of text.
#[component]
pub fn TextAnswer(props: &TextAnswerProps) -> Html {
    let on_input = props
        .on_answer
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let hint_id = format!("{}-hint", props.id);
    let has_hint = !props.hint.is_empty();
    html! {
        <div class="inspected-part">
            <label for={&props.id}>{ &props.name }</label>
            <input type="text" id={&props.id} class="field" dir="auto" autocomplete="off" value={props.text.clone()}
                oninput={on_input} aria-describedby={has_hint.then(|| hint_id.clone())} />
            if has_hint {
                <p class="hint" id={hint_id}>{ &props.hint }</p>
            }
        </div>
    }
}
