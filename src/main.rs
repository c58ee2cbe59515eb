//! The page's entry point.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    fn element(id: &str) -> JsValue;
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    assert!(
        !element("app").is_null(),
        "index.html holds the element that the application is shown in"
    );
}
