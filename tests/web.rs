//! Tests that need a real browser. They run compiled for it, by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use attest::core::offset_map::OffsetMap;
use attest::web::css_length::{em, fine_em, px};
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

#[wasm_bindgen_test]
fn lengths_are_rounded_to_the_nearest() {
    assert_eq!(
        [px(12.34), px(0.0), px(-0.56), px(7.96)],
        ["12.3px", "0.0px", "-0.6px", "8.0px"]
    );
    assert_eq!(
        [fine_em(0.295), fine_em(1.04), fine_em(-0.14)],
        ["0.30em", "1.04em", "-0.14em"]
    );
    assert_eq!(em(1.8), "1.8em");
}
