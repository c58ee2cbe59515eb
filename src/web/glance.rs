//! The glance: what `static/glance.js` shows of the page until the program has started, and keeps for the next time.
//!
//! The two know each other by the page alone: attributes of the glance's elements tell where one was reading, the event
//! `attest:settled` has the page kept as it looks, and `attest:started` takes the glance away.

use super::{pane_binding, timer};
use crate::core::id::{ArticleId, ProjectId};
use crate::editor::change_set::Topics;
use crate::editor::store::{Store, Subscription};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Document, Element, Event};

/// How long nothing changes before the page is kept: another article or project soon, because one may leave at once;
/// what is done in it later, because keeping would get in the way of the next mention.
const OPENED_MS: u32 = 500;
const WORKED_MS: u32 = 4_000;

/// The article that was being read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// In this project.
    pub project: ProjectId,
    /// This one.
    pub article: ArticleId,
}

/// Where the glance says that one was reading; `None` without a glance.
pub fn place() -> Option<Place> {
    let scroller = shown()?.query_selector(".article-scroll").ok()??;
    Some(Place {
        project: parsed(&scroller, "data-project")?,
        article: parsed(&scroller, "data-article")?,
    })
}

/// In the next frame, when the page is there: goes to the line that the glance shows, and takes the glance away.
pub fn take_over(store: &Store) {
    let store = store.clone();
    let frame = gloo::render::request_animation_frame(move |_| {
        let open = store.read(|editor| editor.view().article);
        // Who follows a link to a mention is not brought back.
        let goes_on = place().is_some_and(|place| Some(place.article) == open);
        if goes_on && !pane_binding::is_place_asked_for() {
            // Scrolling goes on until now.
            let line = shown().and_then(|glance| Some((parsed(&glance, "data-line")?, number(&glance, "data-below")?)));
            if let Some((line, below)) = line {
                pane_binding::scroll_to_line(line, below);
            }
        }
        tell("attest:started");
    });
    // It comes once and for certain.
    std::mem::forget(frame);
}

/// Takes the glance away, where there will be no page in its place.
pub fn give_up() {
    tell("attest:started");
}

/// Has the page kept whenever what it shows has changed and then stays for a moment.
#[must_use = "the page is kept for as long as this lives"]
pub fn follow(store: &Store) -> Subscription {
    let waiting = Rc::new(RefCell::new(None::<Timeout>));
    let settle = move |within| {
        let then = timer::after(within, || tell("attest:settled"));
        *waiting.borrow_mut() = Some(then);
    };
    settle(OPENED_MS);
    let opened = Topics::PROJECT | Topics::OPEN;
    let worked = Topics::ARTICLES | Topics::MENTIONS | Topics::SCHEMA | Topics::SETTINGS;
    store.subscribe(opened | worked, move |changes| {
        settle(if changes.topics.meets(opened) {
            OPENED_MS
        } else {
            WORKED_MS
        });
    })
}

fn shown() -> Option<Element> {
    document()?.get_element_by_id("glance")
}

fn parsed<T: std::str::FromStr>(element: &Element, attribute: &str) -> Option<T> {
    element.get_attribute(attribute)?.parse().ok()
}

/// By the browser's own reading of numbers, because Rust's would be a dozen kilobytes of the program.
fn number(element: &Element, attribute: &str) -> Option<f64> {
    let number = js_sys::parse_float(&element.get_attribute(attribute)?);
    number.is_finite().then_some(number)
}

fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(event)) {
        // Refused only where the same event is being dispatched already.
        let _ = window.dispatch_event(&event);
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
