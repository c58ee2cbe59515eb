//! The text position nearest to a point of the page.
//!
//! Support: `document.caretPositionFromPoint` since Chrome 128, Firefox 20, Safari 26.2; before that, Chrome and Safari
//! have `caretRangeFromPoint`, which is used instead.

use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, Document, Node, Range};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Document)]
    type DocumentWithPoints;

    #[wasm_bindgen(method, getter, js_name = caretPositionFromPoint)]
    fn has_position(this: &DocumentWithPoints) -> JsValue;

    #[wasm_bindgen(method, js_name = caretPositionFromPoint)]
    fn position(this: &DocumentWithPoints, x: f64, y: f64) -> Option<CaretPosition>;

    #[wasm_bindgen(method, getter, js_name = caretRangeFromPoint)]
    fn has_range(this: &DocumentWithPoints) -> JsValue;

    #[wasm_bindgen(method, js_name = caretRangeFromPoint)]
    fn range(this: &DocumentWithPoints, x: f64, y: f64) -> Option<Range>;
}

/// A node and an offset in it, as ranges have them; rounded to the nearest gap between characters, so the point need not
/// lie on either. `None` outside the window, or where the browser knows neither way.
pub fn caret_position(document: &Document, x: f64, y: f64) -> Option<(Node, u32)> {
    let document = document.unchecked_ref::<DocumentWithPoints>();
    if document.has_position().is_function() {
        let position = document.position(x, y)?;
        Some((position.offset_node()?, position.offset()))
    } else if document.has_range().is_function() {
        let range = document.range(x, y)?;
        Some((range.start_container().ok()?, range.start_offset().ok()?))
    } else {
        None
    }
}
