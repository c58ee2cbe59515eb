//! What stands above the articles: entities, claims, where a claim was looked for in vain, what is related to what, and
//! which passages only look alike.

use super::claim::Claim;
use super::coverage::Absence;
use super::distinction::{Distinction, DistinctionKey, PassageAddress};
use super::entity::Entity;
use super::id::{ArticleId, ClaimId, EntityId, LabelId, MentionId, RelationId, RelationTypeId};
use super::reference::Reference;
use super::relation::{End, Relation};
use super::schema::Schema;
use crate::core::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

/// All of a project, each by its id. Cloning shares them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Dossier {
    pub(super) entities: SortedMap<EntityId, Rc<Entity>>,
    pub(super) claims: SortedMap<ClaimId, Rc<Claim>>,
    /// Invariant: the claim is among `claims`, the article among the project's.
    pub(super) absences: SortedMap<(ClaimId, ArticleId), Rc<Absence>>,
    /// Invariant: the type is of the schema, and both ends are of the project.
    pub(super) relations: SortedMap<RelationId, Rc<Relation>>,
    /// Invariant: both passages are of the project's articles and fit their texts.
    pub(super) distinctions: SortedMap<DistinctionKey, Rc<Distinction>>,
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
            relations: SortedMap::new(),
            distinctions: SortedMap::new(),
        }
    }

    /// For readers: with these relations. Of several with one id the last stays; one of something with itself is dropped,
    /// and [`Project::from_parts`](super::project::Project::from_parts) drops those that lack their type or an end.
    #[must_use]
    pub fn with_relations(mut self, relations: Vec<Relation>) -> Self {
        let sound = relations.into_iter().filter(Relation::is_sound);
        self.relations = sound.map(|it| (it.id, Rc::new(it))).collect();
        self
    }

    /// For readers: with these distinctions. Of several of the same passages the last stays;
    /// [`Project::from_parts`](super::project::Project::from_parts) drops those that fit no text of the project.
    #[must_use]
    pub fn with_distinctions(mut self, distinctions: Vec<Distinction>) -> Self {
        self.distinctions = distinctions.into_iter().map(|it| (it.key(), Rc::new(it))).collect();
        self
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

    /// In the order of their ids, which is that of their making.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = &Rc<Relation>> {
        self.relations.values()
    }

    /// Those that have this at one of their ends, in the order of their making. Costs what relations there are.
    pub fn relations_of(&self, end: End) -> impl Iterator<Item = &Rc<Relation>> {
        self.relations().filter(move |it| it.side_of(end).is_some())
    }

    /// Another relation that says the same: of the same type, with the same ends, in whichever order where the type has no
    /// direction. Costs what relations there are.
    pub fn said(&self, relation: &Relation, schema: &Schema) -> Option<&Rc<Relation>> {
        let kind = schema.relation_type(relation.kind);
        let is_symmetric = kind.is_some_and(|kind| kind.is_symmetric());
        let (from, to) = (relation.from, relation.to);
        self.relations().find(|other| {
            let ends = (other.from, other.to);
            let is_same = ends == (from, to) || (is_symmetric && ends == (to, from));
            other.kind == relation.kind && other.id != relation.id && is_same
        })
    }

    /// By their lesser passage, then by the other.
    pub fn distinctions(&self) -> impl ExactSizeIterator<Item = &Rc<Distinction>> {
        self.distinctions.values()
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

    /// `None` where the project has no such relation.
    pub fn relation(&self, id: RelationId) -> Option<&Rc<Relation>> {
        self.relations.get(&id)
    }

    /// Of these two passages, in whichever order; `None` where nobody has told them apart.
    pub fn distinction(&self, one: PassageAddress, other: PassageAddress) -> Option<&Rc<Distinction>> {
        self.distinctions.get(&Distinction::key_of(one, other))
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

    /// Drops what is said of articles that are not there, or of passages that they have not.
    pub(super) fn retain_articles(
        &mut self,
        is_there: impl Fn(ArticleId) -> bool,
        is_passage: impl Fn(PassageAddress) -> bool,
    ) {
        let absences = std::mem::take(&mut self.absences);
        self.absences = absences.into_iter().filter(|((_, id), _)| is_there(*id)).collect();
        let distinctions = std::mem::take(&mut self.distinctions).into_iter();
        let fits = |(a, b): DistinctionKey| is_passage(a) && is_passage(b);
        self.distinctions = distinctions.filter(|(key, _)| fits(*key)).collect();
    }

    /// Drops relations without their type or an end.
    pub(super) fn retain_relations(
        &mut self,
        is_type: impl Fn(RelationTypeId) -> bool,
        is_mention: impl Fn(MentionId) -> bool,
    ) {
        let relations = std::mem::take(&mut self.relations).into_iter();
        let stands = |it: &Relation| is_type(it.kind) && self.has(it.from, &is_mention) && self.has(it.to, &is_mention);
        self.relations = relations.filter(|(_, it)| stands(it)).collect();
    }

    fn has(&self, end: End, is_mention: impl Fn(MentionId) -> bool) -> bool {
        match end {
            End::Mention(id) => is_mention(id),
            End::Claim(id) => self.claims.contains_key(&id),
            End::Entity(id) => self.entities.contains_key(&id),
        }
    }

    /// The mentions that are an end of a relation. Costs what relations there are.
    pub(super) fn related_mentions(&self) -> SortedSet<MentionId> {
        let ends = self.relations().flat_map(|it| [it.from, it.to]);
        let mentions = ends.filter_map(|end| match end {
            End::Mention(id) => Some(id),
            End::Claim(_) | End::Entity(_) => None,
        });
        mentions.collect()
    }

    pub(super) fn check_invariants(
        &self,
        is_article: impl Fn(ArticleId) -> bool,
        is_label: impl Fn(LabelId) -> bool,
        is_passage: impl Fn(PassageAddress) -> bool,
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
        for (key, distinction) in &self.distinctions {
            let [a, b] = distinction.passages();
            assert!(*key == (a, b) && a < b && a.article != b.article, "{distinction:?}");
            assert!(is_passage(a) && is_passage(b), "{distinction:?}");
        }
    }

    pub(super) fn check_relations(
        &self,
        is_type: impl Fn(RelationTypeId) -> bool,
        is_mention: impl Fn(MentionId) -> bool,
    ) {
        for (id, relation) in &self.relations {
            assert!(*id == relation.id && relation.is_sound(), "{relation:?}");
            assert!(is_type(relation.kind), "{relation:?}");
            let ends = [relation.from, relation.to];
            assert!(ends.into_iter().all(|end| self.has(end, &is_mention)), "{relation:?}");
        }
    }
}
