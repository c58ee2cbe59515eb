//! What is typed into a dialog that is still on its way, because the late part of the program is: it is kept, and typed
//! into the dialog's field when that is there.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, KeyboardEvent};

thread_local! {
    static TYPED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the key if it is one that types. Answers whether it did.
pub fn keep(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let types = key.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if types {
        TYPED.with_borrow_mut(|typed| typed.push_str(&key));
    }
    types
}

/// The dialog is not wanted any more.
pub fn forget() {
    TYPED.take();
}

/// Types it into what has the focus now. Where that is no field, nothing can have been meant by it.
pub fn hand_over() {
    let typed = TYPED.take();
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.filter(|_| !typed.is_empty()) {
        // Deprecated, but everywhere, and nothing else acts as if a person had typed.
        let document = document.unchecked_ref::<HtmlDocument>();
        let _ = document.exec_command_with_show_ui_and_value("insertText", false, &typed);
    }
}
