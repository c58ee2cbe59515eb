//! Moves the focus among the items of a list or a menu.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node};

/// Focuses the descendant to which `next` leads from the place of the one that has the focus, and how many there are.
/// `selector` names those that count, in document order.
pub fn step(list: &Element, selector: &str, next: impl FnOnce(Option<usize>, usize) -> Option<usize>) {
    let items = items(list, selector);
    let active = active_element();
    let active: Option<&Node> = active.as_ref().map(AsRef::as_ref);
    let at = items
        .iter()
        .position(|item| Some(AsRef::<Node>::as_ref(item)) == active);
    if let Some(item) = next(at, items.len()).and_then(|next| items.get(next)) {
        focus(item);
    }
}

/// Focuses the first descendant that `selector` names.
pub fn enter(list: &Element, selector: &str) {
    step(list, selector, |_, n| (n > 0).then_some(0));
}

/// Focuses this element.
pub fn focus(item: &HtmlElement) {
    // An element that cannot have the focus leaves it where it is.
    let _ = item.focus();
}

/// Whether nothing has the focus, such as after what had it was taken off the page.
pub fn is_lost() -> bool {
    active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// Whether a `focusout` is about the focus going to something outside of the list.
pub fn leaves(list: &Element, event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    to.is_some_and(|to| !list.contains(Some(&to)))
}

fn active_element() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

fn items(list: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| found.get(i)?.dyn_into().ok())
        .collect()
}
