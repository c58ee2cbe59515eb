//! Work that takes long enough to tell how far it is, and that can be cancelled: reading many files.

use super::change_set::Topics;
use super::effect::Effect;
use super::machine::{Context, Editor};

/// How far one piece of work is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Work {
    /// Tells it from others that go on at the same time.
    pub id: u32,
    /// What is being done, such as `Reading 40 files`.
    pub title: String,
    /// How much of `total` is done; never more.
    pub done: u32,
    /// Above 0; 1 where it is not known how far it is.
    pub total: u32,
}

/// What is told of the work, and asked of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorkAction {
    /// It goes on; from the host.
    Goes(Work),
    /// The work of this id has ended; from the host.
    Ended(u32),
    /// The person wants the work of this id to stop.
    Cancel(u32),
}

pub(super) fn handle(editor: &mut Editor, action: WorkAction, cx: &mut Context<'_>) {
    match action {
        WorkAction::Goes(work) => match editor.view.work.iter_mut().find(|was| was.id == work.id) {
            Some(was) => *was = work,
            None => {
                cx.announce(format!("{}…", work.title));
                editor.view.work.push(work);
            }
        },
        WorkAction::Ended(id) => editor.view.work.retain(|work| work.id != id),
        WorkAction::Cancel(id) => {
            for was in editor.view.work.extract_if(.., |work| work.id == id) {
                cx.effects.push(Effect::CancelWork(id));
                cx.announce(format!("Cancelled: {}.", was.title));
            }
        }
    }
    cx.changed(Topics::WORK);
}
