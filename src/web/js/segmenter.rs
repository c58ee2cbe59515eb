//! `Intl.Segmenter`: words by the browser's dictionaries, which Thai, Japanese and Chinese need, and visible characters.
//!
//! Support: Chrome 87, Safari 14.1, Firefox 125. Where it is missing, [`Segmenter::new`] answers `None`, and
//! `web/browser_segmenter` goes by plain rules.

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
    fn segment(this: &IntlSegmenter, text: &str) -> Segments;

    type Segments;

    #[wasm_bindgen(method)]
    fn containing(this: &Segments, utf16_offset: u32) -> Option<Segment>;

    type Segment;

    #[wasm_bindgen(method, getter)]
    fn index(this: &Segment) -> u32;

    #[wasm_bindgen(method, getter)]
    fn segment(this: &Segment) -> String;
}

/// What a [`Segmenter`] cuts a text into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Granularity {
    /// Visible characters.
    Grapheme,
    /// Words and what is between them.
    Word,
}

/// A segmenter of the browser.
#[derive(Debug)]
pub struct Segmenter {
    segmenter: IntlSegmenter,
}

impl Segmenter {
    /// `None` where the browser has none. The language of the text hardly matters: dictionaries go by script.
    pub fn new(granularity: Granularity) -> Option<Self> {
        if CONSTRUCTOR.with(JsValue::is_undefined) {
            return None;
        }
        let granularity = match granularity {
            Granularity::Grapheme => "grapheme",
            Granularity::Word => "word",
        };
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"granularity".into(), &granularity.into()).ok()?;
        let segmenter = IntlSegmenter::new(&JsValue::UNDEFINED, &options).ok()?;
        Some(Self { segmenter })
    }

    /// The whole text, cut, as byte ranges. Costs a call for each.
    pub fn segments(&self, text: &str) -> Vec<Range<usize>> {
        let Ok(Some(segments)) = js_sys::try_iter(&self.segmenter.segment(text)) else {
            return Vec::new();
        };
        let mut at = 0;
        let ranges = segments.flatten().map(|segment| {
            let start = at;
            at += segment.unchecked_into::<Segment>().segment().len();
            start..at
        });
        ranges.collect()
    }

    /// The segment that begins at the byte `at` or has it inside; `None` at the end of the text.
    pub fn segment_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let before = text.get(..at)?;
        let offset = before.chars().map(char::len_utf16).sum::<usize>();
        let segment = self.segmenter.segment(text).containing(u32::try_from(offset).ok()?)?;
        // From where it begins to `at` there are as many code units in the text as in the segment.
        let mut inside = offset - usize::try_from(segment.index()).ok()?;
        let mut start = at;
        for ch in before.chars().rev() {
            if inside == 0 {
                break;
            }
            inside -= ch.len_utf16().min(inside);
            start -= ch.len_utf8();
        }
        Some(start..start + segment.segment().len())
    }
}
