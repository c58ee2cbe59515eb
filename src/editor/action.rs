//! Everything that can happen to the application.

use super::addresses::AddressAction;
use super::beside::BesideAction;
use super::command::Command;
use super::deed::Deed;
use super::dialog::Dialog;
use super::dossier::DossierAction;
use super::effect::FileOut;
use super::label_draft::LabelDraft;
use super::late_actions::LateHandlers;
use super::merging::{MergeOrder, Merged};
use super::passages::PassagesAction;
use super::relation_type_edit::RelationTypeAction;
use super::search::SearchAction;
use super::settings::Settings;
use super::tag_hits::HitsToTag;
use super::view::{Drawer, ListView, SidePanel};
use super::work::WorkAction;
use crate::core::attribute_value::AttributeValue;
use crate::core::formats::FileFormat;
use crate::core::history::History;
use crate::core::id::{ArticleId, AttributeId, LabelId, MentionId, ProjectId, TransactionId};
use crate::core::offset::ByteOffset;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::publication_date::PublicationDate;
use crate::core::reader::Incoming;
use crate::core::segment::Toward;
use crate::core::span::Span;
use crate::core::timestamp::Timestamp;
use std::rc::Rc;

/// One input. Grouped; the editor only passes each group on.
#[derive(Clone, Debug)]
pub enum Action {
    /// A command by name: from a key, a button or the palette.
    Run(Command),
    /// Making and changing mentions.
    Annotate(AnnotateAction),
    /// Selecting text and choosing mentions.
    Choose(ChooseAction),
    /// Moving between articles and panels.
    Navigate(NavigateAction),
    /// The list of articles.
    Articles(ArticlesAction),
    /// Following and copying addresses.
    Address(AddressAction),
    /// Entities, claims and what mentions refer to.
    Dossier(Deed),
    /// Finding text in the articles.
    Search(SearchAction),
    /// Finding passages with the same content.
    Passages(PassagesAction),
    /// Two articles side by side.
    Beside(BesideAction),
    /// The late part of the program has come, with what handles some of these; from the host.
    LateArrived(LateHandlers),
    /// Labels and guidelines.
    Schema(Deed),
    /// Going back to a certain step of the history.
    UndoTo(TransactionId),
    /// The library of projects.
    Library(LibraryAction),
    /// Files in and out.
    Files(FilesAction),
    /// The person's settings, whole.
    SetSettings(Settings),
    /// Opens a dialog, or closes the one that is open.
    ShowDialog(Option<Dialog>),
    /// Takes a message away.
    DismissToast(u32),
    /// Reports of the host about storing.
    Saving(SavingAction),
    /// How far long work is.
    Work(WorkAction),
}

impl Action {
    /// Does something about entities, claims, what mentions refer to, or relations.
    pub fn dossier(action: DossierAction) -> Self {
        Self::Dossier(action.into())
    }

    /// Does something about labels, types of relations or guidelines.
    pub fn schema(action: SchemaAction) -> Self {
        Self::Schema(action.into())
    }
}

/// Making and changing mentions.
#[derive(Clone, Debug)]
pub enum AnnotateAction {
    /// Tags the waiting selection; without one, gives the chosen mention this label.
    Tag(LabelId),
    /// Keeps the label: each selection becomes a mention at once, the one that waits too. `None` ends it.
    Arm(Option<LabelId>),
    /// Gives a mention another label; values of attributes that the label lacks are dropped.
    Relabel(MentionId, LabelId),
    /// Answers an attribute; `None` takes the answer back.
    SetAttribute(MentionId, AttributeId, Option<AttributeValue>),
    /// Replaces the note. Typing merges into one step.
    SetNote(MentionId, String),
    /// Deletes a mention.
    Delete(MentionId),
    /// Moves one end of a span of the mention to this place.
    Resize {
        /// Whose span.
        mention: MentionId,
        /// Which of its spans, 0-based.
        span: usize,
        /// Which end: `Start` is the one with the lower offset.
        end: Toward,
        /// Where to; snapped unless `exact`.
        to: ByteOffset,
        /// Whether the place is meant as it is.
        exact: bool,
    },
    /// Moves one end of the chosen mention by a word.
    Nudge {
        /// Which end.
        end: Toward,
        /// Which way.
        toward: Toward,
    },
    /// The next selection becomes a further span of the chosen mention.
    AddSpan,
    /// Takes one span away from a mention that has several.
    RemoveSpan(MentionId, usize),
    /// Makes mentions of hits of the search, as one step.
    TagHits(Rc<HitsToTag>),
}

/// Selecting text and choosing mentions.
#[derive(Clone, Debug)]
pub enum ChooseAction {
    /// The selection changes and is not finished; shown, nothing is made of it.
    Select {
        /// As the person selected it.
        raw: Span,
        /// Whether it is meant as it is (a modifier was held).
        exact: bool,
    },
    /// The selection is finished: a kept label tags it, a waiting mention takes it as a further span.
    Settle {
        /// As the person selected it.
        raw: Span,
        /// Whether it is meant as it is.
        exact: bool,
    },
    /// As [`Self::Settle`], by one more click at the same place: what the click before made gives way to it.
    SettleFurther {
        /// As the person selected it.
        raw: Span,
        /// Whether it is meant as it is.
        exact: bool,
    },
    /// There is no selection any more.
    Unselect,
    /// A click or Enter at a place: the innermost mention there; again, the next one out.
    At(ByteOffset),
    /// The text caret moved here: tells which mention begins or ends being under it. Chooses nothing.
    CaretAt(ByteOffset),
    /// A click where no mention can be.
    Nothing,
    /// This one, from a list. Opens its article, brings it into view.
    Mention(MentionId),
    /// This one, of those under the last click; nothing moves.
    UnderClick(MentionId),
}

/// Moving about.
#[derive(Clone, Debug)]
pub enum NavigateAction {
    /// Opens an article.
    Open(ArticleId),
    /// Opens or closes a side panel of a narrow page.
    Drawer(Option<Drawer>),
    /// Chooses what the right panel shows.
    Side(SidePanel),
    /// Filters and sorts the list of mentions.
    List(ListView),
    /// Works out a further part of the list, as long as something is left; from whoever shows it.
    ListFurther,
}

/// The list of articles.
#[derive(Clone, Debug)]
pub enum ArticlesAction {
    /// Filters the list by title, outlet, date and tags.
    Filter(String),
    /// Replaces what is known about an article.
    SetDetails(ArticleId, ArticleDetails),
    /// Takes an article with its mentions out of the project.
    Remove(ArticleId),
    /// Moves an article to a 0-based place.
    Move(ArticleId, usize),
    /// Moves an article past the next one that the list shows, to its start or its end.
    Shift(ArticleId, Toward),
    /// Marks an article as done or not.
    SetDone(ArticleId, bool),
}

/// What a person can change about an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleDetails {
    /// Not empty.
    pub title: String,
    /// The publisher or site.
    pub outlet: String,
    /// As written.
    pub author: String,
    /// Where it stood.
    pub url: String,
    /// BCP 47.
    pub language: String,
    /// When it was published.
    pub date: Option<PublicationDate>,
    /// Free words.
    pub tags: Vec<String>,
    /// A note on the whole article.
    pub note: String,
}

/// Labels and guidelines.
#[derive(Clone, Debug)]
pub enum SchemaAction {
    /// Puts in a new label at the end, or replaces the one with the same id. What is new gets its ids; the labels'
    /// dialog, where it is open, is then at the label.
    Save(LabelDraft),
    /// Deletes a label with its mentions.
    Delete(LabelId),
    /// Moves a label to a 0-based place.
    Move(LabelId, usize),
    /// Replaces the guidelines.
    SetGuidelines(String),
    /// Types of relations.
    RelationType(RelationTypeAction),
}

/// The library of projects.
#[derive(Clone, Debug)]
pub enum LibraryAction {
    /// Which projects there are, from the host.
    Listed(Vec<ProjectSummary>),
    /// A project was read or created, and is now the open one.
    Opened(Box<OpenedProject>),
    /// A project could not be read.
    OpenFailed(String),
    /// A new, empty one.
    New(String),
    /// Another one of the library.
    Open(ProjectId),
    /// Renames the open one.
    Rename(String),
    /// Copies one.
    Duplicate(ProjectId),
    /// Into the trash.
    Delete(ProjectId),
    /// Out of the trash, back into the library.
    Restore(ProjectId),
    /// Out of the trash, and open again.
    Reopen(ProjectId),
    /// Out of the trash for good.
    Purge(ProjectId),
}

/// A project as the library lists it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProjectSummary {
    /// Its id.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
    /// When it was last changed.
    pub modified: Timestamp,
    /// How many articles.
    pub n_articles: usize,
    /// How many mentions.
    pub n_mentions: usize,
    /// Since when it is in the trash.
    pub deleted: Option<Timestamp>,
}

/// A project as it comes from the store.
#[derive(Clone, Debug)]
pub struct OpenedProject {
    /// The project.
    pub project: Project,
    /// Its history.
    pub history: History,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
    /// The article that was being read, where that is known.
    pub article: Option<ArticleId>,
}

/// Files in and out.
#[derive(Clone, Debug)]
pub enum FilesAction {
    /// What came of files that the person opened or dropped.
    Read(Incoming),
    /// Text that the person pasted, with its HTML where the clipboard had some.
    Paste {
        /// As plain text.
        text: String,
        /// As HTML.
        html: Option<String>,
    },
    /// The sample's articles, into the open project.
    AddSample,
    /// Takes in the annotations that wait in `View::imports`, the first of them.
    Accept(ImportMode),
    /// What taking a file in would do; from the host.
    Merged(Rc<MergeOrder>, Merged),
    /// Hands out a file.
    Export(ExportRequest),
    /// The file was handed out; from the host.
    Exported(Rc<FileOut>),
}

/// How a file of annotations is taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportMode {
    /// As a project of its own.
    OwnProject,
    /// Into the open project: adds what is new, takes the newer version of what both have.
    Add,
    /// The open project becomes what the file says, as one undoable step.
    Replace,
}

/// What to hand out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportRequest {
    /// In which format.
    pub format: FileFormat,
    /// Only these articles; `None` for the whole project.
    pub articles: Option<Vec<ArticleId>>,
}

/// Reports of the host about storing.
#[derive(Clone, Debug)]
pub enum SavingAction {
    /// This many entries of the journal are now stored for good.
    Stored(usize),
    /// Storing failed; the reason as a sentence.
    Failed(String),
    /// Nothing can be stored here at all; the reason as a sentence.
    Unavailable(String),
    /// Another tab has the open project open, and stores it; nothing is stored from here.
    OpenElsewhere,
    /// That tab has let go of it.
    LetGoElsewhere,
    /// The person wants to go on here with the open project, as it was stored: only where nothing was changed here.
    GoOn(ProjectId),
}
