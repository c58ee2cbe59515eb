//! An open connection to the database: its layout, and what another tab or the browser may do to it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransactionMode, IdbVersionChangeEvent};

use super::error::StorageError;
use super::transaction::{Transaction, names, settle};
use super::{Result, keys};
use crate::web::js::transaction_options::DatabaseWithOptions;

/// Closed when dropped, after the transactions that still run.
#[derive(Debug)]
pub(super) struct Connection {
    database: IdbDatabase,
    /// Set once a newer version of the page has asked for the database.
    outdated: Rc<Cell<bool>>,
    _on_version_change: Closure<dyn FnMut(IdbVersionChangeEvent)>,
}

impl Connection {
    pub(super) async fn open(name: &str) -> Result<Self> {
        let request = factory()?.open_with_u32(name, keys::VERSION)?;
        let create = Closure::once({
            let request = request.clone();
            move || create_stores(&request)
        });
        request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
        let opened = settle(request.clone().into()).await;
        request.set_onupgradeneeded(None);
        match opened {
            Ok(database) => Ok(Self::new(database.unchecked_into())),
            // What Firefox answers where it keeps no data of pages.
            Err(_) if error_name(&request).as_deref() == Some("InvalidStateError") => Err(StorageError::Unavailable),
            Err(reason) => Err(reason),
        }
    }

    fn new(database: IdbDatabase) -> Self {
        let outdated = Rc::new(Cell::new(false));
        // A connection that stayed open would block the newer page; a deletion of the database comes this way too.
        let on_version_change = Closure::new({
            let (database, outdated) = (database.clone(), outdated.clone());
            move |event: IdbVersionChangeEvent| {
                outdated.set(event.new_version().is_some());
                database.close();
            }
        });
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Self {
            database,
            outdated,
            _on_version_change: on_version_change,
        }
    }

    /// Starts a transaction; `None` where the browser has closed the connection, as it may at any time.
    pub(super) fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Option<Transaction>> {
        if self.outdated.get() {
            return Err(StorageError::Outdated);
        }
        let begun = match mode {
            IdbTransactionMode::Readonly => self.database.transaction_with_str_sequence(&names(stores)),
            _ => self.begin_strict(stores),
        };
        match begun {
            Ok(transaction) => Ok(Some(Transaction::new(transaction, mode))),
            Err(thrown)
                if thrown
                    .dyn_ref::<DomException>()
                    .is_some_and(|e| e.name() == "InvalidStateError") =>
            {
                Ok(None)
            }
            Err(thrown) => Err(thrown.into()),
        }
    }

    /// `complete` then means that the disk has it, not only the operating system.
    fn begin_strict(&self, stores: &[&str]) -> std::result::Result<web_sys::IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        self.database
            .unchecked_ref::<DatabaseWithOptions>()
            .transaction_with_options(&names(stores), "readwrite", &options)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// The layout of version 1; called only for a database that did not exist. A thrown error fails the opening.
fn create_stores(request: &IdbOpenDbRequest) -> std::result::Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    for name in keys::ALL {
        database.create_object_store(name)?;
    }
    Ok(())
}

/// Missing or refusing to be asked for where the browser denies storage.
fn factory() -> Result<IdbFactory> {
    let window = web_sys::window().ok_or(StorageError::Unavailable)?;
    window.indexed_db().ok().flatten().ok_or(StorageError::Unavailable)
}

fn error_name(request: &IdbOpenDbRequest) -> Option<String> {
    request.error().ok().flatten().map(|error| error.name())
}
