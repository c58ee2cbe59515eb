//! The first seconds: the store is opened, then the project that was open last, or the sample on a first visit.

use super::host::BrowserHost;
use super::keeper::{self, Journal, Keeper, LAST_PROJECT};
use super::storage::{Storage, request_persistence};
use super::{glance, late_part, sample, settings_record};
use crate::core::history::History;
use crate::core::order;
use crate::core::problem::{Problem, Severity};
use crate::core::project::Project;
use crate::editor::action::{Action, LibraryAction, OpenedProject, SavingAction};
use crate::editor::library::SAMPLE_NAME;
use crate::editor::machine::Editor;
use crate::editor::settings::Settings;
use crate::editor::store::Store;
use std::rc::Rc;

/// Everything below the components, ready to be shown. The error is what the person can be told: nothing is shown then, so
/// that nothing takes the place of what is stored.
pub async fn start() -> Result<Store, String> {
    let (storage, unavailable) = match Storage::open().await {
        Ok(storage) => (storage, None),
        Err(error) => (Storage::in_memory(), Some(error.to_string())),
    };
    let settings = match storage.get_setting(settings_record::KEY).await {
        Ok(Some(record)) => settings_record::read(&record),
        _ => Settings::default(),
    };
    let keeper = Keeper::new(storage);
    let mut first = first_project(keeper.storage()).await?;
    if let Some(place) = glance::place().filter(|place| place.project == first.opened.project.id()) {
        first.opened.article = Some(place.article);
    }
    // Empty until it gets what was opened: a copy would lie in memory beside that.
    let project = &first.opened.project;
    let empty = Project::new(project.id(), String::new(), project.created(), project.schema().clone());
    let editor = Editor::new(empty, settings);
    let store = Store::new(editor, Rc::new(BrowserHost::new(keeper.clone())));
    keeper.follow(&store);
    if let Some(journal) = first.journal {
        keeper.add_journal(journal);
    }
    store.dispatch(Action::Library(LibraryAction::Opened(Box::new(first.opened))));
    if let Some(trouble) = first.trouble {
        store.dispatch(Action::Saving(SavingAction::Failed(trouble)));
    }
    keeper.tell_if_elsewhere(&store);
    if let Some(reason) = unavailable {
        store.dispatch(Action::Saving(SavingAction::Unavailable(reason)));
    } else {
        // Browsers may ask the person; the page goes on meanwhile.
        wasm_bindgen_futures::spawn_local(async {
            request_persistence().await;
        });
    }
    keeper::rewrite_overdue(&keeper, &store).await;
    keeper.list(&store);
    Ok(store)
}

struct First {
    opened: OpenedProject,
    journal: Option<Journal>,
    /// Why changes cannot be stored, if so.
    trouble: Option<String>,
}

/// The project that was open last, else the last changed one, else the sample.
async fn first_project(storage: &Storage) -> Result<First, String> {
    let mut rows = storage.list_projects().await.unwrap_or_default();
    rows.retain(|row| row.deleted_ms.is_none());
    order::sort_by_key(&mut rows, |row| std::cmp::Reverse(row.summary.modified_ms));
    let last = storage.get_setting(LAST_PROJECT).await.ok().flatten();
    order::sort_by_key(&mut rows, |row| Some(&row.id) != last.as_ref());
    if !rows.is_empty() {
        // It reads them.
        late_part::ask().await?;
    }
    let mut problems = Vec::new();
    for row in &rows {
        match keeper::open(storage, &row.id).await {
            Ok((mut opened, journal)) => {
                opened.problems.append(&mut problems);
                return Ok(First {
                    opened,
                    journal: Some(journal),
                    trouble: None,
                });
            }
            Err(reason) => problems.push(Problem {
                file: row.summary.name.clone(),
                line: None,
                severity: Severity::Refused,
                reason,
            }),
        }
    }
    Ok(sample_project(storage, problems).await)
}

async fn sample_project(storage: &Storage, mut problems: Vec<Problem>) -> First {
    let (project, missing) = sample::project(SAMPLE_NAME.to_owned()).await;
    problems.extend(missing);
    let (journal, trouble) = match keeper::create(storage, &project).await {
        Ok(journal) => (Some(journal), None),
        Err(error) => (None, Some(error.to_string())),
    };
    First {
        journal,
        trouble,
        opened: OpenedProject {
            project,
            history: History::default(),
            problems,
            article: None,
        },
    }
}
