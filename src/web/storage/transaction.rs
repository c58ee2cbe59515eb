//! Requests and transactions of the database as futures.
//!
//! Written on `web-sys`, because of what the crates for it lose: `idb` 0.6 opens no transaction with strict durability,
//! `rexie` stands on it, and `indexed_db_futures` 0.6 drops the reason when the browser aborts a transaction while
//! committing it, which is how a full disk shows.
//!
//! A transaction stays open from one request to the next only if nothing else is awaited in between.

use std::future::Future;

use js_sys::futures::JsFuture;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::Result;
use super::error::StorageError;

/// One that writes is aborted when dropped without [`Transaction::commit`]: what returns early stores nothing.
#[derive(Debug)]
pub(super) struct Transaction {
    inner: IdbTransaction,
    /// Settles with the `complete` or the `abort` event.
    end: JsFuture,
    abort_on_drop: bool,
}

impl Transaction {
    pub(super) fn new(inner: IdbTransaction, mode: IdbTransactionMode) -> Self {
        let end = JsFuture::from(Promise::new(&mut |complete, abort| {
            inner.set_oncomplete(Some(&complete));
            inner.set_onabort(Some(&abort));
        }));
        Self {
            inner,
            end,
            abort_on_drop: mode != IdbTransactionMode::Readonly,
        }
    }

    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore> {
        Ok(self.inner.object_store(name)?)
    }

    /// Waits for the `complete` event, with which the browser says that everything lies on the disk. The requests need
    /// not be awaited: one that fails aborts the transaction, which then tells the reason.
    pub(super) async fn commit(mut self) -> Result<()> {
        let end = (&mut self.end).await;
        self.abort_on_drop = false;
        match (end, self.inner.error()) {
            (Ok(_), _) => Ok(()),
            (Err(_), Some(reason)) => Err(reason.into()),
            (Err(_), None) => Err(StorageError::Other(
                "AbortError: the browser gave no reason.".to_owned(),
            )),
        }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.abort_on_drop {
            // A failed request has aborted it already; then there is nothing left to abort.
            let _ = self.inner.abort();
        }
    }
}

/// The result of a request. Listens from the call on, not from the first poll, so that several requests can be made
/// and then awaited one after the other.
pub(super) fn settle(request: IdbRequest) -> impl Future<Output = Result<JsValue>> {
    let end = JsFuture::from(Promise::new(&mut |success, error| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&error));
    }));
    async move {
        match end.await {
            Ok(_) => Ok(request.result()?),
            Err(_) => Err(match request.error()? {
                Some(reason) => reason.into(),
                None => StorageError::Other("A request failed, and the browser gave no reason.".to_owned()),
            }),
        }
    }
}

/// The names of stores as the database takes them.
pub(super) fn names(stores: &[&str]) -> Array {
    stores.iter().map(|name| JsValue::from_str(name)).collect()
}
