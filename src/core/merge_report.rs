//! What taking a file in does, for the person.

use super::edit::Edit;
use super::problem::Problem;
use super::reanchored::{Moved, Unplaced, problems_of_places};

/// Counts, and the mentions whose text is another in the project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MergeReport {
    /// Of the schema.
    pub labels: Counts,
    /// Their presence, place and metadata.
    pub articles: Counts,
    /// Of all articles.
    pub mentions: Counts,
    /// Who and what mentions refer to.
    pub entities: Counts,
    /// What mentions say.
    pub claims: Counts,
    /// Claims that were looked for in an article in vain.
    pub absences: Counts,
    /// Of the schema.
    pub relation_types: Counts,
    /// Of mentions, claims and entities.
    pub relations: Counts,
    /// Passages that were told apart.
    pub distinctions: Counts,
    /// Mentions that both have and that were changed later in the project, which keeps its own.
    pub kept: usize,
    /// Mentions that are at another place than in the file.
    pub moved: Vec<Moved>,
    /// Mentions that found no place and were left out.
    pub unplaced: Vec<Unplaced>,
    /// Relations of the file that were left out, because an end found no place.
    pub relations_left_out: usize,
    /// Distinctions of the file that were left out, because a passage found no place.
    pub distinctions_left_out: usize,
}

/// How many things of a kind the edits touch.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// From nothing to something.
    pub added: usize,
    /// From something to something else.
    pub changed: usize,
    /// From something to nothing.
    pub removed: usize,
}

impl MergeReport {
    pub(super) fn count(&mut self, edits: &[Edit]) {
        for edit in edits {
            let (counts, old, new) = match edit {
                Edit::Name { .. } | Edit::Guidelines { .. } => continue,
                Edit::Label { old, new } => (&mut self.labels, old.is_some(), new.is_some()),
                Edit::Article { old, new } => (&mut self.articles, old.is_some(), new.is_some()),
                Edit::Mention { old, new } => (&mut self.mentions, old.is_some(), new.is_some()),
                Edit::Entity { old, new } => (&mut self.entities, old.is_some(), new.is_some()),
                Edit::Claim { old, new } => (&mut self.claims, old.is_some(), new.is_some()),
                Edit::Absence { old, new } => (&mut self.absences, old.is_some(), new.is_some()),
                Edit::RelationType { old, new } => (&mut self.relation_types, old.is_some(), new.is_some()),
                Edit::Relation { old, new } => (&mut self.relations, old.is_some(), new.is_some()),
                Edit::Distinction { old, new } => (&mut self.distinctions, old.is_some(), new.is_some()),
            };
            match (old, new) {
                (false, true) => counts.added += 1,
                (true, true) => counts.changed += 1,
                (true, false) => counts.removed += 1,
                (false, false) => {}
            }
        }
    }

    /// What moved and what was left out, as remarks on the file.
    pub fn problems(&self, file_name: &str) -> Vec<Problem> {
        problems_of_places(&self.moved, &self.unplaced, file_name)
    }

    /// Sentences such as `12 mentions added.`; empty where nothing happens.
    pub fn summary(&self) -> Vec<String> {
        let kinds = [
            (self.articles, "article"),
            (self.mentions, "mention"),
            (self.labels, "label"),
            (self.entities, "entity"),
            (self.claims, "claim"),
            (self.absences, "checked absence"),
            (self.relation_types, "relation type"),
            (self.relations, "relation"),
            (self.distinctions, "distinction"),
        ];
        let mut sentences = Vec::new();
        for (counts, noun) in kinds {
            for (n, verb) in [
                (counts.added, "added"),
                (counts.changed, "changed"),
                (counts.removed, "removed"),
            ] {
                if n > 0 {
                    sentences.push(format!("{} {verb}.", counted(n, noun)));
                }
            }
        }
        if self.kept > 0 {
            let kept = counted(self.kept, "mention");
            sentences.push(format!("{kept} kept as in the project, where they were changed later."));
        }
        if !self.unplaced.is_empty() {
            let left_out = counted(self.unplaced.len(), "mention");
            sentences.push(format!("{left_out} left out, because the text was not found."));
        }
        if self.relations_left_out > 0 {
            let left_out = counted(self.relations_left_out, "relation");
            sentences.push(format!("{left_out} left out, because what they join was not found."));
        }
        if self.distinctions_left_out > 0 {
            let left_out = counted(self.distinctions_left_out, "distinction");
            sentences.push(format!("{left_out} left out, because the text was not found."));
        }
        sentences
    }
}

fn counted(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {noun}s"),
    }
}
