//! Text nodes that know which block they are, so that a position in the page is looked up rather than searched.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Text};

#[wasm_bindgen]
extern "C" {
    /// A text node with a property of our own.
    #[wasm_bindgen(extends = Text)]
    #[derive(Clone, Debug)]
    pub type BlockNode;

    /// `None` for a node that is not the pane's.
    #[wasm_bindgen(method, getter, js_name = attestBlock)]
    pub fn block(this: &BlockNode) -> Option<u32>;

    #[wasm_bindgen(method, setter, js_name = attestBlock)]
    fn set_block(this: &BlockNode, block: u32);

    #[wasm_bindgen(extends = Document)]
    type DocumentOfBlocks;

    #[wasm_bindgen(method, js_name = createTextNode)]
    fn create_text_node(this: &DocumentOfBlocks, data: &JsString) -> BlockNode;
}

/// From a JavaScript string, which needs no copy of the text.
pub fn block_node(document: &Document, data: &JsString, block: u32) -> BlockNode {
    let node = document.unchecked_ref::<DocumentOfBlocks>().create_text_node(data);
    node.set_block(block);
    node
}
