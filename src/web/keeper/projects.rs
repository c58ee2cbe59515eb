//! Creating, opening and copying stored projects.

use super::journal::Journal;
use super::{Keeper, tell_failure};
use crate::core::annotation_file::AnnotationFile;
use crate::core::digest::Digest;
use crate::core::history::History;
use crate::core::id::ProjectId;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::sorted::SortedSet;
use crate::core::stored::Records;
use crate::core::timestamp::Timestamp;
use crate::editor::action::{Action, LibraryAction, OpenedProject, ProjectSummary};
use crate::editor::store::Store;
use crate::web::environment::now;
use crate::web::storage::{ProjectRow, Snapshot, Storage, StorageError, Summary};
use crate::web::tab_lock::TabLock;
use crate::web::timer::between_slices;
use crate::web::{late_border, late_part};

/// The setting that remembers which project was open last.
pub const LAST_PROJECT: &str = "last_project";

/// Stores a project that is new to the store; hands back its journal.
pub async fn create(storage: &Storage, project: &Project) -> Result<Journal, StorageError> {
    let records = Records::of_in_slices(project, &History::default(), &between_slices).await;
    store_new(storage, project, records).await
}

/// `records` are those of the project, with an empty history.
async fn store_new(storage: &Storage, project: &Project, records: Records) -> Result<Journal, StorageError> {
    let Records {
        head, mentions, texts, ..
    } = records;
    let digests = digests_of(&texts);
    let row = ProjectRow {
        id: project.id().to_string(),
        created_ms: project.created().unix_ms(),
        deleted_ms: None,
        snapshot_seq: 0,
        summary: summary(project, &History::default()),
    };
    let snapshot = Snapshot {
        row: row.clone(),
        head,
        mentions: mentions.into_iter().map(|(id, record)| (id, Some(record))).collect(),
        texts,
        delete_texts: Vec::new(),
    };
    storage.write_snapshot(&snapshot).await?;
    let lock = TabLock::acquire(&row.id).await;
    Ok(Journal::new(project, row, 0, digests, lock))
}

/// A project as it was read, with its journal, which may be without the lock.
pub async fn open(storage: &Storage, id: &str) -> Result<(OpenedProject, Journal), String> {
    // Before it is read, so that no other tab writes in between.
    let lock = TabLock::acquire(id).await;
    let loaded = storage.load(id).await.map_err(|error| error.to_string())?;
    let loaded = loaded.ok_or("It is no longer in this browser’s storage.")?;
    let texts = digests_of(&loaded.texts);
    let last_seq = loaded.journal.last().map_or(loaded.row.snapshot_seq, |(seq, _)| *seq);
    let records = Records {
        head: loaded.head,
        mentions: loaded.mentions,
        texts: loaded.texts,
        journal: loaded.journal,
    };
    let older = records.are_older();
    let (project, history, problems) = read(records).await?;
    let mut journal = Journal::new(&project, loaded.row, last_seq, texts, lock);
    if older || !problems.is_empty() {
        journal = journal.overdue(&project);
    }
    let opened = OpenedProject {
        project,
        history,
        problems,
        article: None,
    };
    Ok((opened, journal))
}

/// A first visit has nothing to read, so the late part of the program does it.
async fn read(records: Records) -> Result<(Project, History, Vec<Problem>), String> {
    late_part::answer(late_border::read_records, records).await?.await
}

fn digests_of(texts: &[(String, String)]) -> SortedSet<Digest> {
    texts.iter().filter_map(|(digest, _)| digest.parse().ok()).collect()
}

pub(super) async fn create_and_open(keeper: &Keeper, project: &Project, store: &Store) {
    let created = create(keeper.storage(), project).await;
    open_created(keeper, project.clone(), created, store).await;
}

/// Stores the records as they came, without writing them anew.
pub(super) async fn create_from_file(keeper: &Keeper, file: &AnnotationFile, store: &Store) {
    match read(file.records.clone()).await {
        Ok((project, ..)) => {
            let created = store_new(keeper.storage(), &project, file.records.clone()).await;
            open_created(keeper, project, created, store).await;
        }
        Err(reason) => store.dispatch(Action::Library(LibraryAction::OpenFailed(reason))),
    }
}

async fn open_created(keeper: &Keeper, project: Project, created: Result<Journal, StorageError>, store: &Store) {
    match created {
        Ok(journal) => {
            let opened = OpenedProject {
                project,
                history: History::default(),
                problems: Vec::new(),
                article: None,
            };
            take_over(keeper, opened, journal, store).await;
        }
        Err(error) => tell_failure(Err(error), store),
    }
}

pub(super) async fn open_other(keeper: &Keeper, id: ProjectId, store: &Store) {
    // Opening the open project again would find its own lock held.
    if let Some(before) = keeper.take_journal(id) {
        before.close().await;
    }
    match open(keeper.storage(), &id.to_string()).await {
        Ok((opened, journal)) => take_over(keeper, opened, journal, store).await,
        Err(reason) => store.dispatch(Action::Library(LibraryAction::OpenFailed(reason))),
    }
}

pub(super) async fn duplicate(keeper: &Keeper, from: ProjectId, id: ProjectId, name: String, store: &Store) {
    match open(keeper.storage(), &from.to_string()).await {
        Ok((opened, _)) => {
            let copy = opened.project.copy_as(id, name, now());
            create_and_open(keeper, &copy, store).await;
        }
        Err(reason) => store.dispatch(Action::Library(LibraryAction::OpenFailed(reason))),
    }
}

/// The project is the open one from now on.
async fn take_over(keeper: &Keeper, opened: OpenedProject, journal: Journal, store: &Store) {
    let id = opened.project.id().to_string();
    keeper.add_journal(journal);
    store.dispatch(Action::Library(LibraryAction::Opened(Box::new(opened))));
    keeper.tell_if_elsewhere(store);
    rewrite_overdue(keeper, store).await;
    tell_failure(keeper.storage().put_setting(LAST_PROJECT, &id).await, store);
    keeper.list(store);
}

/// Writes the open project's records anew where they must be.
pub async fn rewrite_overdue(keeper: &Keeper, store: &Store) {
    let Some(mut journal) = keeper.take_journal(store.read(|editor| editor.project().id())) else {
        return;
    };
    let done = if journal.is_overdue() {
        journal.snapshot(keeper.storage(), store).await
    } else {
        Ok(())
    };
    keeper.add_journal(journal);
    // The tab that has the project open does it.
    if done != Err(StorageError::OpenElsewhere) {
        tell_failure(done, store);
    }
}

/// The row's summary of the open project; `None` where the journal is that of another project.
pub(super) fn row_of(project: &Project, history: &History, journal: &Journal) -> Option<Summary> {
    (project.id() == journal.project()).then(|| summary(project, history))
}

/// A stored row as the library lists it; `None` where its id is none.
pub fn summary_of(row: &ProjectRow) -> Option<ProjectSummary> {
    Some(ProjectSummary {
        id: row.id.parse().ok()?,
        name: row.summary.name.clone(),
        modified: Timestamp::from_unix_ms(row.summary.modified_ms),
        n_articles: row.summary.n_articles as usize,
        n_mentions: row.summary.n_mentions as usize,
        deleted: row.deleted_ms.map(Timestamp::from_unix_ms),
    })
}

fn summary(project: &Project, history: &History) -> Summary {
    let modified = history.next_undo().map_or(project.created(), |step| step.at);
    Summary {
        name: project.name().to_owned(),
        modified_ms: modified.unix_ms(),
        n_articles: u32::try_from(project.articles().len()).unwrap_or(u32::MAX),
        n_mentions: u32::try_from(project.n_mentions()).unwrap_or(u32::MAX),
    }
}
