//! The laws that every step keeps, whatever it does. Tests of edits call [`check_step`].

use super::snapshot::Snapshot;
use crate::core::history::History;
use crate::core::project::Project;
use crate::core::stored::JournalEntry;
use crate::core::transaction::Transaction;

/// Applies `step` and hands back the result, after checking that: the invariants hold, its reversal gives the same
/// project back, doing it again gives the same result, and so does its journal entry.
pub(crate) fn check_step(before: &Project, step: &Transaction) -> Project {
    let mut after = before.clone();
    step.apply(&mut after).expect("the step fits the project");
    after.check_invariants();

    let mut back = after.clone();
    step.revert(&mut back).expect("what was applied can be reverted");
    assert_eq!(back, *before, "reversal restores");
    back.check_invariants();
    step.apply(&mut back).expect("what was reverted can be applied");
    assert_eq!(back, after, "redo repeats");

    let mut stored = Snapshot::new(before, &History::default());
    stored.record(&JournalEntry::Do(step.clone()));
    let (replayed, history, problems) = stored.read().expect("what was written can be read");
    assert_eq!(problems, []);
    assert_eq!(replayed, after, "the journal repeats");
    assert_eq!(history.next_undo(), Some(step));
    after
}
