//! A key with its modifiers, as printed on the keyboard.

use yew::prelude::*;

/// Shows the parts of a chord, such as `Ctrl` and `Z`, in the order in which they are pressed.
pub fn key_hint(parts: &[String]) -> Html {
    html! {
        <span class="keys">{ for parts.iter().map(|part| html! { <kbd>{ part }</kbd> }) }</span>
    }
}
