//! Keeps texts, and looks for the latest query in them.

use crate::task::{Task, Texts};
use attest::core::search::{Matcher, SearchedText};
use attest::web::search_work::wire::{Asked, Find, Told};
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives, and says so.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let texts: Rc<RefCell<Texts>> = Rc::default();
    let latest = Rc::new(Cell::new(0));
    let on_message = {
        let scope = scope.clone();
        move |event: &web_sys::Event| match Asked::read(&event.unchecked_ref::<MessageEvent>().data()) {
            Some(Asked::Text(number, bytes)) => {
                // It was text before it was sent.
                let text = String::from_utf8(bytes).unwrap_or_default();
                texts.borrow_mut().insert(number, Rc::new(SearchedText::new(text)));
            }
            Some(Asked::Find(find)) => {
                latest.set(find.number);
                begin(find, &texts, &latest, &scope);
            }
            None => {}
        }
    };
    EventListener::new(&scope, "message", on_message).forget();
    say(&scope, Told::Ready);
}

fn begin(find: Find, texts: &Rc<RefCell<Texts>>, latest: &Rc<Cell<u32>>, scope: &DedicatedWorkerGlobalScope) {
    say(scope, Told::Begun(find.number));
    let matcher = match Matcher::new(&find.query) {
        Ok(matcher) => matcher,
        Err(error) => return say(scope, Told::Refused(find.number, error.to_string())),
    };
    let task = Task {
        number: find.number,
        matcher,
        texts: find
            .texts
            .iter()
            .filter_map(|number| Some((*number, texts.borrow().get(number)?.clone())))
            .collect(),
        latest: latest.clone(),
    };
    let scope = scope.clone();
    spawn_local(async move { task.run(|told| say(&scope, told)).await });
}

fn say(scope: &DedicatedWorkerGlobalScope, told: Told) {
    // An error that nobody catches reaches the page as the worker's.
    let told: JsValue = told.write();
    scope
        .post_message(&told)
        .unwrap_or_else(|error| wasm_bindgen::throw_val(error));
}
