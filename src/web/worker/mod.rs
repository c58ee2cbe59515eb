//! A worker that reads, writes and compares files: started for one request, ended when it has answered or is no longer wanted.

pub mod wire;
pub mod wire_merging;
pub mod wire_reading;

use gloo::events::EventListener;
use js_sys::Error;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};
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
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).map_err(|error| failure(&error))?;
        let tell = Rc::new(tell);
        let on_message = {
            let (worker, tell) = (worker.clone(), tell.clone());
            let request = RefCell::new(Some(request));
            EventListener::new(&worker.clone(), "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                match serde_wasm_bindgen::from_value(data) {
                    Ok(Answer::Ready) => {
                        let request = request.borrow_mut().take();
                        if let Some(Err(error)) = request.map(|request| ask(&worker, &request)) {
                            tell(Err(error));
                        }
                    }
                    Ok(Answer::Failed(reason)) => tell(Err(failure(&reason.into()))),
                    Ok(answer) => tell(Ok(answer)),
                    Err(error) => tell(Err(failure(&error.into()))),
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

fn ask(worker: &Worker, request: &Request) -> Result<(), String> {
    let request = serde_wasm_bindgen::to_value(request).map_err(|error| failure(&error.into()))?;
    worker.post_message(&request).map_err(|error| failure(&error))
}

fn failure(error: &JsValue) -> String {
    let message = error
        .dyn_ref::<Error>()
        .map_or_else(|| format!("{error:?}"), |error| error.message().into());
    format!("The part of Attest that reads and writes files could not be used: {message}.")
}
