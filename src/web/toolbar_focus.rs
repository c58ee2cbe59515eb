//! Moves the focus among the buttons of a toolbar.

use crate::editor::roving::Step;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Focuses the button where the step leads; the toolbar is a ring. Answers its place among the buttons.
pub fn step(toolbar: &Element, step: Step) -> Option<usize> {
    let buttons = buttons(toolbar);
    let next = step.wrapping(focused(&buttons), buttons.len())?;
    // A button that cannot have the focus leaves it where it is.
    let _ = buttons[next].focus();
    Some(next)
}

/// The place of the button that has the focus among the toolbar's buttons.
pub fn focused_in(toolbar: &Element) -> Option<usize> {
    focused(&buttons(toolbar))
}

fn focused(buttons: &[HtmlElement]) -> Option<usize> {
    let active = web_sys::window()?.document()?.active_element()?;
    buttons
        .iter()
        .position(|button| AsRef::<Node>::as_ref(button) == AsRef::<Node>::as_ref(&active))
}

fn buttons(toolbar: &Element) -> Vec<HtmlElement> {
    let Ok(found) = toolbar.query_selector_all("button:not(:disabled)") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| found.get(i)?.dyn_into().ok())
        .collect()
}
