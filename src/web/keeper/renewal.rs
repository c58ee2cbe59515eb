//! Projects that an older Attest stored: their records are read by the worker, so that the page need not know their form.

use crate::core::history::History;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::stored::Records;
use crate::web::timer::between_slices;
use crate::web::worker;
use crate::web::worker::wire::{Answer, Request};

/// As [`Records::read`]. An error is a sentence; nothing has been written.
pub async fn read(records: Records) -> Result<(Project, History, Vec<Problem>), String> {
    let Answer::Renewed(renewed) = worker::ask(Request::Renew(records.into())).await? else {
        return Err("The project is stored in an older form, which could not be read.".to_owned());
    };
    let (records, mut problems) = renewed?.parts();
    let read = records.read_in_slices(&between_slices).await;
    let (project, history, more) = read.map_err(|problem| problem.reason)?;
    problems.extend(more);
    Ok((project, history, problems))
}
