//! A field that must not stay empty: what is typed is kept at each key, unless there is nothing to keep.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the field holds.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct TextFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// As it is kept.
    pub text: String,
    /// Keeps what is typed; `false` where that cannot be kept.
    pub on_typed: Callback<String, bool>,
    /// What to do about an empty field.
    pub fault: AttrValue,
    /// Looks.
    #[prop_or_default]
    pub class: Classes,
}

/// Shows what was typed, also where that could not be kept; left so, it goes back to what is kept.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let refused = use_state_eq(|| None::<String>);
    let on_input = {
        let (refused, on_typed) = (refused.clone(), props.on_typed.clone());
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            refused.set((!on_typed.emit(typed.clone())).then_some(typed));
        }
    };
    let on_blur = {
        let refused = refused.clone();
        move |_: FocusEvent| refused.set(None)
    };
    // One line in what it says, though it may take several to show.
    let on_key = |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    };
    let fault_id = format!("{}-fault", props.id);
    let is_wrong = refused.is_some();
    let value = (*refused).clone().unwrap_or_else(|| props.text.clone());
    html! {
        <>
            <textarea id={&props.id} class={classes!("field", props.class.clone())} rows="1" dir="auto" aria-label={&props.name}
                {value} oninput={on_input} onblur={on_blur} onkeydown={on_key} aria-invalid={is_wrong.then_some("true")}
                aria-describedby={is_wrong.then(|| fault_id.clone())} autocomplete="off" />
            if is_wrong {
                <p class="hint wrong" id={fault_id}>{ &props.fault }</p>
            }
        </>
    }
}
