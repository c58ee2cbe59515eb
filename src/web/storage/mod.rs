//! Where projects are kept: the browser's own database, or memory where there is none.
//!
//! The store deals in bytes, texts and small records; what the bytes mean is the caller's. A project lies there as a
//! **snapshot** (its head, the mentions of every article, the texts) and a **journal** of the transactions since, each
//! under its number. The numbers of a project run on by one without a gap.
//!
//! Invariant: an `Ok` of [`Storage::append`] and [`Storage::write_snapshot`] comes after the database has reported the
//! transaction complete with strict durability. "Saved" stands on this.

mod connection;
mod error;
mod indexed_db;
mod keys;
mod memory;
mod persistence;
mod record;
mod sequence;
mod transaction;

pub use error::StorageError;
pub use indexed_db::IndexedDb;
pub use memory::Memory;
pub use persistence::{Estimate, estimate, request_persistence};
pub use record::{Append, Loaded, ProjectRow, Snapshot, Summary};

type Result<T> = std::result::Result<T, StorageError>;

/// The name of the database of the page.
const NAME: &str = "attest";

/// A handle; its clones share one database.
#[derive(Clone, Debug)]
pub enum Storage {
    /// Outlives the page.
    Browser(IndexedDb),
    /// Ends with the page.
    Memory(Memory),
}

impl Storage {
    /// The page's database. On an error the caller goes on with [`Storage::in_memory`] and says that nothing is kept.
    pub async fn open() -> Result<Self> {
        Self::open_named(NAME).await
    }

    /// A database under another name, apart from the page's own.
    pub async fn open_named(name: &str) -> Result<Self> {
        Ok(Self::Browser(IndexedDb::open(name).await?))
    }

    /// An empty store that ends with the page.
    pub fn in_memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// Whether what is stored outlives the page.
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Browser(_))
    }

    /// Every project, the deleted ones too, in no order that means anything.
    pub async fn list_projects(&self) -> Result<Vec<ProjectRow>> {
        match self {
            Self::Browser(store) => store.list_projects().await,
            Self::Memory(store) => store.list_projects(),
        }
    }

    /// The whole of one project, or None where there is no such project.
    pub async fn load(&self, project_id: &str) -> Result<Option<Loaded>> {
        match self {
            Self::Browser(store) => store.load(project_id).await,
            Self::Memory(store) => store.load(project_id),
        }
    }

    /// Adds to the journal of a project that has a snapshot. Nothing is stored on an error:
    /// [`StorageError::Conflict`] where the journal does not end right before `append.first_seq`, because another tab
    /// has written to it, and [`StorageError::Missing`] where the project is gone.
    pub async fn append(&self, project_id: &str, append: &Append) -> Result<()> {
        match self {
            Self::Browser(store) => store.append(project_id, append).await,
            Self::Memory(store) => store.append(project_id, append),
        }
    }

    /// Creates a project, or replaces its snapshot and drops the journal that the new one covers. Nothing is stored on
    /// an error: [`StorageError::Conflict`] where the stored snapshot is a later one.
    pub async fn write_snapshot(&self, snapshot: &Snapshot) -> Result<()> {
        match self {
            Self::Browser(store) => store.write_snapshot(snapshot).await,
            Self::Memory(store) => store.write_snapshot(snapshot),
        }
    }

    /// Marks a project as deleted at that time, or takes the mark off. Nothing of it is removed.
    pub async fn put_deleted(&self, project_id: &str, deleted_ms: Option<i64>) -> Result<()> {
        match self {
            Self::Browser(store) => store.put_deleted(project_id, deleted_ms).await,
            Self::Memory(store) => store.put_deleted(project_id, deleted_ms),
        }
    }

    /// Removes everything of a project; one that is not there is no error.
    pub async fn purge(&self, project_id: &str) -> Result<()> {
        match self {
            Self::Browser(store) => store.purge(project_id).await,
            Self::Memory(store) => {
                store.purge(project_id);
                Ok(())
            }
        }
    }

    /// A setting as it was put.
    pub async fn get_setting(&self, key: &str) -> Result<Option<String>> {
        match self {
            Self::Browser(store) => store.get_setting(key).await,
            Self::Memory(store) => Ok(store.get_setting(key)),
        }
    }

    /// Replaces the setting.
    pub async fn put_setting(&self, key: &str, value: &str) -> Result<()> {
        match self {
            Self::Browser(store) => store.put_setting(key, value).await,
            Self::Memory(store) => {
                store.put_setting(key, value);
                Ok(())
            }
        }
    }
}
