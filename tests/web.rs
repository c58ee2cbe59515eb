//! Tests that need a real browser. They run compiled for it, by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use attest::core::offset_map::OffsetMap;
use attest::editor::settings::{Settings, Snapping, Tags, TextSize, Theme};
use attest::web::css_length::{em, fine_em, px};
use attest::web::settings_record;
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
fn settings_come_back_as_they_were_stored() {
    let settings = Settings {
        snapping: Snapping::Off,
        tags: Tags::Shown,
        theme: Theme::Dark,
        text_size: TextSize::Large,
        author: "“Áine”\n\u{2028}".to_owned(),
        first_mention_made: true,
    };
    let record = settings_record::write(&settings);
    assert_eq!(settings_record::read(&record), settings);
    assert!(record.contains("\"text_size\":\"large\""), "{record}");
}

#[wasm_bindgen_test]
fn settings_that_cannot_be_read_are_those_of_a_first_visit() {
    for record in ["", "{", "null", "[1]", "{}", "{\"theme\":\"pink\",\"author\":7}"] {
        assert_eq!(settings_record::read(record), Settings::default(), "{record}");
    }
    let some = settings_record::read("{\"theme\":\"dark\",\"later\":1}");
    assert_eq!((some.theme, some.snapping), (Theme::Dark, Snapping::Words));
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
