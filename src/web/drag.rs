//! Dragging something of the page within the page (HTML Drag and Drop).

use web_sys::DragEvent;

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
