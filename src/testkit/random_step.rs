//! Random edits and transactions of a given project.

use super::dice::{Dice, arb_dice};
use super::random_dossier::{self, reference};
use super::random_project::{article, label, mention, spans, text, title, values};
use super::random_relations;
use crate::core::article::Article;
use crate::core::coverage::Absence;
use crate::core::edit::{Edit, Placed};
use crate::core::id::TransactionId;
use crate::core::mention::Mention;
use crate::core::project::Project;
use crate::core::relation::End;
use crate::core::timestamp::Timestamp;
use crate::core::transaction::{Place, Transaction};
use proptest::collection::vec;
use proptest::prelude::Strategy;
use std::rc::Rc;

/// Dice for a sequence of up to `n` steps.
pub(crate) fn arb_steps(n: usize) -> impl Strategy<Value = Vec<Dice>> {
    vec(arb_dice(60), 0..=n)
}

/// An edit that applies to `project` and keeps its invariants.
pub(crate) fn edit(dice: &mut Dice, project: &Project) -> Edit {
    let made = match dice.below(19) {
        0 => None,
        1 => guidelines(dice, project),
        2 => new_label(dice, project),
        3 => changed_label(dice, project),
        4 => removed_label(dice, project),
        5 => new_article(dice, project),
        6 => changed_article(dice, project),
        7 => removed_article(dice, project),
        8 | 9 => new_mention(dice, project),
        10 => changed_mention(dice, project),
        11 | 12 => random_dossier::edit(dice, project),
        15 => random_relations::type_edit(dice, project),
        16..=18 => random_relations::edit(dice, project),
        _ => removed_mention(dice, project),
    };
    made.unwrap_or_else(|| Edit::Name {
        old: project.name().to_owned(),
        new: title(dice),
    })
}

/// An edit that may or may not fit `project`: one of another project, or one that starts from another state.
pub(crate) fn stray_edit(dice: &mut Dice, project: &Project, other: &Project) -> Edit {
    let source = if dice.one_in(2) { other } else { project };
    let edit = edit(dice, source);
    match dice.below(3) {
        0 => edit,
        1 => edit.invert(),
        _ => match edit {
            Edit::Mention { new, .. } => Edit::Mention { old: None, new },
            Edit::Article { new: Some(new), old } => Edit::Article {
                new: Some(Placed { index: 99, ..new }),
                old,
            },
            other => other,
        },
    }
}

/// A step of one to four edits that applies to `project`, sometimes one that merges with its like.
pub(crate) fn step(dice: &mut Dice, project: &Project) -> Transaction {
    let mut after = project.clone();
    let mut edits = Vec::new();
    for _ in 0..=dice.below(4) {
        let edit = edit(dice, &after);
        edit.apply(&mut after).expect("the generator makes edits that apply");
        edits.push(edit);
    }
    let place = |dice: &mut Dice, project: &Project| Place {
        article: dice.pick(project.articles()).map(|article| article.id),
        mention: any_mention(dice, project).map(|mention| mention.id),
    };
    Transaction {
        id: TransactionId::from_u128(dice.fresh(6)),
        title: text(dice, 3),
        at: Timestamp::from_unix_ms(dice.below(99) as i64),
        merge_key: dice.one_in(2).then(|| format!("key {}", dice.below(2))),
        edits,
        before: place(dice, project),
        after: place(dice, &after),
    }
}

fn guidelines(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let old = project.schema().guidelines.clone();
    Some(Edit::Guidelines {
        old,
        new: text(dice, 5),
    })
}

fn new_label(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let labels = &project.schema().labels;
    let label = label(dice, project.schema());
    let new = placed(dice.below(labels.len() + 1), label);
    let fresh = project.schema().label(new.item.id).is_none();
    fresh.then_some(Edit::Label {
        old: None,
        new: Some(new),
    })
}

fn changed_label(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let labels = &project.schema().labels;
    let index = dice.below(labels.len());
    let old = labels.get(index)?;
    let mut label = old.as_ref().clone();
    label.description = text(dice, 3);
    Some(Edit::Label {
        old: Some(Placed {
            index,
            item: old.clone(),
        }),
        new: Some(placed(dice.below(labels.len()), label)),
    })
}

fn removed_label(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let labels = &project.schema().labels;
    let index = dice.below(labels.len());
    let item = labels.get(index)?.clone();
    let used = project.all_mentions().any(|mention| mention.label == item.id);
    let used = used || project.dossier().entities().any(|entity| entity.label == Some(item.id));
    let mut types = project.schema().relation_types.iter();
    let used = used || types.any(|kind| kind.labels().any(|id| id == item.id));
    let old = Some(Placed { index, item });
    (!used).then_some(Edit::Label { old, new: None })
}

fn new_article(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let article = article(dice);
    let new = placed(dice.below(project.articles().len() + 1), article);
    let fresh = project.article(new.item.id).is_none();
    fresh.then_some(Edit::Article {
        old: None,
        new: Some(new),
    })
}

fn changed_article(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let index = dice.below(project.articles().len());
    let old = project.articles().get(index)?;
    let new = Article {
        title: title(dice),
        done: !old.done,
        ..old.as_ref().clone()
    };
    Some(Edit::Article {
        old: Some(Placed {
            index,
            item: old.clone(),
        }),
        new: Some(placed(dice.below(project.articles().len()), new)),
    })
}

fn removed_article(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let index = dice.below(project.articles().len());
    let item = project.articles().get(index)?.clone();
    let is_absent = |claim: &Rc<Absence>| claim.article == item.id;
    let empty = project.mentions(item.id)?.is_empty() && !project.dossier().absences().any(is_absent);
    let empty = empty && !project.dossier().distinctions().any(|it| it.is_of(item.id));
    let old = Some(Placed { index, item });
    empty.then_some(Edit::Article { old, new: None })
}

fn new_mention(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let article = dice.pick(project.articles())?;
    let mut new = mention(dice, article, project.schema())?;
    new.refer_to(reference(dice, project.dossier()));
    let fresh = project.mention(new.id).is_none();
    fresh.then_some(Edit::Mention {
        old: None,
        new: Some(Rc::new(new)),
    })
}

fn changed_mention(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let old = any_mention(dice, project)?;
    let label = project.schema().label(old.label)?;
    let mut new = Mention {
        spans: spans(dice, project.article(old.article)?.text.as_str())?,
        attributes: values(dice, label),
        note: text(dice, 3),
        ..old.as_ref().clone()
    };
    new.refer_to(reference(dice, project.dossier()));
    Some(Edit::Mention {
        old: Some(old),
        new: Some(Rc::new(new)),
    })
}

fn removed_mention(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let old = any_mention(dice, project)?;
    let is_free = project.dossier().relations_of(End::Mention(old.id)).next().is_none();
    let old = Some(old);
    is_free.then_some(Edit::Mention { old, new: None })
}

fn any_mention(dice: &mut Dice, project: &Project) -> Option<Rc<Mention>> {
    let at = dice.below(project.n_mentions());
    project.all_mentions().nth(at).cloned()
}

fn placed<T>(index: usize, item: T) -> Placed<T> {
    Placed {
        index,
        item: Rc::new(item),
    }
}
