//! Mouse, pen and finger: selecting, clicking on a character, hovering over one.

use super::Pane;
use super::blocks::Blocks;
use super::event::{PaneEvent, Series, Snapping, Via};
use super::geometry::Point;
use super::painter::cut;
use super::selection::Reading;
use crate::core::offset::ByteOffset;
use crate::core::segment::whole_graphemes;
use crate::core::span::Span;
use crate::web::browser_segmenter::BrowserSegmenter;
use crate::web::js::caret_position::caret_position;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, Node, PointerEvent, ScrollBehavior};

/// How far above or below its letters a character is still hit, in pixels: its underlines lie there.
const SLACK: f64 = 3.0;

/// How far around the nearest gap the character under the pointer is looked for, in bytes.
const REACH: usize = 500;

/// The fastest that a selection scrolls beyond the view, in pixels per frame.
const MOST_SCROLL: f64 = 24.0;

/// What is going on with the pointer.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    /// Between pointer down and pointer up.
    press: Cell<Option<Press>>,
    /// Where the pointer is that selects, while it is outside the view.
    strayed: Cell<Option<Point>>,
    /// Where the text's top was when this was last looked at.
    stray_top: Cell<f64>,
    /// Whether the last thing used was a pointer on the pane, rather than a key or a pointer elsewhere.
    was_last: Cell<bool>,
    /// Whether the last press made a selection, so that the click that follows is none.
    made_selection: Cell<bool>,
    /// Which click of a series at one place the last one was, counted from 1.
    clicks: Cell<i32>,
    /// Where the mouse is, if that has not been looked at yet.
    hover: Cell<Option<Point>>,
    /// The character told of last.
    hovered: Cell<Option<ByteOffset>>,
}

/// A pointer that is down.
#[derive(Clone, Copy, Debug)]
struct Press {
    /// The selection that was there before and is still there.
    before: Option<Reading>,
    /// Whether it went down in the text.
    is_inside: bool,
}

impl Pointer {
    pub fn is_down(&self) -> bool {
        self.press.get().is_some()
    }

    pub fn was_last(&self) -> bool {
        self.was_last.get()
    }

    pub fn set_last(&self, was_last: bool) {
        self.was_last.set(was_last);
    }

    /// The press is a handle's: it neither selects nor clicks.
    pub fn leave_to_handle(&self) {
        self.press.take();
        self.made_selection.set(true);
    }

    /// The mouse is over the text; looked at in the next frame.
    pub fn set_hover(&self, point: Point) {
        self.hover.set(Some(point));
    }
}

impl Pane {
    /// A pointer went down anywhere in the page: a selection can begin outside the text.
    pub(super) fn on_pointer_down(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let is_inside = self.is_in_text(event.target().as_ref().and_then(|target| target.dyn_ref::<Node>()));
        self.pointer.set_last(is_inside);
        self.selection.set_via(if event.pointer_type() == "touch" {
            Via::Touch
        } else {
            Via::Mouse
        });
        let before = self.selection.last().filter(|_| !is_inside || event.shift_key());
        self.pointer.press.set(Some(Press { before, is_inside }));
        self.pointer.made_selection.set(false);
        // The mouse event that follows counts.
        self.pointer.clicks.set(0);
        if is_inside {
            self.hold_selection_inside(true);
        }
    }

    /// Before the browser puts the caret: a drag that begins inside a selection is to select, not to move text.
    pub(super) fn on_mouse_down(&self, event: &MouseEvent) {
        self.pointer.clicks.set(event.detail());
        let is_first = event.button() == 0 && event.detail() <= 1 && !event.shift_key();
        if is_first
            && let Some(selection) = self.native_selection()
            && !selection.is_collapsed()
        {
            let _ = selection.collapse_to_start();
        }
    }

    /// The pointer went up anywhere: a drag may end outside the text.
    pub(super) fn on_pointer_up(self: &Rc<Self>, event: &PointerEvent) {
        let Some(press) = self.pointer.press.take() else { return };
        self.extend_to_stray();
        self.pointer.strayed.take();
        self.hold_selection_inside(false);
        if event.pointer_type() == "touch" {
            return;
        }
        self.sync_selection();
        let now = self.blocks().and_then(|blocks| self.read_selection(&blocks));
        if now.is_some_and(|now| now.span().is_some()) && now != press.before {
            self.pointer.made_selection.set(true);
            let series = if self.pointer.clicks.get() > 2 {
                Series::Further
            } else {
                Series::First
            };
            self.settle(Snapping::from_alt(event.alt_key()), series);
        }
    }

    /// The browser took the pointer for itself, as for scrolling.
    pub(super) fn on_pointer_cancel(&self) {
        self.pointer.press.take();
        self.hold_selection_inside(false);
    }

    pub(super) fn on_click(self: &Rc<Self>, event: &MouseEvent) {
        if self.pointer.made_selection.take() {
            return;
        }
        self.sync_selection();
        let Some(blocks) = self.blocks() else { return };
        if self.read_selection(&blocks).is_some_and(|now| now.span().is_some()) {
            return;
        }
        let point = point_of(event);
        self.tell(match self.character_at(&blocks, point) {
            Some(at) => PaneEvent::Clicked { at, point },
            None => PaneEvent::ClickedEmpty,
        });
    }

    /// A selection that is being dragged is followed beyond the view, where browsers would take the text's very end.
    pub(super) fn on_pointer_move_anywhere(self: &Rc<Self>, event: &PointerEvent) {
        let is_selecting = self.pointer.press.get().is_some_and(|press| press.is_inside);
        if !is_selecting || event.pointer_type() == "touch" {
            return;
        }
        let point = point_of(event);
        let is_inside = self.port().contains(point, 0.0);
        self.pointer.strayed.set(Some(point).filter(|_| !is_inside));
        if !is_inside {
            self.schedule_frame();
        }
    }

    /// Goes on scrolling toward a pointer above or below the view, unless the browser does.
    pub(super) fn follow_stray(self: &Rc<Self>) {
        let Some(point) = self.pointer.strayed.get() else {
            return;
        };
        let port = self.port();
        let beyond = (point.y - port.top).min(0.0) + (point.y - port.bottom).max(0.0);
        if beyond != 0.0 {
            let top = self.root.get_bounding_client_rect().top();
            if self.pointer.stray_top.replace(top) == top {
                self.scroll_by(beyond.clamp(-MOST_SCROLL, MOST_SCROLL), ScrollBehavior::Instant);
                self.pointer.stray_top.set(self.root.get_bounding_client_rect().top());
            }
            self.schedule_frame();
        }
        self.extend_to_stray();
    }

    /// Moves the selection's end to the place in view that is nearest to the pointer. In the frame, after the browser
    /// has moved it and before that is seen.
    fn extend_to_stray(&self) {
        let (Some(point), Some(blocks)) = (self.pointer.strayed.get(), self.blocks()) else {
            return;
        };
        let at = self.gap_at(&blocks, self.text_port().nearest(point));
        if let (Some(at), Some(selection)) = (at, self.native_selection()) {
            let (node, offset) = blocks.place(at);
            // Refused only for nodes that have left the page.
            let _ = selection.extend_with_offset(&node, offset);
        }
    }

    pub(super) fn on_pointer_move(self: &Rc<Self>, event: &PointerEvent) {
        if event.pointer_type() != "touch" && event.buttons() == 0 {
            self.pointer.set_hover(point_of(event));
            if !self.is_scrolling() {
                self.schedule_frame();
            }
        }
    }

    pub(super) fn on_pointer_leave(&self) {
        self.pointer.hover.take();
        if self.pointer.hovered.take().is_some() {
            self.tell(PaneEvent::Hovered {
                at: None,
                point: Point { x: 0.0, y: 0.0 },
            });
        }
    }

    /// One hit test per frame.
    pub(super) fn look_under_mouse(&self) {
        let (Some(point), Some(blocks)) = (self.pointer.hover.take(), self.blocks()) else {
            return;
        };
        let at = if self.pointer.is_down() {
            None
        } else {
            self.character_at(&blocks, point)
        };
        if self.pointer.hovered.replace(at) != at {
            self.tell(PaneEvent::Hovered { at, point });
        }
    }

    /// The text was replaced.
    pub(super) fn forget_pointer(&self) {
        self.pointer.press.take();
        self.pointer.hover.take();
        self.pointer.hovered.take();
    }

    /// The gap between characters that is nearest to the point.
    pub(super) fn gap_at(&self, blocks: &Blocks, point: Point) -> Option<ByteOffset> {
        let (node, offset) = caret_position(&self.document, point.x, point.y)?;
        blocks.offset_at(&node, offset).ok()
    }

    /// The start of the character whose letters lie under the point. Where directions of writing meet, the nearest gap
    /// need not be beside that character, so it is searched for around the gap, by halves.
    pub(super) fn character_at(&self, blocks: &Blocks, point: Point) -> Option<ByteOffset> {
        let gap = self.gap_at(blocks, point)?;
        let text = blocks.text.as_str();
        let line = blocks.table.span(blocks.table.block_at(gap))?;
        let is_hit = |span: &Span| blocks.rects(*span).iter().any(|rect| rect.contains(point, SLACK));
        let from = text.floor_char_boundary(gap.index().saturating_sub(REACH));
        let to = text.ceil_char_boundary(gap.index() + REACH);
        let mut found = cut(span_of(from, to)?, line).filter(is_hit)?;
        while let Some(middle) = inner_boundary(found, text) {
            let first = span_of(found.start().index(), middle)?;
            found = if is_hit(&first) {
                first
            } else {
                span_of(middle, found.end().index())?
            };
        }
        Some(whole_graphemes(found, text, &BrowserSegmenter)?.start())
    }

    /// While a selection is being dragged nothing outside can be selected, or else it would reach to the text's end as
    /// soon as the pointer leaves the pane.
    fn hold_selection_inside(&self, held: bool) {
        if let Some(page) = self.document.document_element() {
            let _ = page.class_list().toggle_with_force("article-is-pressed", held);
        }
    }

    fn is_in_text(&self, node: Option<&Node>) -> bool {
        node.is_some_and(|node| self.host.contains(Some(node)))
    }
}

pub(super) fn point_of(event: &MouseEvent) -> Point {
    Point {
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
    }
}

fn span_of(start: usize, end: usize) -> Option<Span> {
    Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end))
}

/// The boundary between characters that is nearest to the middle; `None` in a single character.
fn inner_boundary(span: Span, text: &str) -> Option<usize> {
    let middle = span.start().index() + span.len() / 2;
    [text.floor_char_boundary(middle), text.ceil_char_boundary(middle)]
        .into_iter()
        .find(|at| span.start().index() < *at && *at < span.end().index())
}
