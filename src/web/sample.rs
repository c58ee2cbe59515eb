//! Fetches the sample project's articles, which lie beside the page.

use crate::core::article_draft::ArticleDraft;
use crate::core::problem::{Problem, Severity};
use crate::core::reader::sample::parse_manifest;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

const FOLDER: &str = "articles";

/// The articles in the manifest's order; what cannot be fetched is a problem.
pub async fn fetch() -> (Vec<ArticleDraft>, Vec<Problem>) {
    let manifest = match fetch_bytes("manifest.json").await {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(reason) => return (Vec::new(), vec![problem("manifest.json", reason)]),
    };
    let entries = match parse_manifest(&manifest) {
        Ok(sample) => sample.entries,
        Err(reason) => return (Vec::new(), vec![problem("manifest.json", reason)]),
    };
    let (mut drafts, mut problems) = (Vec::new(), Vec::new());
    for entry in entries {
        match fetch_bytes(&entry.file).await {
            Ok(bytes) => match entry.draft(&bytes) {
                Ok(draft) => drafts.push(draft),
                Err(reason) => problems.push(problem(&entry.file, reason)),
            },
            Err(reason) => problems.push(problem(&entry.file, reason)),
        }
    }
    (drafts, problems)
}

async fn fetch_bytes(name: &str) -> Result<Vec<u8>, String> {
    let failed = |error: JsValue| format!("It could not be fetched ({error:?}).");
    let window = web_sys::window().ok_or("There is no window.")?;
    let response = JsFuture::from(window.fetch_with_str(&format!("{FOLDER}/{name}")))
        .await
        .map_err(failed)?;
    let response: Response = response.dyn_into().map_err(failed)?;
    if !response.ok() {
        return Err(format!("The server answered {}.", response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(failed)?)
        .await
        .map_err(failed)?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn problem(file: &str, reason: String) -> Problem {
    Problem {
        file: format!("{FOLDER}/{file}"),
        line: None,
        severity: Severity::Refused,
        reason,
    }
}
