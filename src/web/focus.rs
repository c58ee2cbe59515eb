//! Moves the keyboard focus to the places that the editor knows by name.

use super::typed_ahead::{self, Outcome};
use super::{late_part, timer};
use crate::editor::effect::FocusTarget;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
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
        FocusTarget::Entities => "entities",
        FocusTarget::Claims => "claims",
    }
}

/// At once where the place can take the focus; else after the components have rendered, since the place may only now be
/// opening. Either way the next key goes there, however soon it comes.
pub fn focus(target: FocusTarget) {
    if !try_focus(target) {
        typed_ahead::begin_wait();
        spawn_local(async move {
            typed_ahead::end_wait(focus_when_shown(target).await);
        });
    }
}

/// So often the components are let render before it is clear that the place does not come.
const TRIES: usize = 20;

/// The place may be of the late part of the program. If that cannot be had, the page says so.
async fn focus_when_shown(target: FocusTarget) -> Outcome {
    timer::pause().await;
    if try_focus(target) {
        return Outcome::Focused;
    }
    if late_part::ask().await.is_err() {
        return Outcome::Missed;
    }
    for _ in 0..TRIES {
        timer::pause().await;
        if try_focus(target) {
            return Outcome::Focused;
        }
    }
    Outcome::Missed
}

/// Whether the place has the focus now. An element that cannot have it keeps it where it is.
fn try_focus(target: FocusTarget) -> bool {
    let Some(element) = element(target) else { return false };
    let place = focusable_in(&element);
    let _ = place.focus();
    if let (FocusTarget::Search, Some(field)) = (target, element.dyn_ref::<HtmlInputElement>()) {
        field.select();
    }
    let focused = place.owner_document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| place.is_same_node(Some(&focused)))
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
