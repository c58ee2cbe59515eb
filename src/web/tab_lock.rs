//! One tab per project: a lock that the browser gives back by itself when the tab closes or crashes.
//!
//! A tab without the lock stores nothing of the project. Where the browser has no locks, the check of
//! [`Storage::append`](super::storage::Storage::append) still keeps two tabs from overwriting each other.

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::js::locks;

/// Held for as long as this value lives.
#[must_use = "the lock is given back when this is dropped"]
#[derive(Debug)]
pub struct TabLock {
    /// None where the browser has no locks: then every tab believes that it is the only one.
    held: Option<Held>,
}

#[derive(Debug)]
struct Held {
    /// Settles the promise that holds the lock.
    let_go: Function,
    /// Settles once the browser has given the lock back.
    given_back: Promise,
}

impl TabLock {
    /// None: another tab has the project open. Where the browser has no locks, or refuses them to this page, the
    /// answer is a lock that locks nothing, so that the work can go on.
    pub async fn acquire(project_id: &str) -> Option<Self> {
        let Some(manager) = locks::locks() else {
            return Some(Self { held: None });
        };
        let (answer, tell) = promise();
        let (until, let_go) = promise();
        // Answers with the lock or null, then holds it: a lock that was not given is not held by the same promise.
        let callback = Closure::once(move |lock: JsValue| {
            // Calling the resolving function of a promise cannot throw.
            let _ = tell.call1(&JsValue::NULL, &lock);
            if lock.is_null() {
                JsValue::UNDEFINED
            } else {
                until.into()
            }
        });
        let options = Object::new();
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
        let name = lock_name(project_id);
        let Ok(given_back) = manager.request(&name, &options, callback.as_ref().unchecked_ref()) else {
            return Some(Self { held: None });
        };
        // A refused request settles without ever calling back.
        let first = Promise::race(&Array::of2(&answer, &given_back));
        match JsFuture::from(first).await {
            Ok(lock) if lock.is_null() => None,
            Ok(_) => Some(Self {
                held: Some(Held { let_go, given_back }),
            }),
            Err(_) => Some(Self { held: None }),
        }
    }

    /// Waits until no other tab has the project open, at least for a moment. It does not hold the lock then: the other
    /// tab may only be loading anew.
    pub async fn until_free(project_id: &str) {
        let Some(manager) = locks::locks() else { return };
        let callback = Closure::once(|_: JsValue| JsValue::UNDEFINED);
        let name = lock_name(project_id);
        if let Ok(given_back) = manager.request(&name, &Object::new(), callback.as_ref().unchecked_ref()) {
            // It settles either way; where the browser refuses, waiting longer would bring nothing.
            let _ = JsFuture::from(given_back).await;
        }
    }

    /// Gives the lock back and waits until the browser has it. Dropping gives it back too, a moment later; whoever
    /// opens the same project again in this tab must wait, or would be told that it is open elsewhere.
    pub async fn release(mut self) {
        if let Some(held) = self.held.take() {
            held.let_go();
            // It settles either way; a lock that was taken away by the browser is given back too.
            let _ = JsFuture::from(held.given_back).await;
        }
    }
}

impl Drop for TabLock {
    fn drop(&mut self) {
        if let Some(held) = &self.held {
            held.let_go();
        }
    }
}

impl Held {
    fn let_go(&self) {
        // Calling the resolving function of a promise cannot throw, and a second call does nothing.
        let _ = self.let_go.call0(&JsValue::NULL);
    }
}

fn lock_name(project_id: &str) -> String {
    format!("attest project {project_id}")
}

/// A promise and the function that resolves it.
fn promise() -> (Promise, Function) {
    let mut resolver = None;
    let promise = Promise::new(&mut |resolve, _| resolver = Some(resolve));
    (promise, resolver.expect("a promise calls its executor at once"))
}
