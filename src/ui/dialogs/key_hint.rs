//! A key with its modifiers, as printed on the keyboard.

use yew::prelude::*;

/// Shows the parts of a chord, such as `Ctrl` and `Z`, in the order in which they are pressed.
pub fn key_hint(parts: &[String]) -> Html {
    let key = |part: &String| {
        let is_letter = part.chars().nth(1).is_none();
        html! { <kbd class={is_letter.then_some("letter")}>{ part }</kbd> }
    };
    html! {
        <span class="keys">{ for parts.iter().map(key) }</span>
    }
}
