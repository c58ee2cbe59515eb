//! The store in a real browser; what both stores promise is asked of both.
#![cfg(target_arch = "wasm32")]
// The configuration that allows it in tests does not know these as tests.
#![allow(clippy::unwrap_used)]

use attest::web::storage::{Append, Loaded, ProjectRow, Snapshot, Storage, StorageError, Summary, estimate};
use attest::web::tab_lock::TabLock;
use futures_util::future::join;
use js_sys::Promise;
use js_sys::futures::JsFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{IdbFactory, IdbOpenDbRequest};

wasm_bindgen_test_configure!(run_in_browser);

/// A store that can be opened again, as by another tab or after a reload.
enum Place {
    Browser(&'static str),
    Memory(Storage),
}

impl Place {
    /// One of each kind, empty. `name` must be the test's own.
    fn both(name: &'static str) -> [Self; 2] {
        [Self::Browser(name), Self::Memory(Storage::in_memory())]
    }

    async fn open(&self) -> Storage {
        match self {
            Self::Browser(name) => Storage::open_named(name).await.unwrap(),
            Self::Memory(store) => store.clone(),
        }
    }
}

fn summary(name: &str) -> Summary {
    Summary {
        name: name.to_owned(),
        modified_ms: 1_700_000_000_123,
        n_articles: 5,
        n_mentions: 70_000,
    }
}

fn row(id: &str, snapshot_seq: u64) -> ProjectRow {
    ProjectRow {
        id: id.to_owned(),
        created_ms: -1,
        deleted_ms: None,
        snapshot_seq,
        summary: summary("at snapshot"),
    }
}

fn snapshot(id: &str, seq: u64) -> Snapshot {
    Snapshot {
        row: row(id, seq),
        head: format!("head at {seq}").into_bytes(),
        mentions: vec![("a1".into(), Some(format!("mentions at {seq}").into_bytes()))],
        texts: vec![("d1".into(), "text one".into())],
        delete_texts: vec![],
    }
}

fn append(first_seq: u64, entries: &[&str]) -> Append {
    Append {
        first_seq,
        entries: entries.iter().map(|entry| entry.as_bytes().to_vec()).collect(),
        texts: vec![],
        summary: summary("appended"),
    }
}

async fn load(storage: &Storage, id: &str) -> Loaded {
    storage.load(id).await.unwrap().unwrap()
}

fn journal(loaded: &Loaded) -> Vec<(u64, &str)> {
    loaded
        .journal
        .iter()
        .map(|(seq, entry)| (*seq, std::str::from_utf8(entry).unwrap()))
        .collect()
}

#[wasm_bindgen_test]
async fn what_was_written_is_there_after_a_reload() {
    for place in Place::both("reload") {
        let storage = place.open().await;
        assert_eq!(storage.is_durable(), matches!(place, Place::Browser(_)));
        storage.write_snapshot(&snapshot("p", 8)).await.unwrap();
        storage.append("p", &append(9, &["nine", "ten"])).await.unwrap();
        let with_text = Append {
            texts: vec![("d0".into(), "text zero".into())],
            ..append(11, &["eleven"])
        };
        storage.append("p", &with_text).await.unwrap();
        drop(storage);

        let loaded = load(&place.open().await, "p").await;
        // Numbers order as numbers, not as text.
        assert_eq!(journal(&loaded), [(9, "nine"), (10, "ten"), (11, "eleven")]);
        assert_eq!(loaded.head, b"head at 8");
        assert_eq!(loaded.mentions, [("a1".into(), b"mentions at 8".to_vec())]);
        assert_eq!(
            loaded.texts,
            [("d0".into(), "text zero".into()), ("d1".into(), "text one".into())]
        );
        assert_eq!(
            loaded.row,
            ProjectRow {
                summary: summary("appended"),
                ..row("p", 8)
            }
        );
    }
}

#[wasm_bindgen_test]
async fn two_writers_of_the_same_number_conflict_and_the_second_stores_nothing() {
    for place in Place::both("conflict") {
        let (first, second) = (place.open().await, place.open().await);
        first.write_snapshot(&snapshot("p", 0)).await.unwrap();
        first.append("p", &append(1, &["first"])).await.unwrap();
        let late = Append {
            texts: vec![("d9".into(), "lost".into())],
            summary: summary("second"),
            ..append(1, &["second", "and more"])
        };
        assert_eq!(second.append("p", &late).await, Err(StorageError::Conflict));

        let loaded = load(&second, "p").await;
        assert_eq!(journal(&loaded), [(1, "first")]);
        assert_eq!(loaded.row.summary.name, "appended");
        assert_eq!(loaded.texts.len(), 1);
        // The one in step goes on.
        first.append("p", &append(2, &["second"])).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn two_appends_at_once_do_not_both_succeed() {
    for place in Place::both("race") {
        let (first, second) = (place.open().await, place.open().await);
        first.write_snapshot(&snapshot("p", 0)).await.unwrap();
        let entries = [append(1, &["a"]), append(1, &["b"])];
        let (done, told) = join(first.append("p", &entries[0]), second.append("p", &entries[1])).await;
        assert_eq!([done, told].iter().filter(|result| result.is_ok()).count(), 1);
        assert_eq!(load(&first, "p").await.journal.len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_free_number_conflicts_where_the_other_tab_has_compacted_the_journal() {
    for place in Place::both("compacted") {
        let (first, second) = (place.open().await, place.open().await);
        first.write_snapshot(&snapshot("p", 0)).await.unwrap();
        first.append("p", &append(1, &["one", "two"])).await.unwrap();
        first.write_snapshot(&snapshot("p", 2)).await.unwrap();
        assert_eq!(
            second.append("p", &append(1, &["lost"])).await,
            Err(StorageError::Conflict)
        );
        assert_eq!(
            second.write_snapshot(&snapshot("p", 1)).await,
            Err(StorageError::Conflict)
        );
        assert_eq!(load(&second, "p").await.head, b"head at 2");
    }
}

#[wasm_bindgen_test]
async fn a_gap_in_the_journal_is_refused() {
    for place in Place::both("gap") {
        let storage = place.open().await;
        storage.write_snapshot(&snapshot("p", 3)).await.unwrap();
        assert_eq!(
            storage.append("p", &append(5, &["five"])).await,
            Err(StorageError::Conflict)
        );
        storage.append("p", &append(4, &["four"])).await.unwrap();
        assert_eq!(
            storage.append("p", &append(6, &["six"])).await,
            Err(StorageError::Conflict)
        );
    }
}

#[wasm_bindgen_test]
async fn a_snapshot_drops_the_journal_that_it_covers_and_writes_what_changed() {
    for place in Place::both("snapshot") {
        let storage = place.open().await;
        let mut base = snapshot("p", 0);
        base.mentions.push(("a2".into(), Some(b"old".to_vec())));
        base.mentions.push(("a3".into(), Some(b"gone soon".to_vec())));
        base.texts.push(("d2".into(), "gone soon".into()));
        storage.write_snapshot(&base).await.unwrap();
        storage.append("p", &append(1, &["one", "two", "three"])).await.unwrap();

        let next = Snapshot {
            mentions: vec![("a2".into(), Some(b"new".to_vec())), ("a3".into(), None)],
            texts: vec![("d3".into(), "text three".into())],
            delete_texts: vec!["d2".into()],
            ..snapshot("p", 2)
        };
        storage.write_snapshot(&next).await.unwrap();
        drop(storage);

        let loaded = load(&place.open().await, "p").await;
        assert_eq!(journal(&loaded), [(3, "three")]);
        assert_eq!(loaded.head, b"head at 2");
        assert_eq!(loaded.row, row("p", 2));
        assert_eq!(
            loaded.mentions,
            [("a1".into(), b"mentions at 0".to_vec()), ("a2".into(), b"new".to_vec())]
        );
        assert_eq!(
            loaded.texts,
            [("d1".into(), "text one".into()), ("d3".into(), "text three".into())]
        );
    }
}

#[wasm_bindgen_test]
async fn a_deleted_project_comes_back_and_a_purged_one_does_not() {
    for place in Place::both("delete") {
        let storage = place.open().await;
        // One id is the beginning of the other.
        for id in ["p", "p2"] {
            storage.write_snapshot(&snapshot(id, 0)).await.unwrap();
            storage.append(id, &append(1, &[id])).await.unwrap();
        }
        storage.put_deleted("p", Some(77)).await.unwrap();
        assert_eq!(load(&storage, "p").await.row.deleted_ms, Some(77));
        storage.put_deleted("p", None).await.unwrap();
        let loaded = load(&storage, "p").await;
        assert_eq!((loaded.row.deleted_ms, journal(&loaded)), (None, vec![(1, "p")]));

        storage.purge("p").await.unwrap();
        storage.purge("p").await.unwrap();
        assert_eq!(storage.load("p").await, Ok(None));
        assert_eq!(
            storage.append("p", &append(2, &["late"])).await,
            Err(StorageError::Missing)
        );
        assert_eq!(storage.put_deleted("p", None).await, Err(StorageError::Missing));
        let ids: Vec<_> = storage
            .list_projects()
            .await
            .unwrap()
            .into_iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(ids, ["p2"]);
        assert_eq!(journal(&load(&storage, "p2").await), [(1, "p2")]);

        // Nothing of the purged project is left to a new one of the same id.
        let bare = Snapshot {
            mentions: vec![],
            texts: vec![],
            ..snapshot("p", 0)
        };
        storage.write_snapshot(&bare).await.unwrap();
        let loaded = load(&storage, "p").await;
        assert_eq!(
            (loaded.mentions.len(), loaded.texts.len(), loaded.journal.len()),
            (0, 0, 0)
        );
    }
}

#[wasm_bindgen_test]
async fn strings_come_back_unchanged() {
    let odd = "\u{FEFF}a\rb\r\nc\u{2028}\u{85}\0\u{A0}e\u{301}👩‍👩‍👧\u{10FFFF}\u{FFFE}";
    let long = odd.repeat(100_000);
    for place in Place::both("strings") {
        let storage = place.open().await;
        let mut all = snapshot("p\u{2028}👩", 0);
        all.head = odd.into();
        all.mentions = vec![(odd.into(), Some(odd.as_bytes().to_vec()))];
        all.texts = vec![(odd.into(), long.clone())];
        all.row.summary.name = odd.into();
        storage.write_snapshot(&all).await.unwrap();
        storage.append("p\u{2028}👩", &append(1, &[&long, ""])).await.unwrap();
        storage.put_setting(odd, odd).await.unwrap();
        drop(storage);

        let storage = place.open().await;
        let loaded = load(&storage, "p\u{2028}👩").await;
        assert_eq!(loaded.head, odd.as_bytes());
        assert_eq!(loaded.mentions, [(odd.into(), odd.as_bytes().to_vec())]);
        assert!(loaded.texts == [(odd.into(), long.clone())]);
        assert!(loaded.journal == [(1, long.clone().into_bytes()), (2, Vec::new())]);
        assert_eq!(storage.get_setting(odd).await, Ok(Some(odd.into())));
    }
}

#[wasm_bindgen_test]
async fn a_setting_is_what_was_put_last() {
    for place in Place::both("settings") {
        let storage = place.open().await;
        assert_eq!(storage.get_setting("theme").await, Ok(None));
        storage.put_setting("theme", "\"dark\"").await.unwrap();
        storage.put_setting("theme", "").await.unwrap();
        assert_eq!(place.open().await.get_setting("theme").await, Ok(Some(String::new())));
    }
}

#[wasm_bindgen_test]
async fn an_unknown_project_is_missing() {
    for place in Place::both("missing") {
        let storage = place.open().await;
        assert_eq!(storage.load("p").await, Ok(None));
        assert_eq!(
            storage.append("p", &append(1, &["one"])).await,
            Err(StorageError::Missing)
        );
        assert_eq!(storage.list_projects().await, Ok(vec![]));
    }
}

#[wasm_bindgen(inline_js = "
const seen = [];
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...args) {
    const transaction = begin.apply(this, args);
    const entry = { transaction, state: 'running' };
    transaction.addEventListener('complete', () => entry.state = 'complete');
    if (transaction.mode === 'readwrite') seen.push(entry);
    return transaction;
};
export function writes(database) {
    const of_database = seen.splice(0).filter(({ transaction }) => transaction.db.name === database);
    return of_database.map(({ transaction, state }) => transaction.durability + ' ' + state).join();
}
")]
extern "C" {
    /// The transactions that wrote to the database since the last call, each with its durability and whether it is
    /// complete.
    fn writes(database: &str) -> String;
}

#[wasm_bindgen_test]
async fn acknowledged_means_complete_with_strict_durability() {
    let storage = Storage::open_named("strict").await.unwrap();
    storage.write_snapshot(&snapshot("p", 0)).await.unwrap();
    assert_eq!(writes("strict"), "strict complete");
    storage.append("p", &append(1, &["one"])).await.unwrap();
    assert_eq!(writes("strict"), "strict complete");
    storage.put_deleted("p", Some(1)).await.unwrap();
    assert_eq!(writes("strict"), "strict complete");
    storage.purge("p").await.unwrap();
    assert_eq!(writes("strict"), "strict complete");
}

fn factory() -> IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

async fn settle(request: &IdbOpenDbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await
}

#[wasm_bindgen_test]
async fn a_newer_page_takes_the_database_over() {
    let old = Storage::open_named("newer").await.unwrap();
    old.write_snapshot(&snapshot("p", 0)).await.unwrap();
    // Would wait for ever if the old connection stayed open.
    let newer = factory().open_with_u32("newer", 2).unwrap();
    settle(&newer).await.unwrap();
    assert_eq!(old.append("p", &append(1, &["one"])).await, Err(StorageError::Outdated));
    assert_eq!(Storage::open_named("newer").await.err(), Some(StorageError::Outdated));
}

#[wasm_bindgen_test]
async fn a_database_that_was_cleared_is_opened_anew() {
    let storage = Storage::open_named("cleared").await.unwrap();
    storage.write_snapshot(&snapshot("p", 0)).await.unwrap();
    settle(&factory().delete_database("cleared").unwrap()).await.unwrap();
    assert_eq!(
        storage.append("p", &append(1, &["one"])).await,
        Err(StorageError::Missing)
    );
    storage.write_snapshot(&snapshot("p", 1)).await.unwrap();
    assert_eq!(load(&storage, "p").await.head, b"head at 1");
}

#[wasm_bindgen_test]
async fn one_tab_holds_a_project() {
    let held = TabLock::acquire("p").await.unwrap();
    assert!(TabLock::acquire("p").await.is_none());
    assert!(TabLock::acquire("p2").await.is_some());
    let free = TabLock::until_free("p");
    held.release().await;
    free.await;
    let again = TabLock::acquire("p").await.unwrap();
    again.release().await;
}

#[wasm_bindgen_test]
async fn the_browser_tells_how_much_room_there_is() {
    let estimate = estimate().await.unwrap();
    assert!(estimate.quota > estimate.used);
}
