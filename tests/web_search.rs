//! What the page and the program of the search say to each other, in a browser: what is written is read as it was.
#![cfg(target_arch = "wasm32")]
// The configuration that allows it in tests does not know these as tests.
#![allow(clippy::unwrap_used, clippy::panic)]

use attest::core::offset::ByteOffset;
use attest::core::search::{Query, Syntax};
use attest::core::span::Span;
use attest::editor::search::SearchState;
use attest::web::search_work::wire::{Asked, FoundIn, Told};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn span(start: u32, end: u32) -> Span {
    Span::new(ByteOffset(start), ByteOffset(end)).unwrap()
}

#[wasm_bindgen_test]
fn a_text_comes_over_byte_by_byte() {
    let text = "Arévalo\r\n👩‍👩‍👧\u{feff}";
    match Asked::read(&Asked::text(7, text)).unwrap() {
        Asked::Text(number, bytes) => assert_eq!((number, bytes.as_slice()), (7, text.as_bytes())),
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
fn a_query_comes_over_with_all_that_is_set() {
    for bits in 0..16 {
        let query = Query {
            text: "é (".to_owned(),
            syntax: if bits & 1 == 0 { Syntax::Plain } else { Syntax::Regex },
            match_case: bits & 2 == 0,
            match_accents: bits & 4 == 0,
            whole_words: bits & 8 == 0,
        };
        match Asked::read(&Asked::find(u32::MAX, &query, &[3, 0])).unwrap() {
            Asked::Find(find) => {
                assert_eq!(
                    (find.number, &find.query, find.texts.as_slice()),
                    (u32::MAX, &query, &[3, 0][..])
                );
            }
            other => panic!("{other:?}"),
        }
    }
}

#[wasm_bindgen_test]
fn hits_come_over_by_text() {
    let hits = vec![
        (2, vec![span(0, 1), span(4, 9)]),
        (0, Vec::new()),
        (1, vec![span(3, 4)]),
    ];
    for state in [SearchState::Going, SearchState::Done, SearchState::Capped] {
        let found = FoundIn {
            number: 5,
            state: state.clone(),
            hits: hits.clone(),
        };
        match Told::read(&Told::Found(found).write()).unwrap() {
            Told::Found(read) => assert_eq!((read.number, read.state, read.hits), (5, state, hits.clone())),
            other => panic!("{other:?}"),
        }
    }
}

#[wasm_bindgen_test]
fn the_rest_is_told_apart() {
    assert!(matches!(Told::read(&Told::Ready.write()), Some(Told::Ready)));
    assert!(matches!(Told::read(&Told::Begun(4).write()), Some(Told::Begun(4))));
    match Told::read(&Told::Refused(4, "Why.".to_owned()).write()).unwrap() {
        Told::Refused(number, reason) => assert_eq!((number, reason.as_str()), (4, "Why.")),
        other => panic!("{other:?}"),
    }
    assert!(Told::read(&JsValue::from("something else")).is_none());
    assert!(Asked::read(&JsValue::NULL).is_none());
}
