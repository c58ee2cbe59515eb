//! Says things to screen readers: a polite live region that nobody sees.

use super::modal;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// Announcements that come together are said together, so that none is swallowed by the next.
#[derive(Debug)]
pub struct Announcer {
    page: Option<Element>,
    waiting: Rc<RefCell<Waiting>>,
    /// Of what is said after a pause, the latest.
    pause: RefCell<Option<Timeout>>,
}

/// So long nothing else must be said: who types is not to be interrupted at each letter.
const PAUSE_MS: u32 = 900;

#[derive(Debug, Default)]
struct Waiting {
    texts: Vec<String>,
    timer: Option<Timeout>,
}

impl Announcer {
    /// Adds the live region to the page.
    pub fn new() -> Self {
        Self {
            page: region(),
            waiting: Rc::default(),
            pause: RefCell::default(),
        }
    }

    /// Said once nothing else has been said for a while.
    pub fn say_after_pause(&self, text: String) {
        let (page, waiting) = (self.page.clone(), self.waiting.clone());
        let timer = Timeout::new(PAUSE_MS, move || say(page, &waiting, &text));
        self.pause.replace(Some(timer));
    }

    /// Said as soon as what is being done is done.
    pub fn say(&self, text: &str) {
        self.pause.take();
        say(self.page.clone(), &self.waiting, text);
    }
}

fn say(page: Option<Element>, shared: &Rc<RefCell<Waiting>>, text: &str) {
    let mut waiting = shared.borrow_mut();
    waiting.texts.push(text.to_owned());
    let shared = shared.clone();
    // Readers notice a change of text; the same text twice is no change, so an unseen space tells them apart.
    waiting.timer = Some(Timeout::new(50, move || {
        let mut text = std::mem::take(&mut shared.borrow_mut().texts).join(" ");
        // While a dialog is open, the rest of the page is inert, and screen readers do not hear it. Only now is it
        // known whether what was done closed the dialog.
        let Some(region) = modal::live_region().or(page) else {
            return;
        };
        if region.text_content().as_deref() == Some(text.as_str()) {
            text.push('\u{a0}');
        }
        region.set_text_content(Some(&text));
    }));
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

fn region() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let region = document.create_element("div").ok()?;
    region.set_class_name("visually-hidden");
    // Creating and labeling an element of our own cannot fail.
    let _ = region.set_attribute("aria-live", "polite");
    let _ = region.set_attribute("id", "announcer");
    document.body()?.append_child(&region).ok()?;
    Some(region)
}
