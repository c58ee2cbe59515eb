//! The time, the randomness and the segmenter that each action is given.

use super::browser_segmenter::BrowserSegmenter;
use crate::core::timestamp::Timestamp;
use crate::editor::env::Env;

/// Calls `work` with the browser's clock, its random generator and its segmenter.
pub fn with_env(work: &mut dyn FnMut(&Env<'_>)) {
    work(&Env {
        now: now(),
        entropy: &random_bytes,
        segmenter: &BrowserSegmenter,
    });
}

/// The browser's clock, to the millisecond.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole milliseconds fit for 280,000 years"
)]
pub fn now() -> Timestamp {
    Timestamp::from_unix_ms(js_sys::Date::now() as i64)
}

/// From the browser's generator for cryptography. Without one the bytes are zeros, and ids differ by their time
/// alone; every browser that runs WebAssembly has one.
fn random_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // It fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
