//! What the host is asked to do. Plain data; the host reports failures back as actions.

use super::action::ExportRequest;
use super::late_actions::LateAction;
use super::merging::MergeOrder;
use super::passages::PassagesOrder;
use super::search::SearchOrder;
use super::settings::Settings;
use crate::core::address::Address;
use crate::core::annotation_file::AnnotationFile;
use crate::core::id::ProjectId;
use crate::core::project::Project;
use crate::core::span::Span;
use crate::core::stored::JournalEntry;
use std::rc::Rc;

/// One request to the host.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Store this entry of the open project's journal, then report `SavingAction::Stored`.
    Append(Rc<JournalEntry>),
    /// Store a project that is new to the library, then report `LibraryAction::Opened`.
    CreateProject(Rc<Project>),
    /// Store the project that a file holds, as the same; then report `LibraryAction::Opened`.
    CreateFromFile(Rc<AnnotationFile>),
    /// Read a project of the library, then report `LibraryAction::Opened`.
    OpenProject(ProjectId),
    /// Copy a project of the library under a new identity, then report `LibraryAction::Opened`.
    DuplicateProject {
        /// The one to copy.
        from: ProjectId,
        /// The copy's id.
        id: ProjectId,
        /// The copy's name.
        name: String,
    },
    /// Mark a project of the library as deleted, or no longer so.
    SetDeleted(ProjectId, Deleted),
    /// Remove a deleted project for good.
    Purge(ProjectId),
    /// Keep the settings.
    SaveSettings(Settings),
    /// Write a file of the open project and hand it to the person, then report `FilesAction::Exported`.
    Export(Rc<FileOut>),
    /// Let the person pick files.
    PickFiles,
    /// Fetch the sample's articles, then report `FilesAction::Read`.
    FetchSample,
    /// Read HTML from the clipboard, then report `FilesAction::Read`.
    ReadHtml(String),
    /// Compare a file with the open project, then report `FilesAction::Merged`.
    Merge(Rc<MergeOrder>),
    /// Stop the work of this id, which `View::work` tells of; nothing comes of it.
    CancelWork(u32),
    /// Look for a query in texts, in place of what was looked for before; then report `SearchAction::Found`, or
    /// `SearchAction::Refused`.
    Search(Rc<SearchOrder>),
    /// Get ready for a search, which the person is about to type.
    PrepareSearch,
    /// Nothing is looked for any more: give back what a search takes.
    EndSearch,
    /// Have the late part of the program come, report `Action::LateArrived`, then dispatch this again.
    AwaitLate(LateAction),
    /// Compare the passages of articles, in place of what was compared before; then report `PassagesAction::Found`, or
    /// `PassagesAction::Refused`.
    ComparePassages(Rc<PassagesOrder>),
    /// Nobody waits for passages any more.
    EndPassages,
    /// Put this page's address with that fragment on the clipboard, then report `AddressAction::Copied`.
    CopyLink(Address),
    /// Say it to screen readers.
    Announce(String),
    /// Say it to screen readers once the person has paused, unless something else is said before.
    AnnounceAfterPause(String),
    /// Move the keyboard focus.
    Focus(FocusTarget),
    /// Bring a stretch of the open article into view.
    Reveal(Span),
    /// Bring a stretch of the open article into view and select it.
    RevealSelected(Span),
    /// Put the text caret there and drop the native selection.
    DropSelection(Span),
}

/// Whether a project is in the trash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deleted {
    /// In the trash; it can be restored.
    Yes,
    /// In the library.
    No,
}

/// A file for the person.
#[derive(Clone, PartialEq, Debug)]
pub struct FileOut {
    /// With its ending; safe on every file system.
    pub name: String,
    /// What is to be in it.
    pub request: ExportRequest,
    /// The same in words.
    pub contents: String,
}

/// Places that can have the keyboard focus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FocusTarget {
    /// The text of the open article.
    Text,
    /// The list of articles.
    Articles,
    /// The list of mentions.
    Mentions,
    /// The inspector.
    Inspector,
    /// The note field of the chosen mention.
    Note,
    /// The label bar.
    Labels,
    /// The field of the search; what stands there is selected.
    Search,
    /// The list of entities, or the entity that is shown.
    Entities,
    /// The list of claims, or the claim that is shown.
    Claims,
}
