//! Joins the entities and claims of a file with those of the project, so that what mentions of both refer to is there.

use super::claim::Claim;
use super::coverage::Absence;
use super::dossier::Dossier;
use super::entity::Entity;
use super::id::{ArticleId, ClaimId, EntityId};
use super::merge_labels::LabelMap;
use super::reference::Reference;
use super::relation::End;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the file's entities and claims are in the joint dossier.
#[derive(Debug, Default)]
pub(super) struct DossierMap {
    entities: BTreeMap<EntityId, EntityId>,
    claims: BTreeMap<ClaimId, ClaimId>,
}

impl DossierMap {
    /// A reference of the file in the joint dossier.
    pub fn reference(&self, theirs: Reference) -> Reference {
        Reference {
            entity: theirs.entity.map(|id| self.entity(id)),
            claim: theirs.claim.map(|id| self.claim(id)),
            stance: theirs.stance,
            speaker: theirs.speaker.map(|id| self.entity(id)),
        }
    }

    /// An end of one of the file's relations in the joint dossier. Mentions keep their ids.
    pub fn end(&self, theirs: End) -> End {
        match theirs {
            End::Mention(id) => End::Mention(id),
            End::Claim(id) => End::Claim(self.claim(id)),
            End::Entity(id) => End::Entity(self.entity(id)),
        }
    }

    fn entity(&self, id: EntityId) -> EntityId {
        self.entities.get(&id).copied().unwrap_or(id)
    }

    fn claim(&self, id: ClaimId) -> ClaimId {
        self.claims.get(&id).copied().unwrap_or(id)
    }
}

/// Entities are the same by id, else by their identity elsewhere; claims by id, else by their words. Of what both have
/// by id, the one that was changed later stays, of equals the project's; of others the project's stays, and an entity
/// learns the file's names.
pub(super) fn merge_dossiers(present: &Dossier, incoming: &Dossier, labels: &LabelMap) -> (Dossier, DossierMap) {
    let mut joint = present.clone();
    let mut map = DossierMap::default();
    for theirs in incoming.entities() {
        let theirs = Rc::new(Entity {
            label: theirs.label.map(|id| labels.label(id)),
            ..Entity::clone(theirs)
        });
        let ours = match joint.entity(theirs.id) {
            Some(ours) => latest(ours, &theirs, |it| it.modified),
            None => match of_identity(&joint, &theirs) {
                Some(ours) => with_names(ours, &theirs),
                None => theirs.clone(),
            },
        };
        map.entities.insert(theirs.id, ours.id);
        joint.entities.insert(ours.id, ours);
    }
    for theirs in incoming.claims() {
        let ours = match joint.claim(theirs.id) {
            Some(ours) => latest(ours, theirs, |it| it.modified),
            None => of_words(&joint, theirs).unwrap_or(theirs).clone(),
        };
        map.claims.insert(theirs.id, ours.id);
        joint.claims.insert(ours.id, ours);
    }
    (joint, map)
}

/// Adds the file's absences from articles that the project has, or gets.
pub(super) fn add_absences(
    joint: &mut Dossier,
    incoming: &Dossier,
    map: &DossierMap,
    article: impl Fn(ArticleId) -> ArticleId,
) {
    for theirs in incoming.absences() {
        let absence = Absence {
            claim: map.claim(theirs.claim),
            article: article(theirs.article),
            ..Absence::clone(theirs)
        };
        if joint.absence(absence.claim, absence.article).is_none() {
            joint.absences.insert(absence.key(), Rc::new(absence));
        }
    }
}

/// The one that was changed later; of equals, the project's.
pub(super) fn latest<T, M: Ord>(ours: &Rc<T>, theirs: &Rc<T>, modified: impl Fn(&T) -> M) -> Rc<T> {
    let is_later = modified(theirs) > modified(ours);
    if is_later { theirs.clone() } else { ours.clone() }
}

fn of_identity<'a>(joint: &'a Dossier, theirs: &Entity) -> Option<&'a Rc<Entity>> {
    let is_same = |ours: &&Rc<Entity>| !ours.identity.is_empty() && ours.identity == theirs.identity;
    joint.entities().find(is_same)
}

fn of_words<'a>(joint: &'a Dossier, theirs: &Claim) -> Option<&'a Rc<Claim>> {
    joint.claims().find(|ours| ours.text.trim() == theirs.text.trim())
}

fn with_names(ours: &Rc<Entity>, theirs: &Entity) -> Rc<Entity> {
    let mut entity = Entity::clone(ours);
    for name in theirs.names() {
        if !entity.names().any(|known| known == name) {
            entity.aliases.push(name.to_owned());
        }
    }
    if entity == **ours {
        ours.clone()
    } else {
        Rc::new(entity)
    }
}
