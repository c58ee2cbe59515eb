//! Changes what stands above the articles, for [`Edit`](super::edit::Edit): all or nothing.

use super::claim::Claim;
use super::coverage::Absence;
use super::distinction::Distinction;
use super::edit::EditError;
use super::entity::Entity;
use super::project::Project;
use super::relation::{End, Relation};
use crate::core::sorted::SortedMap;
use std::rc::Rc;

pub(super) fn entity(
    project: &mut Project,
    old: Option<&Rc<Entity>>,
    new: Option<&Rc<Entity>>,
) -> Result<(), EditError> {
    if let Some(gone) = gone(old.map(|it| it.id), new.map(|it| it.id))
        && project
            .referring_mentions()
            .any(|mention| mention.reference().names(gone))
    {
        return Err(EditError("the entity is still referred to"));
    }
    stays_related(
        project,
        old.map(|it| End::Entity(it.id)),
        new.map(|it| End::Entity(it.id)),
    )?;
    if new.is_some_and(|new| !new.is_sound()) {
        return Err(EditError("the entity lacks a name"));
    }
    exchange(&mut project.dossier.entities, old, new, |it| it.id)
}

pub(super) fn claim(project: &mut Project, old: Option<&Rc<Claim>>, new: Option<&Rc<Claim>>) -> Result<(), EditError> {
    if let Some(gone) = gone(old.map(|it| it.id), new.map(|it| it.id)) {
        let is_referred_to = project
            .referring_mentions()
            .any(|it| it.reference().claim == Some(gone));
        if is_referred_to || project.dossier.absences().any(|it| it.claim == gone) {
            return Err(EditError("the claim is still referred to"));
        }
    }
    stays_related(
        project,
        old.map(|it| End::Claim(it.id)),
        new.map(|it| End::Claim(it.id)),
    )?;
    if new.is_some_and(|new| !new.is_sound()) {
        return Err(EditError("the claim lacks its words"));
    }
    exchange(&mut project.dossier.claims, old, new, |it| it.id)
}

pub(super) fn absence(
    project: &mut Project,
    old: Option<&Rc<Absence>>,
    new: Option<&Rc<Absence>>,
) -> Result<(), EditError> {
    if let Some(new) = new
        && (project.dossier.claim(new.claim).is_none() || project.article(new.article).is_none())
    {
        return Err(EditError("the claim or the article is not there"));
    }
    exchange(&mut project.dossier.absences, old, new, |it| it.key())
}

pub(super) fn relation(
    project: &mut Project,
    old: Option<&Rc<Relation>>,
    new: Option<&Rc<Relation>>,
) -> Result<(), EditError> {
    if let Some(new) = new {
        let has_ends = [new.from, new.to]
            .into_iter()
            .all(|end| project.end_kind(end).is_some());
        if !new.is_sound() || !has_ends || project.schema.relation_type(new.kind).is_none() {
            return Err(EditError("the relation lacks its type or an end"));
        }
    }
    exchange(&mut project.dossier.relations, old, new, |it| it.id)
}

pub(super) fn distinction(
    project: &mut Project,
    old: Option<&Rc<Distinction>>,
    new: Option<&Rc<Distinction>>,
) -> Result<(), EditError> {
    if let Some(new) = new
        && !new.passages().iter().all(|passage| project.has_passage(*passage))
    {
        return Err(EditError("a passage is not there"));
    }
    exchange(&mut project.dossier.distinctions, old, new, Distinction::key)
}

/// An error where an edit would take out what a relation needs.
pub(super) fn stays_related(project: &Project, old: Option<End>, new: Option<End>) -> Result<(), EditError> {
    match gone(old, new) {
        Some(gone) if project.dossier.relations_of(gone).next().is_some() => Err(STILL_RELATED),
        _ => Ok(()),
    }
}

/// That something is still an end of a relation.
pub(super) const STILL_RELATED: EditError = EditError("it is still related to something");

/// What is not there any more after an edit.
fn gone<K: PartialEq>(old: Option<K>, new: Option<K>) -> Option<K> {
    old.filter(|old| new.as_ref() != Some(old))
}

/// Takes `old` out and puts `new` in, after checking both.
fn exchange<K: Ord, T: PartialEq>(
    map: &mut SortedMap<K, Rc<T>>,
    old: Option<&Rc<T>>,
    new: Option<&Rc<T>>,
    key: impl Fn(&T) -> K,
) -> Result<(), EditError> {
    let (before, after) = (old.map(|it| key(it)), new.map(|it| key(it)));
    if let (Some(before), Some(old)) = (&before, old)
        && map.get(before) != Some(old)
    {
        return Err(EditError("what is to be replaced is not what is expected"));
    }
    if let Some(after) = &after
        && before.as_ref() != Some(after)
        && map.contains_key(after)
    {
        return Err(EditError("it is there already"));
    }
    if let Some(before) = before {
        map.remove(&before);
    }
    if let (Some(after), Some(new)) = (after, new) {
        map.insert(after, new.clone());
    }
    Ok(())
}
