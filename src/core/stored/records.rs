//! All records of one project together, as they are handed from one place to another.

use super::head::write_head;
use super::mention_columns::write_mentions;
use super::{read_project, texts_in};
use crate::core::digest::Digest;
use crate::core::history::History;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::sorted::SortedMap;

/// Head, mentions and texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Records {
    /// See [`write_head`].
    pub head: String,
    /// By article id, see [`write_mentions`].
    pub mentions: Vec<(String, Vec<u8>)>,
    /// By digest: the texts that the project or a step of its history refers to.
    pub texts: Vec<(String, String)>,
}

impl Records {
    /// Of a project as it is now.
    pub fn of(project: &Project, history: &History) -> Self {
        let mentions = project.articles().iter().filter_map(|article| {
            let set = project.mentions(article.id)?;
            Some((article.id.to_string(), write_mentions(set)))
        });
        let texts: SortedMap<Digest, &str> = texts_in(project, history)
            .map(|text| (text.digest(), text.as_str()))
            .collect();
        Self {
            head: write_head(project, history),
            mentions: mentions.collect(),
            texts: texts
                .into_iter()
                .map(|(digest, text)| (digest.to_string(), text.to_owned()))
                .collect(),
        }
    }

    /// The project again; see [`read_project`].
    pub fn read(self) -> Result<(Project, History, Vec<Problem>), Problem> {
        read_project(&self.head, &self.mentions, self.texts, &[])
    }
}
