//! Takes one request from the page, ranks the passages, and tells how far that is.

use attest::core::align::{Progress, Source, rank};
use attest::editor::passages::table::{LEAST_SCORE, PassageTable};
use attest::web::passages_work::wire::{Asked, Told};
use gloo::events::EventListener;
use std::ops::ControlFlow;
use wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How often the page hears how far the work is, in milliseconds.
const TELL_MS: f64 = 100.0;

/// Listens for as long as the worker lives, and says so.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            if let Some(asked) = Asked::read(&event.unchecked_ref::<MessageEvent>().data()) {
                compare(&asked, &scope);
            }
        }
    };
    EventListener::new(&scope, "message", on_message).forget();
    say(&scope, &Told::Ready);
}

/// In one go: who no longer wants it ends the worker.
fn compare(Asked(articles): &Asked, scope: &DedicatedWorkerGlobalScope) {
    let sources: Vec<Source<'_>> = articles
        .iter()
        .map(|(text, date)| Source { text, date: *date })
        .collect();
    let mut told = js_sys::Date::now();
    let ranking = rank(&sources, LEAST_SCORE, |Progress { done, total }| {
        let now = js_sys::Date::now();
        if now - told > TELL_MS {
            told = now;
            let [done, total] = [done, total].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
            say(scope, &Told::Progress(done, total));
        }
        ControlFlow::Continue(())
    });
    if let Some(ranking) = ranking {
        say(scope, &Told::Found(PassageTable::pack(&ranking)));
    }
}

fn say(scope: &DedicatedWorkerGlobalScope, told: &Told) {
    let (message, transfer) = told.write();
    // An error that nobody catches reaches the page as the worker's.
    scope
        .post_message_with_transfer(&message, &transfer)
        .unwrap_or_else(|error| wasm_bindgen::throw_val(error));
}
