//! A choice of a few words that is seen at a glance: one of several, or on and off.

use yew::prelude::*;

/// What a chip is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Chip {
    /// The element's id.
    pub id: &'static str,
    /// What stands on it.
    pub name: &'static str,
    /// The group of which one is chosen; without one it is on or off by itself.
    pub group: Option<&'static str>,
    /// Whether it is chosen or on.
    pub checked: bool,
    /// Whether it is of no account now.
    pub disabled: bool,
}

/// A field with its label, for within `.chips`.
pub fn chip(chip: Chip, onchange: Callback<Event>) -> Html {
    let Chip {
        id,
        name,
        group,
        checked,
        disabled,
    } = chip;
    let kind = if group.is_some() { "radio" } else { "checkbox" };
    html! {
        <span class="chip">
            <input type={kind} name={group} {id} {checked} {disabled} {onchange} />
            <label for={id}>{ name }</label>
        </span>
    }
}
