//! The journal of the open project: entries are numbered and appended; now and then a snapshot takes their place.

use super::job::Entry;
use super::projects::row_of;
use crate::core::digest::Digest;
use crate::core::edit::Edit;
use crate::core::id::{ArticleId, ProjectId};
use crate::core::project::Project;
use crate::core::sorted::SortedSet;
use crate::core::stored::{JournalEntry, texts_needed, write_entry, write_head, write_mentions_in_slices};
use crate::editor::store::Store;
use crate::web::storage::{Append, ProjectRow, Snapshot, Storage, StorageError};
use crate::web::tab_lock::TabLock;
use crate::web::timer::between_slices;

/// After so many entries a snapshot is written: replaying more would make opening slow.
const ENTRIES_PER_SNAPSHOT: u64 = 200;

/// Where the journal of one project stands.
#[derive(Debug)]
pub struct Journal {
    project: ProjectId,
    row: ProjectRow,
    last_seq: u64,
    /// Articles whose mentions changed since the snapshot.
    dirty: SortedSet<ArticleId>,
    /// Digests of the texts that lie in the store.
    texts: SortedSet<Digest>,
    /// Whether the stored records must be written anew: they are damaged, and later entries must not land behind the
    /// damage; or they are in an older form.
    overdue: bool,
    /// Held while the project is open; `None` where another tab holds it.
    lock: Option<TabLock>,
}

impl Journal {
    /// Of a project as it was just written or read.
    pub fn new(
        project: &Project,
        row: ProjectRow,
        last_seq: u64,
        texts: SortedSet<Digest>,
        lock: Option<TabLock>,
    ) -> Self {
        let replayed = last_seq > row.snapshot_seq;
        Self {
            project: project.id(),
            row,
            last_seq,
            dirty: project
                .articles()
                .iter()
                .filter(|_| replayed)
                .map(|article| article.id)
                .collect(),
            texts,
            overdue: false,
            lock,
        }
    }

    /// Of a project whose stored records must be written anew.
    #[must_use]
    pub fn overdue(self, project: &Project) -> Self {
        Self {
            dirty: project.articles().iter().map(|article| article.id).collect(),
            overdue: true,
            ..self
        }
    }

    /// Whose journal it is.
    pub fn project(&self) -> ProjectId {
        self.project
    }

    /// These articles' mentions differ from the snapshot.
    pub fn note_dirty(&mut self, articles: SortedSet<ArticleId>) {
        self.dirty.extend(articles);
    }

    /// Gives the project's lock back, and waits until the browser has it.
    pub async fn close(self) {
        if let Some(lock) = self.lock {
            lock.release().await;
        }
    }

    /// Whether another tab has the lock: nothing is written then.
    pub fn is_elsewhere(&self) -> bool {
        self.lock.is_none()
    }

    fn check_lock(&self) -> Result<(), StorageError> {
        self.lock.as_ref().map(|_| ()).ok_or(StorageError::OpenElsewhere)
    }

    /// Stores the entries under the next numbers, with the texts that they bring in.
    pub async fn append(&mut self, storage: &Storage, entries: &[Entry], store: &Store) -> Result<(), StorageError> {
        self.check_lock()?;
        let mut texts = Vec::new();
        let mut brought = self.texts.clone();
        for (digest, text) in entries.iter().flat_map(|entry| texts_of(entry)) {
            if brought.insert(digest) {
                texts.push((digest.to_string(), text));
            }
        }
        if let Some(summary) = store.read(|editor| row_of(editor.project(), editor.history(), self)) {
            self.row.summary = summary;
        }
        let append = Append {
            first_seq: self.last_seq + 1,
            entries: entries.iter().map(|entry| write_entry(entry)).collect(),
            texts,
            summary: self.row.summary.clone(),
        };
        storage.append(&self.row.id, &append).await?;
        self.last_seq += entries.len() as u64;
        self.texts = brought;
        Ok(())
    }

    /// Writes a snapshot where enough entries lie behind the last one, or one is overdue. To be called only while nothing
    /// waits to be stored: then the editor's state is that of the last entry.
    pub async fn snapshot_if_due(&mut self, storage: &Storage, store: &Store) -> Result<(), StorageError> {
        if !self.overdue && self.last_seq - self.row.snapshot_seq < ENTRIES_PER_SNAPSHOT {
            return Ok(());
        }
        self.snapshot(storage, store).await
    }

    /// Whether the stored records must be written anew.
    pub fn is_overdue(&self) -> bool {
        self.overdue
    }

    /// Writes a snapshot now; see [`Self::snapshot_if_due`].
    pub async fn snapshot(&mut self, storage: &Storage, store: &Store) -> Result<(), StorageError> {
        self.check_lock()?;
        let written = store.read(|editor| {
            (editor.project().id() == self.project).then(|| {
                let (project, history) = (editor.project(), editor.history());
                // They are written while the person goes on: as they are now.
                let sets = self.dirty.iter().map(|id| (*id, project.mentions(*id).cloned()));
                (
                    write_head(project, history),
                    sets.collect::<Vec<_>>(),
                    texts_needed(project, history),
                )
            })
        });
        let Some((head, sets, needed)) = written else {
            return Ok(());
        };
        let dirty = std::mem::take(&mut self.dirty);
        let mut mentions = Vec::with_capacity(sets.len());
        for (id, set) in sets {
            let record = match set {
                Some(set) => Some(write_mentions_in_slices(&set, &between_slices).await),
                None => None,
            };
            mentions.push((id.to_string(), record));
        }
        let mut row = self.row.clone();
        row.snapshot_seq = self.last_seq;
        let snapshot = Snapshot {
            row: row.clone(),
            head,
            mentions,
            texts: Vec::new(),
            delete_texts: self
                .texts
                .iter()
                .filter(|digest| !needed.contains(*digest))
                .map(ToString::to_string)
                .collect(),
        };
        match storage.write_snapshot(&snapshot).await {
            Ok(()) => {
                self.row = row;
                self.overdue = false;
                self.texts.retain(|digest| needed.contains(digest));
                Ok(())
            }
            Err(error) => {
                self.dirty.extend(dirty);
                Err(error)
            }
        }
    }
}

fn texts_of(entry: &JournalEntry) -> impl Iterator<Item = (Digest, String)> + '_ {
    let edits = match entry {
        JournalEntry::Do(step) | JournalEntry::Amend(step) => step.edits.as_slice(),
        JournalEntry::Undo(_) | JournalEntry::Redo(_) => &[],
    };
    edits.iter().filter_map(|edit| match edit {
        Edit::Article { new: Some(new), .. } => Some((new.item.text.digest(), new.item.text.as_str().to_owned())),
        _ => None,
    })
}
