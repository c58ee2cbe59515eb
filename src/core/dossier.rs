//! What stands above the articles: entities, claims, and where a claim was looked for in vain.

use super::claim::Claim;
use super::coverage::Absence;
use super::entity::Entity;
use super::id::{ArticleId, ClaimId, EntityId};
use super::reference::Reference;
use crate::core::sorted::SortedMap;
use std::rc::Rc;

/// All of a project, each by its id. Cloning shares them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Dossier {
    pub(super) entities: SortedMap<EntityId, Rc<Entity>>,
    pub(super) claims: SortedMap<ClaimId, Rc<Claim>>,
    /// Invariant: the claim is among `claims`, the article among the project's.
    pub(super) absences: SortedMap<(ClaimId, ArticleId), Rc<Absence>>,
}

impl Dossier {
    /// For readers. Of several with one id the last stays; an absence whose claim is not there is dropped.
    pub fn from_parts(entities: Vec<Entity>, claims: Vec<Claim>, absences: Vec<Absence>) -> Self {
        let entities = entities.into_iter().map(|it| (it.id, Rc::new(it)));
        let claims: SortedMap<_, _> = claims.into_iter().map(|it| (it.id, Rc::new(it))).collect();
        let absences = absences.into_iter().filter(|it| claims.contains_key(&it.claim));
        let absences = absences.map(|it| (it.key(), Rc::new(it))).collect();
        Self {
            entities: entities.collect(),
            claims,
            absences,
        }
    }

    /// In the order of their ids, which is that of their making.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &Rc<Entity>> {
        self.entities.values()
    }

    /// In the order of their ids, which is that of their making.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = &Rc<Claim>> {
        self.claims.values()
    }

    /// By claim, then by article.
    pub fn absences(&self) -> impl ExactSizeIterator<Item = &Rc<Absence>> {
        self.absences.values()
    }

    /// `None` where the project has no such entity.
    pub fn entity(&self, id: EntityId) -> Option<&Rc<Entity>> {
        self.entities.get(&id)
    }

    /// `None` where the project has no such claim.
    pub fn claim(&self, id: ClaimId) -> Option<&Rc<Claim>> {
        self.claims.get(&id)
    }

    /// `None` where nobody has looked, or a mention says that the claim is there.
    pub fn absence(&self, claim: ClaimId, article: ArticleId) -> Option<&Rc<Absence>> {
        self.absences.get(&(claim, article))
    }

    /// The reference without what is not in the dossier.
    pub fn known(&self, reference: Reference) -> Reference {
        let is_known = |id: &EntityId| self.entities.contains_key(id);
        Reference {
            entity: reference.entity.filter(is_known),
            claim: reference.claim.filter(|id| self.claims.contains_key(id)),
            stance: reference.stance,
            speaker: reference.speaker.filter(is_known),
        }
    }

    pub(super) fn retain_articles(&mut self, is_there: impl Fn(ArticleId) -> bool) {
        let absences = std::mem::take(&mut self.absences);
        self.absences = absences.into_iter().filter(|((_, id), _)| is_there(*id)).collect();
    }

    pub(super) fn check_invariants(
        &self,
        is_article: impl Fn(ArticleId) -> bool,
        is_label: impl Fn(super::id::LabelId) -> bool,
    ) {
        for (id, entity) in &self.entities {
            assert!(*id == entity.id && entity.is_sound(), "{entity:?}");
            assert!(entity.label.is_none_or(&is_label), "an entity’s label is of the schema");
        }
        for (id, claim) in &self.claims {
            assert!(*id == claim.id && claim.is_sound(), "{claim:?}");
        }
        for (key, absence) in &self.absences {
            assert_eq!(*key, absence.key());
            assert!(
                self.claims.contains_key(&absence.claim) && is_article(absence.article),
                "{absence:?}"
            );
        }
    }
}
