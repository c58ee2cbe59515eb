//! Fetches the sample's articles, which lie beside the page: for a first project, or into the open one.

use super::environment::{now, with_env};
use super::json;
use crate::core::article_draft::ArticleDraft;
use crate::core::default_schema::default_schema;
use crate::core::id::ProjectId;
use crate::core::problem::{Problem, Severity};
use crate::core::project::Project;
use crate::core::reader::Incoming;
use crate::core::reader::sample::SampleEntry;
use crate::editor::action::{Action, FilesAction};
use crate::editor::article_list::article_of;
use crate::editor::store::Store;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

const FOLDER: &str = "articles";

/// A project of the sample's articles, with what could not be fetched.
pub async fn project(name: String) -> (Project, Vec<Problem>) {
    let (drafts, problems) = fetch().await;
    let mut articles = Vec::new();
    let mut id = ProjectId::new(0, [0; 10]);
    with_env(&mut |env| {
        id = env.new_project_id();
        articles = drafts
            .iter()
            .map(|draft| Rc::new(article_of(draft.clone(), env)))
            .collect();
    });
    let empty = Project::new(id, name, now(), default_schema());
    (Project::from_parts(empty, articles, Vec::new()), problems)
}

/// Hands the articles to the editor, with what could not be fetched.
pub fn add(store: Store) {
    spawn_local(async move {
        let (drafts, problems) = fetch().await;
        let incoming = Incoming {
            drafts,
            problems,
            ..Incoming::default()
        };
        store.dispatch(Action::Files(FilesAction::Read(incoming)));
    });
}

/// The articles in the manifest's order; what cannot be fetched is a problem.
async fn fetch() -> (Vec<ArticleDraft>, Vec<Problem>) {
    let manifest = match fetch_bytes("manifest.json").await {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(reason) => return (Vec::new(), vec![problem("manifest.json", reason)]),
    };
    let entries = match entries(&manifest) {
        Ok(entries) => entries,
        Err(reason) => return (Vec::new(), vec![problem("manifest.json", reason)]),
    };
    let (mut drafts, mut problems) = (Vec::new(), Vec::new());
    for entry in entries {
        match fetch_bytes(&entry.file).await {
            Ok(bytes) => match entry.draft(bytes) {
                Ok(draft) => drafts.push(draft),
                Err(reason) => problems.push(problem(&entry.file, reason)),
            },
            Err(reason) => problems.push(problem(&entry.file, reason)),
        }
    }
    (drafts, problems)
}

fn entries(manifest: &str) -> Result<Vec<SampleEntry>, String> {
    let articles =
        json::parse(manifest).and_then(|manifest| json::member(&manifest, "articles")?.dyn_into::<Array>().ok());
    let articles = articles.ok_or("The sample's manifest can't be read.")?;
    let entry = |entry: JsValue| SampleEntry::from_fields(|name| json::member(&entry, name)?.as_string());
    articles.iter().map(entry).collect()
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
