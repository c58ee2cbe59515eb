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

    /// Whether `step`, which is not applied yet, would become part of the last step and lead back to where that began.
    /// To undo the last step comes to the same and leaves none that does nothing.
    pub fn is_taken_back_by(&self, step: &Transaction) -> bool {
        let last = self.done.back().filter(|last| self.open && last.merges_with(step));
        last.is_some_and(|last| last.is_taken_back_by(step))
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

    /// Takes `step`, which was just applied, into the last step even if that is closed; for replaying a journal, which
    /// says what had merged. Without a last step it does nothing.
    pub fn amend_last(&mut self, step: Transaction) {
        self.undone.clear();
        if let Some(last) = self.done.back_mut() {
            last.absorb(step);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::TransactionId;
    use crate::core::timestamp::Timestamp;
    use crate::core::transaction::Place;
    use crate::testkit::random_project::arb_project;
    use crate::testkit::random_step::{arb_steps, step};
    use proptest::prelude::*;

    fn empty_step(number: u128, key: Option<&str>) -> Transaction {
        Transaction {
            id: TransactionId::from_u128(number),
            title: String::new(),
            at: Timestamp::default(),
            merge_key: key.map(str::to_owned),
            edits: Vec::new(),
            before: Place::default(),
            after: Place::default(),
        }
    }

    fn ids<'a>(steps: impl IntoIterator<Item = &'a Transaction>) -> Vec<TransactionId> {
        steps.into_iter().map(|step| step.id).collect()
    }

    fn numbers(numbers: impl IntoIterator<Item = u128>) -> Vec<TransactionId> {
        numbers.into_iter().map(TransactionId::from_u128).collect()
    }

    proptest! {
        /// Back to the beginning and forth to the end, whatever was done, merged or closed on the way.
        #[test]
        fn undo_and_redo_walk_the_same_way(start in arb_project(), dice in arb_steps(12)) {
            let (mut project, mut history) = (start.clone(), History::default());
            for mut dice in dice {
                let step = step(&mut dice, &project);
                step.apply(&mut project).unwrap();
                history.push(step);
                if dice.one_in(3) {
                    history.close_step();
                }
            }
            let end = project.clone();
            let n_steps = history.done().count();
            let mut seen = vec![project.clone()];
            while let Some(step) = history.next_undo() {
                step.revert(&mut project).unwrap();
                history.mark_undone();
                seen.push(project.clone());
            }
            prop_assert_eq!(&project, &start);
            prop_assert_eq!(history.undone().len(), n_steps);
            while let Some(step) = history.next_redo() {
                prop_assert_eq!(&project, &seen.pop().unwrap());
                step.apply(&mut project).unwrap();
                history.mark_redone();
            }
            prop_assert_eq!(project, end);
        }
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::default();
        for number in 1..=3 {
            history.push(empty_step(number, None));
        }
        history.mark_undone();
        history.mark_undone();
        assert_eq!(ids(history.undone()), numbers([3, 2]));
        assert_eq!(history.push(empty_step(4, None)), Pushed::Added);
        assert_eq!(ids(history.done()), numbers([1, 4]));
        assert_eq!(history.next_redo(), None);
    }

    #[test]
    fn only_an_open_step_of_the_same_key_takes_in_the_next() {
        let mut history = History::default();
        assert_eq!(history.push(empty_step(1, Some("note"))), Pushed::Added);
        assert_eq!(history.push(empty_step(2, Some("note"))), Pushed::Merged);
        assert_eq!(history.push(empty_step(3, Some("name"))), Pushed::Added);
        history.close_step();
        assert_eq!(history.push(empty_step(4, Some("name"))), Pushed::Added);
        history.mark_undone();
        history.mark_redone();
        assert_eq!(history.push(empty_step(5, Some("name"))), Pushed::Added);
        assert_eq!(history.push(empty_step(6, None)), Pushed::Added);
        assert_eq!(history.push(empty_step(7, None)), Pushed::Added);
        assert_eq!(ids(history.done()), numbers([1, 3, 4, 5, 6, 7]));
    }

    #[test]
    fn the_oldest_go_first() {
        let mut history = History::default();
        for number in 0..MAX_STEPS as u128 + 2 {
            history.push(empty_step(number, None));
        }
        assert_eq!(history.done().count(), MAX_STEPS);
        assert_eq!(ids(history.done().take(1)), numbers([2]));
        let steps = (0..MAX_STEPS as u128 + 2)
            .map(|number| empty_step(number, None))
            .collect();
        assert_eq!(ids(History::from_steps(steps, Vec::new()).done().take(1)), numbers([2]));
    }
}
