//! The browser's own selection, read and set in offsets of the text.

use super::Pane;
use super::blocks::Blocks;
use super::event::{PaneEvent, Series, Snapping, Via};
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::Selection;

/// How long a selection by touch must stay as it is, with no finger on the screen, before it counts as made. While its
/// handles are being dragged the page is told of no finger, so there is nothing but time to go by.
const REST_MS: u32 = 300;

/// Both ends of the selection; equal for a caret.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reading {
    pub anchor: ByteOffset,
    pub focus: ByteOffset,
}

impl Reading {
    pub fn caret(at: ByteOffset) -> Self {
        Self { anchor: at, focus: at }
    }

    /// `None` for a caret.
    pub fn span(self) -> Option<Span> {
        Span::from_ends(self.anchor, self.focus)
    }
}

/// What is known of the selection since it was last looked at.
#[derive(Debug)]
pub(super) struct SelectionState {
    /// The last one that lay in the text; stays while the browser's selection is elsewhere.
    last: Cell<Option<Reading>>,
    /// Set while a text field had the keyboard: the browser's selection follows when the keyboard comes here.
    awaited: Cell<Option<Reading>>,
    via: Cell<Via>,
    /// Extended by keys, and Shift not released since.
    is_unsettled: Cell<bool>,
    n_fingers: Cell<i32>,
    rest: RefCell<Option<Timeout>>,
}

impl Default for SelectionState {
    fn default() -> Self {
        Self {
            last: Cell::new(None),
            awaited: Cell::new(None),
            via: Cell::new(Via::Mouse),
            is_unsettled: Cell::new(false),
            n_fingers: Cell::new(0),
            rest: RefCell::default(),
        }
    }
}

impl SelectionState {
    pub fn last(&self) -> Option<Reading> {
        self.last.get()
    }

    pub fn take_awaited(&self) -> Option<Reading> {
        self.awaited.take()
    }

    pub fn set_via(&self, via: Via) {
        self.via.set(via);
    }
}

impl Pane {
    /// The browser's selection if it touches the text; an end outside the text is moved to the text's end there.
    pub(super) fn read_selection(&self, blocks: &Blocks) -> Option<Reading> {
        let selection = self.native_selection()?;
        let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
        let (anchor_offset, focus_offset) = (selection.anchor_offset(), selection.focus_offset());
        let ends = (
            blocks.offset_at(&anchor, anchor_offset),
            blocks.offset_at(&focus, focus_offset),
        );
        if let (Err(anchor), Err(focus)) = ends
            && anchor == focus
        {
            return None;
        }
        Some(Reading {
            anchor: blocks.clamped_offset_at(&anchor, anchor_offset),
            focus: blocks.clamped_offset_at(&focus, focus_offset),
        })
    }

    /// Tells what has changed since the last look; selections that the pane itself made are known already.
    pub(super) fn sync_selection(self: &Rc<Self>) {
        let Some(blocks) = self.blocks() else { return };
        // Firefox keeps a selection here beside that of a field; it is not meant any more.
        let is_awaited = self.selection.awaited.get().is_some() && self.is_typed_elsewhere();
        let Some(now) = self.read_selection(&blocks).filter(|_| !is_awaited) else {
            // Somewhere else in the page: what was selected here is still meant.
            self.draw_caret();
            return;
        };
        self.selection.awaited.take();
        let before = self.remember(&blocks, Some(now));
        if self.selection.via.get() == Via::Touch && now.span().is_some() {
            self.settle_after_rest();
        }
        if before == Some(now) {
            return;
        }
        self.draw_caret();
        let was_selected = before.is_some_and(|before| before.span().is_some());
        if now.span().is_some() {
            let Reading { anchor, focus } = now;
            self.tell(PaneEvent::Selected {
                anchor,
                focus,
                via: self.selection.via.get(),
            });
        } else {
            if was_selected {
                self.tell(PaneEvent::Unselected);
            }
            self.tell(PaneEvent::CaretMoved { at: now.focus });
        }
    }

    /// Tells where the caret is, if there is one: the keyboard has come to it.
    pub(super) fn tell_caret(&self) {
        if let Some(reading) = self.selection.last.get().filter(|reading| reading.span().is_none()) {
            self.tell(PaneEvent::CaretMoved { at: reading.focus });
        }
    }

    /// Tells that the selection is made, if there is one.
    pub(super) fn settle(&self, snapping: Snapping, series: Series) -> bool {
        self.selection.is_unsettled.set(false);
        let raw = self.selection.last.get().and_then(Reading::span);
        if let Some(raw) = raw {
            self.tell(PaneEvent::SelectionSettled {
                raw,
                snapping,
                via: self.selection.via.get(),
                series,
            });
        }
        raw.is_some()
    }

    /// A key has extended the selection; it is made when Shift is released.
    pub(super) fn extended_by_key(&self) {
        self.selection.is_unsettled.set(true);
    }

    /// Shift was released, or the keyboard went elsewhere.
    pub(super) fn settle_extended(&self) {
        if self.selection.is_unsettled.get() {
            self.settle(Snapping::AsSet, Series::First);
        }
    }

    /// Fingers were put down or taken up.
    pub(super) fn count_fingers(self: &Rc<Self>, now: i32) {
        self.selection.n_fingers.set(now);
        if now == 0 && self.selection.via.get() == Via::Touch && self.selection.rest.take().is_some() {
            self.settle_after_rest();
        }
    }

    /// Selects without telling of it: at once, or where somebody types in a field, when the keyboard comes here. In
    /// Chromium the field's caret is the browser's selection, and nothing more could be typed.
    pub(super) fn place_selection(&self, reading: Reading) {
        let Some(blocks) = self.blocks() else { return };
        if self.is_typed_elsewhere() {
            self.remember(&blocks, Some(reading));
            self.selection.awaited.set(Some(reading));
        } else {
            self.set_native_selection(&blocks, reading);
        }
        self.draw_caret();
    }

    fn is_typed_elsewhere(&self) -> bool {
        let active = self.document.active_element();
        active.is_some_and(|active| matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA"))
    }

    /// Sets the browser's selection without telling of it.
    pub(super) fn set_native_selection(&self, blocks: &Blocks, reading: Reading) {
        let Some(selection) = self.native_selection() else {
            return;
        };
        let (anchor, anchor_offset) = blocks.place(reading.anchor);
        let (focus, focus_offset) = match reading.span() {
            Some(_) if reading.focus > reading.anchor => blocks.place_end(reading.focus),
            _ => blocks.place(reading.focus),
        };
        self.selection.awaited.take();
        // Refused only for nodes that have left the page, and then nothing can be selected.
        let _ = selection.set_base_and_extent(&anchor, anchor_offset, &focus, focus_offset);
        self.remember(blocks, self.read_selection(blocks));
        self.selection.is_unsettled.set(false);
    }

    /// The text is another: nothing is known.
    pub(super) fn forget_selection(&self) {
        self.selection.last.set(None);
        self.selection.awaited.take();
        self.selection.is_unsettled.set(false);
        self.selection.rest.take();
    }

    pub(super) fn native_selection(&self) -> Option<Selection> {
        self.document.get_selection().ok().flatten()
    }

    /// Chromium loses an end of the selection that is not laid out: a drag or Shift would go on from elsewhere.
    fn remember(&self, blocks: &Blocks, now: Option<Reading>) -> Option<Reading> {
        let ends = now.into_iter().flat_map(|now| [now.anchor, now.focus]);
        blocks.hold(ends.map(|at| blocks.table.block_at(at)));
        self.selection.last.replace(now)
    }

    fn settle_after_rest(self: &Rc<Self>) {
        let pane: Weak<Self> = Rc::downgrade(self);
        let rest = Timeout::new(REST_MS, move || {
            let Some(pane) = pane.upgrade() else { return };
            if pane.selection.n_fingers.get() == 0 {
                pane.selection.rest.take();
                pane.settle(Snapping::AsSet, Series::First);
            }
        });
        self.selection.rest.replace(Some(rest));
    }
}
