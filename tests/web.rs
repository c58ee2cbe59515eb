//! Tests that need a real browser. They run compiled for it, by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use attest::core::offset_map::OffsetMap;
use attest::editor::settings::{Settings, Snapping, Tags, TextSize, Theme};
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
