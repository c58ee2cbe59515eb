//! A project whose records were in an older form, on its way back from the worker.

use super::wire::WireRecords;
use super::wire_reading::{Remark, problems, remarks};
use crate::core::problem::Problem;
use crate::core::stored::{Records, read_older};
use serde::{Deserialize, Serialize};

/// The project in the form of today.
#[derive(Serialize, Deserialize, Debug)]
pub struct Renewed {
    records: WireRecords,
    /// What was left out.
    problems: Vec<Remark>,
}

impl Renewed {
    /// To be packed by the worker. An error is a sentence.
    pub fn new(records: Records) -> Result<Self, String> {
        let (project, history, problems) = read_older(records).map_err(|problem| problem.reason)?;
        Ok(Self {
            records: Records::of(&project, &history).into(),
            problems: remarks(problems),
        })
    }

    /// The records, and what was left out.
    pub fn parts(self) -> (Records, Vec<Problem>) {
        (self.records.into(), problems(self.problems))
    }
}
