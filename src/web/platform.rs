//! Whose names the modifier keys bear.

use crate::editor::keymap::Platform;

/// By `navigator.platform`, which is old but the only one that all browsers have.
pub fn platform() -> Platform {
    let name = web_sys::window()
        .and_then(|window| window.navigator().platform().ok())
        .unwrap_or_default();
    if name.starts_with("Mac") || name.starts_with("iP") {
        Platform::Mac
    } else {
        Platform::Other
    }
}
