//! Has a worker look for what the person searches, and hands what it finds to the editor.
//!
//! The worker stays for as long as the search is on. Each text goes to it once: texts never change. A newer request takes
//! the place of an older one; where the worker does not turn to it soon, because a single step of the older one takes
//! long, it is ended and another one started.

pub mod wire;

use super::{module_worker, timer};
use crate::core::article_text::ArticleText;
use crate::core::digest::Digest;
use crate::editor::action::Action;
use crate::editor::search::{Found, SearchAction, SearchOrder, SearchState};
use crate::editor::store::Store;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};
use wire::{Asked, Told};

/// Beside the page; the build puts it there.
const SCRIPT: &str = "search-worker.js";

/// How long the worker may go on with something older. Between its steps, which are shorter, it listens.
const PATIENCE_MS: u32 = 1_500;

const NOT_LOADED: &str = "The part of Attest that searches could not be loaded.";

thread_local! {
    static SEARCHER: RefCell<Option<Searcher>> = const { RefCell::new(None) };
}

struct Searcher {
    worker: Worker,
    _listeners: [EventListener; 2],
    /// Whether it listens.
    is_ready: bool,
    /// What it is to be told as soon as it listens.
    waiting: Vec<JsValue>,
    /// The texts that it has, sorted, each with the number under which it keeps it.
    texts: Vec<(Digest, u32)>,
    asked: Option<Request>,
    /// Runs while the worker is expected to let go of an older request.
    patience: Option<Timeout>,
}

struct Request {
    order: Rc<SearchOrder>,
    /// By the texts' numbers: their places in the order. Two articles may have the same text.
    places: Vec<Vec<usize>>,
    is_answered: bool,
}

/// Starts a worker, unless there is one.
pub fn prepare(store: &Store) {
    if SEARCHER.with_borrow(Option::is_none) {
        // Without one the search is refused, which says why.
        SEARCHER.set(Searcher::start(store).ok());
    }
}

/// Looks for what is ordered.
pub fn search(order: Rc<SearchOrder>, store: &Store) {
    prepare(store);
    let is_asked = SEARCHER.with_borrow_mut(|searcher| match searcher {
        Some(searcher) => searcher.ask(order.clone(), store),
        None => Err(JsValue::UNDEFINED),
    });
    if is_asked.is_err() {
        refuse(order.number, NOT_LOADED.to_owned(), store);
    }
}

/// Ends the worker.
pub fn end() {
    // It may hold the listener or the timer that this runs in, so it goes when that is through.
    let searcher = SEARCHER.take();
    spawn_local(async move { drop(searcher) });
}

fn refuse(number: u32, reason: String, store: &Store) {
    store.dispatch(Action::Search(SearchAction::Refused(number, reason)));
}

impl Searcher {
    fn start(store: &Store) -> Result<Self, JsValue> {
        let worker = module_worker::start(SCRIPT)?;
        let on_message = {
            let store = store.clone();
            EventListener::new(&worker, "message", move |event| {
                if let Some(told) = Told::read(&event.unchecked_ref::<MessageEvent>().data()) {
                    hear(told, &store);
                }
            })
        };
        let on_error = {
            let store = store.clone();
            EventListener::new(&worker, "error", move |_| fail(&store))
        };
        Ok(Self {
            worker,
            _listeners: [on_message, on_error],
            is_ready: false,
            waiting: Vec::new(),
            texts: Vec::new(),
            asked: None,
            patience: None,
        })
    }

    fn ask(&mut self, order: Rc<SearchOrder>, store: &Store) -> Result<(), JsValue> {
        let mut places: Vec<Vec<usize>> = Vec::new();
        let mut numbers = Vec::new();
        for (place, (article, text)) in order.texts.iter().enumerate() {
            let number = self.number_of(text)?;
            places.resize_with(self.texts.len(), Vec::new);
            let places = &mut places[number as usize];
            if places.is_empty() {
                numbers.push(number);
            }
            places.push(place);
            if Some(*article) == order.first {
                numbers.retain(|other| *other != number);
                numbers.insert(0, number);
            }
        }
        self.say(Asked::find(order.number, &order.query, &numbers))?;
        let is_busy = self.is_ready && self.asked.as_ref().is_some_and(|asked| !asked.is_answered);
        if is_busy && self.patience.is_none() {
            let store = store.clone();
            self.patience = Some(timer::after(PATIENCE_MS, move || start_anew(&store)));
        }
        self.asked = Some(Request {
            order,
            places,
            is_answered: false,
        });
        Ok(())
    }

    /// Under which number the worker keeps the text; gives it to the worker where that has not got it yet.
    fn number_of(&mut self, text: &ArticleText) -> Result<u32, JsValue> {
        let digest = text.digest();
        let at = self.texts.partition_point(|(other, _)| *other < digest);
        if let Some((_, number)) = self.texts.get(at).filter(|(other, _)| *other == digest) {
            return Ok(*number);
        }
        let number = self.texts.len() as u32;
        self.say(Asked::text(number, text.as_str()))?;
        self.texts.insert(at, (digest, number));
        Ok(number)
    }

    fn say(&mut self, message: JsValue) -> Result<(), JsValue> {
        if self.is_ready {
            return self.worker.post_message(&message);
        }
        self.waiting.push(message);
        Ok(())
    }

    fn begin(&mut self) -> Result<(), JsValue> {
        self.is_ready = true;
        self.waiting
            .drain(..)
            .try_for_each(|message| self.worker.post_message(&message))
    }

    /// Whether the number is that of the latest request.
    fn is_latest(&self, number: u32) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.order.number == number)
    }
}

impl Drop for Searcher {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn hear(told: Told, store: &Store) {
    match told {
        Told::Ready => {
            let begun = SEARCHER.with_borrow_mut(|searcher| searcher.as_mut().map_or(Ok(()), Searcher::begin));
            if begun.is_err() {
                fail(store);
            }
        }
        Told::Begun(number) => SEARCHER.with_borrow_mut(|searcher| {
            if let Some(searcher) = searcher.as_mut().filter(|it| it.is_latest(number)) {
                searcher.patience = None;
            }
        }),
        Told::Refused(number, reason) => {
            answered(number);
            refuse(number, reason, store);
        }
        Told::Found(found) => {
            if found.state != SearchState::Going {
                answered(found.number);
            }
            let hits = SEARCHER.with_borrow(|searcher| {
                let asked = searcher
                    .as_ref()
                    .filter(|it| it.is_latest(found.number))?
                    .asked
                    .as_ref()?;
                let mut hits = Vec::new();
                for (text, spans) in found.hits {
                    let places = asked.places.get(text as usize).into_iter().flatten();
                    hits.extend(places.map(|place| (*place, spans.clone())));
                }
                Some(hits)
            });
            if let Some(hits) = hits {
                store.dispatch(Action::Search(SearchAction::Found(Found {
                    number: found.number,
                    hits,
                    state: found.state,
                })));
            }
        }
    }
}

fn answered(number: u32) {
    SEARCHER.with_borrow_mut(|searcher| {
        let asked = searcher.as_mut().and_then(|searcher| searcher.asked.as_mut());
        if let Some(asked) = asked.filter(|asked| asked.order.number == number) {
            asked.is_answered = true;
        }
    });
}

fn latest() -> Option<Rc<SearchOrder>> {
    SEARCHER.with_borrow(|searcher| Some(searcher.as_ref()?.asked.as_ref()?.order.clone()))
}

fn fail(store: &Store) {
    let order = latest();
    end();
    if let Some(order) = order {
        refuse(order.number, NOT_LOADED.to_owned(), store);
    }
}

fn start_anew(store: &Store) {
    let order = latest();
    end();
    if let Some(order) = order {
        search(order, store);
    }
}
