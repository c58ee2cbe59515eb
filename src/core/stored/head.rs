//! The head record: everything of a project but texts and mentions, and its history.

use super::VERSION;
use super::form::{WITH_DOSSIER, WITH_RELATIONS, take_from_bytes, to_bytes};
use super::raw_record::AsBytes;
use super::wire_article::WireArticle;
use super::wire_dossier::DossierRecord;
use super::wire_edit::WireTransaction;
use super::wire_label::WireLabel;
use super::wire_relation::RelationsRecord;
use crate::core::history::History;
use crate::core::id::ProjectId;
use crate::core::project::Project;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The record of the project's own fields, schema, article metadata in their order, the history, entities, claims and
/// relations.
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
        dossier: DossierRecord::default(),
        relations: RelationsRecord::default(),
    };
    let mut bytes = to_bytes(&record);
    bytes.extend(to_bytes(&DossierRecord::new(project.dossier())));
    bytes.extend(to_bytes(&RelationsRecord::new(project)));
    bytes
}

/// What [`write_head`] wrote, or an older version.
pub(super) fn read_head(record: &[u8]) -> Result<HeadRecord<'_>, String> {
    let (mut head, rest): (HeadRecord<'_>, _) = take_from_bytes(record)?;
    if head.v >= WITH_DOSSIER {
        let (dossier, rest) = postcard::take_from_bytes(rest).map_err(|error| error.to_string())?;
        head.dossier = dossier;
        if head.v >= WITH_RELATIONS {
            head.relations = postcard::from_bytes(rest).map_err(|error| error.to_string())?;
        }
    }
    Ok(head)
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
    /// Follows behind all this.
    #[serde(skip)]
    pub dossier: DossierRecord<'a>,
    /// Follows behind that.
    #[serde(skip)]
    pub relations: RelationsRecord<'a>,
}
