//! Whole numbers that have come from a worker, or to one.

use wasm_bindgen::JsValue;

/// `None` for what is no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was a `u32` before it was sent"
)]
pub fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
