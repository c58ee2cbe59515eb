//! The browser's storage manager: whether it may clear the page's data on its own, and how much room there is.
//!
//! All of it is a courtesy: where the browser has none of it, or says no, nothing changes.

use js_sys::Promise;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEstimate, StorageManager};

/// In bytes, as the browser guesses them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub used: f64,
    pub quota: f64,
}

/// Asks that the browser keep the page's data until the person clears it; true where it will. Firefox asks the person
/// and waits for as long as they take, the others decide by themselves: so call it after a first change rather than on
/// opening the page, and let nothing wait for it.
pub async fn request_persistence() -> bool {
    let Some(manager) = manager() else { return false };
    settle(manager.persist())
        .await
        .is_some_and(|granted| granted.is_truthy())
}

/// None where the browser does not tell.
pub async fn estimate() -> Option<Estimate> {
    let answer = settle(manager()?.estimate()).await?;
    let answer = answer.unchecked_into::<StorageEstimate>();
    Some(Estimate {
        used: answer.get_usage()?,
        quota: answer.get_quota()?,
    })
}

/// Pages that are not served securely have no storage manager.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    (!manager.is_undefined()).then_some(manager)
}

async fn settle(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
