//! The store of a page that the browser gives no database: the same answers, until the page ends.

use crate::core::sorted::SortedMap;
use std::cell::RefCell;
use std::rc::Rc;

use super::error::StorageError;
use super::record::{Append, Loaded, ProjectRow, Snapshot};
use super::{Result, sequence};

/// A handle; its clones share one store.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<State>>);

#[derive(Debug, Default)]
struct State {
    projects: SortedMap<String, Project>,
    settings: SortedMap<String, String>,
}

#[derive(Debug)]
struct Project {
    row: ProjectRow,
    head: Vec<u8>,
    mentions: SortedMap<String, Vec<u8>>,
    texts: SortedMap<String, String>,
    journal: SortedMap<u64, Vec<u8>>,
}

impl Memory {
    pub(super) fn list_projects(&self) -> Result<Vec<ProjectRow>> {
        Ok(self
            .0
            .borrow()
            .projects
            .values()
            .map(|project| project.row.clone())
            .collect())
    }

    pub(super) fn load(&self, project_id: &str) -> Result<Option<Loaded>> {
        Ok(self.0.borrow().projects.get(project_id).map(|project| Loaded {
            row: project.row.clone(),
            head: project.head.clone(),
            mentions: pairs(&project.mentions),
            texts: pairs(&project.texts),
            journal: pairs(&project.journal),
        }))
    }

    pub(super) fn append(&self, project_id: &str, append: &Append) -> Result<()> {
        self.with_project(project_id, |project| {
            let last_journaled = project.journal.last().map(|(seq, _)| *seq);
            sequence::check_append(project.row.snapshot_seq, last_journaled, append.first_seq)?;
            project
                .journal
                .extend((append.first_seq..).zip(append.entries.iter().cloned()));
            project.texts.extend(append.texts.iter().cloned());
            project.row.summary = append.summary.clone();
            Ok(())
        })
    }

    pub(super) fn write_snapshot(&self, snapshot: &Snapshot) -> Result<()> {
        let Snapshot {
            row,
            head,
            mentions,
            texts,
            delete_texts,
        } = snapshot;
        let mut state = self.0.borrow_mut();
        let stored_seq = state.projects.get(&row.id).map(|project| project.row.snapshot_seq);
        sequence::check_snapshot(stored_seq, row.snapshot_seq)?;
        let project = state.projects.entry(row.id.clone()).or_insert_with(|| Project {
            row: row.clone(),
            head: Vec::new(),
            mentions: SortedMap::new(),
            texts: SortedMap::new(),
            journal: SortedMap::new(),
        });
        project.row = row.clone();
        project.head = head.clone();
        for (article_id, mentions) in mentions {
            match mentions {
                Some(mentions) => project.mentions.insert(article_id.clone(), mentions.clone()),
                None => project.mentions.remove(article_id),
            };
        }
        for digest in delete_texts {
            project.texts.remove(digest);
        }
        project.texts.extend(texts.iter().cloned());
        project.journal.retain(|seq, _| *seq > row.snapshot_seq);
        Ok(())
    }

    pub(super) fn put_deleted(&self, project_id: &str, deleted_ms: Option<i64>) -> Result<()> {
        self.with_project(project_id, |project| {
            project.row.deleted_ms = deleted_ms;
            Ok(())
        })
    }

    pub(super) fn purge(&self, project_id: &str) {
        self.0.borrow_mut().projects.remove(project_id);
    }

    pub(super) fn get_setting(&self, key: &str) -> Option<String> {
        self.0.borrow().settings.get(key).cloned()
    }

    pub(super) fn put_setting(&self, key: &str, value: &str) {
        self.0.borrow_mut().settings.insert(key.to_owned(), value.to_owned());
    }

    fn with_project(&self, id: &str, change: impl FnOnce(&mut Project) -> Result<()>) -> Result<()> {
        change(self.0.borrow_mut().projects.get_mut(id).ok_or(StorageError::Missing)?)
    }
}

fn pairs<K: Clone, V: Clone>(map: &SortedMap<K, V>) -> Vec<(K, V)> {
    map.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}
