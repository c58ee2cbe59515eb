//! A key with its modifiers, as printed on the keyboard.

use yew::prelude::*;

/// The parts of a chord, such as `Ctrl` and `Z`.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct KeyHintProps {
    /// In the order in which they are pressed.
    pub parts: Vec<String>,
}

/// Shows a chord.
#[component]
pub fn KeyHint(props: &KeyHintProps) -> Html {
    html! {
        <span class="keys">{ for props.parts.iter().map(|part| html! { <kbd>{ part }</kbd> }) }</span>
    }
}
