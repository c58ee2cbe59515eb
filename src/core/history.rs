//! Steps that can be undone and redone. Bounded; the oldest go first.

use super::transaction::Transaction;
use std::collections::VecDeque;

/// How many steps are kept.
pub const MAX_STEPS: usize = 1000;

/// The steps behind and, after an undo, ahead. Holds no project: callers revert and apply.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct History {
    /// Oldest first. Invariant: at most [`MAX_STEPS`].
    done: VecDeque<Transaction>,
    /// The next to be redone last.
    undone: Vec<Transaction>,
    /// Whether the last step may take in a continuation: not after an undo, a redo or a pause.
    open: bool,
}

impl History {
    /// For readers of stored histories: `done` oldest first, `undone` with the next to be redone last.
    pub fn from_steps(done: Vec<Transaction>, undone: Vec<Transaction>) -> Self {
        let mut done = VecDeque::from(done);
        while done.len() > MAX_STEPS {
            done.pop_front();
        }
        Self {
            done,
            undone,
            open: false,
        }
    }

    /// Oldest first.
    pub fn done(&self) -> impl DoubleEndedIterator<Item = &Transaction> {
        self.done.iter()
    }

    /// The next to be redone last.
    pub fn undone(&self) -> &[Transaction] {
        &self.undone
    }

    /// Takes in a step that was just applied; what was undone before is forgotten. Says whether it became part of
    /// the last step.
    pub fn push(&mut self, step: Transaction) -> Pushed {
        self.undone.clear();
        if let Some(last) = self.done.back_mut()
            && self.open
            && last.merges_with(&step)
        {
            last.absorb(step);
            return Pushed::Merged;
        }
        self.open = true;
        self.done.push_back(step);
        if self.done.len() > MAX_STEPS {
            self.done.pop_front();
        }
        Pushed::Added
    }

    /// Ends the last step: the next one is a step of its own.
    pub fn close_step(&mut self) {
        self.open = false;
    }

    /// The step that undo would take back.
    pub fn next_undo(&self) -> Option<&Transaction> {
        self.done.back()
    }

    /// The step that redo would do again.
    pub fn next_redo(&self) -> Option<&Transaction> {
        self.undone.last()
    }

    /// After the caller reverted [`Self::next_undo`].
    pub fn mark_undone(&mut self) {
        self.open = false;
        self.undone.extend(self.done.pop_back());
    }

    /// After the caller applied [`Self::next_redo`].
    pub fn mark_redone(&mut self) {
        self.open = false;
        self.done.extend(self.undone.pop());
    }
}

/// What became of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pushed {
    /// It stands by itself.
    Added,
    /// It became part of the step before.
    Merged,
}
