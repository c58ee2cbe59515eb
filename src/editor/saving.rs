//! Whether everything is stored: the page says "Saved" when, and only when, it is.

use super::action::SavingAction;
use super::change_set::Topics;
use super::effect::Effect;
use super::machine::Context;
use crate::core::history::History;

/// What the host has been asked to store, and what it has reported as stored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Saving {
    pending: usize,
    trouble: Option<Trouble>,
    other_tab: Option<OtherTab>,
}

/// Another tab had the project open when this one did, so that nothing is stored from here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OtherTab {
    /// It still has.
    HasIt,
    /// It has let go of it: the project can be opened anew, as it was stored.
    LetGo,
}

/// Why something is not stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Nothing can be stored in this browser; the reason.
    Unavailable(String),
    /// The last attempt failed; the reason.
    Failed(String),
}

/// Whether something would be lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loss {
    /// Something.
    Some,
    /// Nothing.
    None,
}

/// What the status says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SavingStatus {
    /// A crash loses nothing.
    Saved,
    /// Under way.
    Saving,
    /// It is not.
    NotSaved(Trouble),
    /// Another tab stores, this one does not; with whether anything was changed here.
    Elsewhere(OtherTab, Loss),
}

impl Saving {
    /// What the status says now.
    pub fn status(&self) -> SavingStatus {
        if let Some(other_tab) = self.other_tab {
            let changed = if self.pending > 0 { Loss::Some } else { Loss::None };
            return SavingStatus::Elsewhere(other_tab, changed);
        }
        match &self.trouble {
            Some(trouble) => SavingStatus::NotSaved(trouble.clone()),
            None if self.pending > 0 => SavingStatus::Saving,
            None => SavingStatus::Saved,
        }
    }

    /// Whether leaving the page now would lose something: what still waits to be stored, or, where nothing can be
    /// stored, any step of the history.
    pub fn would_lose(&self, history: &History) -> Loss {
        let kept_nowhere = matches!(self.trouble, Some(Trouble::Unavailable(_)));
        let changed = history.next_undo().or(history.next_redo()).is_some();
        if self.pending > 0 || (kept_nowhere && changed) {
            Loss::Some
        } else {
            Loss::None
        }
    }

    pub(super) fn asked(&mut self, cx: &mut Context<'_>) {
        self.pending += 1;
        cx.changed(Topics::SAVING);
    }

    /// Another project is open: what the host was asked for before concerns that one.
    pub(super) fn reset(&mut self, cx: &mut Context<'_>) {
        self.pending = 0;
        self.other_tab = None;
        if !matches!(self.trouble, Some(Trouble::Unavailable(_))) {
            self.trouble = None;
        }
        cx.changed(Topics::SAVING);
    }

    pub(super) fn handle(&mut self, action: SavingAction, cx: &mut Context<'_>) {
        match action {
            SavingAction::Stored(n) => {
                self.pending = self.pending.saturating_sub(n);
                if matches!(self.trouble, Some(Trouble::Failed(_))) {
                    self.trouble = None;
                }
            }
            SavingAction::Failed(reason) => {
                cx.announce(format!("Not saved: {reason}"));
                self.trouble = Some(Trouble::Failed(reason));
            }
            SavingAction::OpenElsewhere => {
                cx.announce("This project is open in another tab. Changes made here are not stored.");
                self.other_tab = Some(OtherTab::HasIt);
            }
            SavingAction::LetGoElsewhere => {
                if self.other_tab.is_some() {
                    cx.announce("The other tab no longer has this project open.");
                    self.other_tab = Some(OtherTab::LetGo);
                }
            }
            SavingAction::GoOn(project) => {
                if self.status() == SavingStatus::Elsewhere(OtherTab::LetGo, Loss::None) {
                    cx.effects.push(Effect::OpenProject(project));
                }
            }
            SavingAction::Unavailable(reason) => self.trouble = Some(Trouble::Unavailable(reason)),
        }
        cx.changed(Topics::SAVING);
    }
}
