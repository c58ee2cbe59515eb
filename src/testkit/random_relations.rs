//! Random types of relations, relations and distinctions, and edits of them.

use super::dice::Dice;
use super::random_project::{spans, text, time, title};
use crate::core::distinction::{Distinction, PassageAddress};
use crate::core::edit::{Edit, Placed};
use crate::core::id::{RelationId, RelationTypeId};
use crate::core::project::Project;
use crate::core::relation::{End, Relation};
use crate::core::relation_type::{EndRule, MentionRule, RelationType};
use crate::core::schema::Schema;
use std::rc::Rc;

/// A type without faults in `schema`.
pub(crate) fn relation_type(dice: &mut Dice, schema: &Schema) -> RelationType {
    let id = dice.fresh(9);
    RelationType {
        id: RelationTypeId::from_u128(id),
        name: format!("{} {id:x}", title(dice)),
        inverse: dice.one_in(2).then(|| format!("is {} {id:x}", title(dice))),
        description: text(dice, 3),
        from: end_rule(dice, schema),
        to: end_rule(dice, schema),
    }
}

/// An edit of a type that applies to `project`; `None` where there is nothing to do.
pub(crate) fn type_edit(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let types = &project.schema().relation_types;
    let index = dice.below(types.len());
    let old = types.get(index).map(|item| Placed {
        index,
        item: item.clone(),
    });
    let made = relation_type(dice, project.schema());
    let n_there = types.len();
    let placed = |dice: &mut Dice, n, item| {
        let (index, item) = (dice.below(n), Rc::new(item));
        Some(Placed { index, item })
    };
    match (dice.below(3), old) {
        (0, Some(old)) => {
            let id = old.item.id;
            let new = placed(dice, n_there, RelationType { id, ..made });
            Some(Edit::RelationType { old: Some(old), new })
        }
        (1, Some(old)) => {
            let is_used = project.dossier().relations().any(|it| it.kind == old.item.id);
            let old = Some(old);
            (!is_used).then_some(Edit::RelationType { old, new: None })
        }
        _ => {
            let is_free = project.schema().relation_type(made.id).is_none();
            let new = placed(dice, n_there + 1, made);
            is_free.then_some(Edit::RelationType { old: None, new })
        }
    }
}

/// An edit of a relation or a distinction that applies to `project`; `None` where there is nothing to do.
pub(crate) fn edit(dice: &mut Dice, project: &Project) -> Option<Edit> {
    if dice.one_in(3) {
        return distinction_edit(dice, project);
    }
    let relations: Vec<&Rc<Relation>> = project.dossier().relations().collect();
    let old = dice.pick(&relations).filter(|_| dice.one_in(2)).map(|it| Rc::clone(it));
    if old.is_some() && dice.one_in(2) {
        return Some(Edit::Relation { old, new: None });
    }
    let made = relation(dice, project)?;
    let id = old.as_ref().map_or(made.id, |old| old.id);
    let is_free = old.is_some() || project.dossier().relation(id).is_none();
    let new = Some(Rc::new(Relation { id, ..made }));
    is_free.then_some(Edit::Relation { old, new })
}

fn relation(dice: &mut Dice, project: &Project) -> Option<Relation> {
    let dossier = project.dossier();
    let mut ends: Vec<End> = project.all_mentions().map(|it| End::Mention(it.id)).collect();
    ends.extend(dossier.claims().map(|it| End::Claim(it.id)));
    ends.extend(dossier.entities().map(|it| End::Entity(it.id)));
    let kind = dice.pick(&project.schema().relation_types)?.id;
    let from = *dice.pick(&ends)?;
    let others: Vec<End> = ends.into_iter().filter(|end| *end != from).collect();
    Some(Relation {
        id: RelationId::from_u128(dice.fresh(10)),
        kind,
        from,
        to: *dice.pick(&others)?,
        note: text(dice, 3),
        author: text(dice, 2),
        created: time(dice),
        modified: time(dice),
    })
}

fn distinction_edit(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let known: Vec<&Rc<Distinction>> = project.dossier().distinctions().collect();
    if let Some(old) = dice.pick(&known).filter(|_| dice.one_in(2)) {
        let old = Some(Rc::clone(old));
        return Some(Edit::Distinction { old, new: None });
    }
    let passage = |dice: &mut Dice| {
        let article = dice.pick(project.articles())?;
        let span = spans(dice, article.text.as_str())?.hull();
        Some(PassageAddress {
            article: article.id,
            span,
        })
    };
    let (a, b) = (passage(dice)?, passage(dice)?);
    let new = Distinction::new(a, b, text(dice, 2), time(dice))?;
    let old = project.dossier().distinction(a, b).cloned();
    let new = Some(Rc::new(new));
    Some(Edit::Distinction { old, new })
}

fn end_rule(dice: &mut Dice, schema: &Schema) -> EndRule {
    let labels = schema.labels.iter().map(|label| label.id);
    EndRule {
        mentions: match dice.below(3) {
            0 => MentionRule::Any,
            1 => MentionRule::None,
            _ => MentionRule::Of(labels.filter(|_| dice.one_in(2)).collect()),
        },
        claims: dice.one_in(2),
        entities: dice.one_in(2),
    }
}
