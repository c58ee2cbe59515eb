//! A worker that reads, writes and compares files: started for one request, or shortly before it is made, and ended when it
//! has answered or is no longer wanted.

pub mod packing;
pub mod spare;
pub mod wire;
pub mod wire_merging;
pub mod wire_reading;
pub mod wire_renewing;

use super::module_worker;
use gloo::events::EventListener;
use js_sys::Error;
use packing::{pack, unpack};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
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
    /// Starts a worker, unless there is a spare one, and gives it the request as soon as it listens and the request is made.
    /// `tell` gets progress and what came of it; an error is a sentence, and the last thing that is told. The caller keeps the
    /// job as long as it wants answers.
    pub fn start(
        request: impl Future<Output = Request> + 'static,
        tell: impl Fn(Result<Answer, String>) + 'static,
    ) -> Result<Self, String> {
        let (worker, listens) = match spare::take() {
            Some(spare) => spare,
            None => (new_worker().map_err(|error| refusal(&error))?, false),
        };
        let tell: Tell = Rc::new(tell);
        let counter = Rc::new(Counter {
            worker: worker.clone(),
            listens: Cell::new(listens),
            waiting: RefCell::new(None),
            tell: tell.clone(),
        });
        let on_message = {
            let (counter, tell) = (counter.clone(), tell.clone());
            EventListener::new(&worker, "message", move |event| {
                match unpack(&event.unchecked_ref::<MessageEvent>().data()) {
                    Ok(Answer::Ready) => {
                        counter.listens.set(true);
                        counter.hand_in();
                    }
                    Ok(Answer::Failed(reason)) => tell(Err(failure(&reason))),
                    Ok(answer) => tell(Ok(answer)),
                    Err(reason) => tell(Err(failure(&reason))),
                }
            })
        };
        spawn_local(async move {
            let request = request.await;
            *counter.waiting.borrow_mut() = Some(request);
            counter.hand_in();
        });
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

type Tell = Rc<dyn Fn(Result<Answer, String>)>;

/// Where a request waits for the worker.
struct Counter {
    worker: Worker,
    listens: Cell<bool>,
    waiting: RefCell<Option<Request>>,
    tell: Tell,
}

impl Counter {
    fn hand_in(&self) {
        if self.listens.get() {
            let request = self.waiting.borrow_mut().take();
            if let Some(Err(error)) = request.map(|request| hand_in(&self.worker, request)) {
                (self.tell)(Err(error));
            }
        }
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
    let _job = Job::start(async { request }, tell)?;
    poll_fn(move |cx| {
        *waiting.borrow_mut() = Some(cx.waker().clone());
        told.borrow_mut().take().map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

fn new_worker() -> Result<Worker, JsValue> {
    module_worker::start(SCRIPT)
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
