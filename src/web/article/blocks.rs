//! One text in the page: an element per line, each with one text node that holds the line and its line end,
//! and some lines together in one element, a chunk.

use super::chunks::Chunks;
use super::overlay::{div, set_style};
use crate::core::article_text::ArticleText;
use crate::core::blocks::{BlockPosition, BlockTable, shown};
use crate::core::offset::ByteOffset;
use crate::core::span::Span;
use crate::web::css_length::em;
use crate::web::js::block_node::{BlockNode, block_node};
use js_sys::{Array, JsString};
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, StaticRange, StaticRangeInit};

/// Roughly how many characters fit on a line; only for guessing the heights of what was never laid out.
const GUESSED_MEASURE: u32 = 75;

/// Guessed heights of a line and of a blank line, in em.
const GUESSED_LINE: f64 = 1.8;
const GUESSED_BLANK: f64 = 1.0;

/// Chunks whose lines are put into the page at once; enough for an article. Those of a book follow in batches.
const FIRST_BATCH: usize = 32;

/// Chunks per later batch: some milliseconds.
const BATCH: usize = 64;

/// The blocks of one text, in `root`.
#[derive(Debug)]
pub(super) struct Blocks {
    document: Document,
    pub text: Rc<ArticleText>,
    pub table: BlockTable,
    pub root: HtmlElement,
    pub chunks: Chunks,
    /// The text as it is shown, for the browser to take lines from without copying.
    whole: JsString,
    /// The text nodes in order, kept on the JavaScript side; undefined for chunks that are not filled yet.
    nodes: Array,
    /// Elements to clone, which is faster than making each anew.
    line: HtmlElement,
    blank: HtmlElement,
    /// All chunks before this one are filled; others may be.
    filled: Cell<usize>,
    /// The one live range, for measuring: each further one would make changes of the page slower.
    pub(super) ruler: web_sys::Range,
}

impl Blocks {
    /// Fills `root`, in place of what was there. Of a very long text the first lines only: see [`Self::fill_more`].
    pub fn mount(document: &Document, root: HtmlElement, text: Rc<ArticleText>) -> Result<Self, JsValue> {
        let table = BlockTable::new(text.as_str());
        let [line, blank] = [div(document, "article-block")?, div(document, "article-block blank")?];
        line.set_dir("auto");
        let blocks = Self {
            document: document.clone(),
            chunks: Chunks::new(&table),
            whole: JsString::from(shown(text.as_str()).as_ref()),
            nodes: Array::new_with_length(table.len() as u32),
            filled: Cell::new(0),
            ruler: document.create_range()?,
            text,
            table,
            root,
            line,
            blank,
        };
        let fragment = document.create_document_fragment();
        for chunk in 0..blocks.chunks.len() {
            let element = div(document, "article-chunk")?;
            let height: f64 = blocks
                .chunks
                .blocks(chunk)
                .map(|block| blocks.guessed_height(block))
                .sum();
            set_style(
                &element,
                "contain-intrinsic-block-size",
                &format!("auto {}", em(height)),
            );
            fragment.append_child(&element)?;
            blocks.chunks.set_element(chunk, &element);
        }
        blocks.fill_batch(FIRST_BATCH);
        blocks.root.replace_children_with_node_1(&fragment);
        Ok(blocks)
    }

    /// Puts more of the text into the page, so that the browser's search finds it; answers whether there is still more.
    pub fn fill_more(&self) -> bool {
        self.fill_batch(BATCH)
    }

    /// Has these chunks laid out, and leaves the others to the browser; answers whether that changes anything.
    pub fn lay_out(&self, near: Range<usize>) -> bool {
        near.clone().for_each(|chunk| self.fill(chunk));
        self.chunks.lay_out(near)
    }

    /// Has the chunks of these blocks laid out wherever the text is scrolled to, and no longer those of earlier calls.
    pub fn hold(&self, blocks: impl Iterator<Item = usize>) {
        let chunks: Vec<usize> = blocks.map(|block| self.chunks.chunk_of(block)).collect();
        chunks.iter().for_each(|chunk| self.fill(*chunk));
        self.chunks.hold(chunks);
    }

    /// The text node of a block; there is one for every index below the table's length.
    pub fn node(&self, block: usize) -> BlockNode {
        let node = self.nodes.get(block as u32);
        if !node.is_undefined() {
            return node.unchecked_into();
        }
        self.fill(self.chunks.chunk_of(block));
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

    fn fill_batch(&self, n_chunks: usize) -> bool {
        let from = self.filled.get();
        let to = (from + n_chunks).min(self.chunks.len());
        (from..to).for_each(|chunk| self.fill(chunk));
        self.filled.set(to);
        to < self.chunks.len()
    }

    fn fill(&self, chunk: usize) {
        let element = self.chunks.element(chunk);
        if element.has_child_nodes() {
            return;
        }
        for block in self.chunks.blocks(chunk) {
            let (start, end) = self.table.utf16(block);
            let node = block_node(&self.document, &self.whole.slice(start.0, end.0), block as u32);
            let template = if self.is_blank(block) { &self.blank } else { &self.line };
            // Elements of the pane's own: they can be cloned, and take any child.
            if let Ok(holder) = template.clone_node() {
                let _ = holder.append_child(&node);
                let _ = element.append_child(&holder);
            }
            self.nodes.set(block as u32, node.into());
        }
    }

    fn guessed_height(&self, block: usize) -> f64 {
        let (start, end) = self.table.utf16(block);
        if self.is_blank(block) {
            GUESSED_BLANK
        } else {
            f64::from((end.0 - start.0).div_ceil(GUESSED_MEASURE)) * GUESSED_LINE
        }
    }

    fn is_blank(&self, block: usize) -> bool {
        let line = self.table.span(block).and_then(|span| span.slice(self.text.as_str()));
        line.is_none_or(|line| line.trim().is_empty())
    }
}
