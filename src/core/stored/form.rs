//! How the bytes of records are read: in binary, the form in which they are written.

use super::VERSION;
use super::head::{HeadRecord, read_head};
use super::journal::EntryRecord;
use super::mention_columns::read_columns;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A reader for each kind of record; an error says what is wrong with it.
///
/// There is another one for what was stored at first ([`json`](super::json)), which a program that does without it
/// therefore need not hold.
pub(super) struct Form {
    pub head: fn(&[u8]) -> Result<HeadRecord<'_>, String>,
    pub entry: fn(&[u8]) -> Result<EntryRecord<'_>, String>,
    pub mentions: fn(&[u8], ArticleId) -> Result<MentionsRead<'_>, String>,
}

/// In the order of the record; a single one that is broken gives its reason in its place.
///
/// One by one, each to where it stays: 100,000 mentions in one list would be 15 MB in one piece, which are let go at once and
/// by which wasm's memory stays larger.
pub(super) type MentionsRead<'a> = Box<dyn Iterator<Item = Result<Rc<Mention>, String>> + 'a>;

/// Written with postcard.
pub(super) const BINARY: Form = Form {
    head: read_head,
    entry: |record| from_bytes(record),
    mentions: read_columns,
};

/// A record that begins with its version.
pub(super) fn to_bytes(record: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(record).expect("a growing vector takes every record")
}

/// The first version whose records tell of entities and claims.
pub(super) const WITH_DOSSIER: u32 = 3;

/// The first version whose heads tell of relations.
pub(super) const WITH_RELATIONS: u32 = 4;

/// Checks the version before the rest, so that a newer record is named as such.
pub(super) fn from_bytes<'a, T: Deserialize<'a>>(record: &'a [u8]) -> Result<T, String> {
    take_from_bytes(record).map(|(value, _)| value)
}

/// The same, and the bytes that follow.
pub(super) fn take_from_bytes<'a, T: Deserialize<'a>>(record: &'a [u8]) -> Result<(T, &'a [u8]), String> {
    let (version, _) = postcard::take_from_bytes::<u32>(record).map_err(|error| error.to_string())?;
    check_version(version)?;
    postcard::take_from_bytes(record).map_err(|error| error.to_string())
}

/// What is wrong with a record of that version.
pub(super) fn check_version(version: u32) -> Result<(), String> {
    if (1..=VERSION).contains(&version) {
        return Ok(());
    }
    Err(format!(
        "it was stored by another version of Attest (format {version}, not {VERSION})"
    ))
}
