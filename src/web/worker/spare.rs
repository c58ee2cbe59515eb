//! A worker that is started ahead of its request, while the person still chooses: its program is large.

use super::new_worker;
use super::packing::unpack;
use super::wire::Answer;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};

thread_local! {
    static SPARE: RefCell<Option<Spare>> = const { RefCell::new(None) };
}

/// Without a request as yet.
struct Spare {
    worker: Worker,
    listens: Rc<Cell<bool>>,
    _listeners: [EventListener; 2],
}

/// Starts one, unless there is one. The next request takes it.
pub fn prepare() {
    // Where none can be started, the request will tell.
    if SPARE.with_borrow(Option::is_none)
        && let Ok(worker) = new_worker()
    {
        let listens = Rc::new(Cell::new(false));
        let on_message = {
            let listens = listens.clone();
            EventListener::new(&worker, "message", move |event| {
                let told = unpack(&event.unchecked_ref::<MessageEvent>().data());
                listens.set(listens.get() || matches!(told, Ok(Answer::Ready)));
            })
        };
        let on_error = EventListener::new(&worker, "error", |_| {
            // It holds the listener that this runs in, so it goes when the listener is through.
            spawn_local(async { let_go() });
        });
        let _listeners = [on_message, on_error];
        SPARE.set(Some(Spare {
            worker,
            listens,
            _listeners,
        }));
    }
}

/// Ends it, if no request has taken it.
pub fn let_go() {
    if let Some(spare) = SPARE.take() {
        spare.worker.terminate();
    }
}

/// For the one who has a request: the worker, and whether it has said already that it listens.
pub(super) fn take() -> Option<(Worker, bool)> {
    let spare = SPARE.take()?;
    Some((spare.worker, spare.listens.get()))
}
