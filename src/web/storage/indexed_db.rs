//! The store in the browser's own database.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection, IdbKeyRange, IdbObjectStore, IdbTransactionMode};

use super::connection::Connection;
use super::error::StorageError;
use super::keys::{self, HEADS, JOURNAL, MENTIONS, PROJECTS, SETTINGS, TEXTS};
use super::record::{Append, Loaded, ProjectRow, Snapshot};
use super::transaction::{Transaction, settle};
use super::{Result, sequence};

/// A handle; its clones share one connection.
#[derive(Clone, Debug)]
pub struct IndexedDb(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    name: String,
    /// Replaced when the browser has closed it. Never borrowed across an await.
    connection: RefCell<Connection>,
}

impl IndexedDb {
    pub(super) async fn open(name: &str) -> Result<Self> {
        let connection = RefCell::new(Connection::open(name).await?);
        Ok(Self(Rc::new(Inner {
            name: name.to_owned(),
            connection,
        })))
    }

    pub(super) async fn list_projects(&self) -> Result<Vec<ProjectRow>> {
        let transaction = self.begin(&[PROJECTS], IdbTransactionMode::Readonly).await?;
        let rows = settle(transaction.store(PROJECTS)?.get_all()?).await?;
        rows.unchecked_into::<Array>().iter().map(row_from_js).collect()
    }

    pub(super) async fn load(&self, project_id: &str) -> Result<Option<Loaded>> {
        let transaction = self.begin(&keys::OF_PROJECT, IdbTransactionMode::Readonly).await?;
        let Some(row) = get_row(&transaction, project_id).await? else {
            return Ok(None);
        };
        let of_project = keys::whole(project_id)?;
        let head = settle(transaction.store(HEADS)?.get(&project_id.into())?);
        let mentions = get_pairs(&transaction, MENTIONS, &of_project)?;
        let texts = get_pairs(&transaction, TEXTS, &of_project)?;
        // A snapshot has dropped what it covers, so what is left comes after it.
        let journal = get_pairs(&transaction, JOURNAL, &of_project)?;
        Ok(Some(Loaded {
            row,
            head: bytes(&head.await?, HEADS, project_id)?,
            mentions: named_bytes(mentions.await?, MENTIONS)?,
            texts: named(texts.await?, TEXTS)?,
            journal: numbered(journal.await?)?,
        }))
    }

    pub(super) async fn append(&self, project_id: &str, append: &Append) -> Result<()> {
        let transaction = self
            .begin(&[PROJECTS, JOURNAL, TEXTS], IdbTransactionMode::Readwrite)
            .await?;
        let mut row = get_row(&transaction, project_id).await?.ok_or(StorageError::Missing)?;
        let journal = transaction.store(JOURNAL)?;
        let last_journaled = last_journaled(&journal, project_id).await?;
        sequence::check_append(row.snapshot_seq, last_journaled, append.first_seq)?;
        for (seq, entry) in (append.first_seq..).zip(&append.entries) {
            // Unlike `put`, `add` refuses to overwrite.
            journal.add_with_key(
                &Uint8Array::from(entry.as_slice()),
                &keys::key(project_id, keys::number(seq)),
            )?;
        }
        put_texts(&transaction, project_id, &append.texts)?;
        row.summary = append.summary.clone();
        put_row(&transaction, &row)?;
        transaction.commit().await
    }

    pub(super) async fn write_snapshot(&self, snapshot: &Snapshot) -> Result<()> {
        let Snapshot {
            row,
            head,
            mentions,
            texts,
            delete_texts,
        } = snapshot;
        let transaction = self.begin(&keys::OF_PROJECT, IdbTransactionMode::Readwrite).await?;
        let stored = get_row(&transaction, &row.id).await?;
        sequence::check_snapshot(stored.map(|stored| stored.snapshot_seq), row.snapshot_seq)?;
        put_row(&transaction, row)?;
        transaction
            .store(HEADS)?
            .put_with_key(&Uint8Array::from(head.as_slice()), &(&row.id).into())?;
        let store = transaction.store(MENTIONS)?;
        for (article_id, mentions) in mentions {
            let key = keys::key(&row.id, article_id);
            match mentions {
                Some(mentions) => store.put_with_key(&Uint8Array::from(mentions.as_slice()).into(), &key)?,
                None => store.delete(&key)?,
            };
        }
        let store = transaction.store(TEXTS)?;
        for digest in delete_texts {
            store.delete(&keys::key(&row.id, digest))?;
        }
        put_texts(&transaction, &row.id, texts)?;
        transaction
            .store(JOURNAL)?
            .delete(&keys::journal_through(&row.id, row.snapshot_seq)?.into())?;
        transaction.commit().await
    }

    pub(super) async fn put_deleted(&self, project_id: &str, deleted_ms: Option<i64>) -> Result<()> {
        let transaction = self.begin(&[PROJECTS], IdbTransactionMode::Readwrite).await?;
        let mut row = get_row(&transaction, project_id).await?.ok_or(StorageError::Missing)?;
        row.deleted_ms = deleted_ms;
        put_row(&transaction, &row)?;
        transaction.commit().await
    }

    pub(super) async fn purge(&self, project_id: &str) -> Result<()> {
        let transaction = self.begin(&keys::OF_PROJECT, IdbTransactionMode::Readwrite).await?;
        for name in [PROJECTS, HEADS] {
            transaction.store(name)?.delete(&project_id.into())?;
        }
        for name in [MENTIONS, TEXTS, JOURNAL] {
            transaction.store(name)?.delete(&keys::whole(project_id)?.into())?;
        }
        transaction.commit().await
    }

    pub(super) async fn get_setting(&self, key: &str) -> Result<Option<String>> {
        let transaction = self.begin(&[SETTINGS], IdbTransactionMode::Readonly).await?;
        let value = settle(transaction.store(SETTINGS)?.get(&key.into())?).await?;
        if value.is_undefined() {
            Ok(None)
        } else {
            string(&value, SETTINGS, key).map(Some)
        }
    }

    pub(super) async fn put_setting(&self, key: &str, value: &str) -> Result<()> {
        let transaction = self.begin(&[SETTINGS], IdbTransactionMode::Readwrite).await?;
        transaction.store(SETTINGS)?.put_with_key(&value.into(), &key.into())?;
        transaction.commit().await
    }

    /// Opens the database anew where the browser has closed it: after clearing it, or to save power.
    async fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Transaction> {
        let begun = self.0.connection.borrow().begin(stores, mode)?;
        if let Some(transaction) = begun {
            return Ok(transaction);
        }
        let opened = Connection::open(&self.0.name).await?;
        let begun = opened.begin(stores, mode)?;
        self.0.connection.replace(opened);
        begun.ok_or(StorageError::Unavailable)
    }
}

async fn get_row(transaction: &Transaction, project_id: &str) -> Result<Option<ProjectRow>> {
    let row = settle(transaction.store(PROJECTS)?.get(&project_id.into())?).await?;
    if row.is_undefined() {
        Ok(None)
    } else {
        row_from_js(row).map(Some)
    }
}

fn put_row(transaction: &Transaction, row: &ProjectRow) -> Result<()> {
    let record = serde_wasm_bindgen::to_value(row).map_err(JsValue::from)?;
    transaction.store(PROJECTS)?.put_with_key(&record, &(&row.id).into())?;
    Ok(())
}

fn put_texts(transaction: &Transaction, project_id: &str, texts: &[(String, String)]) -> Result<()> {
    let store = transaction.store(TEXTS)?;
    for (digest, text) in texts {
        store.put_with_key(&text.into(), &keys::key(project_id, digest))?;
    }
    Ok(())
}

/// The number of the last entry of the journal.
async fn last_journaled(journal: &IdbObjectStore, project_id: &str) -> Result<Option<u64>> {
    let range = keys::whole(project_id)?;
    let cursor = settle(journal.open_key_cursor_with_range_and_direction(&range, IdbCursorDirection::Prev)?).await?;
    if cursor.is_null() {
        return Ok(None);
    }
    let key = cursor.unchecked_into::<IdbCursor>().key()?;
    seq_from_key(&second_part(&key)).map(Some)
}

/// The second parts of the keys in `range`, and the values; requested at once, not at the first poll.
fn get_pairs(
    transaction: &Transaction,
    name: &str,
    range: &IdbKeyRange,
) -> Result<impl Future<Output = Result<Vec<(JsValue, JsValue)>>> + use<>> {
    let store = transaction.store(name)?;
    let keys = settle(store.get_all_keys_with_key(range)?);
    let values = settle(store.get_all_with_key(range)?);
    Ok(async move {
        let keys = keys.await?.unchecked_into::<Array>();
        let values = values.await?.unchecked_into::<Array>();
        Ok(keys.iter().map(|key| second_part(&key)).zip(values.iter()).collect())
    })
}

fn second_part(key: &JsValue) -> JsValue {
    key.unchecked_ref::<Array>().get(1)
}

fn row_from_js(record: JsValue) -> Result<ProjectRow> {
    serde_wasm_bindgen::from_value(record).map_err(|error| StorageError::Unreadable(format!("{PROJECTS}: {error}")))
}

fn named(pairs: Vec<(JsValue, JsValue)>, store: &str) -> Result<Vec<(String, String)>> {
    let pair = |(key, value): (JsValue, JsValue)| {
        let key = string(&key, store, "a key")?;
        let value = string(&value, store, &key)?;
        Ok((key, value))
    };
    pairs.into_iter().map(pair).collect()
}

fn named_bytes(pairs: Vec<(JsValue, JsValue)>, store: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let pair = |(key, value): (JsValue, JsValue)| {
        let key = string(&key, store, "a key")?;
        let value = bytes(&value, store, &key)?;
        Ok((key, value))
    };
    pairs.into_iter().map(pair).collect()
}

fn numbered(pairs: Vec<(JsValue, JsValue)>) -> Result<Vec<(u64, Vec<u8>)>> {
    let pair = |(key, value): (JsValue, JsValue)| {
        let seq = seq_from_key(&key)?;
        Ok((seq, bytes(&value, JOURNAL, &seq.to_string())?))
    };
    pairs.into_iter().map(pair).collect()
}

fn seq_from_key(key: &JsValue) -> Result<u64> {
    let number = key
        .as_f64()
        .ok_or_else(|| StorageError::Unreadable(format!("{JOURNAL}: a key is not a number")))?;
    Ok(number as u64)
}

/// What was stored as a string, as all records were at first, counts as its UTF-8 bytes.
fn bytes(value: &JsValue, store: &str, key: &str) -> Result<Vec<u8>> {
    match value.dyn_ref::<Uint8Array>() {
        Some(bytes) => Ok(bytes.to_vec()),
        None => string(value, store, key).map(String::into_bytes),
    }
}

fn string(value: &JsValue, store: &str, key: &str) -> Result<String> {
    value
        .as_string()
        .ok_or_else(|| StorageError::Unreadable(format!("{store}: {key} is not a string")))
}
