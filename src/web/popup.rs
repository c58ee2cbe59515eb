//! Small panels above the page (the Popover API: Chromium 114, Firefox 125, Safari 17): where they lie, and closing.

use std::fmt::Write as _;
use web_sys::{Element, HtmlElement};

/// The `style` that puts a panel below `anchor`, or above it in the lower half of the window, flush with the side that
/// is nearer to the window's edge; no higher than the room there.
pub fn style_beside(anchor: &Element) -> String {
    let Some((width, height)) = window_size() else {
        return String::new();
    };
    let rect = anchor.get_bounding_client_rect();
    let mut style = String::from("inset: auto; margin: 0; ");
    let side = match rect.left() + rect.right() > width {
        true => write!(style, "right: {}px; ", (width - rect.right()).max(4.0)),
        false => write!(style, "left: {}px; ", rect.left().max(4.0)),
    };
    let end = match rect.top() + rect.bottom() > height {
        true => write!(
            style,
            "bottom: {}px; max-height: {}px",
            height - rect.top() + 4.0,
            rect.top() - 8.0
        ),
        false => write!(
            style,
            "top: {}px; max-height: {}px",
            rect.bottom() + 4.0,
            height - rect.bottom() - 8.0
        ),
    };
    // Writing to a string cannot fail.
    let (Ok(()), Ok(())) = (side, end) else {
        return String::new();
    };
    style
}

/// Whether it is shown.
pub fn is_open(panel: &Element) -> bool {
    panel.matches(":popover-open").unwrap_or(false)
}

/// As a click on the button that opens it.
pub fn press(button: &HtmlElement) {
    button.click();
}

/// Hides it; the browser gives the focus back to what had it before.
pub fn close(panel: &HtmlElement) {
    // Fails only where the panel is hidden already.
    let _ = panel.hide_popover();
}

fn window_size() -> Option<(f64, f64)> {
    let root = web_sys::window()?.document()?.document_element()?;
    Some((f64::from(root.client_width()), f64::from(root.client_height())))
}
