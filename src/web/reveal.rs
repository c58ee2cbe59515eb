//! Scrolls an element of a list into view, by as little as it takes.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Does nothing where there is no element with this id.
pub fn reveal_id(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
