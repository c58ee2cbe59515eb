//! Has a worker compare the articles' passages, and hands what it finds to the editor.
//!
//! The worker ends with its answer, which the editor keeps: what it would hold meanwhile is many times as large.

pub mod wire;

use super::{module_worker, work_ids};
use crate::editor::action::Action;
use crate::editor::count::count;
use crate::editor::passages::{PassagesAction, PassagesOrder};
use crate::editor::store::Store;
use crate::editor::work::{Work, WorkAction};
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};
use wire::{Asked, Told};

/// Beside the page; the build puts it there.
const SCRIPT: &str = "passages-worker.js";

const NO_ANSWER: &str = "The part of Attest that compares passages could not be loaded, or it has failed.";

thread_local! {
    static COMPARING: RefCell<Option<Comparing>> = const { RefCell::new(None) };
}

/// A request at work. Dropping it ends the worker.
struct Comparing {
    worker: Worker,
    _listeners: [EventListener; 2],
    number: u32,
    work: u32,
}

/// Compares what is ordered, in place of what is being compared.
pub fn compare(order: &Rc<PassagesOrder>, store: &Store) {
    end(store);
    let number = order.number;
    match Comparing::start(order.clone(), store) {
        Ok(comparing) => COMPARING.set(Some(comparing)),
        Err(_) => refuse(number, store),
    }
}

/// Ends the worker; nothing comes of what it does.
pub fn end(store: &Store) {
    if let Some(comparing) = COMPARING.take() {
        store.dispatch(Action::Work(WorkAction::Ended(comparing.work)));
        // It may hold the listener that this runs in, so it goes when that is through.
        spawn_local(async move { drop(comparing) });
    }
}

/// The person has stopped the work of this id.
pub fn cancel(id: u32, store: &Store) {
    let number = COMPARING.with_borrow(|it| it.as_ref().filter(|it| it.work == id).map(|it| it.number));
    if let Some(number) = number {
        end(store);
        store.dispatch(Action::Passages(PassagesAction::Stopped(number)));
    }
}

fn refuse(number: u32, store: &Store) {
    store.dispatch(Action::Passages(PassagesAction::Refused(number, NO_ANSWER.to_owned())));
}

impl Comparing {
    fn start(order: Rc<PassagesOrder>, store: &Store) -> Result<Self, JsValue> {
        let worker = module_worker::start(SCRIPT)?;
        let (number, work) = (order.number, work_ids::next());
        let title = format!("Comparing {}", count(order.articles.len(), "article"));
        let on_message = {
            let (worker, store) = (worker.clone(), store.clone());
            let goes = {
                let store = store.clone();
                move |done, total| {
                    let title = title.clone();
                    store.dispatch(Action::Work(WorkAction::Goes(Work {
                        id: work,
                        title,
                        done,
                        total,
                    })));
                }
            };
            goes(0, 1);
            EventListener::new(&worker.clone(), "message", move |event| {
                match Told::read(&event.unchecked_ref::<MessageEvent>().data()) {
                    Some(Told::Ready) => {
                        let (message, transfer) = Asked::write(&order.articles);
                        if worker.post_message_with_transfer(&message, &transfer).is_err() {
                            end(&store);
                            refuse(number, &store);
                        }
                    }
                    Some(Told::Progress(done, total)) => goes(done, total),
                    Some(Told::Found(numbers)) => {
                        end(&store);
                        store.dispatch(Action::Passages(PassagesAction::Found(number, numbers)));
                    }
                    None => {}
                }
            })
        };
        let on_error = {
            let store = store.clone();
            EventListener::new(&worker, "error", move |_| {
                end(&store);
                refuse(number, &store);
            })
        };
        Ok(Self {
            worker,
            _listeners: [on_message, on_error],
            number,
            work,
        })
    }
}

impl Drop for Comparing {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
