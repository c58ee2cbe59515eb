//! An element that scrolls: what is seen of it, and scrolling it.

use crate::editor::windowing::Viewport;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// What is seen of the element's content.
pub fn viewport(scroller: &Element) -> Viewport {
    Viewport {
        top: f64::from(scroller.scroll_top()),
        height: f64::from(scroller.client_height()),
    }
}

/// The same from side to side: how far it is scrolled, and how wide it is. For lines that run from left to right.
pub fn viewport_across(scroller: &Element) -> Viewport {
    Viewport {
        top: f64::from(scroller.scroll_left()),
        height: f64::from(scroller.client_width()),
    }
}

/// Scrolls at once, without an animation.
pub fn scroll_to(scroller: &Element, top: f64) {
    // Whole pixels: that is what `scrollTop` reports back everywhere.
    scroller.set_scroll_top(top.round() as i32);
}

thread_local! {
    /// Asking for it may lay the page out, so it is asked for only after sizes have changed.
    static ROOT_FONT_SIZE: Cell<Option<f64>> = const { Cell::new(None) };
}

/// How many pixels one `rem` has: the person may have set another text size.
pub fn root_font_size() -> f64 {
    let size = ROOT_FONT_SIZE.get().or_else(font_size_of_root);
    ROOT_FONT_SIZE.set(size);
    size.unwrap_or(16.0)
}

fn font_size_of_root() -> Option<f64> {
    let window = web_sys::window()?;
    let root = window.document()?.document_element()?;
    let size = window
        .get_computed_style(&root)
        .ok()??
        .get_property_value("font-size")
        .ok()?;
    Some(js_sys::parse_float(&size)).filter(|size| size.is_finite())
}

/// Calls back whenever the element's size changes, and once at the beginning, until it is dropped.
#[must_use = "sizes are told for as long as this lives"]
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// `None` where the browser has no such observer; scrolling then tells the size.
    pub fn new(element: &Element, mut resized: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(move || {
            // Another text size changes the size of all that is measured in it.
            ROOT_FONT_SIZE.set(None);
            resized();
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
