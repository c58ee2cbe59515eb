//! A store in memory: the records that the browser's database would hold.

use crate::core::edit::Edit;
use crate::core::history::History;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::stored::{JournalEntry, Records, write_entry, write_head, write_mentions};
use crate::core::transaction::Transaction;
use std::collections::BTreeMap;

/// Head, mentions, texts and journal.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub head: Vec<u8>,
    pub mentions: Vec<(String, Vec<u8>)>,
    pub texts: BTreeMap<String, String>,
    pub journal: Vec<(u64, Vec<u8>)>,
}

impl Snapshot {
    /// Of now, with an empty journal.
    pub fn new(project: &Project, history: &History) -> Self {
        let mut snapshot = Self {
            head: write_head(project, history),
            mentions: project
                .articles()
                .iter()
                .filter_map(|article| Some((article.id.to_string(), write_mentions(project.mentions(article.id)?))))
                .collect(),
            texts: BTreeMap::new(),
            journal: Vec::new(),
        };
        for article in project.articles() {
            snapshot
                .texts
                .insert(article.text.digest().to_string(), article.text.as_str().to_owned());
        }
        history
            .done()
            .chain(history.undone())
            .for_each(|step| snapshot.keep_texts(step));
        snapshot
    }

    /// Appends an entry, and keeps the texts that it brings in.
    pub fn record(&mut self, entry: &JournalEntry) {
        if let JournalEntry::Do(step) | JournalEntry::Amend(step) = entry {
            self.keep_texts(step);
        }
        self.journal.push((self.journal.len() as u64 + 7, write_entry(entry)));
    }

    /// What the records give.
    pub fn read(&self) -> Result<(Project, History, Vec<Problem>), Problem> {
        let records = Records {
            head: self.head.clone(),
            mentions: self.mentions.clone(),
            texts: self.texts.clone().into_iter().collect(),
            journal: self.journal.clone(),
        };
        records.read()
    }

    fn keep_texts(&mut self, step: &Transaction) {
        for edit in &step.edits {
            if let Edit::Article { old, new } = edit {
                for placed in old.iter().chain(new) {
                    let text = &placed.item.text;
                    self.texts.insert(text.digest().to_string(), text.as_str().to_owned());
                }
            }
        }
    }
}
