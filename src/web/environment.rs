//! The time, randomness and word boundaries that each action is given.

use super::js::segmenter::words;
use crate::core::timestamp::Timestamp;
use crate::editor::env::Env;

/// Calls `work` with the browser's clock, its random generator and its segmenter.
pub fn with_env(work: &mut dyn FnMut(&Env<'_>)) {
    let words = words();
    work(&Env {
        now: now(),
        entropy: &random_bytes,
        words: &*words,
    });
}

/// The browser's clock, to the millisecond.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds fit for 280,000 years")]
pub fn now() -> Timestamp {
    Timestamp::from_unix_ms(js_sys::Date::now() as i64)
}

/// From the browser's generator for cryptography. A browser without one gives zeros with the time's part of the id
/// still telling ids apart by the millisecond; every browser that runs WebAssembly has one.
fn random_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // It fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
