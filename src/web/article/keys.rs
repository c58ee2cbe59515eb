//! Which key moves the caret where.

/// A step of the caret or of the selection's moving end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// As the browser moves it: direction and granularity of `Selection.modify`.
    Browser(&'static str, &'static str),
    /// To the end of the line on the screen.
    LineEnd,
    /// To the start of this line of the text, or of the one before.
    BlockUp,
    /// To the start of the next line of the text.
    BlockDown,
    PageUp,
    PageDown,
    TextStart,
    TextEnd,
}

/// The modifiers held with a key. `Shift` is not among them: it extends, whatever the step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Modifiers {
    pub ctrl: bool,
    pub alt: bool,
    pub meta: bool,
}

/// The key that selects everything.
pub(super) fn is_select_all(key: &str, held: Modifiers, is_mac: bool) -> bool {
    let primary = if is_mac {
        held.meta && !held.ctrl
    } else {
        held.ctrl && !held.meta
    };
    key.eq_ignore_ascii_case("a") && primary && !held.alt
}

/// `None` for a key that does not move the caret; it is the application's.
pub(super) fn step(key: &str, held: Modifiers, is_mac: bool) -> Option<Step> {
    use Step::{BlockDown, BlockUp, Browser, LineEnd, PageDown, PageUp, TextEnd, TextStart};
    let Modifiers { ctrl, alt, meta } = held;
    let (plain, word, line) = if is_mac {
        (!ctrl && !alt && !meta, alt && !ctrl && !meta, meta && !ctrl && !alt)
    } else {
        (!ctrl && !alt && !meta, ctrl && !alt && !meta, false)
    };
    let text_wide = if is_mac { line } else { word };
    Some(match key {
        "ArrowLeft" if plain => Browser("left", "character"),
        "ArrowRight" if plain => Browser("right", "character"),
        "ArrowUp" if plain => Browser("backward", "line"),
        "ArrowDown" if plain => Browser("forward", "line"),
        "ArrowLeft" if word => Browser("left", "word"),
        "ArrowRight" if word => Browser("right", "word"),
        "ArrowUp" if word => BlockUp,
        "ArrowDown" if word => BlockDown,
        "ArrowLeft" if line => Browser("left", "lineboundary"),
        "ArrowRight" if line => Browser("right", "lineboundary"),
        "ArrowUp" if line => TextStart,
        "ArrowDown" if line => TextEnd,
        "Home" if plain => Browser("backward", "lineboundary"),
        "End" if plain => LineEnd,
        "Home" if text_wide => TextStart,
        "End" if text_wide => TextEnd,
        "PageUp" if plain => PageUp,
        "PageDown" if plain => PageDown,
        _ => return None,
    })
}
