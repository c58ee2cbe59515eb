//! The editor: all state, and the only place where actions become changes.

use super::action::{Action, ProjectSummary};
use super::beside::joined::Joined;
use super::change_set::{ChangeSet, Topics};
use super::claim_table::ClaimTable;
use super::command::Command;
use super::dialog::Dialog;
use super::effect::Effect;
use super::env::Env;
use super::late_actions::{LateAction, LateHandlers};
use super::list_model::ListModel;
use super::listing::Listing;
use super::matrix::{Matrix, MatrixQuery};
use super::memo::Memo;
use super::saving::Saving;
use super::settings::Settings;
use super::toast::{Offer, Toast};
use super::view::View;
use super::{
    addresses, annotate, article_list, choose, files, imports, late_actions, library, navigate, run_command, search,
    tag_hits, undo, work,
};
use crate::core::article::Article;
use crate::core::history::History;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use crate::core::mention_set::MentionSet;
use crate::core::project::Project;
use crate::core::span::Span;
use std::cell::RefCell;
use std::rc::Rc;

/// The application's state. Read it through the getters; change it through [`Editor::update`].
#[derive(Debug)]
pub struct Editor {
    pub(super) project: Project,
    pub(super) history: History,
    /// Tells states of the project apart: another one after each change, and after another project was opened.
    pub(super) revision: u32,
    pub(super) view: View,
    pub(super) settings: Settings,
    pub(super) saving: Saving,
    pub(super) library: Vec<ProjectSummary>,
    /// Worked out when it is asked for, and told of each change.
    list: RefCell<Listing>,
    claim_table: Memo<u32, ClaimTable>,
    matrix: Memo<(u32, MatrixQuery), Matrix>,
    pub(super) joined: Memo<JoinedKey, Joined>,
    /// None before the late part of the program has come.
    pub(super) late: Option<LateHandlers>,
    next_toast: u32,
}

/// The edition of the passages, the project's state, the articles side by side, and the passages that are pinned.
type JoinedKey = ((u32, bool), u32, Option<[ArticleId; 2]>, Option<[Span; 2]>);

/// What came of an action.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What changed.
    pub changes: ChangeSet,
    /// What the host is to do, in order.
    pub effects: Vec<Effect>,
}

/// What a handler works with, beside the editor.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub env: &'a Env<'a>,
    pub changes: ChangeSet,
    pub effects: Vec<Effect>,
}

impl Context<'_> {
    pub fn changed(&mut self, topics: Topics) {
        self.changes.topics |= topics;
    }

    pub fn announce(&mut self, text: impl Into<String>) {
        self.effects.push(Effect::Announce(text.into()));
    }
}

impl Editor {
    /// With a project open; the host opens the person's own as soon as it is read.
    pub fn new(project: Project, settings: Settings) -> Self {
        let article = project.articles().first().map(|article| article.id);
        Self {
            project,
            history: History::default(),
            revision: 0,
            view: View {
                article,
                ..View::default()
            },
            settings,
            saving: Saving::default(),
            library: Vec::new(),
            list: RefCell::default(),
            claim_table: Memo::default(),
            matrix: Memo::default(),
            joined: Memo::default(),
            late: None,
            next_toast: 0,
        }
    }

    /// Does what the action says. The only way to change anything.
    pub fn update(&mut self, action: Action, env: &Env<'_>) -> Outcome {
        let mut cx = Context {
            env,
            changes: ChangeSet::default(),
            effects: Vec::new(),
        };
        match action {
            Action::Run(command) => run_command::run(self, command, &mut cx),
            Action::Annotate(action) => annotate::handle(self, action, &mut cx),
            Action::Choose(action) => choose::handle(self, action, &mut cx),
            Action::Navigate(action) => navigate::handle(self, action, &mut cx),
            Action::Articles(action) => article_list::handle(self, action, &mut cx),
            Action::Address(action) => addresses::handle(self, action, &mut cx),
            Action::Dossier(deed) | Action::Schema(deed) => deed.carry_out(self, &mut cx),
            Action::Search(action) => search::handle(self, action, &mut cx),
            Action::Passages(action) => late_actions::take(self, LateAction::Passages(action), &mut cx),
            Action::Beside(action) => late_actions::take(self, LateAction::Beside(action), &mut cx),
            Action::LateArrived(handlers) => self.late = Some(handlers),
            Action::UndoTo(step) => undo::undo_to(self, step, &mut cx),
            Action::Library(action) => library::handle(self, action, &mut cx),
            Action::Files(action) => files::handle(self, action, &mut cx),
            Action::SetSettings(settings) => {
                self.settings = settings.clone();
                cx.effects.push(Effect::SaveSettings(settings));
                cx.changed(Topics::SETTINGS);
            }
            Action::ShowDialog(dialog) => {
                let before = std::mem::replace(&mut self.view.dialog, dialog);
                match (before, &self.view.dialog) {
                    (Some(Dialog::Import), None) => imports::pass_over(self, &mut cx),
                    (Some(Dialog::TagHits), None) => tag_hits::leave(self, &mut cx),
                    (Some(Dialog::Beside), None) => self.view.dialog = self.view.beside.left(),
                    _ => {}
                }
                cx.changed(Topics::DIALOG);
            }
            Action::DismissToast(id) => {
                self.view.toasts.retain(|toast| toast.id != id);
                cx.changed(Topics::TOASTS);
            }
            Action::Saving(action) => self.saving.handle(action, &mut cx),
            Action::Work(action) => work::handle(self, action, &mut cx),
        }
        if cx
            .changes
            .topics
            .meets(Topics::ARTICLES | Topics::OPEN | Topics::PROJECT)
        {
            search::follow(self, &mut cx);
        }
        late_actions::changed(self, &mut cx);
        let anything = cx
            .changes
            .topics
            .meets(Topics::ARTICLES | Topics::SCHEMA | Topics::PROJECT);
        if anything || cx.changes.topics.meets(Topics::MENTIONS) {
            let mentions = cx.changes.few_mentions().filter(|_| !anything);
            self.list.get_mut().changed(mentions, &self.project, &self.view);
        }
        Outcome {
            changes: cx.changes,
            effects: cx.effects,
        }
    }

    /// The open project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The open project's history.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What the person looks at.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What the person prefers.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether everything is stored.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The library, the last changed first, trash included.
    pub fn library(&self) -> &[ProjectSummary] {
        &self.library
    }

    /// The open article.
    pub fn article(&self) -> Option<&Rc<Article>> {
        self.project.article(self.view.article?)
    }

    /// The open article's mentions.
    pub fn open_mentions(&self) -> Option<&MentionSet> {
        self.project.mentions(self.view.article?)
    }

    /// The chosen mention.
    pub fn chosen(&self) -> Option<&Rc<Mention>> {
        self.project.mention(self.view.chosen?)
    }

    /// The list of mentions as filtered and sorted, as far as it is worked out; see [`Listing::model`].
    pub fn list(&self) -> Rc<ListModel> {
        self.list.borrow_mut().model(&self.project, &self.view)
    }

    /// Which article makes which claim; worked out once per change, by whoever asks first.
    pub fn claim_table(&self) -> Rc<ClaimTable> {
        self.claim_table.get(self.revision, || ClaimTable::of(&self.project))
    }

    /// The table of claims by articles, as filtered and sorted.
    pub fn matrix(&self) -> Rc<Matrix> {
        let query = &self.view.matrix;
        self.matrix.get((self.revision, query.clone()), || {
            Matrix::of(&self.project, self.claim_table(), query)
        })
    }

    /// How many mentions the list has looked at since the start; for tests.
    pub fn n_looked_at(&self) -> usize {
        self.list.borrow().n_looked_at()
    }

    /// Works out a further part of the list.
    pub(super) fn list_further(&mut self) {
        self.list.get_mut().further(&self.project, &self.view);
    }

    /// Shows a message and says it to screen readers.
    pub(super) fn toast(&mut self, text: impl Into<String>, offer: Option<Offer>, cx: &mut Context<'_>) {
        self.push_toast(text.into(), offer, false, None, cx);
    }

    /// Shows a message that stays until it is dismissed.
    pub(super) fn lasting_toast(&mut self, text: impl Into<String>, offer: Option<Offer>, cx: &mut Context<'_>) {
        self.push_toast(text.into(), offer, true, None, cx);
    }

    /// Shows what a command that goes back and forth has come to, in place of what it came to before.
    pub(super) fn toast_outcome(&mut self, command: Command, text: impl Into<String>, cx: &mut Context<'_>) {
        self.view.toasts.retain(|toast| toast.outcome_of != Some(command));
        self.push_toast(text.into(), None, false, Some(command), cx);
    }

    /// Takes away messages that offer to undo a step which is no longer the last one.
    pub(super) fn drop_undo_offers(&mut self, cx: &mut Context<'_>) {
        let n = self.view.toasts.len();
        self.view
            .toasts
            .retain(|toast| toast.offer != Some(Offer::Run(Command::Undo)));
        if self.view.toasts.len() != n {
            cx.changed(Topics::TOASTS);
        }
    }

    fn push_toast(
        &mut self,
        text: String,
        offer: Option<Offer>,
        stays: bool,
        outcome_of: Option<Command>,
        cx: &mut Context<'_>,
    ) {
        cx.announce(text.clone());
        let id = self.next_toast;
        self.next_toast += 1;
        // More than three at once would hide the page.
        if self.view.toasts.len() >= 3 {
            self.view.toasts.remove(0);
        }
        self.view.toasts.push(Toast {
            id,
            text,
            offer,
            stays,
            outcome_of,
        });
        cx.changed(Topics::TOASTS);
    }
}
