//! Has a worker read files and pasted HTML, and hands what came of it to the editor.

use super::worker::Job;
use super::worker::wire::{Answer, FileIn, Request};
use crate::core::problem::{Problem, Severity};
use crate::core::reader::{Incoming, is_clutter};
use crate::editor::action::{Action, FilesAction};
use crate::editor::count::count;
use crate::editor::store::Store;
use crate::editor::work::{Work, WorkAction};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

thread_local! {
    /// What goes on, by the number that it was started under.
    static JOBS: RefCell<BTreeMap<u32, Job>> = const { RefCell::new(BTreeMap::new()) };
    static STARTED: Cell<u32> = const { Cell::new(0) };
}

/// Reads the files, each under the name by which the person knows it, and hands them to the editor together.
pub fn read_files(files: Vec<(String, File)>, store: &Store) {
    let files: Vec<FileIn> = files
        .into_iter()
        .filter(|(name, _)| !is_clutter(name))
        .map(|(name, file)| FileIn {
            name,
            file: file.into(),
        })
        .collect();
    let Ok(total @ 1..) = u32::try_from(files.len()) else {
        return;
    };
    let title = format!("Reading {}", count(files.len(), "file"));
    start(Request::Files(files), Some((title, total)), store);
}

/// Reads what the clipboard holds as HTML.
pub fn read_html(html: String, store: &Store) {
    start(Request::Html(html), None, store);
}

/// Ends all that goes on; nothing comes of it.
pub fn cancel() {
    JOBS.take();
}

fn start(request: Request, work: Option<(String, u32)>, store: &Store) {
    let number = STARTED.get();
    STARTED.set(number.wrapping_add(1));
    let goes = {
        let store = store.clone();
        move |done| {
            if let Some((title, total)) = work.clone() {
                store.dispatch(Action::Work(WorkAction::Goes(Work { title, done, total })));
            }
        }
    };
    goes(0);
    let told = {
        let store = store.clone();
        move |answer| match answer {
            Ok(Answer::Read(sorted)) => end(number, sorted.into(), &store),
            Ok(Answer::Progress(done)) => goes(done),
            Ok(Answer::Ready | Answer::Failed(_)) => {}
            Err(reason) => end(number, failed(reason), &store),
        }
    };
    match Job::start(request, told) {
        Ok(job) => JOBS.with_borrow_mut(|jobs| drop(jobs.insert(number, job))),
        Err(reason) => end(number, failed(reason), store),
    }
}

fn end(number: u32, incoming: Incoming, store: &Store) {
    // The job holds the listener that this runs in, so it goes when the listener is through.
    let job = JOBS.with_borrow_mut(|jobs| jobs.remove(&number));
    spawn_local(async move { drop(job) });
    store.dispatch(Action::Work(WorkAction::Ended));
    store.dispatch(Action::Files(FilesAction::Read(incoming)));
}

fn failed(reason: String) -> Incoming {
    Incoming {
        problems: vec![Problem {
            file: String::new(),
            line: None,
            severity: Severity::Refused,
            reason,
        }],
        ..Incoming::default()
    }
}
