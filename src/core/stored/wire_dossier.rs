//! Entities, claims and absences as they are stored.

use super::raw_record::AsBytes;
use super::text_record::AsText;
use crate::core::claim::{CheckWorthy, Claim, ClaimKind, ClaimSource, Verdict};
use crate::core::coverage::Absence;
use crate::core::dossier::Dossier;
use crate::core::entity::{Entity, Role};
use crate::core::id::{ArticleId, ClaimId, EntityId, LabelId};
use crate::core::publication_date::PublicationDate;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// All of a project, in the order of their ids.
#[derive(Serialize, Deserialize, Default)]
pub(super) struct DossierRecord<'a> {
    #[serde(borrow)]
    entities: Vec<WireEntity<'a>>,
    #[serde(borrow)]
    claims: Vec<WireClaim<'a>>,
    #[serde(borrow)]
    absences: Vec<WireAbsence<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireEntity<'a> {
    id: AsBytes<EntityId>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    label: Option<AsBytes<LabelId>>,
    aliases: Cow<'a, [String]>,
    #[serde(borrow)]
    identity: Cow<'a, str>,
    #[serde(borrow)]
    roles: Vec<WireRole<'a>>,
    #[serde(borrow)]
    note: Cow<'a, str>,
    made: i64,
    changed: i64,
}

#[derive(Serialize, Deserialize)]
struct WireRole<'a> {
    #[serde(borrow)]
    title: Cow<'a, str>,
    from: Option<AsText<PublicationDate>>,
    to: Option<AsText<PublicationDate>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireClaim<'a> {
    id: AsBytes<ClaimId>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    check_worthy: Option<Cow<'a, str>>,
    #[serde(borrow)]
    verdict: Option<Cow<'a, str>>,
    /// Address and note of each.
    #[serde(borrow)]
    sources: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    #[serde(borrow)]
    note: Cow<'a, str>,
    made: i64,
    changed: i64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireAbsence<'a> {
    claim: AsBytes<ClaimId>,
    article: AsBytes<ArticleId>,
    #[serde(borrow)]
    by: Cow<'a, str>,
    at: i64,
}

impl<'a> DossierRecord<'a> {
    pub fn new(dossier: &'a Dossier) -> Self {
        Self {
            entities: dossier.entities().map(|it| WireEntity::new(it)).collect(),
            claims: dossier.claims().map(|it| WireClaim::new(it)).collect(),
            absences: dossier.absences().map(|it| WireAbsence::new(it)).collect(),
        }
    }

    /// What is broken is left out, each with its reason.
    pub fn read(self, left_out: &mut Vec<String>) -> Dossier {
        let mut whole = |what: &str, reason: String| left_out.push(format!("{what} was left out: {reason}."));
        let mut entities = Vec::with_capacity(self.entities.len());
        for entity in self.entities {
            match entity.read() {
                Ok(entity) => entities.push(entity),
                Err(reason) => whole("An entity", reason),
            }
        }
        let mut claims = Vec::with_capacity(self.claims.len());
        for claim in self.claims {
            match claim.read() {
                Ok(claim) => claims.push(claim),
                Err(reason) => whole("A claim", reason),
            }
        }
        let absences = self.absences.into_iter().map(WireAbsence::read).collect();
        Dossier::from_parts(entities, claims, absences)
    }
}

impl<'a> WireEntity<'a> {
    pub fn new(entity: &'a Entity) -> Self {
        let role = |role: &'a Role| WireRole {
            title: Cow::Borrowed(&role.title),
            from: role.from.map(AsText),
            to: role.to.map(AsText),
        };
        Self {
            id: AsBytes(entity.id),
            name: Cow::Borrowed(&entity.name),
            label: entity.label.map(AsBytes),
            aliases: Cow::Borrowed(&entity.aliases),
            identity: Cow::Borrowed(&entity.identity),
            roles: entity.roles.iter().map(role).collect(),
            note: Cow::Borrowed(&entity.note),
            made: entity.created.unix_ms(),
            changed: entity.modified.unix_ms(),
        }
    }

    pub fn read(self) -> Result<Entity, String> {
        let role = |role: WireRole<'_>| Role {
            title: role.title.into_owned(),
            from: role.from.map(|date| date.0),
            to: role.to.map(|date| date.0),
        };
        let entity = Entity {
            id: self.id.0,
            name: self.name.into_owned(),
            label: self.label.map(|label| label.0),
            aliases: self.aliases.into_owned(),
            identity: self.identity.into_owned(),
            roles: self.roles.into_iter().map(role).collect(),
            note: self.note.into_owned(),
            created: Timestamp::from_unix_ms(self.made),
            modified: Timestamp::from_unix_ms(self.changed),
        };
        if entity.is_sound() {
            Ok(entity)
        } else {
            Err(format!("{} lacks a name", entity.id))
        }
    }
}

impl<'a> WireClaim<'a> {
    pub fn new(claim: &'a Claim) -> Self {
        let source = |source: &'a ClaimSource| (Cow::Borrowed(&*source.url), Cow::Borrowed(&*source.note));
        Self {
            id: AsBytes(claim.id),
            text: Cow::Borrowed(&claim.text),
            kind: claim.kind.map(|it| it.name().into()),
            check_worthy: claim.check_worthy.map(|it| it.name().into()),
            verdict: claim.verdict.map(|it| it.name().into()),
            sources: claim.sources.iter().map(source).collect(),
            note: Cow::Borrowed(&claim.note),
            made: claim.created.unix_ms(),
            changed: claim.modified.unix_ms(),
        }
    }

    pub fn read(self) -> Result<Claim, String> {
        let source = |(url, note): (Cow<'_, str>, Cow<'_, str>)| ClaimSource {
            url: url.into_owned(),
            note: note.into_owned(),
        };
        let claim = Claim {
            id: self.id.0,
            text: self.text.into_owned(),
            kind: word(self.kind, ClaimKind::from_name)?,
            check_worthy: word(self.check_worthy, CheckWorthy::from_name)?,
            verdict: word(self.verdict, Verdict::from_name)?,
            sources: self.sources.into_iter().map(source).collect(),
            note: self.note.into_owned(),
            created: Timestamp::from_unix_ms(self.made),
            modified: Timestamp::from_unix_ms(self.changed),
        };
        if claim.is_sound() {
            Ok(claim)
        } else {
            Err(format!("{} lacks its words", claim.id))
        }
    }
}

impl<'a> WireAbsence<'a> {
    pub fn new(absence: &'a Absence) -> Self {
        Self {
            claim: AsBytes(absence.claim),
            article: AsBytes(absence.article),
            by: Cow::Borrowed(&absence.author),
            at: absence.checked.unix_ms(),
        }
    }

    pub fn read(self) -> Absence {
        Absence {
            claim: self.claim.0,
            article: self.article.0,
            author: self.by.into_owned(),
            checked: Timestamp::from_unix_ms(self.at),
        }
    }
}

/// One of a closed list of words, where there is one.
pub(super) fn word<T>(word: Option<Cow<'_, str>>, from_name: fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    let unknown = |word: Cow<'_, str>| format!("“{word}” is not known");
    word.map(|word| from_name(&word).ok_or_else(|| unknown(word)))
        .transpose()
}
