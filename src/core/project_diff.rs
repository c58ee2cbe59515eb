//! The edits that make one project of another, for changes that are easier to say by their result.

use super::article::Article;
use super::distinction::Distinction;
use super::edit::{Edit, Placed};
use super::id::ArticleId;
use super::label::Label;
use super::mention_set::MentionSet;
use super::project::Project;
use super::relation::{End, Relation};
use crate::core::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

/// Applied to `from` in their order, they give everything that `to` holds; only id and creation time stay. In between,
/// a mention may lack its label; at the end none does.
pub fn edits_between(from: &Project, to: &Project) -> Vec<Edit> {
    let mut edits = Vec::new();
    if from.name() != to.name() {
        edits.push(Edit::Name {
            old: from.name().to_owned(),
            new: to.name().to_owned(),
        });
    }
    let (old, new) = (&from.schema().guidelines, &to.schema().guidelines);
    if old != new {
        edits.push(Edit::Guidelines {
            old: old.clone(),
            new: new.clone(),
        });
    }
    let staying = staying_articles(from, to);
    remove_relations(from, to, &staying, &mut edits);
    remove_distinctions(from, to, &staying, &mut edits);
    remove_mentions(from, to, &staying, &mut edits);
    remove_absences(from, to, &staying, &mut edits);
    // Before what refers to them, and taken out after it.
    put_dossier(from, to, &mut edits);
    let stays = |article: &Article| staying.contains(&article.id);
    list_edits(
        from.articles(),
        to.articles(),
        |it| it.id,
        stays,
        |old, new| {
            edits.push(Edit::Article { old, new });
        },
    );
    let labels: SortedSet<_> = to.schema().labels.iter().map(|label| label.id).collect();
    let stays = |label: &Label| labels.contains(&label.id);
    list_edits(
        &from.schema().labels,
        &to.schema().labels,
        |it| it.id,
        stays,
        |old, new| {
            edits.push(Edit::Label { old, new });
        },
    );
    let types: SortedSet<_> = to.schema().relation_types.iter().map(|kind| kind.id).collect();
    list_edits(
        &from.schema().relation_types,
        &to.schema().relation_types,
        |it| it.id,
        |kind| types.contains(&kind.id),
        |old, new| edits.push(Edit::RelationType { old, new }),
    );
    put_mentions(from, to, &staying, &mut edits);
    put_absences(from, to, &staying, &mut edits);
    put_relations(from, to, &staying, &mut edits);
    put_distinctions(from, to, &staying, &mut edits);
    remove_dossier(from, to, &mut edits);
    edits
}

/// Entities and claims that are new or different.
fn put_dossier(from: &Project, to: &Project, edits: &mut Vec<Edit>) {
    let (from, to) = (from.dossier(), to.dossier());
    for new in to.entities() {
        let old = from.entity(new.id);
        if old != Some(new) {
            let (old, new) = (old.cloned(), Some(new.clone()));
            edits.push(Edit::Entity { old, new });
        }
    }
    for new in to.claims() {
        let old = from.claim(new.id);
        if old != Some(new) {
            let (old, new) = (old.cloned(), Some(new.clone()));
            edits.push(Edit::Claim { old, new });
        }
    }
}

fn remove_dossier(from: &Project, to: &Project, edits: &mut Vec<Edit>) {
    let (from, to) = (from.dossier(), to.dossier());
    let entities = from.entities().filter(|old| to.entity(old.id).is_none());
    edits.extend(entities.map(|old| Edit::Entity {
        old: Some(old.clone()),
        new: None,
    }));
    let claims = from.claims().filter(|old| to.claim(old.id).is_none());
    edits.extend(claims.map(|old| Edit::Claim {
        old: Some(old.clone()),
        new: None,
    }));
}

/// Also those of an article that is taken out and put in anew.
fn remove_absences(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for old in from.dossier().absences() {
        if !staying.contains(&old.article) || to.dossier().absence(old.claim, old.article).is_none() {
            let old = Some(old.clone());
            edits.push(Edit::Absence { old, new: None });
        }
    }
}

fn put_absences(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for new in to.dossier().absences() {
        let there = from.dossier().absence(new.claim, new.article);
        let old = there.filter(|_| staying.contains(&new.article));
        if old != Some(new) {
            let (old, new) = (old.cloned(), Some(new.clone()));
            edits.push(Edit::Absence { old, new });
        }
    }
}

/// Also those whose type goes, or one of whose ends goes or is put in anew; the latter come back later.
fn remove_relations(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for old in from.dossier().relations() {
        if to.dossier().relation(old.id).is_none() || !is_steady(old, from, to, staying) {
            let old = Some(old.clone());
            edits.push(Edit::Relation { old, new: None });
        }
    }
}

fn put_relations(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for new in to.dossier().relations() {
        let there = from.dossier().relation(new.id);
        let old = there.filter(|old| is_steady(old, from, to, staying));
        if old != Some(new) {
            let (old, new) = (old.cloned(), Some(new.clone()));
            edits.push(Edit::Relation { old, new });
        }
    }
}

/// Whether its type and both ends are there from the first edit to the last.
fn is_steady(relation: &Relation, from: &Project, to: &Project, staying: &SortedSet<ArticleId>) -> bool {
    let home = |project: &Project, id| project.mention(id).map(|mention| mention.article);
    let stays = |end| match end {
        End::Mention(id) => home(to, id).is_some_and(|it| staying.contains(&it) && home(from, id) == Some(it)),
        End::Claim(id) => to.dossier().claim(id).is_some(),
        End::Entity(id) => to.dossier().entity(id).is_some(),
    };
    stays(relation.from) && stays(relation.to) && to.schema().relation_type(relation.kind).is_some()
}

fn remove_distinctions(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for old in from.dossier().distinctions() {
        if !stays_apart(old, staying) || to.dossier().distinctions.get(&old.key()).is_none() {
            let old = Some(old.clone());
            edits.push(Edit::Distinction { old, new: None });
        }
    }
}

fn put_distinctions(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for new in to.dossier().distinctions() {
        let there = from.dossier().distinctions.get(&new.key());
        let old = there.filter(|old| stays_apart(old, staying));
        if old != Some(new) {
            let (old, new) = (old.cloned(), Some(new.clone()));
            edits.push(Edit::Distinction { old, new });
        }
    }
}

fn stays_apart(distinction: &Distinction, staying: &SortedSet<ArticleId>) -> bool {
    let passages = distinction.passages();
    passages.iter().all(|passage| staying.contains(&passage.article))
}

/// Those that are in both with the same text. One with another text is taken out and put in anew, because an edit
/// never changes a text.
fn staying_articles(from: &Project, to: &Project) -> SortedSet<ArticleId> {
    let texts: SortedMap<_, _> = to
        .articles()
        .iter()
        .map(|article| (article.id, &article.text))
        .collect();
    let staying = from
        .articles()
        .iter()
        .filter(|article| texts.get(&article.id) == Some(&&article.text));
    staying.map(|article| article.id).collect()
}

/// From the end of each text: the index of a mention set takes in and gives up at its end most cheaply.
fn remove_mentions(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for article in from.articles() {
        let mentions = from
            .mentions(article.id)
            .into_iter()
            .flat_map(MentionSet::in_text_order);
        let gone = mentions.filter(|old| {
            let new = to.mention(old.id);
            !staying.contains(&article.id) || new.is_none_or(|new| new.article != old.article)
        });
        let gone: Vec<_> = gone.cloned().collect();
        edits.extend(gone.into_iter().rev().map(|old| Edit::Mention {
            old: Some(old),
            new: None,
        }));
    }
}

fn put_mentions(from: &Project, to: &Project, staying: &SortedSet<ArticleId>, edits: &mut Vec<Edit>) {
    for new in to.all_mentions() {
        let there = from.mention(new.id).filter(|old| old.article == new.article);
        let old = there.filter(|_| staying.contains(&new.article));
        if old != Some(new) {
            edits.push(Edit::Mention {
                old: old.cloned(),
                new: Some(new.clone()),
            });
        }
    }
}

fn list_edits<T: PartialEq, K: Ord>(
    from: &[Rc<T>],
    to: &[Rc<T>],
    id: impl Fn(&T) -> K,
    stays: impl Fn(&T) -> bool,
    mut edit: impl FnMut(Option<Placed<T>>, Option<Placed<T>>),
) {
    let placed = |index: usize, item: &Rc<T>| {
        let item = item.clone();
        Some(Placed { index, item })
    };
    let mut now = from.to_vec();
    for index in (0..now.len()).rev().filter(|index| !stays(&from[*index])) {
        edit(placed(index, &now[index]), None);
        now.remove(index);
    }
    for (index, item) in to.iter().enumerate() {
        // What is in place is found at once; only what moved is looked for.
        let at = (index..now.len()).find(|at| id(&now[*at]) == id(item));
        let old = at.map(|at| (at, now.remove(at)));
        if old.as_ref().is_none_or(|(at, old)| (*at, old) != (index, item)) {
            edit(old.and_then(|(at, old)| placed(at, &old)), placed(index, item));
        }
        now.insert(index, item.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::TransactionId;
    use crate::core::timestamp::Timestamp;
    use crate::core::transaction::{Place, Transaction};
    use crate::testkit::laws::check_step;
    use crate::testkit::random_project::arb_project;
    use crate::testkit::random_step::{arb_steps, step};
    use proptest::prelude::*;

    fn check(from: &Project, to: &Project) {
        let transaction = Transaction {
            id: TransactionId::from_u128(1),
            title: String::new(),
            at: Timestamp::default(),
            merge_key: None,
            edits: edits_between(from, to),
            before: Place::default(),
            after: Place::default(),
        };
        let after = check_step(from, &transaction);
        assert_eq!(after.name(), to.name());
        assert_eq!(after.schema(), to.schema());
        assert_eq!(after.articles(), to.articles());
        assert!(after.all_mentions().eq(to.all_mentions()));
        assert_eq!(after.dossier(), to.dossier());
        assert_eq!(edits_between(&after, to), []);
    }

    proptest! {
        #[test]
        fn any_project_becomes_any_other(from in arb_project(), to in arb_project()) {
            check(&from, &to);
        }

        #[test]
        fn what_has_changed_is_changed_back(from in arb_project(), dice in arb_steps(8)) {
            let mut to = from.clone();
            for mut dice in dice {
                step(&mut dice, &to.clone()).apply(&mut to).unwrap();
            }
            check(&from, &to);
            check(&to, &from);
        }
    }
}
