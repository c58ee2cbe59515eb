//! What the keeper has to do.

use crate::core::annotation_file::AnnotationFile;
use crate::core::id::ProjectId;
use crate::core::project::Project;
use crate::core::stored::JournalEntry;
use crate::editor::effect::{Deleted, Effect};
use crate::editor::settings::Settings;
use crate::web::environment::now;
use std::rc::Rc;

/// One entry of a journal.
pub(super) type Entry = Rc<JournalEntry>;

/// One thing to do.
#[derive(Debug)]
pub(super) enum Job {
    Append(ProjectId, Vec<Entry>),
    Create(Rc<Project>),
    CreateFromFile(Rc<AnnotationFile>),
    Open(ProjectId),
    Duplicate {
        from: ProjectId,
        id: ProjectId,
        name: String,
    },
    SetDeleted(ProjectId, Option<i64>),
    Purge(ProjectId),
    SaveSettings(Settings),
    List,
}

impl Job {
    /// `None` for an effect that stores nothing. `open` is the project that journal entries belong to.
    pub fn of(effect: Effect, open: ProjectId) -> Option<Self> {
        Some(match effect {
            Effect::Append(entry) => Self::Append(open, vec![entry]),
            Effect::CreateProject(project) => Self::Create(project),
            Effect::CreateFromFile(file) => Self::CreateFromFile(file),
            Effect::OpenProject(id) => Self::Open(id),
            Effect::DuplicateProject { from, id, name } => Self::Duplicate { from, id, name },
            Effect::SetDeleted(id, deleted) => Self::SetDeleted(id, (deleted == Deleted::Yes).then(|| now().unix_ms())),
            Effect::Purge(id) => Self::Purge(id),
            Effect::SaveSettings(settings) => Self::SaveSettings(settings),
            Effect::Export(_)
            | Effect::PickFiles
            | Effect::CopyLink(_)
            | Effect::Announce(_)
            | Effect::Focus(_)
            | Effect::Reveal(_)
            | Effect::DropSelection(_)
            | Effect::FetchSample
            | Effect::ReadHtml(_)
            | Effect::Merge(_)
            | Effect::CancelWork(_)
            | Effect::AwaitLate(_)
            | Effect::ComparePassages(_)
            | Effect::EndPassages
            | Effect::Search(_)
            | Effect::PrepareSearch
            | Effect::EndSearch
            | Effect::AnnounceAfterPause(_)
            | Effect::RevealSelected(_) => return None,
        })
    }
}

/// Whether it takes more than a moment to write.
pub(super) fn is_long(entry: &JournalEntry) -> bool {
    match entry {
        JournalEntry::Do(step) | JournalEntry::Amend(step) => step.edits.len() > 5_000,
        JournalEntry::Undo(_) | JournalEntry::Redo(_) => false,
    }
}
