//! Tests that need a real browser. They run compiled for it, by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use attest::core::offset_map::OffsetMap;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn utf16_offsets_count_as_the_browsers_own_strings_do() {
    for text in [
        "",
        "plain",
        "naïve – “quoted”",
        "👩‍👩‍👧‍👦 e\u{301}",
        "a\r\nb\u{2028}c\u{a0}",
        "สวัสดี 北京",
    ] {
        let length = js_sys::JsString::from(text).length();
        assert_eq!(OffsetMap::new(text).len_utf16().0, length, "{text:?}");
    }
}
