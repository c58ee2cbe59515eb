//! What is on the screen, and scrolling to what is not. Either the pane's host scrolls, or something around it.

use super::Pane;
use super::blocks::Blocks;
use super::geometry::Rect;
use crate::core::blocks::BlockPosition;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use std::ops::Range;
use std::rc::Rc;
use web_sys::{Element, ScrollBehavior, ScrollToOptions};

/// Painted above and below what is seen, in heights of the view, so that scrolling finds the next lines painted.
const MARGIN: f64 = 1.0;

/// A block longer than this (in UTF-16 units) is painted in part.
const LONG_BLOCK: u32 = 4_000;

/// Where a place that is scrolled to comes to lie, from the top of the view.
const READING_HEIGHT: f64 = 1.0 / 3.0;

/// The room kept between the caret and the view's edge, in pixels.
const CARET_ROOM: f64 = 24.0;

impl Pane {
    /// The part of the host that the window shows.
    pub(super) fn port(&self) -> Rect {
        let size = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(0.0);
        let window = Rect {
            left: 0.0,
            top: 0.0,
            right: size(self.window.inner_width()),
            bottom: size(self.window.inner_height()),
        };
        let scroller = Rect::from(self.scroller().get_bounding_client_rect());
        Rect::from(self.host.get_bounding_client_rect())
            .clipped(&scroller)
            .clipped(&window)
    }

    /// The part of the port that nothing lies over, such as a sheet from below; dialogs do not count, because they are
    /// gone by the time that what is behind them is read. All of the port where next to nothing would be left.
    pub(super) fn clear_port(&self) -> Rect {
        let port = self.port();
        let scroller = self.scroller();
        // What lies over the text may be several things, one beside the other.
        let mut clear = port;
        for _ in 0..3 {
            let foot = self
                .document
                .element_from_point(port.middle_x() as f32, clear.bottom as f32 - 1.0);
            let Some(cover) = foot.and_then(|at| cover_of(at, &scroller)) else {
                break;
            };
            clear.bottom = Rect::from(cover.get_bounding_client_rect()).top.min(clear.bottom - 1.0);
        }
        if clear.height() < 4.0 * CARET_ROOM { port } else { clear }
    }

    /// The part of the text's element that the window shows.
    pub(super) fn text_port(&self) -> Rect {
        Rect::from(self.root.get_bounding_client_rect()).clipped(&self.port())
    }

    /// What is seen, in whole blocks unless they are very long. `None` where the pane is not shown.
    pub(super) fn seen_window(&self, blocks: &Blocks) -> Option<Span> {
        let port = self.port();
        blocks.between(port.top, port.bottom)
    }

    /// What is to be painted: what is seen and a margin.
    pub(super) fn painted_window(&self, blocks: &Blocks) -> Option<Span> {
        let port = self.port();
        let margin = port.height() * MARGIN;
        blocks.between(port.top - margin, port.bottom + margin)
    }

    /// Has what is near the view laid out now, which the browser itself would do in the next frame only: until then no
    /// caret could be put there, and the pointer would find no character. Answers what is to be painted.
    pub(super) fn lay_out_window(&self, blocks: &Blocks) -> Option<Span> {
        // What is laid out for the first time gets its true height, which can bring other blocks near.
        for _ in 0..4 {
            let port = self.port();
            let margin = port.height() * MARGIN;
            if port.height() <= 0.0 || !blocks.lay_out(blocks.chunks_between(port.top - margin, port.bottom + margin)) {
                break;
            }
        }
        self.painted_window(blocks)
    }

    /// Brings the start of `span` to a third of the view's height, unless the whole span is in view.
    pub(super) fn scroll_to_span(self: &Rc<Self>, span: Span) {
        let Some(blocks) = self.blocks() else { return };
        let Some(start) = blocks.caret_rect(span.start()) else {
            return;
        };
        let port = self.clear_port();
        let is_seen = |rect: &Rect| rect.top >= port.top && rect.bottom <= port.bottom;
        if is_seen(&start) && blocks.caret_rect(span.end()).is_some_and(|end| is_seen(&end)) {
            return;
        }
        let by = start.top - port.top - port.height() * READING_HEIGHT;
        if by.abs() <= 1.5 * port.height() && !self.wants_less_motion() {
            self.scroll_by(by, ScrollBehavior::Smooth);
            return;
        }
        // Lines that are laid out for the first time get their true height, which moves what is below them: so look
        // again until it stays.
        for _ in 0..4 {
            let Some(start) = blocks.caret_rect(span.start()) else {
                return;
            };
            let by = start.top - port.top - port.height() * READING_HEIGHT;
            if by.abs() < 1.0 {
                break;
            }
            self.scroll_by(by, ScrollBehavior::Instant);
            self.repaint_what_came_into_view();
        }
        self.aim.set(Some(span.start()));
        self.schedule_frame();
    }

    /// Has the line begin so far below the top of the view. Looks again until it stays, because lines that are laid out for
    /// the first time get their true height.
    pub(super) fn scroll_to_line(&self, line: usize, below: f64) {
        let Some(blocks) = self.blocks().filter(|blocks| line < blocks.table.len()) else {
            return;
        };
        for _ in 0..4 {
            let top = Rect::from(self.scroller().get_bounding_client_rect()).top;
            let Some(element) = blocks.element(line) else { return };
            let by = element.get_bounding_client_rect().top() - top - below;
            if by.abs() < 1.0 {
                return;
            }
            self.scroll_by(by, ScrollBehavior::Instant);
            self.repaint_what_came_into_view();
        }
    }

    pub(super) fn height_of(&self, at: ByteOffset) -> Option<f64> {
        let rect = self.blocks()?.caret_rect(at)?;
        Some(rect.top - Rect::from(self.scroller().get_bounding_client_rect()).top)
    }

    /// Looks again until it stays, as [`Self::scroll_to_line`].
    pub(super) fn scroll_to_height(&self, at: ByteOffset, below: f64) {
        for _ in 0..4 {
            let by = self.height_of(at).map_or(0.0, |height| height - below);
            if by.abs() < 1.0 {
                return;
            }
            self.scroll_by(by, ScrollBehavior::Instant);
            self.repaint_what_came_into_view();
        }
    }

    /// After a far jump the frame has laid out what came into view; corrects the place once more.
    pub(super) fn correct_aim(&self) {
        let (Some(at), Some(blocks)) = (self.aim.take(), self.blocks()) else {
            return;
        };
        let port = self.clear_port();
        if let Some(rect) = blocks.caret_rect(at) {
            self.scroll_by(
                rect.top - port.top - port.height() * READING_HEIGHT,
                ScrollBehavior::Instant,
            );
        }
    }

    /// Scrolls as little as brings `rect` into view.
    pub(super) fn keep_in_view(&self, rect: &Rect) {
        let port = self.clear_port();
        let room = CARET_ROOM.min(port.height() / 4.0);
        let above = rect.top - room - port.top;
        let below = rect.bottom + room - port.bottom;
        if above < 0.0 {
            self.scroll_by(above, ScrollBehavior::Instant);
        } else if below > 0.0 {
            self.scroll_by(below, ScrollBehavior::Instant);
        }
    }

    pub(super) fn scroll_to_top(&self) {
        let top = self.root.get_bounding_client_rect().top() - self.port().top;
        if top < 0.0 {
            self.scroll_by(top, ScrollBehavior::Instant);
        }
    }

    pub(super) fn scroll_by(&self, by: f64, behavior: ScrollBehavior) {
        let options = ScrollToOptions::new();
        options.set_top(by);
        options.set_behavior(behavior);
        self.scroller().scroll_by_with_scroll_to_options(&options);
    }

    /// The nearest element that scrolls the text: the host, something around it, or the page. Looked for once, because
    /// asking for styles makes the browser compute them.
    fn scroller(&self) -> Element {
        let known = self.scroller.borrow().clone();
        known.unwrap_or_else(|| {
            let found = self.find_scroller();
            self.scroller.replace(Some(found.clone()));
            found
        })
    }

    /// The window has another size, so that something else may scroll.
    pub(super) fn forget_scroller(&self) {
        self.scroller.take();
    }

    fn find_scroller(&self) -> Element {
        let mut candidate = Some(Element::from(self.host.clone()));
        while let Some(element) = candidate {
            let style = self.window.get_computed_style(&element).ok().flatten();
            let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
            if overflow.is_some_and(|overflow| overflow == "auto" || overflow == "scroll") {
                return element;
            }
            candidate = element.parent_element();
        }
        let page = self.document.scrolling_element();
        page.unwrap_or_else(|| self.host.clone().into())
    }

    fn wants_less_motion(&self) -> bool {
        let query = self.window.match_media("(prefers-reduced-motion: reduce)");
        query.ok().flatten().is_some_and(|query| query.matches())
    }
}

/// The outermost element around `at` that is neither in the scroller nor around it.
fn cover_of(at: Element, scroller: &Element) -> Option<Element> {
    let is_apart = |element: &Element| !element.contains(Some(scroller)) && !scroller.contains(Some(element));
    let in_dialog = at.closest("dialog").ok().flatten().is_some();
    let mut cover = Some(at).filter(|at| !in_dialog && is_apart(at))?;
    while let Some(around) = cover.parent_element().filter(is_apart) {
        cover = around;
    }
    Some(cover)
}

impl Blocks {
    /// The text between two heights of the screen.
    fn between(&self, top: f64, bottom: f64) -> Option<Span> {
        if bottom <= top {
            return None;
        }
        let blocks = self.blocks_between(top, bottom);
        let span = self.span(blocks.clone())?;
        let start = self.offset_at_height(blocks.start, top).unwrap_or(span.start());
        let end = self.offset_at_height(blocks.end - 1, bottom).unwrap_or(span.end());
        Span::new(start, end)
    }

    /// Never empty.
    fn chunks_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let edges = |chunk| Rect::from(self.chunks.element(chunk).get_bounding_client_rect());
        between(0..self.chunks.len(), edges, top, bottom)
    }

    /// Never empty. Looks into the first and the last chunk only, since looking has them laid out.
    fn blocks_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let chunks = self.chunks_between(top, bottom);
        let edges = |block: usize| {
            self.element(block)
                .map_or(Rect::EMPTY, |element| element.get_bounding_client_rect().into())
        };
        let first = between(self.chunks.blocks(chunks.start), edges, top, bottom);
        let last = between(self.chunks.blocks(chunks.end - 1), edges, top, bottom);
        first.start..last.end
    }

    /// Where in a long block the line at this height starts; `None` for short blocks, which are taken whole.
    fn offset_at_height(&self, block: usize, height: f64) -> Option<ByteOffset> {
        let (start, end) = self.table.utf16(block);
        let len = end.0 - start.0;
        if len <= LONG_BLOCK {
            return None;
        }
        let at = |within| self.table.byte_at(BlockPosition { block, within }, &self.text);
        // Lines go down the page in any direction of writing.
        let passed = partition(len as usize, |within| {
            self.caret_rect(at(within as u32))
                .is_some_and(|rect| rect.bottom <= height)
        });
        Some(at(passed as u32))
    }
}

/// Which of these things one below the other reach between two heights; never empty.
fn between(all: Range<usize>, edges: impl Fn(usize) -> Rect, top: f64, bottom: f64) -> Range<usize> {
    let from = all.start;
    let first = from + partition(all.len(), |i| edges(from + i).bottom <= top);
    let after = from + partition(all.len(), |i| edges(from + i).top < bottom);
    let first = first.min(all.end - 1);
    first..after.max(first + 1)
}

/// The first index that does not fulfill a condition which holds up to some index and no further.
fn partition(len: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
