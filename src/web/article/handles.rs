//! Two grips at the ends of the chosen mention, to move them by mouse, pen or finger.

use super::Pane;
use super::event::{End, PaneEvent, Snapping};
use super::geometry::{Point, Rect};
use super::overlay::{Overlay, place, set_style};
use super::pointer::point_of;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use crate::web::css_length::px;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent, ScrollBehavior};

/// How near to the view's edge a drag begins to scroll, in pixels.
const EDGE: f64 = 24.0;

/// The grips, and the drag that may be going on.
#[derive(Debug)]
pub(super) struct Handles {
    span: Cell<Option<Span>>,
    start: HtmlElement,
    end: HtmlElement,
    drag: Cell<Option<Drag>>,
}

#[derive(Clone, Copy, Debug)]
struct Drag {
    end: End,
    pointer: i32,
    /// From the pointer to the line whose end is held, so that the grip does not jump to the pointer.
    to_line: Point,
    /// Where it would be put now.
    at: ByteOffset,
    has_moved: bool,
}

impl Handles {
    pub fn new(overlay: &Overlay) -> Result<Self, JsValue> {
        Ok(Self {
            span: Cell::new(None),
            start: overlay.add("article-handle start")?,
            end: overlay.add("article-handle end")?,
            drag: Cell::new(None),
        })
    }

    pub fn grip(&self, end: End) -> &HtmlElement {
        match end {
            End::Start => &self.start,
            End::End => &self.end,
        }
    }

    pub fn is_dragging(&self) -> bool {
        self.drag.get().is_some()
    }
}

impl Pane {
    pub(super) fn set_handle_span(&self, span: Option<Span>) {
        if self.handles.span.replace(span) != span {
            self.end_drag();
            self.place_handles(&self.overlay.origin());
        }
    }

    /// Where the text lies now.
    pub(super) fn place_handles(&self, origin: &Rect) {
        let (span, blocks) = (self.handles.span.get(), self.blocks());
        if span.is_none() && self.handles.start.hidden() && self.handles.end.hidden() {
            return;
        }
        let seen = blocks.as_ref().and_then(|blocks| self.painted_window(blocks));
        let rects = [End::Start, End::End].map(|end| {
            let (span, blocks) = (span?, blocks.as_ref()?);
            let at = self.end_of(span, end);
            // An end far from the view would have the browser lay its block out for nothing.
            seen.filter(|seen| seen.start() <= at && at <= seen.end())?;
            blocks.edge_rect(self.span_with(span, end, at).unwrap_or(span), end)
        });
        for (end, rect) in [End::Start, End::End].into_iter().zip(rects) {
            let grip = self.handles.grip(end);
            grip.set_hidden(rect.is_none());
            if let Some(rect) = rect {
                place(grip, &rect, origin);
                set_style(grip, "--line-height", &px(rect.height()));
            }
        }
    }

    pub(super) fn on_grip_down(&self, end: End, event: &PointerEvent) {
        let (Some(span), Some(blocks)) = (self.handles.span.get(), self.blocks()) else {
            return;
        };
        if event.button() != 0 {
            return;
        }
        // No caret, no selection, and the article keeps the keyboard.
        event.prevent_default();
        event.stop_propagation();
        self.focus();
        self.pointer.leave_to_handle();
        let point = point_of(event);
        let line = blocks.edge_rect(span, end);
        let to_line = line.map_or(Point { x: 0.0, y: 0.0 }, |line| Point {
            x: line.left - point.x,
            // Half the way from the knob to its line: the line is met both by a drag along it at the knob's height and by
            // one that goes right onto the letters.
            y: (line.middle() - point.y) / 2.0,
        });
        let at = self.end_of(span, end);
        // Without capture the drag still works while the pointer stays on the grip.
        let _ = self.handles.grip(end).set_pointer_capture(event.pointer_id());
        self.handles.drag.set(Some(Drag {
            end,
            pointer: event.pointer_id(),
            to_line,
            at,
            has_moved: false,
        }));
        let _ = self.host.class_list().add_1("resizing");
    }

    pub(super) fn on_grip_move(&self, event: &PointerEvent) {
        let Some(drag) = self.drag_of(event) else { return };
        let (Some(span), Some(blocks)) = (self.handles.span.get(), self.blocks()) else {
            return;
        };
        let point = point_of(event);
        self.scroll_at_edge(point);
        let wanted = Point {
            x: point.x + drag.to_line.x,
            y: point.y + drag.to_line.y,
        };
        let Some(at) = self.gap_at(&blocks, wanted) else { return };
        if at == drag.at || self.span_with(span, drag.end, at).is_none() {
            return;
        }
        self.handles.drag.set(Some(Drag {
            at,
            has_moved: true,
            ..drag
        }));
        self.place_handles(&self.overlay.origin());
        self.tell(PaneEvent::ResizePreview { end: drag.end, at });
    }

    pub(super) fn on_grip_up(&self, event: &PointerEvent) {
        let Some(drag) = self.drag_of(event) else { return };
        self.end_drag();
        if drag.has_moved {
            let snapping = Snapping::from_alt(event.alt_key());
            self.tell(PaneEvent::ResizeDone {
                end: drag.end,
                at: drag.at,
                snapping,
            });
        }
    }

    /// The browser took the pointer, or Escape was pressed.
    pub(super) fn cancel_drag(&self) {
        if self.handles.is_dragging() {
            self.end_drag();
            self.place_handles(&self.overlay.origin());
            self.tell(PaneEvent::ResizeCanceled);
        }
    }

    /// Escape belongs to the drag while there is one.
    pub(super) fn on_key_anywhere(&self, event: &KeyboardEvent) {
        self.pointer.set_last(false);
        if event.key() == "Escape" && self.handles.is_dragging() {
            event.prevent_default();
            event.stop_propagation();
            self.cancel_drag();
        }
    }

    fn end_drag(&self) {
        if let Some(drag) = self.handles.drag.take() {
            // Released already where the pointer is up.
            let _ = self.handles.grip(drag.end).release_pointer_capture(drag.pointer);
            let _ = self.host.class_list().remove_1("resizing");
        }
    }

    fn drag_of(&self, event: &PointerEvent) -> Option<Drag> {
        self.handles
            .drag
            .get()
            .filter(|drag| drag.pointer == event.pointer_id())
    }

    /// Where an end is, or is being dragged to.
    fn end_of(&self, span: Span, end: End) -> ByteOffset {
        match (self.handles.drag.get(), end) {
            (Some(drag), _) if drag.end == end => drag.at,
            (_, End::Start) => span.start(),
            (_, End::End) => span.end(),
        }
    }

    fn span_with(&self, span: Span, end: End, at: ByteOffset) -> Option<Span> {
        match end {
            End::Start => Span::new(at, span.end()),
            End::End => Span::new(span.start(), at),
        }
    }

    fn scroll_at_edge(&self, point: Point) {
        let port = self.port();
        if point.y < port.top + EDGE {
            self.scroll_by(-EDGE, ScrollBehavior::Instant);
        } else if point.y > port.bottom - EDGE {
            self.scroll_by(EDGE, ScrollBehavior::Instant);
        }
    }
}
