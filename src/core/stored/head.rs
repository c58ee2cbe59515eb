//! The head record: everything of a project but texts and mentions, and its history.

use super::VERSION;
use super::form::to_bytes;
use super::raw_record::AsBytes;
use super::wire_article::WireArticle;
use super::wire_edit::WireTransaction;
use super::wire_label::WireLabel;
use crate::core::history::History;
use crate::core::id::ProjectId;
use crate::core::project::Project;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The record of the project's own fields, schema, article metadata in their order, and the history.
pub fn write_head(project: &Project, history: &History) -> Vec<u8> {
    let record = HeadRecord {
        v: VERSION,
        id: AsBytes(project.id()),
        name: Cow::Borrowed(project.name()),
        created: project.created().unix_ms(),
        guidelines: Cow::Borrowed(&project.schema().guidelines),
        labels: project
            .schema()
            .labels
            .iter()
            .map(|label| WireLabel::new(label))
            .collect(),
        articles: project
            .articles()
            .iter()
            .map(|article| WireArticle::new(article))
            .collect(),
        done: history.done().map(WireTransaction::new).collect(),
        undone: history.undone().iter().map(WireTransaction::new).collect(),
    };
    to_bytes(&record)
}

#[derive(Serialize, Deserialize)]
pub(super) struct HeadRecord<'a> {
    pub v: u32,
    pub id: AsBytes<ProjectId>,
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    pub created: i64,
    #[serde(borrow)]
    pub guidelines: Cow<'a, str>,
    #[serde(borrow)]
    pub labels: Vec<WireLabel<'a>>,
    #[serde(borrow)]
    pub articles: Vec<WireArticle<'a>>,
    /// Oldest first.
    #[serde(borrow)]
    pub done: Vec<WireTransaction<'a>>,
    /// The next to be redone last.
    #[serde(borrow)]
    pub undone: Vec<WireTransaction<'a>>,
}
