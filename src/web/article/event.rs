//! What the pane tells: plain data, in the text's own units.

use super::geometry::Point;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;

/// Something the person did in the pane. What a method of the pane was asked to do is not told back.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PaneEvent {
    /// The selection covers something else now; many of these come while it is being made.
    Selected {
        /// Where it began; may lie after `focus`.
        anchor: ByteOffset,
        /// The end that moves.
        focus: ByteOffset,
        /// How it is being made.
        via: Via,
    },
    /// A selection is made: the pointer is up, Shift is released, or a selection by touch has rested. Where a label is
    /// kept chosen, this is the moment for it.
    SelectionSettled {
        /// As selected, not snapped.
        raw: Span,
        /// Whether the person asked for exactly these ends.
        snapping: Snapping,
        /// How it was made.
        via: Via,
        /// Whether it takes the place of another.
        series: Series,
    },
    /// There was a selection in the text, and now there is a caret. Selecting or focusing elsewhere does not end it.
    Unselected,
    /// The caret stands somewhere else.
    CaretMoved {
        /// Between two characters.
        at: ByteOffset,
    },
    /// A click or tap on a character that selected nothing.
    Clicked {
        /// The start of the character (grapheme cluster).
        at: ByteOffset,
        /// Where the pointer was.
        point: Point,
    },
    /// A click or tap beside the text that selected nothing.
    ClickedEmpty,
    /// The mouse lies over another character, or over none.
    Hovered {
        /// The start of the character (grapheme cluster).
        at: Option<ByteOffset>,
        /// Where the pointer is.
        point: Point,
    },
    /// A handle is being dragged.
    ResizePreview {
        /// Which one.
        end: End,
        /// Where it would be put; never at or beyond the other end.
        at: ByteOffset,
    },
    /// A handle was let go.
    ResizeDone {
        /// Which one.
        end: End,
        /// Where it was put; never at or beyond the other end.
        at: ByteOffset,
        /// Whether the person asked for exactly this place.
        snapping: Snapping,
    },
    /// A drag of a handle was given up.
    ResizeCanceled,
    /// The text lies elsewhere on the screen; at most once per frame. What is placed by `rect_of` is to be placed anew.
    Scrolled,
}

/// Where a selection stands in a series of clicks at one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Series {
    /// It is the first, or was made otherwise.
    First,
    /// It takes the place of the one that the click before made: the paragraph that of the word.
    Further,
}

/// How a selection is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Via {
    /// Mouse or pen.
    Mouse,
    /// Finger.
    Touch,
    /// Keys.
    Keyboard,
}

/// Whether ends go to word edges.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Snapping {
    /// As the settings say.
    AsSet,
    /// Not this time: Alt was held.
    Off,
}

impl Snapping {
    pub(super) fn from_alt(held: bool) -> Self {
        if held { Self::Off } else { Self::AsSet }
    }
}

/// One end of a span.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Before its first character.
    Start,
    /// After its last character.
    End,
}
