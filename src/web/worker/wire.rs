//! What the page and its worker say to each other: records that the browser copies from one to the other.

use crate::core::article_draft::ArticleDraft;
use crate::core::problem::{Problem, Severity};
use crate::core::reader::{Incoming, NamedText};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// What the worker is asked.
#[derive(Serialize, Deserialize, Debug)]
pub enum Request {
    /// To read these files.
    Files(Vec<FileIn>),
    /// To read HTML from the clipboard.
    Html(String),
}

/// A file that the person opened or dropped.
#[derive(Serialize, Deserialize, Debug)]
pub struct FileIn {
    /// With its folders where it has any.
    pub name: String,
    /// A `File`; the worker reads it.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub file: JsValue,
}

/// What the worker says.
#[derive(Serialize, Deserialize, Debug)]
pub enum Answer {
    /// It has started and listens.
    Ready,
    /// So many of the request's files are read.
    Progress(u32),
    /// Everything is read; the last answer.
    Read(Sorted),
    /// It could not go on, for this reason; the last answer.
    Failed(String),
}

/// [`Incoming`] on its way.
#[derive(Serialize, Deserialize, Debug)]
pub struct Sorted {
    annotations: Vec<(String, String)>,
    schemas: Vec<(String, String)>,
    drafts: Vec<Draft>,
    problems: Vec<Remark>,
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

#[derive(Serialize, Deserialize, Debug)]
struct Remark {
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

impl From<Incoming> for Sorted {
    fn from(incoming: Incoming) -> Self {
        let named = |files: Vec<NamedText>| files.into_iter().map(|file| (file.name, file.text)).collect();
        Self {
            annotations: named(incoming.annotations),
            schemas: named(incoming.schemas),
            drafts: incoming.drafts.into_iter().map(Draft::from).collect(),
            problems: incoming.problems.into_iter().map(Remark::from).collect(),
        }
    }
}

impl From<Sorted> for Incoming {
    fn from(sorted: Sorted) -> Self {
        let named = |files: Vec<(String, String)>| {
            let texts = files.into_iter().map(|(name, text)| NamedText { name, text });
            texts.collect()
        };
        Self {
            annotations: named(sorted.annotations),
            schemas: named(sorted.schemas),
            drafts: sorted.drafts.into_iter().map(ArticleDraft::from).collect(),
            problems: sorted.problems.into_iter().map(Problem::from).collect(),
        }
    }
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
