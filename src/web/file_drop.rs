//! Files and folders that are dropped on the page.

use super::file_picker::read_files;
use crate::core::order;
use crate::editor::store::Store;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// Whether what is being dragged has files in it.
pub fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// Reads everything that was dropped, folders with all that is in them, in the order of names.
pub fn read_drop(event: &DragEvent, store: Store) {
    let Some(data) = event.data_transfer() else {
        return;
    };
    // Entries must be taken before the event is over; reading them can wait.
    let items = data.items();
    let (mut waiting, mut found) = (Vec::new(), Vec::new());
    for item in (0..items.length()).filter_map(|i| items.get(i)) {
        match item.webkit_get_as_entry() {
            Ok(Some(entry)) => waiting.push(entry),
            // What comes from another program or page may be a file without a place among files.
            _ => found.extend(item.get_as_file().ok().flatten().map(|file| (file.name(), file))),
        }
    }
    spawn_local(async move {
        while let Some(entry) = waiting.pop() {
            // Asked, not looked up by class: Chromium has no names for these classes.
            if entry.is_directory() {
                waiting.extend(entries_of(entry.unchecked_ref()).await);
            } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                found.push((entry.full_path().trim_start_matches('/').to_owned(), file));
            }
        }
        order::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
        read_files(found, &store);
    });
}

/// A folder hands out its entries in portions, until one is empty.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let portion = promised(|resolve, reject| reader.read_entries_with_callback_and_callback(resolve, reject)).await;
        let portion: Array = match portion {
            Some(portion) => portion.unchecked_into(),
            None => return all,
        };
        if portion.length() == 0 {
            return all;
        }
        all.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    promised(|resolve, reject| {
        entry.file_with_callback_and_callback(resolve, reject);
        Ok(())
    })
    .await
    .map(JsCast::unchecked_into)
}

/// What a function with two callbacks answers; `None` where it fails.
async fn promised(call: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = call(&resolve, &reject) {
            // Rejecting a promise of our own cannot fail.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await.ok()
}
