//! The CSS Custom Highlight API: `Highlight` and `CSS.highlights`.
//!
//! Support: Chrome 105, Safari 17.2, Firefox 140. Where it is missing, [`registry`] answers `None` and the article pane
//! paints boxes instead.

use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

#[wasm_bindgen]
extern "C" {
    /// A set of ranges that are painted alike.
    #[derive(Clone, Debug)]
    pub type Highlight;

    /// Without ranges.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Highlight;

    /// Static ranges only: live ones make every later change of the page slower.
    #[wasm_bindgen(method)]
    pub fn add(this: &Highlight, range: &StaticRange);

    /// Takes all ranges out.
    #[wasm_bindgen(method)]
    pub fn clear(this: &Highlight);

    /// Among overlapping highlights the one of higher priority is painted above.
    #[wasm_bindgen(method, setter)]
    pub fn set_priority(this: &Highlight, priority: i32);

    /// `CSS.highlights`.
    #[derive(Clone, Debug)]
    pub type HighlightRegistry;

    /// From now on painted by the rules of `::highlight(name)`.
    #[wasm_bindgen(method)]
    pub fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    /// No longer painted.
    #[wasm_bindgen(method)]
    pub fn delete(this: &HighlightRegistry, name: &str) -> bool;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;
}

/// The page's registry.
pub fn registry() -> Option<HighlightRegistry> {
    HIGHLIGHTS.with(Option::clone)
}
