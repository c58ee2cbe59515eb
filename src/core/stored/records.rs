//! All records of one project together, as they are handed from one place to another.

use super::form::BINARY;
use super::head::write_head;
use super::mention_columns::write_mentions_in_slices;
use super::read::read_in;
use super::{is_json, texts_in};
use crate::core::digest::Digest;
use crate::core::history::History;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::slices::{Pause, at_once, no_pause};
use crate::core::sorted::SortedMap;

/// Head, mentions, texts and journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Records {
    /// See [`write_head`].
    pub head: Vec<u8>,
    /// By article id, see [`write_mentions`](super::write_mentions).
    pub mentions: Vec<(String, Vec<u8>)>,
    /// By digest: the texts that the project or a step of its history refers to.
    pub texts: Vec<(String, String)>,
    /// By number, see [`write_entry`](super::write_entry): what happened since the others were written.
    pub journal: Vec<(u64, Vec<u8>)>,
}

impl Records {
    /// Of a project as it is now, with an empty journal.
    pub fn of(project: &Project, history: &History) -> Self {
        at_once(Self::of_in_slices(project, history, &no_pause))
    }

    /// The same in slices.
    pub async fn of_in_slices(project: &Project, history: &History, pause: Pause<'_>) -> Self {
        let mut mentions = Vec::with_capacity(project.articles().len());
        for article in project.articles() {
            if let Some(set) = project.mentions(article.id) {
                mentions.push((article.id.to_string(), write_mentions_in_slices(set, pause).await));
            }
        }
        let texts: SortedMap<Digest, &str> = texts_in(project, history)
            .map(|text| (text.digest(), text.as_str()))
            .collect();
        Self {
            head: write_head(project, history),
            mentions,
            texts: texts
                .into_iter()
                .map(|(digest, text)| (digest.to_string(), text.to_owned()))
                .collect(),
            journal: Vec::new(),
        }
    }

    /// Whether any of them is in JSON, as all were at first; then [`read_older`](super::read_older) reads them.
    pub fn are_older(&self) -> bool {
        let mentions = self.mentions.iter().map(|(_, record)| record);
        let journal = self.journal.iter().map(|(_, record)| record);
        mentions
            .chain(journal)
            .chain([&self.head])
            .any(|record| is_json(record))
    }

    /// The project again, its history, and what was left out.
    ///
    /// The lists need not be in order. Fails only where the head cannot be read. Otherwise what is damaged is left out
    /// and reported: an article whose text is missing, an article's mentions, and the journal from the first entry that
    /// cannot be replayed, or that does not follow the one before it. Where anything was left out of the project, the
    /// history goes as well, because its steps would not fit.
    pub fn read(self) -> Result<(Project, History, Vec<Problem>), Problem> {
        at_once(self.read_in_slices(&no_pause))
    }

    /// The same in slices.
    pub async fn read_in_slices(self, pause: Pause<'_>) -> Result<(Project, History, Vec<Problem>), Problem> {
        read_in(&BINARY, self, pause).await
    }
}
