//! Changes what stands above the articles, for [`Edit`](super::edit::Edit): all or nothing.

use super::claim::Claim;
use super::coverage::Absence;
use super::edit::EditError;
use super::entity::Entity;
use super::project::Project;
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
