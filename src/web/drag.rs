//! Dragging something of the page within the page (HTML Drag and Drop).

use web_sys::{DragEvent, Element};

/// What a drag of the page carries; files dragged in from outside carry `Files` instead.
const KIND: &str = "application/x-attest-item";

/// Begins a drag; Firefox needs some data for it.
pub fn begin(event: &DragEvent) {
    if let Some(data) = event.data_transfer() {
        data.set_effect_allowed("move");
        // It fails only outside of `dragstart`.
        let _ = data.set_data(KIND, "");
    }
}

/// What moves with the pointer; without it, the element that is dragged.
pub fn show(event: &DragEvent, picture: &Element) {
    if let Some(data) = event.data_transfer() {
        data.set_drag_image(picture, 0, 0);
    }
}
