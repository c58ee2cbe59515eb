//! Moves the keyboard focus to the places that the editor knows by name.

use crate::editor::effect::FocusTarget;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The element's id, as the components give it.
pub fn id_of(target: FocusTarget) -> &'static str {
    match target {
        FocusTarget::Text => "article-text",
        FocusTarget::Articles => "article-list",
        FocusTarget::Mentions => "mention-list",
        FocusTarget::Inspector => "inspector",
        FocusTarget::Note => "mention-note",
        FocusTarget::Labels => "label-bar",
        FocusTarget::Search => "search-field",
    }
}

/// After the components have rendered, since the place may only now be opening.
pub fn focus(target: FocusTarget) {
    Timeout::new(0, move || {
        if let Some(element) = element(target) {
            // An element that cannot have the focus keeps it where it is.
            let _ = focusable_in(&element).focus();
            if let (FocusTarget::Search, Some(field)) = (target, element.dyn_ref::<HtmlInputElement>()) {
                field.select();
            }
        }
    })
    .forget();
}

fn element(target: FocusTarget) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id_of(target))?
        .dyn_into()
        .ok()
}

/// The element itself where it takes the focus, else the first inside that is in the order of the Tab key.
fn focusable_in(element: &HtmlElement) -> HtmlElement {
    if element.has_attribute("tabindex") || matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT") {
        return element.clone();
    }
    let inside = element
        .query_selector("[tabindex='0'], button:not([tabindex='-1']), a[href]")
        .ok()
        .flatten();
    inside
        .and_then(|inside| inside.dyn_into().ok())
        .unwrap_or_else(|| element.clone())
}
