//! Takes requests from the page, reads files, and answers.

use attest::core::problem::{Problem, Severity};
use attest::core::reader::{Incoming, NamedBytes, read_pasted_html, refuse_size};
use attest::web::worker::wire::{Answer, FileIn, Request};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// Listens for as long as the worker lives, and says so.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.unchecked_ref::<MessageEvent>().data();
            let scope = scope.clone();
            spawn_local(async move {
                if let Err(error) = answer(&scope, data).await {
                    let failed = say(&scope, &Answer::Failed(format!("{error:?}")));
                    failed.unwrap_or_else(|error| wasm_bindgen::throw_val(error));
                }
            });
        }
    };
    EventListener::new(&scope, "message", on_message).forget();
    // An error that nobody catches reaches the page as the worker's.
    say(&scope, &Answer::Ready).unwrap_or_else(|error| wasm_bindgen::throw_val(error));
}

async fn answer(scope: &DedicatedWorkerGlobalScope, request: JsValue) -> Result<(), JsValue> {
    let mut incoming = Incoming::default();
    match serde_wasm_bindgen::from_value(request)? {
        Request::Html(html) => incoming.add(read_pasted_html(&html)),
        Request::Files(files) => {
            for (file, done) in files.into_iter().zip(1..) {
                match bytes_of(&file).await {
                    Ok(bytes) => incoming.take(NamedBytes { name: file.name, bytes }),
                    Err(reason) => incoming.problems.push(Problem {
                        file: file.name,
                        line: None,
                        severity: Severity::Refused,
                        reason,
                    }),
                }
                say(scope, &Answer::Progress(done))?;
            }
        }
    }
    say(scope, &Answer::Read(incoming.into()))
}

async fn bytes_of(file: &FileIn) -> Result<Vec<u8>, String> {
    let file: &File = file.file.unchecked_ref();
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

fn say(scope: &DedicatedWorkerGlobalScope, answer: &Answer) -> Result<(), JsValue> {
    scope.post_message(&serde_wasm_bindgen::to_value(answer)?)
}
