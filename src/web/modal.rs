//! Modal dialogs by `HTMLDialogElement.showModal` (in all browsers since 2022): the rest of the page is inert meanwhile.

use super::typed_ahead;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement};

thread_local! {
    /// What had the focus before the first of a row of dialogs. At most one dialog is open, so one place is enough.
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// A dialog that is shown until this is dropped; the focus then goes back to where it was.
#[derive(Debug)]
#[must_use = "dropping it closes the dialog"]
pub struct ShownModal {
    dialog: HtmlDialogElement,
}

impl ShownModal {
    /// Shows the dialog. The focus goes to the element in it that bears `data-autofocus`, else to the first that can
    /// have it. (The attribute `autofocus` would also act on the page, which browsers complain of.)
    pub fn show(dialog: HtmlDialogElement) -> Self {
        if let Some(opener) = focused().filter(|element| element.closest("dialog").ok().flatten().is_none()) {
            OPENER.set(Some(opener));
        }
        show(&dialog);
        Self { dialog }
    }
}

impl Drop for ShownModal {
    fn drop(&mut self) {
        self.dialog.close();
        // The browser gives the focus back itself, but not to what opened an earlier dialog that led to this one.
        let opener = OPENER.with_borrow(Clone::clone).filter(|opener| opener.is_connected());
        if let (None, Some(opener)) = (focused(), opener) {
            focus(&opener);
        }
    }
}

/// Shows a dialog, also one that the browser closed by itself.
pub fn show(dialog: &HtmlDialogElement) {
    // It fails for a dialog that is open already or not in the document; then there is nothing to do.
    if !dialog.open() && dialog.show_modal().is_ok() {
        let wanted = dialog.query_selector("[data-autofocus]").ok().flatten();
        if let Some(element) = wanted.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
        typed_ahead::replay();
    }
}

/// Whether a dialog is open.
pub fn is_shown() -> bool {
    document().is_some_and(|document| {
        document
            .query_selector("dialog[open]")
            .is_ok_and(|dialog| dialog.is_some())
    })
}

/// Whether an event befell the dialog itself and nothing inside: its backdrop, where the content fills the box.
pub fn is_of_dialog(event: &Event) -> bool {
    event
        .target()
        .is_some_and(|target| target.has_type::<HtmlDialogElement>())
}

/// The id of the element in a dialog whose text screen readers are told.
pub const LIVE_REGION: &str = "modal-announcer";

/// Where to announce while a dialog is open.
pub fn live_region() -> Option<Element> {
    document()?.get_element_by_id(LIVE_REGION)
}

/// Moves the focus to the element with this id, where there is one that can have it.
pub fn focus_id(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}

/// The same with the first of these that can have it, but only where the focus went with what had it.
pub fn focus_if_lost(ids: &[&str]) {
    for id in ids {
        let is_lost = |element: HtmlElement| {
            // What is not displayed any more loses the focus only with the next frame.
            element.has_type::<HtmlDialogElement>() || (element.offset_width() == 0 && element.offset_height() == 0)
        };
        if focused().is_none_or(is_lost) {
            focus_id(id);
        }
    }
}

/// Moves the focus from the element with the first id to that with the second, unless it is elsewhere.
pub fn pass_focus(from: &str, to: &str) {
    if focused().is_some_and(|element| element.id() == from) {
        focus_id(to);
    }
}

/// Moves the focus; an element that cannot have it leaves it where it is.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// What has the focus; `None` where that is only the page as a whole.
pub fn focused() -> Option<HtmlElement> {
    let element = document()?
        .active_element()
        .filter(|element| element.tag_name() != "BODY")?;
    element.dyn_into().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
