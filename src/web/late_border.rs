//! The border between the two parts of the program for what is no view; for views it is `ui::late_views`. `cargo xtask
//! dist` puts everything that is reached by way of these functions only into the late part.

use super::keeper::renewal;
use super::late_part::Arrived;
use super::timer::between_slices;
use super::{file_work, passages_work, relation_lines, search_work};
use crate::core::history::History;
use crate::core::id::MentionId;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::stored::Records;
use crate::editor::action::Action;
use crate::editor::effect::Effect;
use crate::editor::late_actions::{LateAction, LateHandlers};
use crate::editor::store::Store;
use std::pin::Pin;
use web_sys::File;

/// Of the effects those that a worker has part in.
pub fn carry_out(_: Arrived, (effect, store): (Effect, Store)) {
    match effect {
        Effect::Export(file) => file_work::export(file, &store),
        Effect::ReadHtml(html) => file_work::read_html(html, &store),
        Effect::Merge(order) => file_work::merge(order, &store),
        Effect::CancelWork(id) => {
            file_work::cancel(id);
            passages_work::cancel(id, &store);
        }
        Effect::AwaitLate(action) => {
            store.dispatch(Action::LateArrived(LateHandlers::all()));
            store.dispatch(match action {
                LateAction::Passages(action) => Action::Passages(action),
                LateAction::Beside(action) => Action::Beside(action),
            });
        }
        Effect::ComparePassages(order) => passages_work::compare(&order, &store),
        Effect::EndPassages => passages_work::end(&store),
        Effect::Search(order) => search_work::search(order, &store),
        Effect::PrepareSearch => search_work::prepare(&store),
        Effect::EndSearch => search_work::end(),
        _ => {}
    }
}

/// Reads files, each under the name by which the person knows it.
pub fn read_files(_: Arrived, (files, store): (Vec<(String, File)>, Store)) {
    file_work::read_files(files, &store);
}

/// Draws lines from this mention to what it is related to.
pub fn show_relations(_: Arrived, (mention, store): (Option<MentionId>, Store)) {
    relation_lines::show(&store, mention);
}

/// What is known of a project once it is read, or a sentence that says why it cannot be.
type Reading = Pin<Box<dyn Future<Output = Result<(Project, History, Vec<Problem>), String>>>>;

/// Reads a stored project, also one that an older Attest stored.
pub fn read_records(_: Arrived, records: Records) -> Reading {
    Box::pin(async {
        if records.are_older() {
            return renewal::read(records).await;
        }
        let read = records.read_in_slices(&between_slices).await;
        read.map_err(|problem| problem.reason)
    })
}
