//! The Web Locks API, `navigator.locks`.
//!
//! Support: Chrome 69, Firefox 96, Safari 15.4, in secure contexts only. Where it is missing, [`locks`] answers `None`.

use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Navigator;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Navigator)]
    type NavigatorWithLocks;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &NavigatorWithLocks) -> Option<LockManager>;

    /// `navigator.locks`.
    pub type LockManager;

    /// Calls `callback` with the lock, or with null where `options` holds `ifAvailable` and another holds it. The lock
    /// is held until the promise that `callback` answers has settled; only then does the promise of `request` settle.
    #[wasm_bindgen(method, catch)]
    pub fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Result<Promise, JsValue>;
}

/// The page's lock manager.
pub fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    navigator.unchecked_into::<NavigatorWithLocks>().locks()
}
