//! What came of reading files, on its way from the worker to the page.

use super::wire::WireRecords;
use crate::core::anchor::{Certainty, How};
use crate::core::article_draft::ArticleDraft;
use crate::core::formats::native::NativeFile;
use crate::core::history::History;
use crate::core::id::ProjectId;
use crate::core::problem::{Problem, Severity};
use crate::core::project::Project;
use crate::core::reader::Incoming;
use crate::core::reanchored::{Moved, Unplaced};
use crate::core::schema::Schema;
use crate::core::stored::Records;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// [`Incoming`] on its way.
#[derive(Serialize, Deserialize, Debug)]
pub struct Read {
    annotations: Vec<Annotations>,
    /// Each as a project without articles.
    schemas: Vec<WireRecords>,
    drafts: Vec<Draft>,
    problems: Vec<Remark>,
}

#[derive(Serialize, Deserialize, Debug)]
struct Annotations {
    file_name: String,
    project: WireRecords,
    problems: Vec<Remark>,
    moved: Vec<WireMoved>,
    unplaced: Vec<WireUnplaced>,
}

#[derive(Serialize, Deserialize, Debug)]
struct WireMoved {
    article: String,
    article_title: String,
    mention: String,
    old_quote: String,
    new_quote: String,
    now_in: String,
    exact: bool,
    clear: bool,
}

#[derive(Serialize, Deserialize, Debug)]
struct WireUnplaced {
    article: String,
    article_title: String,
    mention: String,
    label: String,
    quote: String,
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

impl From<Incoming> for Read {
    fn from(incoming: Incoming) -> Self {
        let schema = |schema| {
            let project = Project::new(ProjectId::from_u128(0), String::new(), Timestamp::default(), schema);
            Records::of(&project, &History::default()).into()
        };
        Self {
            annotations: incoming.annotations.into_iter().map(Annotations::from).collect(),
            schemas: incoming.schemas.into_iter().map(schema).collect(),
            drafts: incoming.drafts.into_iter().map(Draft::from).collect(),
            problems: remarks(incoming.problems),
        }
    }
}

impl Read {
    /// As the reader gave it. An error says why the worker's records cannot be read.
    pub fn incoming(self) -> Result<Incoming, String> {
        let schema = |records: WireRecords| -> Result<Schema, Problem> {
            let (project, ..) = Records::from(records).read()?;
            Ok(project.schema().clone())
        };
        let annotations: Result<Vec<_>, Problem> = self.annotations.into_iter().map(Annotations::file).collect();
        let schemas: Result<Vec<_>, Problem> = self.schemas.into_iter().map(schema).collect();
        Ok(Incoming {
            annotations: annotations.map_err(|problem| problem.reason)?,
            schemas: schemas.map_err(|problem| problem.reason)?,
            drafts: self.drafts.into_iter().map(ArticleDraft::from).collect(),
            problems: problems(self.problems),
        })
    }
}

impl From<(String, NativeFile)> for Annotations {
    fn from((file_name, file): (String, NativeFile)) -> Self {
        let moved = file.moved.into_iter().map(|it| WireMoved {
            article: it.article.to_string(),
            article_title: it.article_title,
            mention: it.mention.to_string(),
            old_quote: it.old_quote,
            new_quote: it.new_quote,
            now_in: it.now_in,
            exact: it.how == How::Exact,
            clear: it.certainty == Certainty::Clear,
        });
        let unplaced = file.unplaced.into_iter().map(|it| WireUnplaced {
            article: it.article.to_string(),
            article_title: it.article_title,
            mention: it.mention.to_string(),
            label: it.label,
            quote: it.quote,
        });
        Self {
            file_name,
            project: Records::of(&file.project, &History::default()).into(),
            problems: remarks(file.problems),
            moved: moved.collect(),
            unplaced: unplaced.collect(),
        }
    }
}

impl Annotations {
    fn file(self) -> Result<(String, NativeFile), Problem> {
        let (project, ..) = Records::from(self.project).read()?;
        // Ids come as they were written.
        let moved = self.moved.into_iter().filter_map(|it| {
            Some(Moved {
                article: it.article.parse().ok()?,
                article_title: it.article_title,
                mention: it.mention.parse().ok()?,
                old_quote: it.old_quote,
                new_quote: it.new_quote,
                now_in: it.now_in,
                how: if it.exact { How::Exact } else { How::Approximate },
                certainty: if it.clear {
                    Certainty::Clear
                } else {
                    Certainty::Ambiguous
                },
            })
        });
        let unplaced = self.unplaced.into_iter().filter_map(|it| {
            Some(Unplaced {
                article: it.article.parse().ok()?,
                article_title: it.article_title,
                mention: it.mention.parse().ok()?,
                label: it.label,
                quote: it.quote,
            })
        });
        let file = NativeFile {
            project,
            problems: problems(self.problems),
            moved: moved.collect(),
            unplaced: unplaced.collect(),
        };
        Ok((self.file_name, file))
    }
}

fn remarks(problems: Vec<Problem>) -> Vec<Remark> {
    problems.into_iter().map(Remark::from).collect()
}

fn problems(remarks: Vec<Remark>) -> Vec<Problem> {
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
