//! What is done at most once per frame.

use super::Pane;
use super::event::PaneEvent;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

/// The frame that is asked for, and what has happened since the last one.
#[derive(Default)]
pub(super) struct Frame {
    asked: Cell<Option<AnimationFrame>>,
    has_moved: Cell<bool>,
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
        }
        self.follow_stray();
        self.look_under_mouse();
        self.fill_on();
    }

    /// Puts what is missing of a very long text into the page, some of it per frame.
    pub(super) fn fill_on(self: &Rc<Self>) {
        if self.blocks().is_some_and(|blocks| blocks.fill_more()) {
            self.schedule_frame();
        }
    }

    /// Puts what lies over the text where the text is now.
    pub(super) fn place_overlays(&self) {
        let origin = self.overlay.origin();
        self.follow_text_with_caret(&origin);
        self.place_handles(&origin);
        self.draw_tags();
    }
}
