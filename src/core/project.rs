//! A project: schema, articles and their mentions. Only [`Edit`](super::edit::Edit)s change it.

use super::article::Article;
use super::distinction::PassageAddress;
use super::dossier::Dossier;
use super::id::{ArticleId, MentionId, ProjectId};
use super::mention::Mention;
use super::mention_set::MentionSet;
use super::order;
use super::relation::End;
use super::relation_type::EndKind;
use super::schema::Schema;
use super::timestamp::Timestamp;
use crate::core::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

/// Everything that one export can hold. Cloning shares texts and mentions.
#[derive(Clone, PartialEq, Debug)]
pub struct Project {
    /// Stays the same through export and import.
    pub(super) id: ProjectId,
    pub(super) name: String,
    pub(super) created: Timestamp,
    pub(super) schema: Schema,
    /// In the person's order; ids are unique.
    pub(super) articles: Vec<Rc<Article>>,
    /// Invariant: one entry per article, no other; no id occurs twice.
    pub(super) mentions: SortedMap<ArticleId, MentionSet>,
    /// Invariant: it knows whatever a mention refers to.
    pub(super) dossier: Dossier,
}

impl Project {
    /// Without articles.
    pub fn new(id: ProjectId, name: String, created: Timestamp, schema: Schema) -> Self {
        Self {
            id,
            name,
            created,
            schema,
            articles: Vec::new(),
            mentions: SortedMap::new(),
            dossier: Dossier::default(),
        }
    }

    /// For readers: the same project with these entities and claims in place of its own, before it has mentions.
    #[must_use]
    pub fn with_dossier(self, dossier: Dossier) -> Self {
        Self { dossier, ..self }
    }

    /// For readers of stored or exported projects. Mentions whose article is not among `articles`, and repeated
    /// articles, are dropped, and so is what is said of a missing article, what mentions refer to without `empty` having it,
    /// and relations without their type or an end: readers report them first.
    pub fn from_parts(mut empty: Self, articles: Vec<Rc<Article>>, mentions: Vec<Rc<Mention>>) -> Self {
        let mut by_article: SortedMap<ArticleId, Vec<Rc<Mention>>> = SortedMap::new();
        for article in articles {
            if by_article.insert(article.id, Vec::new()).is_none() {
                empty.articles.push(article);
            }
        }
        let mut dossier = std::mem::take(&mut empty.dossier);
        dossier.retain_articles(|id| by_article.contains_key(&id), |passage| empty.has_passage(passage));
        empty.dossier = dossier;
        let repeated = repeated(&mentions);
        for (mut mention, at) in mentions.into_iter().zip(0..) {
            let known = empty.dossier.known(mention.reference());
            if known != mention.reference() {
                Rc::make_mut(&mut mention).refer_to(known);
            }
            if let Some(list) = by_article.get_mut(&mention.article)
                && repeated.binary_search(&at).is_err()
            {
                list.push(mention);
            }
        }
        empty.mentions = by_article
            .into_iter()
            .map(|(id, list)| (id, MentionSet::from_mentions(list)))
            .collect();
        let mut dossier = std::mem::take(&mut empty.dossier);
        let is_type = |id| empty.schema.relation_type(id).is_some();
        dossier.retain_relations(is_type, |id| empty.mention(id).is_some());
        empty.dossier = dossier;
        empty
    }

    /// The same content as another project. Articles and mentions keep their ids, so that the two can be merged.
    #[must_use]
    pub fn copy_as(&self, id: ProjectId, name: String, created: Timestamp) -> Self {
        Self {
            id,
            name,
            created,
            ..self.clone()
        }
    }

    /// Its id.
    pub fn id(&self) -> ProjectId {
        self.id
    }

    /// Its name; never empty.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When it was made.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// Its labels and guidelines.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Its entities, claims and relations, where a claim was looked for in vain, and which passages were told apart.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// In the person's order.
    pub fn articles(&self) -> &[Rc<Article>] {
        &self.articles
    }

    /// `None` where the project has no such article.
    pub fn article(&self, id: ArticleId) -> Option<&Rc<Article>> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// Its place in the order.
    pub fn article_position(&self, id: ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == id)
    }

    /// `None` where the project has no such article.
    pub fn mentions(&self, article: ArticleId) -> Option<&MentionSet> {
        self.mentions.get(&article)
    }

    /// `None` where the project has no such mention.
    pub fn mention(&self, id: MentionId) -> Option<&Rc<Mention>> {
        self.mentions.values().find_map(|set| set.get(id))
    }

    /// What an end is; `None` where the project has it not.
    pub fn end_kind(&self, end: End) -> Option<EndKind> {
        match end {
            End::Mention(id) => self.mention(id).map(|mention| EndKind::Mention(mention.label)),
            End::Claim(id) => self.dossier.claim(id).map(|_| EndKind::Claim),
            End::Entity(id) => self.dossier.entity(id).map(|_| EndKind::Entity),
        }
    }

    /// Whether one of its articles has this stretch.
    pub fn has_passage(&self, passage: PassageAddress) -> bool {
        let article = self.article(passage.article);
        article.is_some_and(|article| article.text.fits(passage.span))
    }

    /// Of all articles in their order, each in text order.
    pub fn all_mentions(&self) -> impl Iterator<Item = &Rc<Mention>> {
        self.articles
            .iter()
            .filter_map(|article| self.mentions.get(&article.id))
            .flat_map(MentionSet::in_text_order)
    }

    /// Those that refer to an entity or a claim: by article, then by id. Costs what there are of these.
    pub fn referring_mentions(&self) -> impl Iterator<Item = &Rc<Mention>> {
        let sets = self
            .articles
            .iter()
            .filter_map(|article| self.mentions.get(&article.id));
        sets.flat_map(MentionSet::referring)
    }

    /// Of all articles together.
    pub fn n_mentions(&self) -> usize {
        self.mentions.values().map(MentionSet::len).sum()
    }

    /// What the article's text says at the mention, its spans joined by ` … `.
    pub fn quote(&self, mention: &Mention) -> String {
        self.article(mention.article)
            .map(|article| article.text.quote(&mention.spans))
            .unwrap_or_default()
    }

    /// What an end says: a mention's quote, a claim's sentence, an entity's name. `None` where the project has it not.
    pub fn words_of(&self, end: End) -> Option<String> {
        match end {
            End::Mention(id) => self.mention(id).map(|mention| self.quote(mention)),
            End::Claim(id) => self.dossier.claim(id).map(|claim| claim.text.clone()),
            End::Entity(id) => self.dossier.entity(id).map(|entity| entity.name.clone()),
        }
    }

    /// Panics where an invariant of this structure is broken; for tests, which sweep it after each action.
    pub fn check_invariants(&self) {
        let ids: SortedSet<_> = self.articles.iter().map(|article| article.id).collect();
        assert_eq!(ids.len(), self.articles.len(), "article ids are unique");
        assert!(ids.iter().eq(self.mentions.keys()), "one mention set per article");
        let is_label = |id| self.schema.label(id).is_some();
        self.dossier
            .check_invariants(|id| ids.contains(&id), is_label, |passage| self.has_passage(passage));
        let is_type = |id| self.schema.relation_type(id).is_some();
        self.dossier.check_relations(is_type, |id| self.mention(id).is_some());
        for kind in &self.schema.relation_types {
            assert!(
                kind.labels().all(is_label),
                "a type’s labels are of the schema: {kind:?}"
            );
        }
        let mut seen = SortedSet::new();
        for article in &self.articles {
            let set = &self.mentions[&article.id];
            assert_eq!(*set, MentionSet::from_mentions(set.iter().cloned()), "the index agrees");
            for mention in set.iter() {
                assert_eq!(mention.article, article.id);
                assert!(
                    mention.spans.as_slice().iter().all(|span| article.text.fits(*span)),
                    "spans fit the text"
                );
                let label = self
                    .schema
                    .label(mention.label)
                    .expect("every mention has a label of the schema");
                for (id, value) in &mention.attributes {
                    assert!(
                        label.attribute(*id).is_some_and(|attribute| attribute.takes(value)),
                        "{value:?}"
                    );
                }
                assert!(seen.insert(mention.id), "mention ids are unique");
                assert_eq!(
                    self.dossier.known(mention.reference()),
                    mention.reference(),
                    "what it refers to is there"
                );
                assert!(mention.reference.as_deref().is_none_or(|it| !it.is_empty()));
            }
        }
    }
}

/// The places of mentions whose id an earlier one has, ascending.
fn repeated(mentions: &[Rc<Mention>]) -> Vec<usize> {
    let mut places: Vec<(MentionId, usize)> = mentions.iter().map(|mention| mention.id).zip(0..).collect();
    order::sort(&mut places);
    let pairs = places.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let mut repeated: Vec<usize> = pairs.map(|pair| pair[1].1).collect();
    order::sort(&mut repeated);
    repeated
}
