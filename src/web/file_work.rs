//! Has a worker read, write and compare files, and hands what came of it to the editor.

use super::download::download;
use super::file_trouble;
use super::timer::{between_slices, pause};
use super::work_ids;
use super::worker::Job;
use super::worker::wire::{Answer, FileIn, Order, Request};
use super::worker::wire_merging::{Merge, Plan};
use crate::core::article_text::ArticleText;
use crate::core::digest::Digest;
use crate::core::history::History;
use crate::core::merge::MergeMode;
use crate::core::project::Project;
use crate::core::reader::is_clutter;
use crate::core::sorted::SortedMap;
use crate::core::stored::{EditsRecord, Records, Texts};
use crate::editor::action::{Action, FilesAction};
use crate::editor::count::count;
use crate::editor::effect::FileOut;
use crate::editor::merging::{MergeOrder, Merged};
use crate::editor::store::Store;
use crate::editor::work::{Work, WorkAction};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

thread_local! {
    /// What goes on, by its id.
    static JOBS: RefCell<SortedMap<u32, Job>> = const { RefCell::new(SortedMap::new()) };
}

/// What is made of the last answer; the worker has ended by then.
type Finish = Box<dyn Fn(Answer, &Store) -> Result<(), String>>;

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
    start(async { Request::Files(files) }, &title, total, Box::new(take_in), store);
}

/// Reads what the clipboard holds as HTML.
pub fn read_html(html: String, store: &Store) {
    start(
        async { Request::Html(html) },
        "Reading what was pasted",
        1,
        Box::new(take_in),
        store,
    );
}

/// Writes a file of the open project and hands it to the person.
pub fn export(file: Rc<FileOut>, store: &Store) {
    let title = format!("Writing {}", file.name);
    let project = store.read(|editor| editor.project().clone());
    let request = {
        let file = file.clone();
        async move {
            let records = Records::of_in_slices(&project, &History::default(), &between_slices).await;
            let articles = file.request.articles.as_deref();
            Request::Write(Order::new(records, file.request.format, articles))
        }
    };
    let hand_out = move |answer, store: &Store| {
        if let Answer::Written(blob) = answer {
            download(&file.name, blob.unchecked_ref())?;
            store.dispatch(Action::Files(FilesAction::Exported(file.clone())));
        }
        Ok(())
    };
    start(request, &title, 1, Box::new(hand_out), store);
}

/// Compares a file with the open project.
pub fn merge(order: Rc<MergeOrder>, store: &Store) {
    let open = store.read(|editor| as_far_as_asked(editor.project(), order.mode));
    let title = format!("Taking in {}", order.file.file_name);
    let request = {
        let order = order.clone();
        async move {
            let open = Records::of_in_slices(&open, &History::default(), &between_slices).await;
            let file = &order.file;
            Request::Merge(
                file.file_name.clone(),
                Merge::new(open, file.records.clone(), order.mode),
            )
        }
    };
    let tell = move |answer, store: &Store| {
        if let Answer::Merged(plan) = answer {
            let (order, store) = (order.clone(), store.clone());
            spawn_local(async move {
                match merged(plan, &order, &store).await {
                    Ok(merged) => store.dispatch(Action::Files(FilesAction::Merged(order, merged))),
                    Err(reason) => file_trouble::tell(reason, &store),
                }
            });
        }
        Ok(())
    };
    start(request, &title, 1, Box::new(tell), store);
}

/// Of the open project, as much as matters.
fn as_far_as_asked(project: &Project, mode: MergeMode) -> Project {
    match mode {
        MergeMode::Add | MergeMode::Replace => project.clone(),
        MergeMode::Labels => {
            let schema = project.schema().clone();
            Project::new(project.id(), project.name().to_owned(), project.created(), schema)
        }
    }
}

/// Reads the answer in slices. The edits name texts of the project and of the file.
async fn merged(plan: Plan, order: &MergeOrder, store: &Store) -> Result<Merged, String> {
    let (record, summary, problems) = plan.parts();
    let mut texts: Texts = store.read(|editor| {
        let known = editor.project().articles().iter().map(|article| &article.text);
        known.map(|text| (text.digest(), text.clone())).collect()
    });
    for (digest, text) in &order.file.records.texts {
        let digest = digest.parse::<Digest>()?;
        texts
            .entry(digest)
            .or_insert_with(|| Rc::new(ArticleText::with_digest(text.clone(), digest)));
    }
    let mut edits = Vec::new();
    if !store.read(|editor| order.is_current(editor)) {
        return Ok(Merged {
            edits,
            summary,
            problems,
        });
    }
    for part in EditsRecord::parse(&record)?.parts() {
        let mut read = part.read(&texts)?;
        let is_long = read.len() > 1;
        edits.append(&mut read);
        if is_long {
            pause().await;
        }
    }
    Ok(Merged {
        edits,
        summary,
        problems,
    })
}

/// Ends the work of this id; nothing comes of it.
pub fn cancel(id: u32) {
    JOBS.with_borrow_mut(|jobs| drop(jobs.remove(&id)));
}

fn take_in(answer: Answer, store: &Store) -> Result<(), String> {
    if let Answer::Read(read) = answer {
        store.dispatch(Action::Files(FilesAction::Read(read.incoming()?)));
    }
    Ok(())
}

fn start(request: impl Future<Output = Request> + 'static, title: &str, total: u32, finish: Finish, store: &Store) {
    let id = work_ids::next();
    let goes = {
        let (title, store) = (title.to_owned(), store.clone());
        move |done| {
            let title = title.clone();
            store.dispatch(Action::Work(WorkAction::Goes(Work { id, title, done, total })));
        }
    };
    goes(0);
    let told = {
        let store = store.clone();
        move |answer| {
            let done = match answer {
                Ok(Answer::Progress(done)) => return goes(done),
                Ok(answer) => {
                    end(id, &store);
                    finish(answer, &store)
                }
                Err(reason) => {
                    end(id, &store);
                    Err(reason)
                }
            };
            if let Err(reason) = done {
                file_trouble::tell(reason, &store);
            }
        }
    };
    match Job::start(request, told) {
        Ok(job) => JOBS.with_borrow_mut(|jobs| drop(jobs.insert(id, job))),
        Err(reason) => {
            end(id, store);
            file_trouble::tell(reason, store);
        }
    }
}

fn end(id: u32, store: &Store) {
    // The job holds the listener that this runs in, so it goes when the listener is through.
    let job = JOBS.with_borrow_mut(|jobs| jobs.remove(&id));
    spawn_local(async move { drop(job) });
    store.dispatch(Action::Work(WorkAction::Ended(id)));
}
