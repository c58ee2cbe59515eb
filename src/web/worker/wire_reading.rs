//! What came of reading files, on its way from the worker to the page.

use super::wire::WireRecords;
use crate::core::annotation_file::AnnotationFile;
use crate::core::article_draft::ArticleDraft;
use crate::core::id::IdError;
use crate::core::problem::{Problem, Severity};
use crate::core::reader::Incoming;
use serde::{Deserialize, Serialize};

/// [`Incoming`] on its way.
#[derive(Serialize, Deserialize, Debug)]
pub struct Read {
    annotations: Vec<Packed>,
    schemas: Vec<Packed>,
    drafts: Vec<Draft>,
    problems: Vec<Remark>,
}

/// [`AnnotationFile`] on its way.
#[derive(Serialize, Deserialize, Debug)]
struct Packed {
    file_name: String,
    id: String,
    name: String,
    n_articles: usize,
    n_mentions: usize,
    n_labels: usize,
    n_moved: usize,
    n_unplaced: usize,
    problems: Vec<Remark>,
    records: WireRecords,
}

#[derive(Serialize, Deserialize, Debug)]
struct Draft {
    title: String,
    outlet: String,
    author: String,
    url: String,
    language: String,
    date: Option<String>,
    file_name: String,
    text: String,
}

/// [`Problem`] on its way.
#[derive(Serialize, Deserialize, Debug)]
pub(super) struct Remark {
    file: String,
    line: Option<u32>,
    severity: Grade,
    reason: String,
}

#[derive(Serialize, Deserialize, Debug)]
enum Grade {
    Notice,
    LeftOut,
    Refused,
}

impl From<Incoming> for Read {
    fn from(incoming: Incoming) -> Self {
        Self {
            annotations: incoming.annotations.into_iter().map(Packed::from).collect(),
            schemas: incoming.schemas.into_iter().map(Packed::from).collect(),
            drafts: incoming.drafts.into_iter().map(Draft::from).collect(),
            problems: remarks(incoming.problems),
        }
    }
}

impl Read {
    /// As the reader gave it. An error says why the worker's records cannot be read.
    pub fn incoming(self) -> Result<Incoming, String> {
        let files = |packed: Vec<Packed>| packed.into_iter().map(Packed::file).collect::<Result<Vec<_>, String>>();
        Ok(Incoming {
            annotations: files(self.annotations)?,
            schemas: files(self.schemas)?,
            drafts: self.drafts.into_iter().map(ArticleDraft::from).collect(),
            problems: problems(self.problems),
        })
    }
}

impl From<AnnotationFile> for Packed {
    fn from(file: AnnotationFile) -> Self {
        Self {
            file_name: file.file_name,
            id: file.id.to_string(),
            name: file.name,
            n_articles: file.n_articles,
            n_mentions: file.n_mentions,
            n_labels: file.n_labels,
            n_moved: file.n_moved,
            n_unplaced: file.n_unplaced,
            problems: remarks(file.problems),
            records: file.records.into(),
        }
    }
}

impl Packed {
    fn file(self) -> Result<AnnotationFile, String> {
        Ok(AnnotationFile {
            file_name: self.file_name,
            id: self.id.parse().map_err(|error: IdError| error.to_string())?,
            name: self.name,
            n_articles: self.n_articles,
            n_mentions: self.n_mentions,
            n_labels: self.n_labels,
            n_moved: self.n_moved,
            n_unplaced: self.n_unplaced,
            problems: problems(self.problems),
            records: self.records.into(),
        })
    }
}

pub(super) fn remarks(problems: Vec<Problem>) -> Vec<Remark> {
    problems.into_iter().map(Remark::from).collect()
}

pub(super) fn problems(remarks: Vec<Remark>) -> Vec<Problem> {
    remarks.into_iter().map(Problem::from).collect()
}

impl From<ArticleDraft> for Draft {
    fn from(draft: ArticleDraft) -> Self {
        Self {
            title: draft.title,
            outlet: draft.outlet,
            author: draft.author,
            url: draft.url,
            language: draft.language,
            date: draft.date.map(|date| date.to_string()),
            file_name: draft.file_name,
            text: draft.text,
        }
    }
}

impl From<Draft> for ArticleDraft {
    fn from(draft: Draft) -> Self {
        Self {
            title: draft.title,
            outlet: draft.outlet,
            author: draft.author,
            url: draft.url,
            language: draft.language,
            date: draft.date.and_then(|date| date.parse().ok()),
            file_name: draft.file_name,
            text: draft.text,
        }
    }
}

impl From<Problem> for Remark {
    fn from(problem: Problem) -> Self {
        Self {
            file: problem.file,
            line: problem.line,
            severity: match problem.severity {
                Severity::Notice => Grade::Notice,
                Severity::LeftOut => Grade::LeftOut,
                Severity::Refused => Grade::Refused,
            },
            reason: problem.reason,
        }
    }
}

impl From<Remark> for Problem {
    fn from(remark: Remark) -> Self {
        Self {
            file: remark.file,
            line: remark.line,
            severity: match remark.severity {
                Grade::Notice => Severity::Notice,
                Grade::LeftOut => Severity::LeftOut,
                Grade::Refused => Severity::Refused,
            },
            reason: remark.reason,
        }
    }
}
