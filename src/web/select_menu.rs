//! A native menu (`<select>`), by the place of its options.

use web_sys::{Event, HtmlSelectElement, wasm_bindgen::JsCast};

/// The place of the option that the person picked.
pub fn picked(event: &Event) -> Option<usize> {
    let menu: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    usize::try_from(menu.selected_index()).ok()
}

/// Shows the option at this place; once the person has picked one, attributes no longer do.
pub fn show(menu: &HtmlSelectElement, at: usize) {
    if let Ok(at) = i32::try_from(at)
        && menu.selected_index() != at
    {
        menu.set_selected_index(at);
    }
}
