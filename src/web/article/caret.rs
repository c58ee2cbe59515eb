//! A visible caret in text that cannot be edited, moved by the keyboard as in a text editor.

use super::Pane;
use super::blocks::Blocks;
use super::event::Via;
use super::geometry::{Point, Rect};
use super::keys::{Modifiers, Step, is_select_all, step};
use super::overlay::{Overlay, place, set_style};
use super::selection::Reading;
use crate::core::offset::ByteOffset;
use crate::web::css_length::px;
use std::cmp::Ordering;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, ScrollBehavior};

/// The caret's element.
#[derive(Debug)]
pub(super) struct Caret {
    element: HtmlElement,
}

impl Caret {
    pub fn new(overlay: &Overlay) -> Result<Self, JsValue> {
        Ok(Self {
            element: overlay.add("article-caret")?,
        })
    }
}

impl Pane {
    /// Shows the caret where the selection is collapsed and the keyboard is here; hides it otherwise.
    pub(super) fn draw_caret(&self) {
        let element = &self.caret.element;
        let at = self
            .selection
            .last()
            .filter(|reading| reading.span().is_none() && self.has_focus());
        let rect = at
            .zip(self.blocks())
            .and_then(|(reading, blocks)| blocks.caret_rect(reading.focus));
        element.set_hidden(rect.is_none());
        if let Some(rect) = rect {
            place(element, &rect, &self.overlay.origin());
            set_style(element, "height", &px(rect.height()));
            self.restart_blinking();
        }
    }

    /// Moves it with the text when lines above got another height; it goes on blinking as it was.
    pub(super) fn follow_text_with_caret(&self, origin: &Rect) {
        let element = &self.caret.element;
        if element.hidden() {
            return;
        }
        let at = self.selection.last().zip(self.blocks());
        if let Some(rect) = at.and_then(|(reading, blocks)| blocks.caret_rect(reading.focus)) {
            place(element, &rect, origin);
        }
    }

    /// Moves or extends if the key is one that does; every other key is left alone.
    pub(super) fn on_key(self: &Rc<Self>, event: &KeyboardEvent) {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let held = Modifiers {
            ctrl: event.ctrl_key(),
            alt: event.alt_key(),
            meta: event.meta_key(),
        };
        if is_select_all(&event.key(), held, self.is_mac) && !event.shift_key() {
            event.prevent_default();
            return self.select_all();
        }
        let Some(step) = step(&event.key(), held, self.is_mac) else {
            return;
        };
        event.prevent_default();
        self.selection.set_via(Via::Keyboard);
        let how = if event.shift_key() { How::Extend } else { How::Move };
        self.take_step(step, how);
    }

    /// The keyboard came here: what was selected here before is selected again, or there is a caret in what is seen.
    pub(super) fn restore_selection(&self) {
        let Some(blocks) = self.blocks() else { return };
        if let Some(awaited) = self.selection.take_awaited() {
            return self.set_native_selection(&blocks, awaited);
        }
        if self.read_selection(&blocks).is_some() {
            return;
        }
        let first_seen = || self.seen_window(&blocks).map_or(ByteOffset::ZERO, |seen| seen.start());
        let reading = self.selection.last().unwrap_or_else(|| Reading::caret(first_seen()));
        self.set_native_selection(&blocks, reading);
    }

    pub(super) fn has_focus(&self) -> bool {
        self.document
            .active_element()
            .is_some_and(|active| active.is_same_node(Some(&self.host)))
    }

    /// The text alone: the browser would select the whole page.
    fn select_all(self: &Rc<Self>) {
        let Some(blocks) = self.blocks() else { return };
        self.selection.set_via(Via::Keyboard);
        self.put(&blocks, ByteOffset::ZERO, How::Move);
        self.put(&blocks, blocks.text.end(), How::Extend);
        self.sync_selection();
    }

    fn take_step(self: &Rc<Self>, step: Step, how: How) {
        let Some(blocks) = self.blocks() else { return };
        self.restore_selection();
        let Some(before) = self.selection.last() else { return };
        match step {
            Step::Browser(direction, granularity) => self.modify(&blocks, before, how, direction, granularity),
            Step::LineEnd => self.to_line_end(&blocks, how),
            Step::BlockUp => {
                let block = blocks.table.block_at(before.focus);
                let start = |block| {
                    blocks
                        .span(block..block + 1)
                        .map_or(ByteOffset::ZERO, |span| span.start())
                };
                let at = if start(block) < before.focus {
                    start(block)
                } else {
                    start(block.saturating_sub(1))
                };
                self.put(&blocks, at, how);
            }
            Step::BlockDown => {
                let block = blocks.table.block_at(before.focus);
                self.put(
                    &blocks,
                    blocks.span(block..block + 1).map_or(before.focus, |span| span.end()),
                    how,
                );
            }
            Step::PageUp => self.page(&blocks, before, how, -1.0),
            Step::PageDown => self.page(&blocks, before, how, 1.0),
            Step::TextStart => self.put(&blocks, ByteOffset::ZERO, how),
            Step::TextEnd => self.put(&blocks, blocks.text.end(), how),
        }
        self.sync_selection();
        if how == How::Extend && self.selection.last() != Some(before) {
            self.extended_by_key();
        }
        if let Some(rect) = self
            .selection
            .last()
            .and_then(|reading| blocks.caret_rect(reading.focus))
        {
            self.keep_in_view(&rect);
            self.draw_caret();
        }
    }

    fn modify(&self, blocks: &Blocks, before: Reading, how: How, direction: &str, granularity: &str) {
        // A second step is needed where the first stays inside a line end, which is one place in the text.
        for _ in 0..2 {
            self.modify_inside(blocks, how, direction, granularity);
            if self.read_selection(blocks) != Some(before) {
                return;
            }
        }
    }

    /// Browsers let the caret leave the element that has the keyboard; here it stays at the text's end.
    fn modify_inside(&self, blocks: &Blocks, how: How, direction: &str, granularity: &str) {
        let Some(selection) = self.native_selection() else {
            return;
        };
        // Every browser that the pane runs in knows these words.
        let _ = selection.modify(how.word(), direction, granularity);
        let end = selection
            .focus_node()
            .map(|node| blocks.offset_at(&node, selection.focus_offset()));
        match end {
            Some(Err(Ordering::Less)) => self.put(blocks, ByteOffset::ZERO, how),
            Some(Err(_)) => self.put(blocks, blocks.text.end(), how),
            Some(Ok(_)) | None => {}
        }
    }

    /// At a soft line break the place after the last space is also the start of the next line, where the caret would
    /// be drawn: so it goes before that space.
    fn to_line_end(&self, blocks: &Blocks, how: How) {
        let line = |pane: &Self| {
            pane.read_selection(blocks)
                .and_then(|reading| blocks.caret_rect(reading.focus))
        };
        let before = line(self);
        self.modify_inside(blocks, how, "forward", "lineboundary");
        if let (Some(before), Some(after)) = (before, line(self))
            && after.top >= before.bottom
        {
            self.modify_inside(blocks, how, "backward", "character");
        }
    }

    /// Scrolls by a view's height less a line, and keeps the caret at its place on the screen.
    fn page(&self, blocks: &Blocks, before: Reading, how: How, direction: f64) {
        let Some(rect) = blocks.caret_rect(before.focus) else {
            return;
        };
        let port = self.port();
        let page = (port.height() - 2.0 * rect.height()).max(rect.height());
        self.scroll_by(direction * page, ScrollBehavior::Instant);
        self.repaint_what_came_into_view();
        let moved = blocks.caret_rect(before.focus).map_or(0.0, |now| rect.top - now.top);
        if moved.abs() < 1.0 {
            let end = if direction < 0.0 {
                ByteOffset::ZERO
            } else {
                blocks.text.end()
            };
            self.put(blocks, end, how);
            return;
        }
        let spot = self.text_port().nearest(Point {
            x: rect.left,
            y: rect.middle(),
        });
        if let Some(at) = self.gap_at(blocks, spot) {
            self.put(blocks, at, how);
        }
    }

    /// Sets the browser's selection; that it has changed is still to be told.
    fn put(&self, blocks: &Blocks, at: ByteOffset, how: How) {
        let Some(selection) = self.native_selection() else {
            return;
        };
        let (node, offset) = blocks.place(at);
        // Refused only for nodes that have left the page.
        let _ = match how {
            How::Move => selection.collapse_with_offset(Some(&node), offset),
            How::Extend => selection.extend_with_offset(&node, offset),
        };
    }

    /// So that it is seen at once after each move.
    fn restart_blinking(&self) {
        let element = &self.caret.element;
        let _ = element.class_list().toggle("second-beat");
    }
}

/// Whether a step moves the caret or the selection's end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum How {
    Move,
    Extend,
}

impl How {
    /// As `Selection.modify` calls it.
    fn word(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Extend => "extend",
        }
    }
}
