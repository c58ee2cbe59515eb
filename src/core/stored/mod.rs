//! What the browser's database keeps of a project: compact records in binary, versioned.
//!
//! | record | holds |
//! |---|---|
//! | head | the project without texts and mentions, entities and claims among it, and the history |
//! | mentions | all mentions of one article, with byte offsets only |
//! | journal entry | what happened since head and mentions were written |
//!
//! Texts are kept apart by their digest, once each; records name them by it. A project is read back by
//! [`Records::read`]: head, mentions and texts, then the journal on top.
//!
//! In version 1 all but texts was JSON, and later the mentions were in binary; [`read_older`] reads those. Version 2 had
//! neither entities nor claims: from version 3 they follow behind what the head and the mentions had before, and from
//! version 4 relations, their types and distinctions behind those.

mod bytes_record;
mod edit_columns;
mod form;
mod head;
mod journal;
mod json;
mod mention_columns;
mod raw_record;
mod read;
mod records;
mod text_record;
mod wire_article;
mod wire_dossier;
mod wire_edit;
mod wire_label;
mod wire_mention;
mod wire_reference;
mod wire_relation;
mod wire_value;

pub use head::write_head;
pub use journal::{JournalEntry, write_entry};
pub use json::read_older;
pub use mention_columns::{write_mentions, write_mentions_in_slices};
pub use records::Records;
pub use wire_article::Texts;
pub use wire_edit::{EditsPart, EditsRecord, write_edits};

use super::article_text::ArticleText;
use super::digest::Digest;
use super::edit::Edit;
use super::history::History;
use super::problem::{Problem, Severity};
use super::project::Project;
use crate::core::sorted::SortedSet;

/// The version that is written into every record, and the newest that can be read.
pub const VERSION: u32 = 4;

/// The texts that the project or a step of its history refers to; the store may drop all others.
pub fn texts_needed(project: &Project, history: &History) -> SortedSet<Digest> {
    texts_in(project, history).map(ArticleText::digest).collect()
}

/// The same text may come more than once.
fn texts_in<'a>(project: &'a Project, history: &'a History) -> impl Iterator<Item = &'a ArticleText> {
    let of_history = history
        .done()
        .chain(history.undone())
        .flat_map(|step| &step.edits)
        .flat_map(|edit| match edit {
            Edit::Article { old, new } => [old.as_ref(), new.as_ref()],
            _ => [None, None],
        })
        .flatten()
        .map(|placed| &*placed.item.text);
    let of_project = project.articles().iter().map(|article| &*article.text);
    of_project.chain(of_history)
}

/// No record in binary begins like one in JSON.
fn is_json(record: &[u8]) -> bool {
    record.first() == Some(&b'{')
}

fn problem(severity: Severity, reason: String) -> Problem {
    Problem {
        file: String::new(),
        line: None,
        severity,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::history::Pushed;
    use crate::testkit::dice::Dice;
    use crate::testkit::random_project::arb_project;
    use crate::testkit::random_step::{arb_steps, step};
    use crate::testkit::snapshot::Snapshot;
    use proptest::prelude::*;

    /// A session as the editor runs it: steps, undo, redo and pauses, each recorded; now and then a new snapshot.
    fn session(project: &mut Project, history: &mut History, dice: Vec<Dice>) -> Snapshot {
        let mut stored = Snapshot::new(project, history);
        for mut dice in dice {
            match dice.below(8) {
                0 if history.next_undo().is_some() => {
                    let step = history.next_undo().unwrap();
                    step.revert(project).unwrap();
                    stored.record(&JournalEntry::Undo(step.id));
                    history.mark_undone();
                }
                1 if history.next_redo().is_some() => {
                    let step = history.next_redo().unwrap();
                    step.apply(project).unwrap();
                    stored.record(&JournalEntry::Redo(step.id));
                    history.mark_redone();
                }
                2 => history.close_step(),
                3 if dice.one_in(2) => stored = Snapshot::new(project, history),
                _ => {
                    let step = step(&mut dice, project);
                    step.apply(project).unwrap();
                    stored.record(&match history.push(step.clone()) {
                        Pushed::Added => JournalEntry::Do(step),
                        Pushed::Merged => JournalEntry::Amend(step),
                    });
                }
            }
        }
        stored
    }

    proptest! {
        #[test]
        fn what_was_stored_comes_back(mut project in arb_project(), dice in arb_steps(25)) {
            let mut history = History::default();
            let stored = session(&mut project, &mut history, dice);
            history.close_step();
            let (read, read_history, problems) = stored.read().unwrap();
            prop_assert_eq!(problems, vec![]);
            read.check_invariants();
            prop_assert_eq!(&read, &project);
            prop_assert_eq!(&read_history, &history);
            let again = Snapshot::new(&read, &read_history);
            prop_assert_eq!(again.head, Snapshot::new(&project, &history).head);
            let needed: SortedSet<String> = texts_needed(&project, &history).iter().map(Digest::to_string).collect();
            prop_assert!(needed.iter().all(|digest| stored.texts.contains_key(digest)));
        }

        /// Whatever is cut off or overwritten, reading answers, and what it answers is whole.
        #[test]
        fn damage_is_reported(
            mut project in arb_project(),
            dice in arb_steps(12),
            entry in any::<prop::sample::Index>(),
            cut in any::<prop::sample::Index>(),
            byte: u8,
        ) {
            let mut history = History::default();
            let stored = session(&mut project, &mut history, dice);
            prop_assume!(!stored.journal.is_empty());

            let mut damaged = stored.clone();
            let at = entry.index(damaged.journal.len());
            let record = &mut damaged.journal[at].1;
            record.truncate(cut.index(record.len()));
            let (before, ..) = Snapshot { journal: stored.journal[..at].to_vec(), ..stored.clone() }.read().unwrap();
            let (read, _, problems) = damaged.read().unwrap();
            prop_assert_eq!(&read, &before, "what precedes is kept");
            prop_assert_eq!(problems.len(), 1);

            let mut damaged = stored.clone();
            let record = &mut damaged.journal[at].1;
            let byte_at = cut.index(record.len());
            record[byte_at] = byte;
            let (read, ..) = damaged.read().unwrap();
            read.check_invariants();

            let mut damaged = stored.clone();
            let byte_at = cut.index(damaged.head.len());
            damaged.head[byte_at] = byte;
            // An id may have become another's, so that nothing is promised but an answer.
            let _ = damaged.read();

            let mut damaged = stored.clone();
            damaged.journal.remove(at);
            let (read, _, problems) = damaged.read().unwrap();
            read.check_invariants();
            if at > 0 {
                prop_assert_eq!(&read, &before);
                prop_assert_eq!(problems.is_empty(), at == damaged.journal.len(), "a gap is reported");
            }

            let mut damaged = stored.clone();
            damaged.texts.pop_first();
            let (read, _, problems) = damaged.read().unwrap();
            read.check_invariants();
            prop_assert!(!problems.is_empty() || read == project, "what is missing is reported");
        }
    }

    /// Version 2 had nothing behind the columns of mentions and behind the head.
    #[test]
    fn version_2_reads_as_without_entities_and_claims() {
        let project = crate::testkit::random_project::small_project();
        let mut stored = Snapshot::new(&project, &History::default());
        let three_empty_lists = 3;
        stored.head = without_relations(&project, stored.head);
        stored.head.truncate(stored.head.len() - three_empty_lists);
        stored.head[0] = 2;
        for (_, record) in &mut stored.mentions {
            record.truncate(record.len() - 1);
            record[0] = 2;
        }
        let (read, _, problems) = stored.read().unwrap();
        assert_eq!(problems, vec![]);
        assert_eq!(read, without_types(&project));
        // The same without the older version's number is not whole.
        stored.head[0] = 3;
        assert!(stored.read().is_err());
    }

    /// Version 3 had nothing behind entities, claims and absences.
    #[test]
    fn version_3_reads_as_without_relations() {
        let project = crate::testkit::random_project::small_project();
        let mut stored = Snapshot::new(&project, &History::default());
        stored.head = without_relations(&project, stored.head);
        stored.head[0] = 3;
        for (_, record) in &mut stored.mentions {
            record[0] = 3;
        }
        let (read, _, problems) = stored.read().unwrap();
        assert_eq!((read, problems), (without_types(&project), vec![]));
        stored.head[0] = 4;
        assert!(stored.read().is_err());
    }

    fn without_relations(project: &Project, mut head: Vec<u8>) -> Vec<u8> {
        let relations = super::form::to_bytes(&super::wire_relation::RelationsRecord::new(project));
        head.truncate(head.len() - relations.len());
        head
    }

    /// The schema of older records had no types of relations.
    fn without_types(project: &Project) -> Project {
        let mut older = project.clone();
        older.schema.relation_types.clear();
        older
    }

    #[test]
    fn a_newer_or_broken_head_is_refused() {
        let project = Project::new(
            crate::core::id::ProjectId::from_u128(1),
            "P".to_owned(),
            crate::core::timestamp::Timestamp::default(),
            crate::core::default_schema::default_schema(),
        );
        let stored = Snapshot::new(&project, &History::default());
        let read = |head: &[u8]| {
            let head = head.to_vec();
            Snapshot { head, ..stored.clone() }.read().map(|(project, ..)| project)
        };
        assert_eq!(read(&stored.head), Ok(project));
        let mut newer = stored.head.clone();
        newer[0] = 5;
        let newer = read(&newer).unwrap_err();
        assert!(newer.reason.contains("format 5"), "{newer}");
        for len in 0..stored.head.len() {
            assert_eq!(read(&stored.head[..len]).unwrap_err().severity, Severity::Refused);
        }
        assert_eq!(read(&stored.head[1..]).unwrap_err().severity, Severity::Refused);
    }
}
