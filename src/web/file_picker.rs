//! The browser's file dialog, and reading the files that come from it or from a drop.

use crate::core::problem::{Problem, Severity};
use crate::core::reader::{NamedBytes, is_clutter, refuse_size};
use crate::editor::action::{Action, FilesAction};
use crate::editor::store::Store;
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
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
            take(files, store.clone());
        }
    };
    // The listener goes with the input, which the browser drops when the dialog is done with.
    EventListener::once(&input, "change", chosen).forget();
    input.click();
}

/// Reads the files, each under the name by which the person knows it, and hands them to the editor together.
pub fn take(files: Vec<(String, File)>, store: Store) {
    spawn_local(async move {
        let (mut read, mut problems) = (Vec::new(), Vec::new());
        for (name, file) in files.into_iter().filter(|(name, _)| !is_clutter(name)) {
            match bytes_of(&file).await {
                Ok(bytes) => read.push(NamedBytes { name, bytes }),
                Err(reason) => problems.push(Problem {
                    file: name,
                    line: None,
                    severity: Severity::Refused,
                    reason,
                }),
            }
        }
        store.dispatch(Action::Files(FilesAction::Read(read, problems)));
    });
}

async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes are whole and not negative"
    )]
    if let Some(reason) = refuse_size(file.size() as u64) {
        return Err(reason);
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(_) => Err("The browser could not read it; was it moved or deleted?".to_owned()),
    }
}

fn input() -> Option<HtmlInputElement> {
    let element = web_sys::window()?.document()?.create_element("input").ok()?;
    let input: HtmlInputElement = element.dyn_into().ok()?;
    input.set_type("file");
    input.set_multiple(true);
    input.set_accept(ACCEPT);
    Some(input)
}
