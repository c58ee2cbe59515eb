//! The browser's file dialog.

use super::{file_trouble, late_border, late_part};
use crate::editor::store::Store;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// What the dialog offers first; any file can be chosen.
const ACCEPT: &str = ".txt,.md,.markdown,.html,.htm,.json,.jsonl,.ndjson,text/*";

/// Opens the dialog. To be called from within a click or a key press, as browsers demand.
pub fn pick(store: Store) {
    let Some(input) = input() else {
        return;
    };
    let chosen = {
        let input = input.clone();
        move |_: &web_sys::Event| {
            let files: Vec<(String, File)> = match input.files() {
                Some(list) => (0..list.length())
                    .filter_map(|i| list.get(i))
                    .map(|file| (file.name(), file))
                    .collect(),
                None => Vec::new(),
            };
            read_files(files, &store);
        }
    };
    // The listener goes with the input, which the browser drops when the dialog is done with.
    EventListener::once(&input, "change", chosen).forget();
    input.click();
}

/// Reads them in the late part of the program.
pub fn read_files(files: Vec<(String, File)>, store: &Store) {
    let teller = store.clone();
    late_part::hand_on(late_border::read_files, (files, store.clone()), move |reason| {
        file_trouble::tell(reason, &teller)
    });
}

fn input() -> Option<HtmlInputElement> {
    let element = web_sys::window()?.document()?.create_element("input").ok()?;
    let input: HtmlInputElement = element.dyn_into().ok()?;
    input.set_type("file");
    input.set_multiple(true);
    input.set_accept(ACCEPT);
    Some(input)
}
