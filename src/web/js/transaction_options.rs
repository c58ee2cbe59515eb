//! `IDBDatabase.transaction` with its third argument.
//!
//! Support: `durability` since Chrome 121 (as a default of its own since 83), Firefox 126, Safari 15. An older browser
//! ignores the argument and uses its default, so no fallback is needed.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// An `IDBDatabase` whose `transaction` takes options.
    #[wasm_bindgen(extends = IdbDatabase)]
    pub type DatabaseWithOptions;

    /// `options` is `{durability: "strict" | "relaxed" | "default"}`.
    #[wasm_bindgen(method, catch, js_name = transaction)]
    pub fn transaction_with_options(
        this: &DatabaseWithOptions,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}
