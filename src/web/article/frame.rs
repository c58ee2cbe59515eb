//! What is done at most once per frame.

use super::Pane;
use super::event::PaneEvent;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// How long nothing moves before more of a very long text is put into the page.
const FILL_PAUSE_MS: u32 = 60;

/// How long after the text has scrolled the mouse counts again: text that passes under it is not pointed at.
const REST_MS: u32 = 120;

/// The frame that is asked for, and what has happened since the last one.
#[derive(Default)]
pub(super) struct Frame {
    asked: Cell<Option<AnimationFrame>>,
    has_moved: Cell<bool>,
    /// Runs while some of the text is not in the page yet.
    filling: Cell<Option<Timeout>>,
    /// Runs while the text scrolls, and for a moment after.
    scrolling: RefCell<Option<Timeout>>,
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame")
            .field("has_moved", &self.has_moved.get())
            .finish_non_exhaustive()
    }
}

impl Pane {
    /// Something scrolled or changed its size.
    pub(super) fn text_has_moved(self: &Rc<Self>) {
        self.frame.has_moved.set(true);
        self.schedule_frame();
    }

    /// The text scrolls, or did so a moment ago.
    pub(super) fn is_scrolling(&self) -> bool {
        self.frame.scrolling.borrow().is_some()
    }

    /// Looks under the mouse again once the text rests.
    fn rest_later(self: &Rc<Self>) {
        let pane = Rc::downgrade(self);
        let timer = Timeout::new(REST_MS, move || {
            if let Some(pane) = pane.upgrade() {
                drop(pane.frame.scrolling.take());
                pane.schedule_frame();
            }
        });
        *self.frame.scrolling.borrow_mut() = Some(timer);
    }

    pub(super) fn schedule_frame(self: &Rc<Self>) {
        let asked = self.frame.asked.take();
        let asked = asked.unwrap_or_else(|| {
            let pane = Rc::downgrade(self);
            request_animation_frame(move |_| {
                if let Some(pane) = pane.upgrade() {
                    pane.frame.asked.take();
                    pane.on_frame();
                }
            })
        });
        self.frame.asked.set(Some(asked));
    }

    fn on_frame(self: &Rc<Self>) {
        self.correct_aim();
        if self.frame.has_moved.take() {
            self.repaint_what_came_into_view();
            self.place_overlays();
            self.tell(PaneEvent::Scrolled);
            self.rest_later();
        }
        self.follow_stray();
        if !self.is_scrolling() {
            self.look_under_mouse();
        }
        // Frames that follow each other put it off.
        if self.frame.filling.take().is_some() {
            self.fill_on();
        }
    }

    /// Puts what is missing of a very long text into the page, some of it whenever nothing has moved for a moment:
    /// each batch has the browser go over the whole page, which would be felt while the text scrolls.
    pub(super) fn fill_on(self: &Rc<Self>) {
        let pane = Rc::downgrade(self);
        let timer = Timeout::new(FILL_PAUSE_MS, move || {
            let Some(pane) = pane.upgrade() else { return };
            // Its own timer, which is over.
            drop(pane.frame.filling.take());
            if pane.blocks().is_some_and(|blocks| blocks.fill_more()) {
                pane.fill_on();
            }
        });
        self.frame.filling.set(Some(timer));
    }

    /// Puts what lies over the text where the text is now.
    pub(super) fn place_overlays(&self) {
        let origin = self.overlay.origin();
        self.follow_text_with_caret(&origin);
        self.place_handles(&origin);
        self.draw_tags();
        self.draw_over_text();
    }
}
