//! Relations, their types, and distinctions as they are stored.

use super::raw_record::AsBytes;
use crate::core::distinction::{Distinction, PassageAddress};
use crate::core::id::{ArticleId, ClaimId, EntityId, LabelId, MentionId, RelationId, RelationTypeId};
use crate::core::offset::ByteOffset;
use crate::core::project::Project;
use crate::core::relation::{End, Relation};
use crate::core::relation_type::{EndRule, MentionRule, RelationType};
use crate::core::span::Span;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// All of a project: types in their order, relations by their ids, distinctions by their passages.
#[derive(Serialize, Deserialize, Default)]
pub(super) struct RelationsRecord<'a> {
    #[serde(borrow)]
    types: Vec<WireRelationType<'a>>,
    #[serde(borrow)]
    relations: Vec<WireRelation<'a>>,
    #[serde(borrow)]
    distinctions: Vec<WireDistinction<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireRelationType<'a> {
    id: AsBytes<RelationTypeId>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    inverse: Option<Cow<'a, str>>,
    #[serde(borrow)]
    description: Cow<'a, str>,
    from: WireEndRule,
    to: WireEndRule,
}

#[derive(Serialize, Deserialize)]
struct WireEndRule {
    mentions: WireMentionRule,
    claims: bool,
    entities: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireMentionRule {
    None,
    Any,
    Of(Vec<AsBytes<LabelId>>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireRelation<'a> {
    id: AsBytes<RelationId>,
    kind: AsBytes<RelationTypeId>,
    from: WireEnd,
    to: WireEnd,
    #[serde(borrow)]
    note: Cow<'a, str>,
    #[serde(borrow)]
    by: Cow<'a, str>,
    made: i64,
    changed: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireEnd {
    Mention(AsBytes<MentionId>),
    Claim(AsBytes<ClaimId>),
    Entity(AsBytes<EntityId>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireDistinction<'a> {
    a: WirePassage,
    b: WirePassage,
    #[serde(borrow)]
    by: Cow<'a, str>,
    at: i64,
}

/// Start and end in bytes.
#[derive(Serialize, Deserialize)]
struct WirePassage(AsBytes<ArticleId>, u32, u32);

impl<'a> RelationsRecord<'a> {
    pub fn new(project: &'a Project) -> Self {
        let types = project.schema().relation_types.iter();
        let dossier = project.dossier();
        Self {
            types: types.map(|it| WireRelationType::new(it)).collect(),
            relations: dossier.relations().map(|it| WireRelation::new(it)).collect(),
            distinctions: dossier.distinctions().map(|it| WireDistinction::new(it)).collect(),
        }
    }

    /// The types, and then the rest; what is broken is left out, each with its reason.
    pub fn read(self, left_out: &mut Vec<String>) -> (Vec<Rc<RelationType>>, Vec<Relation>, Vec<Distinction>) {
        let types = self.types.into_iter().map(|it| Rc::new(it.read())).collect();
        let relations = self.relations.into_iter().map(WireRelation::read).collect();
        let mut distinctions = Vec::with_capacity(self.distinctions.len());
        for distinction in self.distinctions {
            match distinction.read() {
                Ok(distinction) => distinctions.push(distinction),
                Err(reason) => left_out.push(format!("A “not the same” was left out: {reason}.")),
            }
        }
        (types, relations, distinctions)
    }
}

impl<'a> WireRelationType<'a> {
    pub fn new(kind: &'a RelationType) -> Self {
        Self {
            id: AsBytes(kind.id),
            name: Cow::Borrowed(&kind.name),
            inverse: kind.inverse.as_deref().map(Cow::Borrowed),
            description: Cow::Borrowed(&kind.description),
            from: WireEndRule::new(&kind.from),
            to: WireEndRule::new(&kind.to),
        }
    }

    pub fn read(self) -> RelationType {
        RelationType {
            id: self.id.0,
            name: self.name.into_owned(),
            inverse: self.inverse.map(Cow::into_owned),
            description: self.description.into_owned(),
            from: self.from.read(),
            to: self.to.read(),
        }
    }
}

impl WireEndRule {
    fn new(rule: &EndRule) -> Self {
        Self {
            mentions: match &rule.mentions {
                MentionRule::None => WireMentionRule::None,
                MentionRule::Any => WireMentionRule::Any,
                MentionRule::Of(labels) => WireMentionRule::Of(labels.iter().copied().map(AsBytes).collect()),
            },
            claims: rule.claims,
            entities: rule.entities,
        }
    }

    fn read(self) -> EndRule {
        EndRule {
            mentions: match self.mentions {
                WireMentionRule::None => MentionRule::None,
                WireMentionRule::Any => MentionRule::Any,
                WireMentionRule::Of(labels) => MentionRule::Of(labels.into_iter().map(|id| id.0).collect()),
            },
            claims: self.claims,
            entities: self.entities,
        }
    }
}

impl<'a> WireRelation<'a> {
    pub fn new(relation: &'a Relation) -> Self {
        Self {
            id: AsBytes(relation.id),
            kind: AsBytes(relation.kind),
            from: WireEnd::new(relation.from),
            to: WireEnd::new(relation.to),
            note: Cow::Borrowed(&relation.note),
            by: Cow::Borrowed(&relation.author),
            made: relation.created.unix_ms(),
            changed: relation.modified.unix_ms(),
        }
    }

    pub fn read(self) -> Relation {
        Relation {
            id: self.id.0,
            kind: self.kind.0,
            from: self.from.read(),
            to: self.to.read(),
            note: self.note.into_owned(),
            author: self.by.into_owned(),
            created: Timestamp::from_unix_ms(self.made),
            modified: Timestamp::from_unix_ms(self.changed),
        }
    }
}

impl WireEnd {
    fn new(end: End) -> Self {
        match end {
            End::Mention(id) => Self::Mention(AsBytes(id)),
            End::Claim(id) => Self::Claim(AsBytes(id)),
            End::Entity(id) => Self::Entity(AsBytes(id)),
        }
    }

    fn read(self) -> End {
        match self {
            Self::Mention(id) => End::Mention(id.0),
            Self::Claim(id) => End::Claim(id.0),
            Self::Entity(id) => End::Entity(id.0),
        }
    }
}

impl<'a> WireDistinction<'a> {
    pub fn new(distinction: &'a Distinction) -> Self {
        let passage = |it: PassageAddress| WirePassage(AsBytes(it.article), it.span.start().0, it.span.end().0);
        let [a, b] = distinction.passages().map(passage);
        Self {
            a,
            b,
            by: Cow::Borrowed(&distinction.author),
            at: distinction.at.unix_ms(),
        }
    }

    pub fn read(self) -> Result<Distinction, String> {
        let passage = |WirePassage(article, start, end)| {
            let span = Span::new(ByteOffset(start), ByteOffset(end))?;
            Some(PassageAddress {
                article: article.0,
                span,
            })
        };
        let both = passage(self.a).zip(passage(self.b));
        let at = Timestamp::from_unix_ms(self.at);
        let distinction = both.and_then(|(a, b)| Distinction::new(a, b, self.by.into_owned(), at));
        distinction.ok_or_else(|| "its passages are not of two articles".to_owned())
    }
}
