//! Records as they were at first, in JSON: read only, by the worker, whose answer the page then stores in their place.
//!
//! The fields are those of the records in binary; mentions alone had a record of their own, a list.

use super::form::{BINARY, Form, MentionsRead, check_version};
use super::is_json;
use super::read::read_in;
use super::records::Records;
use super::wire_mention::MentionsRecord;
use crate::core::history::History;
use crate::core::id::ArticleId;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::slices::{at_once, no_pause};
use serde::Deserialize;
use std::rc::Rc;

/// As [`Records::read`], where some or all of the records may be in JSON.
pub fn read_older(records: Records) -> Result<(Project, History, Vec<Problem>), Problem> {
    at_once(read_in(&EITHER, records, &no_pause))
}

const EITHER: Form = Form {
    head: |record| {
        if is_json(record) {
            parse(record)
        } else {
            (BINARY.head)(record)
        }
    },
    entry: |record| {
        if is_json(record) {
            parse(record)
        } else {
            (BINARY.entry)(record)
        }
    },
    mentions: |record, home| {
        if is_json(record) {
            mentions(record, home)
        } else {
            (BINARY.mentions)(record, home)
        }
    },
};

fn mentions(record: &[u8], home: ArticleId) -> Result<MentionsRead<'_>, String> {
    let record: MentionsRecord<'_> = parse(record)?;
    let mentions = record.mentions.into_iter();
    Ok(Box::new(
        mentions.map(move |mention| mention.read(Some(home)).map(Rc::new)),
    ))
}

/// Checks the version before the rest, so that a newer record is named as such.
fn parse<'a, T: Deserialize<'a>>(record: &'a [u8]) -> Result<T, String> {
    #[derive(Deserialize)]
    struct Versioned {
        v: u32,
    }
    let Versioned { v } = serde_json::from_slice(record).map_err(|error| error.to_string())?;
    check_version(v)?;
    serde_json::from_slice(record).map_err(|error| error.to_string())
}
