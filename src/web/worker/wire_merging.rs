//! A file to take into the open project, on its way to the worker, and what came of it on the way back.

use super::wire::WireRecords;
use super::wire_reading::{Remark, problems, remarks};
use crate::core::merge::{MergeMode, MergePlan};
use crate::core::problem::Problem;
use crate::core::stored::{Records, write_edits};
use serde::{Deserialize, Serialize};

/// The open project and the file.
#[derive(Serialize, Deserialize, Debug)]
pub struct Merge {
    open: WireRecords,
    file: WireRecords,
    mode: Mode,
}

#[derive(Serialize, Deserialize, Debug)]
enum Mode {
    Add,
    Replace,
    Labels,
}

/// What taking it in would do.
#[derive(Serialize, Deserialize, Debug)]
pub struct Plan {
    #[serde(with = "serde_bytes")]
    edits: Vec<u8>,
    summary: Vec<String>,
    problems: Vec<Remark>,
}

impl Merge {
    /// To be packed by the page.
    pub fn new(open: Records, file: Records, mode: MergeMode) -> Self {
        Self {
            open: open.into(),
            file: file.into(),
            mode: match mode {
                MergeMode::Add => Mode::Add,
                MergeMode::Replace => Mode::Replace,
                MergeMode::Labels => Mode::Labels,
            },
        }
    }

    /// What [`Self::new`] was given.
    pub fn parts(self) -> (Records, Records, MergeMode) {
        let mode = match self.mode {
            Mode::Add => MergeMode::Add,
            Mode::Replace => MergeMode::Replace,
            Mode::Labels => MergeMode::Labels,
        };
        (self.open.into(), self.file.into(), mode)
    }
}

impl Plan {
    /// To be packed by the worker.
    pub fn new(plan: &MergePlan, file_name: &str) -> Self {
        Self {
            edits: write_edits(&plan.edits),
            summary: plan.report.summary(),
            problems: remarks(plan.report.problems(file_name)),
        }
    }

    /// The edits as [`write_edits`] wrote them, the summary, and the problems.
    pub fn parts(self) -> (Vec<u8>, Vec<String>, Vec<Problem>) {
        (self.edits, self.summary, problems(self.problems))
    }
}
