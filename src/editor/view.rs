//! What the person looks at: not part of the project, not undone, not exported.

use super::beside::BesideState;
use super::dialog::Dialog;
use super::matrix::{MatrixPlace, MatrixQuery};
use super::passages::Passages;
use super::passages::list::PassageScope;
use super::search::Search;
use super::toast::Toast;
use super::work::Work;
use crate::core::address::Address;
use crate::core::annotation_file::AnnotationFile;
use crate::core::id::{ArticleId, ClaimId, EntityId, LabelId, MentionId};
use crate::core::problem::Problem;
use crate::core::span::Span;
use std::collections::VecDeque;
use std::rc::Rc;

/// The state of the page beside the project.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The article that is open.
    pub article: Option<ArticleId>,
    /// The stretch that waits for a label; labels are armed only while there is one.
    pub selection: Option<TextSelection>,
    /// The mention that the inspector shows.
    pub chosen: Option<MentionId>,
    /// Mentions at the last clicked place, the innermost first; clicking again takes the next one.
    pub under_click: Vec<MentionId>,
    /// The innermost mention under the text caret, as it was last said.
    pub caret_in: Option<MentionId>,
    /// A label that is kept: each selection becomes a mention at once.
    pub armed: Option<LabelId>,
    /// Whether a label was pressed and there was nothing to tag: shown until the person goes on.
    pub pressed_in_vain: bool,
    /// Whether the next selection is added to the chosen mention as a further span.
    pub adding_span: bool,
    /// What a kept label made of the last finished selection; a further click at the same place makes it larger.
    pub made_last: Option<MentionId>,
    /// What the list of articles is filtered by.
    pub article_filter: String,
    /// How the list of mentions is filtered and sorted.
    pub list: ListView,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Files of annotations that wait for a decision; the first is being reviewed.
    pub imports: VecDeque<Rc<AnnotationFile>>,
    /// What the last reading of files brought.
    pub report: Option<Rc<ReadingReport>>,
    /// Whether it is to be shown once no file of annotations waits any more.
    pub report_waits: bool,
    /// Long work that goes on, in the order of its beginning.
    pub work: Vec<Work>,
    /// Messages, oldest first.
    pub toasts: Vec<Toast>,
    /// The side panel that is open where there is room for one only.
    pub drawer: Option<Drawer>,
    /// What the side panel on the right shows. Where there is room, the inspector is seen anyway.
    pub side: SidePanel,
    /// What it shows below the inspector, where there is room for both.
    pub below: LowerPanel,
    /// Finding text in the articles.
    pub search: Search,
    /// An address whose project is not open yet.
    pub followed: Option<Address>,
    /// The entity that its panel is about; the list of all if `None`. It may be gone by undo.
    pub entity: Option<EntityId>,
    /// The claim that its panel is about; the list of all if `None`. It may be gone by undo.
    pub claim: Option<ClaimId>,
    /// How the table of claims by articles is filtered and sorted.
    pub matrix: MatrixQuery,
    /// The cell of it where the person is.
    pub matrix_at: Option<MatrixPlace>,
    /// Passages of different articles with the same content.
    pub passages: Passages,
    /// Which of them are listed.
    pub passage_scope: PassageScope,
    /// The pair where the person is in the list, by its place in the table.
    pub passage_at: Option<usize>,
    /// What is side by side.
    pub beside: BesideState,
}

impl View {
    /// Has the side panel show this, as one of several or below the inspector.
    pub fn show_side(&mut self, side: SidePanel) {
        self.side = side;
        match side {
            SidePanel::Inspector => {}
            SidePanel::Mentions => self.below = LowerPanel::Mentions,
            SidePanel::Search => self.below = LowerPanel::Search,
            SidePanel::Entities => self.below = LowerPanel::Entities,
            SidePanel::Claims => self.below = LowerPanel::Claims,
        }
    }
}

/// A selected stretch of the open article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextSelection {
    /// As the person selected it.
    pub raw: Span,
    /// What a mention of it would cover: snapped and trimmed.
    pub span: Span,
}

/// How the list of mentions is filtered and sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListView {
    /// Of this article or of all.
    pub scope: ListScope,
    /// The order.
    pub sort: ListSort,
    /// Only this label.
    pub label: Option<LabelId>,
    /// Only this author.
    pub author: Option<String>,
    /// Only mentions whose quote or note holds this, without regard to case.
    pub text: String,
}

impl ListView {
    /// Whether some mentions of the scope may be left out.
    pub fn filters(&self) -> bool {
        self.label.is_some() || self.author.is_some() || !self.text.is_empty()
    }
}

/// Which mentions are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ListScope {
    /// Of the open article.
    #[default]
    Article,
    /// Of all articles.
    Project,
}

/// The order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ListSort {
    /// As they stand in the text.
    #[default]
    Text,
    /// By quote, alphabetically.
    Quote,
    /// By label, in the schema's order, then as in the text.
    Label,
    /// The last changed first.
    Recent,
}

/// A side panel that lies over the text on a narrow page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drawer {
    /// The list of articles.
    Articles,
    /// The inspector and the list of mentions.
    Side,
}

/// What the side panel on the right shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SidePanel {
    /// The chosen mention.
    #[default]
    Inspector,
    /// The list of mentions.
    Mentions,
    /// The search and its hits.
    Search,
    /// Who and what mentions refer to.
    Entities,
    /// What mentions say, and which articles say it.
    Claims,
}

/// What can stand below the inspector.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LowerPanel {
    /// The list of mentions.
    #[default]
    Mentions,
    /// The search and its hits.
    Search,
    /// Who and what mentions refer to.
    Entities,
    /// What mentions say, and which articles say it.
    Claims,
}

/// What the reading of files brought.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadingReport {
    /// One sentence per kind of thing that was taken in.
    pub summary: Vec<String>,
    /// What could not be read or needs a look.
    pub problems: Vec<Problem>,
}
