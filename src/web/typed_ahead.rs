//! Keys that come after a dialog was asked for and before it is shown, because the page is slow or the late part of the
//! program is on its way. They are kept from the page, which they are not meant for, and given to the dialog once it has
//! the focus. Escape calls the dialog off.

use super::{late_part, modal};
use crate::editor::action::Action;
use crate::editor::store::Store;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventInit, EventTarget, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    KeyboardEvent, KeyboardEventInit,
};

thread_local! {
    static HELD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Holds such keys, wherever on the page they arrive, until it is dropped.
#[must_use = "keys are held for as long as this lives"]
pub fn listen(store: &Store) -> Option<EventListener> {
    let window = web_sys::window()?;
    let store = store.clone();
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let on_key = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !is_awaited(&store) {
            // Of a dialog that never came.
            HELD.take();
        } else if event.key() == "Escape" {
            HELD.take();
            store.dispatch(Action::ShowDialog(None));
            keep_from_page(event);
        } else if !late_part::has_failed() && is_held(event) {
            // Otherwise the page says that the dialog cannot be loaded, and has the keys for that.
            HELD.with_borrow_mut(|held| held.push(event.key()));
            keep_from_page(event);
        }
    };
    Some(EventListener::new_with_options(&window, "keydown", options, on_key))
}

fn is_awaited(store: &Store) -> bool {
    store.read(|editor| editor.view().dialog.is_some()) && !modal::is_shown()
}

fn keep_from_page(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Gives what was held to the element that has the focus now.
pub(super) fn replay() {
    for key in HELD.take() {
        let Some(element) = modal::focused() else {
            return;
        };
        if is_letter(&key) {
            type_into(&element, &key);
        } else {
            press(&element, &key);
        }
    }
}

/// Letters, and the keys by which a dialog is used without a mouse. What the browser or the system takes is theirs.
fn is_held(event: &KeyboardEvent) -> bool {
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing();
    let key = event.key();
    is_plain && (is_letter(&key) || matches!(key.as_str(), "Enter" | "ArrowDown" | "ArrowUp"))
}

fn is_letter(key: &str) -> bool {
    key.chars().count() == 1
}

fn type_into(element: &HtmlElement, letter: &str) {
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.set_value(&(field.value() + letter));
    } else if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(&(field.value() + letter));
    } else {
        return;
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    dispatch(element, Event::new_with_event_init_dict("input", &init).ok());
}

fn press(element: &HtmlElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
    let is_unhandled = dispatch(element, event.ok().map(JsCast::unchecked_into));
    // What the browser itself makes of the key.
    if is_unhandled && key == "Enter" {
        if let Some(button) = element.dyn_ref::<HtmlButtonElement>() {
            button.click();
        } else if let Some(form) = element.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::form) {
            // It is refused where a field of the form says so, and the browser shows which.
            let _ = form.request_submit();
        }
    }
}

/// Whether nobody has handled it.
fn dispatch(element: &EventTarget, event: Option<Event>) -> bool {
    event.is_some_and(|event| element.dispatch_event(&event).unwrap_or(false))
}
