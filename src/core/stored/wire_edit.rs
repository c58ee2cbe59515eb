//! Edits and transactions as they are stored, in the history and in the journal, and handed from one place to another.

use super::edit_columns::{EditColumns, columns_of};
use super::form::to_bytes;
use super::raw_record::AsBytes;
use super::wire_article::{Texts, WireArticle};
use super::wire_dossier::{WireAbsence, WireClaim, WireEntity};
use super::wire_label::WireLabel;
use super::wire_mention::WireMention;
use super::wire_relation::{WireDistinction, WireRelation, WireRelationType};
use crate::core::edit::{Edit, Placed};
use crate::core::id::{ArticleId, MentionId, TransactionId};
use crate::core::timestamp::Timestamp;
use crate::core::transaction::{Place, Transaction};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

#[derive(Serialize, Deserialize)]
pub(super) struct WireTransaction<'a> {
    id: AsBytes<TransactionId>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    at: i64,
    #[serde(borrow, default)]
    key: Option<Cow<'a, str>>,
    #[serde(borrow)]
    edits: Vec<WireEdit<'a>>,
    before: WirePlace,
    after: WirePlace,
}

#[derive(Serialize, Deserialize)]
struct WirePlace(Option<AsBytes<ArticleId>>, Option<AsBytes<MentionId>>);

/// Each holds the old and the new value.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireEdit<'a> {
    Name(#[serde(borrow)] Cow<'a, str>, #[serde(borrow)] Cow<'a, str>),
    Guidelines(#[serde(borrow)] Cow<'a, str>, #[serde(borrow)] Cow<'a, str>),
    Label(
        #[serde(borrow)] Option<(usize, WireLabel<'a>)>,
        #[serde(borrow)] Option<(usize, WireLabel<'a>)>,
    ),
    Article(
        #[serde(borrow)] Option<(usize, WireArticle<'a>)>,
        #[serde(borrow)] Option<(usize, WireArticle<'a>)>,
    ),
    /// Edits of mentions of one article.
    Mentions(#[serde(borrow)] EditColumns<'a>),
    /// One that was stored in JSON, where only many were written together.
    #[serde(skip_serializing)]
    Mention(
        #[serde(borrow)] Option<WireMention<'a>>,
        #[serde(borrow)] Option<WireMention<'a>>,
    ),
    Entity(
        #[serde(borrow)] Option<WireEntity<'a>>,
        #[serde(borrow)] Option<WireEntity<'a>>,
    ),
    Claim(
        #[serde(borrow)] Option<WireClaim<'a>>,
        #[serde(borrow)] Option<WireClaim<'a>>,
    ),
    Absence(
        #[serde(borrow)] Option<WireAbsence<'a>>,
        #[serde(borrow)] Option<WireAbsence<'a>>,
    ),
    RelationType(
        #[serde(borrow)] Option<(usize, WireRelationType<'a>)>,
        #[serde(borrow)] Option<(usize, WireRelationType<'a>)>,
    ),
    Relation(
        #[serde(borrow)] Option<WireRelation<'a>>,
        #[serde(borrow)] Option<WireRelation<'a>>,
    ),
    Distinction(
        #[serde(borrow)] Option<WireDistinction<'a>>,
        #[serde(borrow)] Option<WireDistinction<'a>>,
    ),
}

/// Edits that belong to no transaction yet. They are for the very program that writes them, and so of no version.
pub fn write_edits(edits: &[Edit]) -> Vec<u8> {
    to_bytes(&wire_edits(edits))
}

/// What [`write_edits`] wrote, to be read in slices.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct EditsRecord<'a>(#[serde(borrow)] Vec<WireEdit<'a>>);

/// One edit, or some thousands of mentions of one article.
pub struct EditsPart<'a>(WireEdit<'a>);

impl<'a> EditsRecord<'a> {
    /// An error says why it is no such record.
    pub fn parse(record: &'a [u8]) -> Result<Self, String> {
        postcard::from_bytes(record).map_err(|error| error.to_string())
    }

    /// In the order of the edits.
    pub fn parts(self) -> impl Iterator<Item = EditsPart<'a>> {
        self.0.into_iter().map(EditsPart)
    }
}

impl EditsPart<'_> {
    /// `texts` are those that the edits name, and may be more; an error says what is missing or broken.
    pub fn read(self, texts: &Texts) -> Result<Vec<Edit>, String> {
        edits(vec![self.0], texts)
    }
}

impl std::fmt::Debug for EditsRecord<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EditsRecord({} parts)", self.0.len())
    }
}

impl std::fmt::Debug for EditsPart<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EditsPart")
    }
}

fn wire_edits(mut edits: &[Edit]) -> Vec<WireEdit<'_>> {
    let mut wire = Vec::new();
    while let Some((first, rest)) = edits.split_first() {
        let (edit, rest) = match first {
            Edit::Name { old, new } => (WireEdit::Name(old.into(), new.into()), rest),
            Edit::Guidelines { old, new } => (WireEdit::Guidelines(old.into(), new.into()), rest),
            Edit::Label { old, new } => (
                WireEdit::Label(placed(old, WireLabel::new), placed(new, WireLabel::new)),
                rest,
            ),
            Edit::Article { old, new } => (
                WireEdit::Article(placed(old, WireArticle::new), placed(new, WireArticle::new)),
                rest,
            ),
            Edit::Mention { old, new } => {
                let (columns, rest) = columns_of((old.as_ref(), new.as_ref()), edits);
                (WireEdit::Mentions(columns), rest)
            }
            Edit::Entity { old, new } => (
                WireEdit::Entity(one(old, WireEntity::new), one(new, WireEntity::new)),
                rest,
            ),
            Edit::Claim { old, new } => (
                WireEdit::Claim(one(old, WireClaim::new), one(new, WireClaim::new)),
                rest,
            ),
            Edit::Absence { old, new } => {
                let edit = WireEdit::Absence(one(old, WireAbsence::new), one(new, WireAbsence::new));
                (edit, rest)
            }
            Edit::RelationType { old, new } => {
                let wire = WireRelationType::new;
                (WireEdit::RelationType(placed(old, wire), placed(new, wire)), rest)
            }
            Edit::Relation { old, new } => {
                let edit = WireEdit::Relation(one(old, WireRelation::new), one(new, WireRelation::new));
                (edit, rest)
            }
            Edit::Distinction { old, new } => {
                let edit = WireEdit::Distinction(one(old, WireDistinction::new), one(new, WireDistinction::new));
                (edit, rest)
            }
        };
        wire.push(edit);
        edits = rest;
    }
    wire
}

fn edits(wire: Vec<WireEdit<'_>>, texts: &Texts) -> Result<Vec<Edit>, String> {
    let mut edits = Vec::with_capacity(wire.len());
    for edit in wire {
        edit.read(texts, &mut edits)?;
    }
    Ok(edits)
}

impl<'a> WireTransaction<'a> {
    pub fn new(step: &'a Transaction) -> Self {
        Self {
            id: AsBytes(step.id),
            title: Cow::Borrowed(&step.title),
            at: step.at.unix_ms(),
            key: step.merge_key.as_deref().map(Cow::Borrowed),
            edits: wire_edits(&step.edits),
            before: WirePlace::new(step.before),
            after: WirePlace::new(step.after),
        }
    }

    pub fn read(self, texts: &Texts) -> Result<Transaction, String> {
        Ok(Transaction {
            id: self.id.0,
            title: self.title.into_owned(),
            at: Timestamp::from_unix_ms(self.at),
            merge_key: self.key.map(Cow::into_owned),
            edits: edits(self.edits, texts)?,
            before: self.before.read(),
            after: self.after.read(),
        })
    }
}

impl WirePlace {
    fn new(place: Place) -> Self {
        Self(place.article.map(AsBytes), place.mention.map(AsBytes))
    }

    fn read(self) -> Place {
        Place {
            article: self.0.map(|id| id.0),
            mention: self.1.map(|id| id.0),
        }
    }
}

impl WireEdit<'_> {
    fn read(self, texts: &Texts, edits: &mut Vec<Edit>) -> Result<(), String> {
        edits.push(match self {
            Self::Mentions(columns) => {
                edits.extend(columns.read()?);
                return Ok(());
            }
            Self::Name(old, new) => Edit::Name {
                old: old.into_owned(),
                new: new.into_owned(),
            },
            Self::Guidelines(old, new) => Edit::Guidelines {
                old: old.into_owned(),
                new: new.into_owned(),
            },
            Self::Label(old, new) => Edit::Label {
                old: read_placed(old, WireLabel::read)?,
                new: read_placed(new, WireLabel::read)?,
            },
            Self::Article(old, new) => Edit::Article {
                old: read_placed(old, |article| article.read(texts))?,
                new: read_placed(new, |article| article.read(texts))?,
            },
            Self::Mention(old, new) => Edit::Mention {
                old: old.map(|old| old.read(None)).transpose()?.map(Rc::new),
                new: new.map(|new| new.read(None)).transpose()?.map(Rc::new),
            },
            Self::Entity(old, new) => Edit::Entity {
                old: old.map(WireEntity::read).transpose()?.map(Rc::new),
                new: new.map(WireEntity::read).transpose()?.map(Rc::new),
            },
            Self::Claim(old, new) => Edit::Claim {
                old: old.map(WireClaim::read).transpose()?.map(Rc::new),
                new: new.map(WireClaim::read).transpose()?.map(Rc::new),
            },
            Self::Absence(old, new) => Edit::Absence {
                old: old.map(WireAbsence::read).map(Rc::new),
                new: new.map(WireAbsence::read).map(Rc::new),
            },
            Self::RelationType(old, new) => Edit::RelationType {
                old: read_placed(old, |kind| Ok(kind.read()))?,
                new: read_placed(new, |kind| Ok(kind.read()))?,
            },
            Self::Relation(old, new) => Edit::Relation {
                old: old.map(WireRelation::read).map(Rc::new),
                new: new.map(WireRelation::read).map(Rc::new),
            },
            Self::Distinction(old, new) => Edit::Distinction {
                old: old.map(WireDistinction::read).transpose()?.map(Rc::new),
                new: new.map(WireDistinction::read).transpose()?.map(Rc::new),
            },
        });
        Ok(())
    }
}

fn one<'a, T, W>(item: &'a Option<Rc<T>>, wire: impl Fn(&'a T) -> W) -> Option<W> {
    item.as_deref().map(wire)
}

fn placed<'a, T, W>(placed: &'a Option<Placed<T>>, wire: impl Fn(&'a T) -> W) -> Option<(usize, W)> {
    placed.as_ref().map(|placed| (placed.index, wire(&placed.item)))
}

fn read_placed<T, W>(
    placed: Option<(usize, W)>,
    read: impl Fn(W) -> Result<T, String>,
) -> Result<Option<Placed<T>>, String> {
    let Some((index, wire)) = placed else { return Ok(None) };
    let item = Rc::new(read(wire)?);
    Ok(Some(Placed { index, item }))
}
