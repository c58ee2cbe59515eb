//! Drawing into a `<canvas>`: the few methods of its 2D context that the page needs. Support: everywhere.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// `HTMLCanvasElement`.
    #[wasm_bindgen(extends = HtmlElement)]
    #[derive(Clone, Debug)]
    pub type Canvas;

    /// In pixels of the picture; setting it clears the picture.
    #[wasm_bindgen(method, setter)]
    pub fn set_width(this: &Canvas, width: u32);

    /// In pixels of the picture; setting it clears the picture.
    #[wasm_bindgen(method, setter)]
    pub fn set_height(this: &Canvas, height: u32);

    /// For `kind` `"2d"`.
    #[wasm_bindgen(method, js_name = getContext)]
    pub fn context(this: &Canvas, kind: &str) -> Option<Context>;

    /// `CanvasRenderingContext2D`.
    pub type Context;

    /// A CSS color.
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    pub fn set_fill(this: &Context, color: &str);

    /// Left, top, width, height.
    #[wasm_bindgen(method, js_name = fillRect)]
    pub fn fill_rect(this: &Context, x: f64, y: f64, width: f64, height: f64);
}
