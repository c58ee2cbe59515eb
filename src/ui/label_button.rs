//! The button of one label in the toolbar.

use super::label_chip::label_chip;
use crate::core::id::LabelId;
use crate::core::label::Label;
use std::rc::Rc;
use yew::prelude::*;

/// What the button shows and does.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelButtonProps {
    /// The label.
    pub label: Rc<Label>,
    /// Whether pressing it does something.
    pub enabled: bool,
    /// Whether the label is kept for each selection.
    pub kept: bool,
    /// Whether the chosen mention has it.
    pub current: bool,
    /// `0` for the one button of the toolbar that the Tab key reaches.
    pub tab_index: &'static str,
    /// Pressed, and whether with Shift.
    pub onpress: Callback<(LabelId, Shift)>,
    /// Pressed twice.
    pub onkeep: Callback<LabelId>,
}

/// Whether Shift was held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    /// It was.
    Held,
    /// It was not.
    Free,
}

/// A button named exactly by its label.
#[component]
pub fn LabelButton(props: &LabelButtonProps) -> Html {
    let label = &props.label;
    let id = label.id;
    let on_click = {
        let on_press = props.onpress.clone();
        move |event: MouseEvent| on_press.emit((id, if event.shift_key() { Shift::Held } else { Shift::Free }))
    };
    // Not every browser says of a click by Enter that Shift was held.
    let on_key = {
        let on_press = props.onpress.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && event.shift_key() {
                event.prevent_default();
                on_press.emit((id, Shift::Held));
            }
        }
    };
    let on_double_click = {
        let on_keep = props.onkeep.clone();
        move |_: MouseEvent| on_keep.emit(id)
    };
    let title = match (props.enabled, label.description.as_str()) {
        (false, _) => "Select some text first",
        (true, description) => description,
    };
    let key = label.key.map(|key| key.to_string());
    html! {
        // It can have the focus though it is disabled, so that a keyboard finds it and hears why.
        <button type="button" class={classes!("label-button", props.current.then_some("current"))}
            tabindex={props.tab_index} aria-disabled={(!props.enabled).then_some("true")}
            aria-pressed={props.kept.then_some("true")} aria-keyshortcuts={key.clone()} title={title.to_owned()}
            onclick={on_click} onkeydown={on_key} ondblclick={on_double_click}>
            { label_chip(label) }
            if let Some(key) = key {
                <kbd class="letter" aria-hidden="true">{ key }</kbd>
            }
        </button>
    }
}
