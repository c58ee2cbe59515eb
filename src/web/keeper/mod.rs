//! Keeps projects: carries out the editor's storing effects one after the other, and reports back.
//!
//! One queue for everything that concerns the database, so that a project is opened after the last change of the one
//! before is stored, and changes are stored in their order. Entries that wait together are stored together.
//!
//! Invariant: `SavingAction::Stored` is reported only after the database has confirmed the entries.

mod job;
mod journal;
mod projects;
pub mod renewal;

use super::settings_record;
use super::storage::{Storage, StorageError};
use super::tab_lock::TabLock;
use super::timer::pause;
use crate::core::id::{ArticleId, ProjectId};
use crate::core::sorted::SortedSet;
use crate::editor::action::{Action, LibraryAction, SavingAction};
use crate::editor::change_set::Topics;
use crate::editor::effect::Effect;
use crate::editor::store::{Store, Subscription};
use gloo::timers::callback::Timeout;
use job::Job;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

pub use journal::Journal;
pub use projects::{LAST_PROJECT, create, open, rewrite_overdue};

/// How long after a failure storing is tried again by itself.
const RETRY_MS: u32 = 4_000;

/// The handle; clones share one queue.
#[derive(Clone, Debug)]
pub struct Keeper(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    storage: Storage,
    jobs: RefCell<VecDeque<Job>>,
    at_work: Cell<bool>,
    /// Of the open project, and of the one before while entries of it may still wait.
    journals: RefCell<Vec<Journal>>,
    /// Articles whose mentions changed since they were last written whole.
    dirty: RefCell<SortedSet<ArticleId>>,
    subscription: RefCell<Option<Subscription>>,
    retry: RefCell<Option<Timeout>>,
}

impl Keeper {
    /// Nothing is open yet.
    pub fn new(storage: Storage) -> Self {
        Self(Rc::new(Inner {
            storage,
            jobs: RefCell::default(),
            at_work: Cell::new(false),
            journals: RefCell::default(),
            dirty: RefCell::default(),
            subscription: RefCell::default(),
            retry: RefCell::default(),
        }))
    }

    /// Where it keeps things.
    pub fn storage(&self) -> &Storage {
        &self.0.storage
    }

    /// Entries of its project go to this journal from now on.
    pub fn add_journal(&self, journal: Journal) {
        self.0.journals.borrow_mut().push(journal);
    }

    /// Takes a project's journal out, to work with it across an await.
    fn take_journal(&self, project: ProjectId) -> Option<Journal> {
        let mut journals = self.0.journals.borrow_mut();
        let at = journals.iter().position(|journal| journal.project() == project)?;
        Some(journals.swap_remove(at))
    }

    /// Notes from now on which articles change, so that a snapshot writes only those.
    pub fn follow(&self, store: &Store) {
        let inner = Rc::downgrade(&self.0);
        let subscription = store.subscribe(Topics::MENTIONS | Topics::ARTICLES, move |changes| {
            if let Some(inner) = inner.upgrade() {
                inner.dirty.borrow_mut().extend(changes.articles.iter().copied());
            }
        });
        *self.0.subscription.borrow_mut() = Some(subscription);
    }

    /// Takes a storing effect; any other is none of its business.
    pub fn take(&self, effect: Effect, store: &Store) {
        if let Some(job) = Job::of(effect, store.read(|editor| editor.project().id())) {
            self.0.jobs.borrow_mut().push_back(job);
            self.work(store);
        }
    }

    /// Lists the library anew, after everything that waits.
    pub fn list(&self, store: &Store) {
        self.0.jobs.borrow_mut().push_back(Job::List);
        self.work(store);
    }

    fn work(&self, store: &Store) {
        if self.0.at_work.replace(true) {
            return;
        }
        let (keeper, store) = (self.clone(), store.clone());
        spawn_local(async move {
            loop {
                let job = keeper.0.jobs.borrow_mut().pop_front();
                let Some(job) = job else {
                    break;
                };
                if let Err(back) = keeper.run(job, &store).await {
                    keeper.0.jobs.borrow_mut().push_front(back);
                    keeper.retry_later(&store);
                    break;
                }
            }
            keeper.let_go_of_others(&store);
            keeper.0.at_work.set(false);
        });
    }

    /// Does a job; hands it back where it is to be tried again.
    async fn run(&self, job: Job, store: &Store) -> Result<(), Job> {
        match job {
            Job::Append(project, entries) => return self.append(project, entries, store).await,
            Job::Create(project) => projects::create_and_open(self, &project, store).await,
            Job::CreateFromFile(file) => projects::create_from_file(self, &file, store).await,
            Job::Open(id) => projects::open_other(self, id, store).await,
            Job::Duplicate { from, id, name } => projects::duplicate(self, from, id, name, store).await,
            Job::SetDeleted(id, deleted_ms) => {
                let done = self.storage().put_deleted(&id.to_string(), deleted_ms).await;
                tell_failure(done, store);
            }
            Job::Purge(id) => {
                let done = self.storage().purge(&id.to_string()).await;
                tell_failure(done, store);
            }
            Job::SaveSettings(settings) => {
                let record = settings_record::write(&settings);
                tell_failure(self.storage().put_setting(settings_record::KEY, &record).await, store);
            }
            Job::List => match self.storage().list_projects().await {
                Ok(rows) => {
                    let listed = rows.iter().filter_map(projects::summary_of).collect();
                    store.dispatch(Action::Library(LibraryAction::Listed(listed)));
                }
                Err(error) => tell_failure(Err(error), store),
            },
        }
        Ok(())
    }

    /// Stores these entries and all that wait right behind them, in one transaction.
    async fn append(&self, project: ProjectId, mut entries: Vec<job::Entry>, store: &Store) -> Result<(), Job> {
        {
            let mut jobs = self.0.jobs.borrow_mut();
            while let Some(Job::Append(next, more)) = jobs.front_mut()
                && *next == project
            {
                entries.append(more);
                jobs.pop_front();
            }
        }
        // Writing a very long step takes a while, and so did applying it.
        if entries.iter().any(|entry| job::is_long(entry)) {
            pause().await;
        }
        let Some(mut journal) = self.take_journal(project) else {
            tell_failure(Err(StorageError::Missing), store);
            return Err(Job::Append(project, entries));
        };
        let done = journal.append(self.storage(), &entries, store).await;
        if done.is_ok() && self.0.jobs.borrow().is_empty() {
            journal.note_dirty(std::mem::take(&mut *self.0.dirty.borrow_mut()));
            // A snapshot that fails is no loss: the journal holds everything.
            let _ = journal.snapshot_if_due(self.storage(), store).await;
        }
        self.add_journal(journal);
        match done {
            Ok(()) => {
                store.dispatch(Action::Saving(SavingAction::Stored(entries.len())));
                Ok(())
            }
            // The page has said so; these entries are never reported as stored.
            Err(StorageError::OpenElsewhere) => Ok(()),
            Err(error) => {
                store.dispatch(Action::Saving(SavingAction::Failed(error.to_string())));
                Err(Job::Append(project, entries))
            }
        }
    }

    /// Tells the editor if another tab has the open project's lock, and again once that tab has let go of it.
    pub fn tell_if_elsewhere(&self, store: &Store) {
        let open = store.read(|editor| editor.project().id());
        if !self.is_elsewhere(open) {
            return;
        }
        store.dispatch(Action::Saving(SavingAction::OpenElsewhere));
        let (inner, store) = (Rc::downgrade(&self.0), store.clone());
        spawn_local(async move {
            TabLock::until_free(&open.to_string()).await;
            // Meanwhile another project may have been opened here.
            let keeper = inner.upgrade().map(Keeper);
            if keeper.is_some_and(|keeper| keeper.is_elsewhere(open)) {
                store.dispatch(Action::Saving(SavingAction::LetGoElsewhere));
            }
        });
    }

    fn is_elsewhere(&self, project: ProjectId) -> bool {
        let journals = self.0.journals.borrow();
        journals
            .iter()
            .any(|journal| journal.project() == project && journal.is_elsewhere())
    }

    /// Once nothing waits, only the open project's journal is needed; the others' locks go back.
    fn let_go_of_others(&self, store: &Store) {
        if self.0.jobs.borrow().is_empty() {
            let open = store.read(|editor| editor.project().id());
            self.0.journals.borrow_mut().retain(|journal| journal.project() == open);
        }
    }

    fn retry_later(&self, store: &Store) {
        let (keeper, store) = (self.clone(), store.clone());
        *self.0.retry.borrow_mut() = Some(Timeout::new(RETRY_MS, move || keeper.work(&store)));
    }
}

fn tell_failure(done: Result<(), StorageError>, store: &Store) {
    if let Err(error) = done {
        store.dispatch(Action::Saving(SavingAction::Failed(error.to_string())));
    }
}
