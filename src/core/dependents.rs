//! What goes along when something is taken out, so that nothing dangles.
//!
//! Whoever deletes a mention, a claim, an entity, an article, a label or a type of relations need not know what else
//! names it: the edits found here are put before theirs, in the same step, and undo brings all of it back.

use super::edit::{Edit, Placed, Touched};
use super::id::{ArticleId, LabelId, RelationTypeId};
use super::project::Project;
use super::relation::{End, Relation};
use crate::core::sorted::SortedSet;
use std::rc::Rc;

/// The edits, and before them those that take out relations whose end or type goes, and distinctions whose article goes,
/// and those that take labels that go out of the rules of types. What one of the edits changes by itself is left to it.
///
/// Where the project has neither relations nor distinctions, the edits are walked through once.
pub fn with_dependents(edits: Vec<Edit>, project: &Project) -> Vec<Edit> {
    let gone = Gone::of(&edits, project);
    if gone.is_empty() {
        return edits;
    }
    let own: SortedSet<Touched> = edits.iter().filter_map(Edit::touched).filter(may_depend).collect();
    let dossier = project.dossier();
    let relations = dossier
        .relations()
        .filter(|it| gone.takes(it))
        .map(|it| Edit::Relation {
            old: Some(it.clone()),
            new: None,
        });
    let of_gone = dossier
        .distinctions()
        .filter(|it| gone.articles.iter().any(|id| it.is_of(*id)));
    let distinctions = of_gone.map(|it| Edit::Distinction {
        old: Some(it.clone()),
        new: None,
    });
    let dependents = relations.chain(distinctions).chain(narrowed_types(project, &gone));
    let left_to_them = |edit: &Edit| edit.touched().is_some_and(|touched| own.contains(&touched));
    let mut all: Vec<Edit> = dependents.filter(|edit| !left_to_them(edit)).collect();
    all.extend(edits);
    all
}

/// Whether it is of a kind that goes along with others.
fn may_depend(touched: &Touched) -> bool {
    matches!(
        touched,
        Touched::RelationType(_) | Touched::Relation(_) | Touched::Distinction(_)
    )
}

/// What is there before the edits and not afterwards, as far as something depends on it.
#[derive(Default)]
struct Gone {
    /// Of those that relations have.
    ends: SortedSet<End>,
    articles: SortedSet<ArticleId>,
    labels: SortedSet<LabelId>,
    types: SortedSet<RelationTypeId>,
}

impl Gone {
    fn of(edits: &[Edit], project: &Project) -> Self {
        let related: SortedSet<End> = project.dossier().relations().flat_map(|it| [it.from, it.to]).collect();
        let mut gone = Self::default();
        let mut follow_end = |old: Option<End>, new: Option<End>| {
            let is_related = |end: &End| related.contains(end);
            follow(&mut gone.ends, old.filter(is_related), new.filter(is_related));
        };
        for edit in edits {
            match edit {
                Edit::Mention { old, new } => {
                    let end = |id| End::Mention(id);
                    follow_end(old.as_ref().map(|it| end(it.id)), new.as_ref().map(|it| end(it.id)));
                }
                Edit::Claim { old, new } => {
                    let end = |id| End::Claim(id);
                    follow_end(old.as_ref().map(|it| end(it.id)), new.as_ref().map(|it| end(it.id)));
                }
                Edit::Entity { old, new } => {
                    let end = |id| End::Entity(id);
                    follow_end(old.as_ref().map(|it| end(it.id)), new.as_ref().map(|it| end(it.id)));
                }
                Edit::Article { old, new } => follow_placed(&mut gone.articles, old, new, |it| it.id),
                Edit::Label { old, new } => follow_placed(&mut gone.labels, old, new, |it| it.id),
                Edit::RelationType { old, new } => follow_placed(&mut gone.types, old, new, |it| it.id),
                Edit::Name { .. }
                | Edit::Guidelines { .. }
                | Edit::Absence { .. }
                | Edit::Relation { .. }
                | Edit::Distinction { .. } => {}
            }
        }
        gone
    }

    fn is_empty(&self) -> bool {
        self.ends.is_empty() && self.articles.is_empty() && self.labels.is_empty() && self.types.is_empty()
    }

    fn takes(&self, relation: &Relation) -> bool {
        self.types.contains(&relation.kind) || self.ends.contains(&relation.from) || self.ends.contains(&relation.to)
    }
}

/// Types without the labels that go from their rules.
fn narrowed_types(project: &Project, gone: &Gone) -> impl Iterator<Item = Edit> {
    let types = project.schema().relation_types.iter().enumerate();
    types.filter_map(|(index, old)| {
        let new = Rc::new(old.with_labels(|id| (!gone.labels.contains(&id)).then_some(id)));
        let placed = |item: &Rc<_>| Placed {
            index,
            item: Rc::clone(item),
        };
        (new != *old).then(|| Edit::RelationType {
            old: Some(placed(old)),
            new: Some(placed(&new)),
        })
    })
}

/// What one edit takes out is gone until another puts it back.
fn follow<T: Ord>(gone: &mut SortedSet<T>, old: Option<T>, new: Option<T>) {
    if old != new {
        gone.extend(old);
    }
    if let Some(new) = new {
        gone.remove(&new);
    }
}

fn follow_placed<T, K: Ord>(
    gone: &mut SortedSet<K>,
    old: &Option<Placed<T>>,
    new: &Option<Placed<T>>,
    id: impl Fn(&T) -> K,
) {
    let of = |placed: &Option<Placed<T>>| placed.as_ref().map(|placed| id(&placed.item));
    follow(gone, of(old), of(new));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::TransactionId;
    use crate::core::mention_set::MentionSet;
    use crate::core::timestamp::Timestamp;
    use crate::core::transaction::{Place, Transaction};
    use crate::testkit::dice::arb_dice;
    use crate::testkit::laws::check_step;
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    fn done(project: &Project, edits: Vec<Edit>) -> Project {
        let step = Transaction {
            id: TransactionId::from_u128(1),
            title: String::new(),
            at: Timestamp::default(),
            merge_key: None,
            edits: with_dependents(edits, project),
            before: Place::default(),
            after: Place::default(),
        };
        check_step(project, &step)
    }

    proptest! {
        /// Whatever mentions and claims go, their relations go along, and no others.
        #[test]
        fn ends_take_their_relations_along(project in arb_project(), mut dice in arb_dice(40)) {
            let goes: Vec<_> = project.all_mentions().filter(|_| dice.one_in(3)).cloned().collect();
            let edits = goes.iter().map(|old| Edit::Mention { old: Some(old.clone()), new: None }).collect();
            let after = done(&project, edits);
            let is_gone = |end: End| goes.iter().any(|it| End::Mention(it.id) == end);
            let stay = project.dossier().relations().filter(|it| !is_gone(it.from) && !is_gone(it.to));
            prop_assert!(after.dossier().relations().eq(stay));
        }

        #[test]
        fn articles_labels_and_types_take_along_what_names_them(project in arb_project(), mut dice in arb_dice(9)) {
            let index = dice.below(project.articles().len());
            if let Some(article) = project.articles().get(index) {
                let mentions = project.mentions(article.id).into_iter().flat_map(MentionSet::iter).cloned();
                let mut edits: Vec<Edit> = mentions.map(|old| Edit::Mention { old: Some(old), new: None }).collect();
                let absences = project.dossier().absences().filter(|it| it.article == article.id).cloned();
                edits.extend(absences.map(|old| Edit::Absence { old: Some(old), new: None }));
                let old = Some(Placed { index, item: article.clone() });
                edits.push(Edit::Article { old, new: None });
                let after = done(&project, edits);
                prop_assert!(!after.dossier().distinctions().any(|it| it.is_of(article.id)));
            }
            let types = &project.schema().relation_types;
            let index = dice.below(types.len());
            if let Some(kind) = types.get(index) {
                let old = Some(Placed { index, item: kind.clone() });
                let after = done(&project, vec![Edit::RelationType { old, new: None }]);
                let stay = project.dossier().relations().filter(|it| it.kind != kind.id);
                prop_assert!(after.dossier().relations().eq(stay));
            }
            let used = |id| project.all_mentions().any(|it| it.label == id)
                || project.dossier().entities().any(|it| it.label == Some(id));
            let labels = project.schema().labels.iter().enumerate();
            if let Some((index, label)) = labels.into_iter().find(|(_, label)| !used(label.id)) {
                let old = Some(Placed { index, item: label.clone() });
                let after = done(&project, vec![Edit::Label { old, new: None }]);
                prop_assert!(!after.schema().relation_types.iter().any(|it| it.labels().any(|id| id == label.id)));
            }
        }
    }
}
