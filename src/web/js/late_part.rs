//! The late part of the program, which `static/boot.js` fetches and adds to it. Only there where the page names such a
//! part: one that was built in one piece has none.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The same part for all who ask; after a failure it is fetched anew.
    #[wasm_bindgen(catch, js_name = attestLatePart)]
    pub async fn late_part() -> Result<JsValue, JsValue>;
}
