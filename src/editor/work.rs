//! Work that takes long enough to tell how far it is, and that can be cancelled: reading many files.

use super::change_set::Topics;
use super::effect::Effect;
use super::machine::{Context, Editor};

/// How far the work is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Work {
    /// What is being done, such as `Reading 40 files`.
    pub title: String,
    /// How much of `total` is done; never more.
    pub done: u32,
    /// Above 0.
    pub total: u32,
}

/// What is told of the work, and asked of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorkAction {
    /// It goes on; from the host.
    Goes(Work),
    /// It has ended; from the host.
    Ended,
    /// The person wants it to stop.
    Cancel,
}

pub(super) fn handle(editor: &mut Editor, action: WorkAction, cx: &mut Context<'_>) {
    let was = editor.view.work.take();
    match action {
        WorkAction::Goes(work) => {
            if was.is_none_or(|was| was.title != work.title) {
                cx.announce(format!("{}…", work.title));
            }
            editor.view.work = Some(work);
        }
        WorkAction::Ended => {}
        WorkAction::Cancel => {
            if let Some(was) = was {
                cx.effects.push(Effect::CancelWork);
                cx.announce(format!("Cancelled: {}.", was.title));
            }
        }
    }
    cx.changed(Topics::WORK);
}
