//! Keys that come after a dialog was asked for and before it is shown, or before a place that is only now opening has the
//! focus: because the page is slow, or the late part of the program is on its way. They are kept from the page, which they
//! are not meant for, and given to what was asked for once it has the focus. Escape calls a dialog off.

use super::{late_part, modal};
use crate::editor::action::Action;
use crate::editor::store::Store;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventInit, EventTarget, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    KeyboardEvent, KeyboardEventInit,
};

thread_local! {
    static HELD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// How many places were asked for that are still opening.
    static OPENING: Cell<u32> = const { Cell::new(0) };
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
        let is_opening = OPENING.get() > 0;
        if !is_opening && !is_awaited(&store) {
            // Of a dialog that never came.
            HELD.take();
        } else if event.key() == "Escape" && !is_opening {
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

/// A place was asked for that cannot have the focus yet: keys are held until [`end_wait`].
pub(super) fn begin_wait() {
    OPENING.set(OPENING.get() + 1);
}

/// The place has the focus now, or it is clear that it will not; then what was held is meant for nothing else.
pub(super) fn end_wait(outcome: Outcome) {
    OPENING.set(OPENING.get().saturating_sub(1));
    // Another place that was asked for since is still to come.
    if OPENING.get() > 0 {
        return;
    }
    match outcome {
        Outcome::Focused => replay(),
        Outcome::Missed => HELD.with_borrow_mut(Vec::clear),
    }
}

/// What became of a place that was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    Focused,
    Missed,
}

/// Gives what was held to the element that has the focus now.
pub(super) fn replay() {
    for key in HELD.take() {
        let Some(element) = modal::focused() else {
            return;
        };
        if !type_into(&element, &key) {
            press(&element, &key);
        }
    }
}

/// Letters, the keys by which a dialog is used without a mouse, and those that correct a field, which elsewhere delete a
/// mention. What the browser or the system takes is theirs.
fn is_held(event: &KeyboardEvent) -> bool {
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing();
    let key = event.key();
    let is_meant = |key: &str| {
        matches!(
            key,
            "Enter" | "Escape" | "ArrowDown" | "ArrowUp" | "Backspace" | "Delete"
        )
    };
    is_plain && (is_letter(&key) || is_meant(&key))
}

fn is_letter(key: &str) -> bool {
    key.chars().count() == 1
}

/// Whether the element is a field, and the key one that changes its text. A field has the caret at its end, or all of it
/// is selected.
fn type_into(element: &HtmlElement, key: &str) -> bool {
    if !is_letter(key) && key != "Backspace" {
        return false;
    }
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        let selected = (
            field.selection_start().ok().flatten(),
            field.selection_end().ok().flatten(),
        );
        field.set_value(&typed(field.value(), selected, key));
    } else if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        let selected = (
            field.selection_start().ok().flatten(),
            field.selection_end().ok().flatten(),
        );
        field.set_value(&typed(field.value(), selected, key));
    } else {
        return false;
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    dispatch(element, Event::new_with_event_init_dict("input", &init).ok());
    true
}

fn typed(value: String, selected: (Option<u32>, Option<u32>), key: &str) -> String {
    let all = (Some(0), u32::try_from(value.encode_utf16().count()).ok());
    let (mut value, is_replaced) = match !value.is_empty() && selected == all {
        true => (String::new(), true),
        false => (value, false),
    };
    if is_letter(key) {
        value += key;
    } else if !is_replaced {
        value.pop();
    }
    value
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
