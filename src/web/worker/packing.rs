//! Messages between the page and its worker as the browser carries them: an array of bytes and, behind them, the values
//! that only the browser can copy.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// What is said.
pub trait Message: Serialize + DeserializeOwned {
    /// Its values beside the bytes, always in the same order; the bytes leave them out.
    fn values(&mut self) -> Vec<&mut JsValue>;
}

/// The message, and which of it is handed over rather than copied.
pub fn pack(mut message: impl Message) -> (Array, Array) {
    let bytes = postcard::to_allocvec(&message).expect("a growing vector takes every message");
    let bytes = Uint8Array::from(bytes.as_slice());
    let packed = Array::of1(&bytes);
    for value in message.values() {
        packed.push(value);
    }
    (packed, Array::of1(&bytes.buffer()))
}

/// What was packed; an error says why it cannot be read.
pub fn unpack<M: Message>(packed: &JsValue) -> Result<M, String> {
    let broken = || "a message is not in its form".to_owned();
    let mut parts = packed.dyn_ref::<Array>().ok_or_else(broken)?.iter();
    let bytes: Uint8Array = parts.next().and_then(|it| it.dyn_into().ok()).ok_or_else(broken)?;
    let mut message: M = postcard::from_bytes(&bytes.to_vec()).map_err(|error| error.to_string())?;
    for (value, part) in message.values().into_iter().zip(parts) {
        *value = part;
    }
    Ok(message)
}
