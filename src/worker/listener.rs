//! Takes requests from the page, reads, writes and compares files, reads what an older Attest stored, and answers.

use attest::core::merge;
use attest::core::problem::{Problem, Severity};
use attest::core::reader::{Incoming, NamedBytes, read_pasted_html, refuse_size};
use attest::web::worker::packing::{pack, unpack};
use attest::web::worker::wire::{Answer, FileIn, Order, Request};
use attest::web::worker::wire_merging::{Merge, Plan};
use attest::web::worker::wire_renewing::Renewed;
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, MessageEvent};

/// Listens for as long as the worker lives, and says so.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.unchecked_ref::<MessageEvent>().data();
            let scope = scope.clone();
            spawn_local(async move {
                let answer = match unpack(&data) {
                    Ok(Request::Files(files)) => read_files(&scope, files).await,
                    Ok(Request::Html(html)) => read_html(&html),
                    Ok(Request::Write(order)) => write(order),
                    Ok(Request::Merge(name, merge)) => plan(&name, merge),
                    Ok(Request::Renew(records)) => Ok(Answer::Renewed(Renewed::new(records.into()))),
                    Err(reason) => Err(reason.into()),
                };
                let answer = answer
                    .unwrap_or_else(|error| Answer::Failed(error.as_string().unwrap_or_else(|| format!("{error:?}"))));
                say(&scope, answer).unwrap_or_else(|error| wasm_bindgen::throw_val(error));
            });
        }
    };
    EventListener::new(&scope, "message", on_message).forget();
    // An error that nobody catches reaches the page as the worker's.
    say(&scope, Answer::Ready).unwrap_or_else(|error| wasm_bindgen::throw_val(error));
}

async fn read_files(scope: &DedicatedWorkerGlobalScope, files: Vec<FileIn>) -> Result<Answer, JsValue> {
    let mut incoming = Incoming::default();
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
        say(scope, Answer::Progress(done))?;
    }
    Ok(Answer::Read(incoming.into()))
}

fn read_html(html: &str) -> Result<Answer, JsValue> {
    let mut incoming = Incoming::default();
    incoming.add(read_pasted_html(html));
    Ok(Answer::Read(incoming.into()))
}

fn write(order: Order) -> Result<Answer, JsValue> {
    let (records, format, articles) = order.parts();
    let (project, ..) = records.read().map_err(|problem| problem.reason)?;
    let content = format.write(&project, articles.as_deref());
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{};charset=utf-8", format.mime()));
    // As bytes, which the browser need not encode anew.
    let parts = Array::of1(&Uint8Array::from(content.as_bytes()).into());
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    Ok(Answer::Written(blob.into()))
}

fn plan(file_name: &str, merge: Merge) -> Result<Answer, JsValue> {
    let (open, file, mode) = merge.parts();
    let (open, ..) = open.read().map_err(|problem| problem.reason)?;
    let (incoming, ..) = file.read().map_err(|problem| problem.reason)?;
    let plan = merge::plan(&open, &incoming, mode);
    Ok(Answer::Merged(Plan::new(&plan, file_name)))
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

fn say(scope: &DedicatedWorkerGlobalScope, answer: Answer) -> Result<(), JsValue> {
    let (message, transfer) = pack(answer);
    scope.post_message_with_transfer(&message, &transfer)
}
