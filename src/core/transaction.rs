//! Edits that belong together: one step of the history.

use super::edit::{Edit, EditError};
use super::id::{ArticleId, MentionId, TransactionId};
use super::mention_run::{self, Change};
use super::project::Project;
use super::timestamp::Timestamp;

/// So many mention edits in a row are applied at once. One by one, each moves what lies behind it in the index, which is
/// little for a few and quadratic for many.
const LONG_RUN: usize = 32;

/// One undoable step.
#[derive(Clone, PartialEq, Debug)]
pub struct Transaction {
    /// Its identity in the journal.
    pub id: TransactionId,
    /// What the person did, as it follows "Undo: ", such as `tag “Guatemala” as Place`.
    pub title: String,
    /// When.
    pub at: Timestamp,
    /// Steps with the same key that follow each other merge into one, such as typing in one note.
    pub merge_key: Option<String>,
    /// In the order of application.
    pub edits: Vec<Edit>,
    /// Where the person was before: undo goes back there.
    pub before: Place,
    /// Where the person was after: redo goes back there.
    pub after: Place,
}

/// Where the person was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// The article that was open.
    pub article: Option<ArticleId>,
    /// The mention that was chosen.
    pub mention: Option<MentionId>,
}

impl Transaction {
    /// All edits or none: on an error those already applied are taken back.
    pub fn apply(&self, project: &mut Project) -> Result<(), EditError> {
        apply_all(&self.edits, project)
    }

    /// Takes the step back, all or nothing.
    pub fn revert(&self, project: &mut Project) -> Result<(), EditError> {
        apply_all(&inverse(&self.edits), project)
    }

    /// Whether `next` is the continuation of this step.
    pub fn merges_with(&self, next: &Self) -> bool {
        self.merge_key.is_some() && self.merge_key == next.merge_key
    }

    /// Whether `next` leads back to where this step began, but for the times of the last change.
    pub fn is_taken_back_by(&self, next: &Self) -> bool {
        let mut both = self.clone();
        both.absorb(next.clone());
        both.edits.iter().all(Edit::changes_nothing)
    }

    /// Takes `next` into this step. A run of changes of one thing keeps the first old and the last new
    /// value; the title is that of what it has come to.
    pub fn absorb(&mut self, next: Self) {
        for edit in next.edits {
            match (self.edits.last_mut(), edit) {
                (Some(Edit::Mention { new, .. }), Edit::Mention { old, new: newer })
                    if *new == old && newer.is_some() =>
                {
                    *new = newer;
                }
                (Some(Edit::Article { new, .. }), Edit::Article { old, new: newer })
                    if *new == old && newer.is_some() =>
                {
                    *new = newer;
                }
                (Some(Edit::Label { new, .. }), Edit::Label { old, new: newer }) if *new == old && newer.is_some() => {
                    *new = newer;
                }
                (Some(Edit::Entity { new, .. }), Edit::Entity { old, new: newer })
                    if *new == old && newer.is_some() =>
                {
                    *new = newer;
                }
                (Some(Edit::Claim { new, .. }), Edit::Claim { old, new: newer }) if *new == old && newer.is_some() => {
                    *new = newer;
                }
                (Some(Edit::RelationType { new, .. }), Edit::RelationType { old, new: newer })
                    if *new == old && newer.is_some() =>
                {
                    *new = newer;
                }
                (Some(Edit::Relation { new, .. }), Edit::Relation { old, new: newer })
                    if *new == old && newer.is_some() =>
                {
                    *new = newer;
                }
                (Some(Edit::Name { new, .. }), Edit::Name { old, new: newer })
                | (Some(Edit::Guidelines { new, .. }), Edit::Guidelines { old, new: newer })
                    if *new == old =>
                {
                    *new = newer;
                }
                (_, edit) => self.edits.push(edit),
            }
        }
        self.title = next.title;
        self.after = next.after;
        self.at = next.at;
    }
}

fn apply_all(edits: &[Edit], project: &mut Project) -> Result<(), EditError> {
    let mut rest = edits;
    while let Some(edit) = rest.first() {
        let run: Vec<Change<'_>> = rest.iter().map_while(Edit::as_mention).collect();
        let (n, done) = match run.len() {
            LONG_RUN.. => (run.len(), mention_run::apply(&run, project)),
            _ => (1, edit.apply(project)),
        };
        if let Err(error) = done {
            let done = &edits[..edits.len() - rest.len()];
            // The inverse of what was just applied always fits.
            apply_all(&inverse(done), project)?;
            return Err(error);
        }
        rest = &rest[n..];
    }
    Ok(())
}

fn inverse(edits: &[Edit]) -> Vec<Edit> {
    edits.iter().rev().map(Edit::invert).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::mention::Mention;
    use crate::testkit::dice::arb_dice;
    use crate::testkit::laws::check_step;
    use crate::testkit::random_project::{arb_project, small_project};
    use crate::testkit::random_step::{step, stray_edit};
    use proptest::prelude::*;
    use std::rc::Rc;

    proptest! {
        #[test]
        fn steps_keep_the_laws(project in arb_project(), mut dice in arb_dice(80)) {
            let first = step(&mut dice, &project);
            let after = check_step(&project, &first);
            check_step(&after, &step(&mut dice, &after));
        }

        #[test]
        fn all_or_nothing(project in arb_project(), other in arb_project(), mut dice in arb_dice(80)) {
            let mut step = step(&mut dice, &project);
            let at = dice.below(step.edits.len() + 1);
            step.edits.insert(at, stray_edit(&mut dice, &project, &other));
            let mut after = project.clone();
            if step.apply(&mut after).is_ok() {
                prop_assert_eq!(step.revert(&mut after), Ok(()));
            }
            prop_assert_eq!(&after, &project);
        }

        /// What two steps do one after the other, the first does alone once it has absorbed the second.
        #[test]
        fn absorbing_is_doing_both(project in arb_project(), mut dice in arb_dice(80)) {
            let first = step(&mut dice, &project);
            let mut both = project.clone();
            first.apply(&mut both).unwrap();
            let second = step(&mut dice, &both);
            second.apply(&mut both).unwrap();
            let mut whole = first.clone();
            whole.absorb(second.clone());
            prop_assert_eq!(&check_step(&project, &whole), &both);
            prop_assert_eq!((whole.id, whole.before, whole.after), (first.id, first.before, second.after));
        }
    }

    #[test]
    fn many_mentions_keep_the_laws_and_go_all_or_none() {
        let project = small_project();
        let first = project.all_mentions().next().unwrap().clone();
        let mention = |n: usize| Edit::Mention {
            old: None,
            new: Some(Rc::new(Mention {
                id: MentionId::from_u128(900 - n as u128),
                ..first.as_ref().clone()
            })),
        };
        let name = |old: &str, new: &str| Edit::Name {
            old: old.to_owned(),
            new: new.to_owned(),
        };
        let mut edits: Vec<Edit> = (0..3 * LONG_RUN).map(mention).collect();
        edits.insert(2 * LONG_RUN, name("Small", "Large"));
        let mut step = Transaction { edits, ..name_step() };
        assert_eq!(check_step(&project, &step).n_mentions(), 2 + 3 * LONG_RUN);
        for stray in [mention(0), name("Small", "Other")] {
            step.edits.push(stray);
            let mut after = project.clone();
            assert!(step.apply(&mut after).is_err());
            assert_eq!(after, project);
            step.edits.pop();
        }
    }

    fn name_step() -> Transaction {
        Transaction {
            id: TransactionId::from_u128(1),
            title: String::new(),
            at: Timestamp::default(),
            merge_key: Some("name".to_owned()),
            edits: Vec::new(),
            before: Place::default(),
            after: Place::default(),
        }
    }

    #[test]
    fn typing_in_one_field_stays_one_edit() {
        let name = |old: &str, new: &str| Transaction {
            edits: vec![Edit::Name {
                old: old.to_owned(),
                new: new.to_owned(),
            }],
            ..name_step()
        };
        let mut step = name("", "a");
        assert!(step.merges_with(&name("a", "ab")));
        step.absorb(name("a", "ab"));
        step.absorb(name("ab", "abc"));
        assert_eq!(step, name("", "abc"));
    }
}
