//! One request, carried out in slices: between them the worker hears whether there is a newer one.

use attest::core::search::{MAX_HITS, Matcher, SearchedText};
use attest::core::span::Span;
use attest::editor::search::SearchState;
use attest::web::browser_segmenter::BrowserSegmenter;
use attest::web::search_work::wire::{FoundIn, Told};
use gloo::timers::future::TimeoutFuture;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The texts that the worker keeps, by their numbers.
pub type Texts = BTreeMap<u32, Rc<SearchedText>>;

/// How long is searched before the worker tells what it has found and listens, in milliseconds.
const SLICE_MS: f64 = 40.0;

/// After so many hits the clock is looked at: few, since each may have cost a look through the rest of the text.
const HITS_PER_LOOK: usize = 32;

/// What is looked for, and where.
pub struct Task {
    pub number: u32,
    pub matcher: Matcher,
    pub texts: Vec<(u32, Rc<SearchedText>)>,
    /// The number of the latest request.
    pub latest: Rc<Cell<u32>>,
}

impl Task {
    /// Tells what it finds as it goes on, until it is through or something newer is looked for.
    pub async fn run(self, tell: impl Fn(Told)) {
        let mut room = MAX_HITS;
        let mut found: Vec<(u32, Vec<Span>)> = Vec::new();
        let mut since = now();
        for (number, text) in &self.texts {
            let mut hits = self.matcher.hits(text, &BrowserSegmenter);
            let mut of_text = Vec::new();
            loop {
                let n_before = of_text.len();
                of_text.extend(hits.by_ref().take(HITS_PER_LOOK.min(room)));
                let n_new = of_text.len() - n_before;
                room -= n_new;
                let is_through = n_new < HITS_PER_LOOK || room == 0;
                if is_through && !of_text.is_empty() {
                    found.push((*number, std::mem::take(&mut of_text)));
                }
                if room == 0 && hits.next().is_some() {
                    return tell(self.found(found, SearchState::Capped));
                }
                if now() - since > SLICE_MS {
                    if !found.is_empty() {
                        tell(self.found(std::mem::take(&mut found), SearchState::Going));
                    }
                    TimeoutFuture::new(0).await;
                    if self.latest.get() != self.number {
                        return;
                    }
                    since = now();
                }
                if is_through {
                    break;
                }
            }
        }
        tell(self.found(found, SearchState::Done));
    }

    fn found(&self, hits: Vec<(u32, Vec<Span>)>, state: SearchState) -> Told {
        Told::Found(FoundIn {
            number: self.number,
            state,
            hits,
        })
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
