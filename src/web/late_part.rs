//! The late part of the program: what a first visit does not need and `cargo xtask dist` therefore puts into a file of
//! its own. `static/boot.js` fetches it when the page has come up; here it is asked for where it is needed at once.

use super::js::late_part::late_part;
use std::cell::Cell;
use std::hint::black_box;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static IS_HERE: Cell<bool> = Cell::new(!is_apart());
    /// Whether it could not be had when it was asked for last.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// The proof that the late part is there. What leads into that part takes it, so that nothing else can call it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arrived(());

/// Whether the late part is there.
pub fn arrived() -> Option<Arrived> {
    IS_HERE.get().then_some(Arrived(()))
}

/// Whether it could not be had when it was asked for last, which the page then says.
pub fn has_failed() -> bool {
    HAS_FAILED.get()
}

/// Waits for the late part, and has it fetched if nobody has yet. The error is what a person can be told; one may ask
/// again after it.
pub async fn ask() -> Result<Arrived, String> {
    if !IS_HERE.get() {
        HAS_FAILED.set(false);
        let outcome = late_part().await;
        HAS_FAILED.set(outcome.is_err());
        outcome.map_err(|error| told(&error))?;
        IS_HERE.set(true);
    }
    Ok(Arrived(()))
}

/// Has a function of the border do its work as soon as the late part is there: at once, if it is. Otherwise `fail` gets
/// what a person can be told.
pub fn hand_on<T: 'static>(work: fn(Arrived, T), what: T, fail: impl FnOnce(String) + 'static) {
    if let Some(arrived) = arrived() {
        return by_address(work)(arrived, what);
    }
    spawn_local(async move {
        match ask().await {
            Ok(arrived) => by_address(work)(arrived, what),
            Err(reason) => fail(reason),
        }
    });
}

/// What a function of the border answers, once the late part is there.
pub async fn answer<T, R>(work: fn(Arrived, T) -> R, what: T) -> Result<R, String> {
    Ok(by_address(work)(ask().await?, what))
}

/// The optimizer is not to know which function it is: it could make late code part of its callers.
fn by_address<T, R>(work: fn(Arrived, T) -> R) -> fn(Arrived, T) -> R {
    black_box(work)
}

/// Whether the page names a late part. A program in one piece has everything from the start.
fn is_apart() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.query_selector("link[rel=late]").ok().flatten());
    link.is_some()
}

fn told(error: &JsValue) -> String {
    let reason = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    format!("A part of Attest could not be loaded: {}.", reason.unwrap_or_default())
}
