//! The object stores of the database and the keys in them.
//!
//! A project's row stands apart from its head, so that an edit rewrites some hundred bytes of row and a list of
//! projects reads no heads.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

use super::error::StorageError;

/// The version of the layout below; a change of it needs a migration in `connection`.
pub(super) const VERSION: u32 = 1;

/// Key: project id.
pub(super) const PROJECTS: &str = "projects";
/// Key: project id.
pub(super) const HEADS: &str = "heads";
/// Key: project id, article id.
pub(super) const MENTIONS: &str = "mentions";
/// Key: project id, digest.
pub(super) const TEXTS: &str = "texts";
/// Key: project id, number of the transaction.
pub(super) const JOURNAL: &str = "journal";
/// Key: name of the setting.
pub(super) const SETTINGS: &str = "settings";

pub(super) const ALL: [&str; 6] = [PROJECTS, HEADS, MENTIONS, TEXTS, JOURNAL, SETTINGS];

/// All that a project has.
pub(super) const OF_PROJECT: [&str; 5] = [PROJECTS, HEADS, MENTIONS, TEXTS, JOURNAL];

/// The key of a record that belongs to a project: `[project id, rest]`.
pub(super) fn key(project_id: &str, rest: impl Into<JsValue>) -> JsValue {
    Array::of2(&project_id.into(), &rest.into()).into()
}

/// A number as a key; exact below 2^53, which no journal reaches.
pub(super) fn number(seq: u64) -> f64 {
    seq as f64
}

/// Every key of the project with two parts: arrays sort behind numbers and strings.
pub(super) fn whole(project_id: &str) -> Result<IdbKeyRange, StorageError> {
    let low = Array::of1(&project_id.into());
    Ok(IdbKeyRange::bound(&low, &key(project_id, Array::new()))?)
}

/// The journal up to and with `seq`.
pub(super) fn journal_through(project_id: &str, seq: u64) -> Result<IdbKeyRange, StorageError> {
    let low = Array::of1(&project_id.into());
    Ok(IdbKeyRange::bound(&low, &key(project_id, number(seq)))?)
}
