//! One text in the page: an element per line, each with one text node that holds the line and its line end.

use crate::core::article_text::ArticleText;
use crate::core::blocks::{BlockPosition, BlockTable, shown};
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use crate::web::js::block_node::{BlockNode, block_node};
use js_sys::{Array, JsString};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, StaticRange, StaticRangeInit};

/// Roughly how many characters fit on a line; only for guessing the heights of lines that were never laid out.
const GUESSED_MEASURE: u32 = 75;

/// The greatest guess that the style sheet knows.
const MOST_GUESSED_LINES: u32 = 12;

/// The blocks of one text, in `root`.
#[derive(Debug)]
pub(super) struct Blocks {
    pub text: Rc<ArticleText>,
    pub table: BlockTable,
    pub root: HtmlElement,
    /// The text nodes in order, kept on the JavaScript side.
    nodes: Array,
    /// Which blocks are laid out wherever the text is scrolled to: those near the view.
    near: RefCell<Range<usize>>,
    /// The one live range, for measuring: each further one would make changes of the page slower.
    pub(super) ruler: web_sys::Range,
}

impl Blocks {
    /// Fills `root`, in place of what was there.
    pub fn mount(document: &Document, root: HtmlElement, text: Rc<ArticleText>) -> Result<Self, JsValue> {
        let table = BlockTable::new(text.as_str());
        let whole = JsString::from(shown(text.as_str()).as_ref());
        let templates = templates(document)?;
        let fragment = document.create_document_fragment();
        let nodes = Array::new_with_length(table.len() as u32);
        for block in 0..table.len() {
            let (start, end) = table.utf16(block);
            let node = block_node(document, &whole.slice(start.0, end.0), block as u32);
            let is_blank = table
                .span(block)
                .and_then(|span| span.slice(text.as_str()))
                .is_none_or(|line| line.trim().is_empty());
            let guess = (end.0 - start.0).div_ceil(GUESSED_MEASURE).clamp(1, MOST_GUESSED_LINES);
            let element = templates[if is_blank { 0 } else { guess as usize }].clone_node()?;
            element.append_child(&node)?;
            fragment.append_child(&element)?;
            nodes.set(block as u32, node.into());
        }
        root.replace_children_with_node_1(&fragment);
        Ok(Self {
            text,
            table,
            root,
            nodes,
            near: RefCell::new(0..0),
            ruler: document.create_range()?,
        })
    }

    /// Has these blocks laid out, and leaves the others to the browser; answers whether that changes anything.
    pub fn lay_out(&self, near: Range<usize>) -> bool {
        let before = self.near.replace(near.clone());
        let set = |block: usize, is_near| {
            if let Some(element) = self.element(block) {
                // A class can always be toggled.
                let _ = element.class_list().toggle_with_force("near", is_near);
            }
        };
        before
            .clone()
            .filter(|block| !near.contains(block))
            .for_each(|block| set(block, false));
        near.clone()
            .filter(|block| !before.contains(block))
            .for_each(|block| set(block, true));
        before != near
    }

    /// The text node of a block; there is one for every index below the table's length.
    pub fn node(&self, block: usize) -> BlockNode {
        self.nodes.get(block as u32).unchecked_into()
    }

    /// The element of a block.
    pub fn element(&self, block: usize) -> Option<Element> {
        self.node(block).parent_element()
    }

    /// For a caret or the start of a range.
    pub fn place(&self, at: ByteOffset) -> (BlockNode, u32) {
        self.dom(self.table.locate(at, &self.text))
    }

    /// For the end of a range.
    pub fn place_end(&self, at: ByteOffset) -> (BlockNode, u32) {
        self.dom(self.table.locate_end(at, &self.text))
    }

    /// For painting; such a range costs nothing when the page changes.
    pub fn static_range(&self, span: Span) -> Option<StaticRange> {
        let (start, start_offset) = self.place(span.start());
        let (end, end_offset) = self.place_end(span.end());
        StaticRange::new(&StaticRangeInit::new(&end, end_offset, &start, start_offset)).ok()
    }

    /// The bytes of several blocks.
    pub fn span(&self, blocks: Range<usize>) -> Option<Span> {
        self.table.hull(blocks)
    }

    fn dom(&self, position: BlockPosition) -> (BlockNode, u32) {
        (self.node(position.block), position.within)
    }
}

/// A block for blank lines, then one for each guess of a height. They are cloned, which is faster than making each anew.
fn templates(document: &Document) -> Result<Vec<Element>, JsValue> {
    (0..=MOST_GUESSED_LINES)
        .map(|lines| {
            let element = document.create_element("div")?;
            let kind = if lines == 0 {
                "blank".to_owned()
            } else {
                format!("guess-{lines}")
            };
            element.set_class_name(&format!("article-block {kind}"));
            element.set_attribute("dir", "auto")?;
            Ok(element)
        })
        .collect()
}
