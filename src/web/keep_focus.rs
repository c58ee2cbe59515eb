//! Where the focus goes when the control that was pressed is taken off the page. By itself it would be nowhere: keys would
//! be for the page as a whole, and Tab would begin anew.
//!
//! By a `MutationObserver` (in all browsers), which is told of the change before anything else can happen, also where the
//! control goes only after something was stored.

use super::modal;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, MutationObserver, MutationObserverInit, Node};

thread_local! {
    /// What is pressed next replaces it.
    static WATCH: RefCell<Option<Watch>> = const { RefCell::new(None) };
}

/// `event` is about to take what has the focus off the page: the first of the places with these ids that can have the
/// focus then gets it. Does nothing where the focus is elsewhere or goes elsewhere first.
pub fn when_gone(event: &Event, places: &[&str]) {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    let pressed = modal::focused().filter(|focused| focused.contains(target.as_ref()));
    let places: Vec<String> = places.iter().copied().map(str::to_owned).collect();
    WATCH.set(pressed.and_then(|pressed| Watch::begin(pressed, places)));
}

/// Waits for one element to go.
struct Watch {
    observer: MutationObserver,
    _on_change: Closure<dyn FnMut(JsValue, MutationObserver)>,
}

impl Watch {
    fn begin(pressed: HtmlElement, places: Vec<String>) -> Option<Self> {
        let page = pressed.owner_document()?;
        let on_change = Closure::new(move |_: JsValue, observer: MutationObserver| {
            if modal::focused().as_ref() == Some(&pressed) {
                return;
            }
            observer.disconnect();
            if !pressed.is_connected() {
                move_to_first(&places);
            }
        });
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        observer.observe_with_options(&page, &options).ok()?;
        Some(Self {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn move_to_first(places: &[String]) {
    for place in places {
        if modal::focused().is_none() {
            modal::focus_id(place);
        }
    }
}
