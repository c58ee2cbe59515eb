//! Collects what comes of one file while it is read.

use super::Reading;
use crate::core::article_draft::ArticleDraft;
use crate::core::problem::{Problem, Severity};

/// A file that is something else altogether, such as a log named `.jsonl`, would give a problem for every line.
const MAX_PROBLEMS: usize = 100;

/// The drafts and problems of one file so far.
#[derive(Debug)]
pub struct Report {
    file_name: String,
    /// In the order of the file.
    pub drafts: Vec<ArticleDraft>,
    problems: Vec<Problem>,
    n_unlisted: usize,
}

impl Report {
    /// An empty report; the name is what problems are told under.
    pub fn new(file_name: &str) -> Self {
        Self {
            file_name: file_name.into(),
            drafts: Vec::new(),
            problems: Vec::new(),
            n_unlisted: 0,
        }
    }

    /// The file's name as given.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Lists a problem, or counts it when there are many already. `line` is 1-based.
    pub fn add(&mut self, line: Option<u32>, severity: Severity, reason: String) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem {
                file: self.file_name.clone(),
                line,
                severity,
                reason,
            });
        } else {
            self.n_unlisted += 1;
        }
    }

    /// The reading; where nothing was read, every problem but a notice counts as a refusal.
    pub fn finish(self) -> Reading {
        let Self {
            file_name,
            drafts,
            mut problems,
            n_unlisted,
        } = self;
        if n_unlisted > 0 {
            let reason = format!("{n_unlisted} more problems of this kind are not listed.");
            problems.push(Problem {
                file: file_name.clone(),
                line: None,
                severity: Severity::LeftOut,
                reason,
            });
        }
        if drafts.is_empty() {
            for problem in problems
                .iter_mut()
                .filter(|problem| problem.severity == Severity::LeftOut)
            {
                problem.severity = Severity::Refused;
            }
            if problems.iter().all(|problem| problem.severity == Severity::Notice) {
                let reason = "The file holds no article.".into();
                problems.push(Problem {
                    file: file_name,
                    line: None,
                    severity: Severity::Refused,
                    reason,
                });
            }
        }
        Reading { drafts, problems }
    }
}
