//! Times as the person writes them: their language, their time zone.

use crate::core::timestamp::Timestamp;
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// Such as `22 Nov 2025, 21:53`.
#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of the years up to 9999 are exact in a double"
)]
pub fn local_time(at: Timestamp) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = js_sys::Intl::DateTimeFormat::new(&Array::new(), &options);
    let date = Date::new(&JsValue::from_f64(at.unix_ms() as f64));
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
