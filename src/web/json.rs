//! JSON of the browser, for the little of it that the page itself reads and writes.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// `None` where it is none.
pub fn parse(text: &str) -> Option<JsValue> {
    JSON::parse(text).ok()
}

/// `None` where the value is no object, or has no such member.
pub fn member(value: &JsValue, name: &str) -> Option<JsValue> {
    let member = Reflect::get(value, &name.into()).ok()?;
    (!member.is_undefined()).then_some(member)
}
