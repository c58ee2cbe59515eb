//! A worker that reads, writes and compares files: started for one request, ended when it has answered or is no longer wanted.

pub mod packing;
pub mod wire;
pub mod wire_merging;
pub mod wire_reading;
pub mod wire_renewing;

use super::module_worker;
use gloo::events::EventListener;
use js_sys::Error;
use packing::{pack, unpack};
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};
use wire::{Answer, Request};

/// Beside the page; the build puts it there.
const SCRIPT: &str = "worker.js";

/// One request at work. Dropping it ends the worker.
#[derive(Debug)]
pub struct Job {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Job {
    /// Starts a worker and gives it the request as soon as it listens. `tell` gets progress
    /// and what came of it; an error is a sentence, and the last thing that is told. The caller keeps the job as long as it
    /// wants answers.
    pub fn start(request: Request, tell: impl Fn(Result<Answer, String>) + 'static) -> Result<Self, String> {
        let worker = module_worker::start(SCRIPT).map_err(|error| refusal(&error))?;
        let tell = Rc::new(tell);
        let on_message = {
            let (worker, tell) = (worker.clone(), tell.clone());
            let request = RefCell::new(Some(request));
            EventListener::new(&worker.clone(), "message", move |event| {
                match unpack(&event.unchecked_ref::<MessageEvent>().data()) {
                    Ok(Answer::Ready) => {
                        let request = request.borrow_mut().take();
                        if let Some(Err(error)) = request.map(|request| hand_in(&worker, request)) {
                            tell(Err(error));
                        }
                    }
                    Ok(Answer::Failed(reason)) => tell(Err(failure(&reason))),
                    Ok(answer) => tell(Ok(answer)),
                    Err(reason) => tell(Err(failure(&reason))),
                }
            })
        };
        let on_error = EventListener::new(&worker, "error", move |event| {
            // A script that cannot be fetched gives a plain event without a message.
            let error = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            tell(Err(error.filter(|it| !it.is_empty()).map_or_else(
                || "The part of Attest that reads and writes files could not be loaded.".to_owned(),
                |message| format!("The part of Attest that reads and writes files failed: {message}."),
            )));
        });
        Ok(Self {
            worker,
            _listeners: [on_message, on_error],
        })
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The worker's last answer to a request that it answers once. An error is a sentence.
pub async fn ask(request: Request) -> Result<Answer, String> {
    let told = Rc::new(RefCell::new(None));
    let waiting: Rc<RefCell<Option<Waker>>> = Rc::default();
    let tell = {
        let (told, waiting) = (told.clone(), waiting.clone());
        move |answer| {
            *told.borrow_mut() = Some(answer);
            let waker = waiting.borrow_mut().take();
            waker.into_iter().for_each(Waker::wake);
        }
    };
    let _job = Job::start(request, tell)?;
    poll_fn(move |cx| {
        *waiting.borrow_mut() = Some(cx.waker().clone());
        told.borrow_mut().take().map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

fn hand_in(worker: &Worker, request: Request) -> Result<(), String> {
    let (message, transfer) = pack(request);
    worker
        .post_message_with_transfer(&message, &transfer)
        .map_err(|error| refusal(&error))
}

fn refusal(error: &JsValue) -> String {
    match error.dyn_ref::<Error>() {
        Some(error) => failure(&String::from(error.message())),
        None => failure(&format!("{error:?}")),
    }
}

fn failure(reason: &str) -> String {
    format!("The part of Attest that reads and writes files could not be used: {reason}.")
}
