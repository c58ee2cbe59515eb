//! Takes an imported file into an open project: as edits, so that it is one step that can be undone.

use super::anchor::{Anchorer, Certainty, How};
use super::article::Article;
use super::distinction::PassageAddress;
use super::edit::Edit;
use super::mention::Mention;
use super::mention_set::MentionSet;
use super::merge_articles::{Partners, completed};
use super::merge_dossier::{DossierMap, add_absences, merge_dossiers};
use super::merge_labels::{LabelMap, Prefer, merge_labels};
use super::merge_relations::{add_distinctions, add_relations};
use super::merge_report::MergeReport;
use super::project::Project;
use super::project_diff::edits_between;
use super::quote::Quote;
use super::reanchored::{Moved, Unplaced, shown_in};
use super::schema::Schema;
use super::spans::Spans;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How a file is taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MergeMode {
    /// What the project lacks is added; of a mention that both have, the one that was changed last stays. Nothing is
    /// removed.
    Add,
    /// The project holds what the file holds, and nothing else; only its id and creation time stay.
    Replace,
    /// Labels of the same id, or else the same name and kind, become the file's, others are added. Nothing is removed,
    /// so every mention keeps its label and values.
    Labels,
}

/// What taking a file in would do.
#[derive(Clone, PartialEq, Debug)]
pub struct MergePlan {
    /// To be applied in their order as one transaction; empty where the project holds all of it already.
    pub edits: Vec<Edit>,
    /// For the person.
    pub report: MergeReport,
}

/// Articles are the same by id, else by text, else by title and outlet if their texts are versions of each other. Where
/// their texts differ, [`MergeMode::Add`] keeps the project's text and finds the incoming mentions in it by quote and
/// context.
pub fn plan(project: &Project, incoming: &Project, mode: MergeMode) -> MergePlan {
    let mut report = MergeReport::default();
    let target = match mode {
        MergeMode::Add => add(project, incoming, &mut report),
        MergeMode::Replace => incoming.clone(),
        MergeMode::Labels => with_labels(project, incoming.schema()),
    };
    let edits = edits_between(project, &target);
    report.count(&edits);
    MergePlan { edits, report }
}

fn with_labels(project: &Project, schema: &Schema) -> Project {
    let mut target = project.clone();
    (target.schema, _) = merge_labels(project.schema(), schema, Prefer::Incoming);
    target
}

fn add(project: &Project, incoming: &Project, report: &mut MergeReport) -> Project {
    let (schema, labels) = merge_labels(project.schema(), incoming.schema(), Prefer::Present);
    let (mut dossier, references) = merge_dossiers(project.dossier(), incoming.dossier(), &labels);
    let partners = Partners::new(project, incoming);
    add_absences(&mut dossier, incoming.dossier(), &references, |id| {
        partners.of(id).unwrap_or(id)
    });
    let mut articles = project.articles().to_vec();
    let mut mentions: BTreeMap<_, Rc<Mention>> = project.all_mentions().map(|it| (it.id, it.clone())).collect();
    for theirs in incoming.articles() {
        let at = partners.of(theirs.id).and_then(|id| project.article_position(id));
        let ours = match at {
            Some(at) => {
                articles[at] = completed(&articles[at], theirs);
                articles[at].clone()
            }
            None => {
                articles.push(theirs.clone());
                theirs.clone()
            }
        };
        let mut fitting = Fitting::new(&ours, theirs, &labels, &references, &schema);
        for mention in incoming
            .mentions(theirs.id)
            .into_iter()
            .flat_map(MentionSet::in_text_order)
        {
            let present = mentions.get(&mention.id);
            if let Some(present) = present.filter(|present| present.modified >= mention.modified) {
                report.kept += usize::from(present.modified > mention.modified);
                continue;
            }
            if let Some(fitted) = fitting.fit(mention, report) {
                mentions.insert(fitted.id, Rc::new(fitted));
            }
        }
    }
    add_relations(&mut dossier, incoming.dossier(), &schema, &labels, &references);
    let n_relations = dossier.relations().len();
    report.distinctions_left_out = add_distinctions(&mut dossier, incoming.dossier(), |theirs| {
        let ours = partners.of(theirs.article).unwrap_or(theirs.article);
        let ours = articles.iter().find(|article| article.id == ours)?;
        placed(ours, incoming.article(theirs.article)?, theirs)
    });
    let empty = Project::new(project.id(), project.name().to_owned(), project.created(), schema);
    let empty = empty.with_dossier(dossier);
    let joint = Project::from_parts(empty, articles, mentions.into_values().collect());
    report.relations_left_out = n_relations - joint.dossier().relations().len();
    joint
}

/// Where a passage of the file is in the project's text.
fn placed(ours: &Article, theirs: &Article, passage: PassageAddress) -> Option<PassageAddress> {
    let span = if ours.text == theirs.text {
        passage.span
    } else {
        let quote = Quote::of(theirs.text.as_str(), passage.span)?;
        let (spans, ..) = Anchorer::new(ours.text.as_str()).anchor_all(&[quote])?;
        spans.hull()
    };
    Some(PassageAddress { article: ours.id, span })
}

/// Fits the mentions of one incoming article to the project's article.
struct Fitting<'a> {
    ours: &'a Article,
    theirs: &'a Article,
    labels: &'a LabelMap,
    references: &'a DossierMap,
    /// The joint schema.
    schema: &'a Schema,
    anchorer: Anchorer<'a>,
}

impl<'a> Fitting<'a> {
    fn new(
        ours: &'a Article,
        theirs: &'a Article,
        labels: &'a LabelMap,
        references: &'a DossierMap,
        schema: &'a Schema,
    ) -> Self {
        Self {
            ours,
            theirs,
            labels,
            references,
            schema,
            anchorer: Anchorer::new(ours.text.as_str()),
        }
    }

    /// `None`, and reported, where it finds no place in the project's text.
    fn fit(&mut self, mention: &Mention, report: &mut MergeReport) -> Option<Mention> {
        let label = self.schema.label(self.labels.label(mention.label))?;
        let quote = self.theirs.text.quote(&mention.spans);
        let Some((spans, how, certainty)) = self.place(&mention.spans) else {
            report.unplaced.push(Unplaced {
                article: self.ours.id,
                article_title: self.ours.title.clone(),
                mention: mention.id,
                label: label.name.clone(),
                quote,
            });
            return None;
        };
        if spans != mention.spans || how == How::Approximate {
            report.moved.push(Moved {
                article: self.ours.id,
                article_title: self.ours.title.clone(),
                mention: mention.id,
                old_quote: quote,
                new_quote: self.ours.text.quote(&spans),
                now_in: shown_in(self.ours.text.as_str(), &spans),
                how,
                certainty,
            });
        }
        let renamed = |(id, value): (&_, &_)| (self.labels.attribute(mention.label, *id), Clone::clone(value));
        let mut fitted = Mention {
            article: self.ours.id,
            spans,
            label: label.id,
            attributes: mention.attributes.iter().map(renamed).collect(),
            ..mention.clone()
        };
        fitted.refer_to(self.references.reference(mention.reference()));
        Some(fitted)
    }

    fn place(&mut self, spans: &Spans) -> Option<(Spans, How, Certainty)> {
        if self.ours.text == self.theirs.text {
            return Some((spans.clone(), How::Exact, Certainty::Clear));
        }
        let quote = |span: &_| Quote::of(self.theirs.text.as_str(), *span);
        let quotes: Option<Vec<Quote<'_>>> = spans.as_slice().iter().map(quote).collect();
        self.anchorer.anchor_all(&quotes?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::formats::native::{self, NativeFile};
    use crate::core::id::TransactionId;
    use crate::core::timestamp::Timestamp;
    use crate::core::transaction::{Place, Transaction};
    use crate::testkit::dice::Dice;
    use crate::testkit::laws::check_step;
    use crate::testkit::random_project::{arb_project, small_project};
    use crate::testkit::random_step::{arb_steps, step};
    use proptest::prelude::*;

    fn file_of(project: &Project) -> NativeFile {
        native::read("f.json", &native::write(project, None)).unwrap()
    }

    /// Takes the file in, and checks the laws of a step on the way.
    fn taken_in(project: &Project, file: &NativeFile, mode: MergeMode) -> (Project, MergeReport) {
        let MergePlan { edits, report } = plan(project, &file.project, mode);
        let transaction = Transaction {
            id: TransactionId::from_u128(1),
            title: "take in".to_owned(),
            at: Timestamp::default(),
            merge_key: None,
            edits,
            before: Place::default(),
            after: Place::default(),
        };
        let after = check_step(project, &transaction);
        assert_eq!(
            plan(&after, &file.project, mode).edits,
            [],
            "taking it in again changes nothing"
        );
        (after, report)
    }

    /// The same project as another person would have it: later steps, and texts that read differently.
    fn other_version(project: &Project, dice: Vec<Dice>) -> NativeFile {
        let mut other = project.clone();
        for mut dice in dice {
            step(&mut dice, &other.clone()).apply(&mut other).unwrap();
        }
        let json = native::write(&other, None);
        let json = json
            .replace("\"text\": \"", "\"text\": \"A new lead. ")
            .replace("said", "has said");
        native::read("f.json", &json).unwrap()
    }

    proptest! {
        #[test]
        fn adding_loses_nothing(project in arb_project(), other in arb_project()) {
            let (after, report) = taken_in(&project, &file_of(&other), MergeMode::Add);
            let is_moved = |id| report.moved.iter().any(|it| it.mention == id);
            let is_unplaced = |id| report.unplaced.iter().any(|it| it.mention == id);
            for ours in project.all_mentions() {
                let there = after.mention(ours.id).unwrap();
                prop_assert!(there == ours || other.mention(ours.id).is_some());
            }
            for theirs in other.all_mentions().filter(|it| project.mention(it.id).is_none()) {
                let there = after.mention(theirs.id);
                prop_assert_eq!(there.is_none(), is_unplaced(theirs.id));
                if let Some(there) = there {
                    prop_assert!(after.quote(there) == other.quote(theirs) || is_moved(theirs.id));
                    prop_assert!(there.attributes.values().eq(theirs.attributes.values()) || theirs.label != there.label);
                    prop_assert_eq!(there.attributes.len(), theirs.attributes.len());
                }
            }
            prop_assert_eq!((report.articles.removed, report.mentions.removed, report.labels.removed), (0, 0, 0));
        }

        #[test]
        fn versions_of_one_project_join(project in arb_project(), theirs in arb_steps(4), ours in arb_steps(4)) {
            let mut project = project;
            let file = other_version(&project, theirs);
            for mut dice in ours {
                step(&mut dice, &project.clone()).apply(&mut project).unwrap();
            }
            let (after, report) = taken_in(&project, &file, MergeMode::Add);
            prop_assert!(project.all_mentions().all(|mention| after.mention(mention.id).is_some()));
            for theirs in file.project.all_mentions() {
                let is_unplaced = report.unplaced.iter().any(|it| it.mention == theirs.id);
                prop_assert!(after.mention(theirs.id).is_some() || is_unplaced);
            }
            for label in &after.schema().labels {
                prop_assert_eq!(after.schema().faults(label), Vec::<String>::new());
            }
        }

        #[test]
        fn replacing_gives_the_file(project in arb_project(), other in arb_project(), theirs in arb_steps(4)) {
            for file in [file_of(&other), other_version(&project, theirs)] {
                let (after, _) = taken_in(&project, &file, MergeMode::Replace);
                let strip = |project: &Project| {
                    let lines = native::write(project, None);
                    lines.lines().enumerate().filter(|(n, _)| ![4, 6].contains(n)).map(|(_, line)| line.to_owned()).collect::<Vec<_>>()
                };
                prop_assert_eq!(strip(&after), strip(&file.project));
                prop_assert_eq!((after.id(), after.created()), (project.id(), project.created()));
            }
        }

        #[test]
        fn a_schema_is_taken_in_without_loss(project in arb_project(), other in arb_project()) {
            let mut after = project.clone();
            for edit in plan(&project, &other, MergeMode::Labels).edits {
                edit.apply(&mut after).unwrap();
            }
            after.check_invariants();
            prop_assert!(after.all_mentions().eq(project.all_mentions()));
            prop_assert!(other.schema().labels.iter().all(|label| after.schema().label(label.id).is_some()));
            prop_assert_eq!(plan(&after, &other, MergeMode::Labels).edits, vec![]);
        }
    }

    fn changed(edit: impl Fn(String) -> String) -> NativeFile {
        native::read("f.json", &edit(native::write(&small_project(), None))).unwrap()
    }

    #[test]
    fn the_same_file_adds_nothing() {
        let project = small_project();
        let (after, report) = taken_in(&project, &file_of(&project), MergeMode::Add);
        assert_eq!(after, project);
        assert_eq!(report, MergeReport::default());
        assert_eq!(report.summary(), Vec::<String>::new());
    }

    #[test]
    fn the_later_change_wins() {
        let project = small_project();
        let modified = project.all_mentions().next().unwrap().modified.to_string();
        let with_note = |modified: &str, project: &Project| {
            let json = native::write(project, None);
            let at = json.find("\"mentions\": [").unwrap();
            let tail = json[at..].replacen("\"note\": \"\"", "\"note\": \"seen\"", 1);
            let old = format!("\"modified\": \"{}\"", project.all_mentions().next().unwrap().modified);
            let tail = tail.replacen(&old, &format!("\"modified\": \"{modified}\""), 1);
            native::read("f.json", &format!("{}{tail}", &json[..at])).unwrap()
        };
        let note = |project: &Project| project.all_mentions().next().unwrap().note.clone();
        let (after, report) = taken_in(
            &project,
            &with_note("2030-01-01T00:00:00.000Z", &project),
            MergeMode::Add,
        );
        assert_eq!((note(&after).as_str(), report.mentions.changed), ("seen", 1));
        let (after, report) = taken_in(
            &project,
            &with_note("2000-01-01T00:00:00.000Z", &project),
            MergeMode::Add,
        );
        assert_eq!((note(&after).as_str(), report.kept), ("", 1));
        let (after, report) = taken_in(&project, &with_note(&modified, &project), MergeMode::Add);
        assert_eq!((note(&after).as_str(), report.kept), ("", 0));
    }

    /// A colleague's file: another project, other ids, the same article with a lead before it.
    #[test]
    fn mentions_of_another_text_are_found_in_the_projects() {
        let file = changed(|json| {
            let json = json.replace("\"title\": \"T\"", "\"title\": \"t \"");
            let json = json.replace("00000040", "00000041").replace("00000050", "00000051");
            json.replace("\"text\": \"Prices rose", "\"text\": \"A lead. Prices rose")
        });
        let project = small_project();
        let (after, report) = taken_in(&project, &file, MergeMode::Add);
        assert_eq!(after.articles(), project.articles());
        assert_eq!(after.n_mentions(), 4);
        assert_eq!(
            report.mentions,
            crate::core::merge_report::Counts {
                added: 2,
                changed: 0,
                removed: 0
            }
        );
        let quotes: Vec<String> = after.all_mentions().map(|mention| after.quote(mention)).collect();
        assert_eq!(quotes, ["Prices rose 4%", "Prices rose 4%", "Guatemala", "Guatemala"]);
        assert!(
            report
                .moved
                .iter()
                .filter(|moved| moved.new_quote == "Guatemala")
                .count()
                >= 1
        );
    }

    #[test]
    fn what_finds_no_place_is_reported() {
        let file = changed(|json| {
            json.replace("00000050", "00000051")
                .replace("Guatemala", "Tegucigalpa, Honduras")
        });
        let (after, report) = taken_in(&small_project(), &file, MergeMode::Add);
        assert_eq!(after.n_mentions(), 3);
        let problems = report.problems("f.json");
        assert!(
            problems[0]
                .reason
                .contains("Place mention “Tegucigalpa, Honduras” was not found"),
            "{problems:?}"
        );
        assert!(
            report
                .summary()
                .contains(&"1 mention left out, because the text was not found.".to_owned())
        );
    }
}
