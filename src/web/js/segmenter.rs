//! `Intl.Segmenter`: words by the browser's dictionaries, which Thai, Japanese and Chinese need.
//!
//! Support: Chrome 87, Safari 14.1, Firefox 125. Where it is missing, [`Segmenter::new`] answers `None` and words come
//! from Unicode Standard Annex #29 alone.

use crate::core::segment::WordBreaker;
use std::ops::Range;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = Intl, js_name = Segmenter)]
    static CONSTRUCTOR: JsValue;

    #[derive(Debug)]
    #[wasm_bindgen(js_namespace = Intl, js_name = Segmenter)]
    type IntlSegmenter;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = Segmenter)]
    fn new(locale: &JsValue, options: &JsValue) -> Result<IntlSegmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &IntlSegmenter, text: &str) -> JsValue;

    type Segment;

    #[wasm_bindgen(method, getter)]
    fn segment(this: &Segment) -> String;
}

/// A word segmenter of the browser.
#[derive(Debug)]
pub struct Segmenter {
    segmenter: IntlSegmenter,
}

impl Segmenter {
    /// `None` where the browser has none. The language of the text hardly matters: dictionaries go by script.
    pub fn new() -> Option<Self> {
        if CONSTRUCTOR.with(JsValue::is_undefined) {
            return None;
        }
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
        let segmenter = IntlSegmenter::new(&JsValue::UNDEFINED, &options).ok()?;
        Some(Self { segmenter })
    }
}

impl WordBreaker for Segmenter {
    fn words(&self, text: &str) -> Vec<Range<usize>> {
        let Ok(Some(segments)) = js_sys::try_iter(&self.segmenter.segment(text)) else {
            return Vec::new();
        };
        let mut words = Vec::new();
        let mut at = 0;
        for segment in segments.flatten() {
            let segment = segment.unchecked_into::<Segment>();
            let segment = segment.segment();
            let end = at + segment.len();
            // Not `isWordLike`, which Firefox denies to words that end with a combining mark.
            if segment.chars().any(char::is_alphanumeric) {
                words.push(at..end);
            }
            at = end;
        }
        words
    }
}
