//! Neighboring blocks in one element, which the browser leaves out of style and layout while it is far from the view.
//!
//! One such element per line would do, too, but then each change of the layout costs as much as there are lines.

use crate::core::blocks::{BlockTable, GroupLimits};
use js_sys::Array;
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Some heights of a view at most, so that what is laid out stays near what is seen.
pub(super) const LIMITS: GroupLimits = GroupLimits {
    blocks: 64,
    units: 6_000,
};

/// The chunks of one text.
#[derive(Debug)]
pub(super) struct Chunks {
    /// The first block of each; ascending from 0.
    starts: Vec<usize>,
    n_blocks: usize,
    /// The elements in order, kept on the JavaScript side.
    elements: Array,
    /// Those that are laid out because they are near the view.
    near: RefCell<Range<usize>>,
    /// Those that are laid out because an end of the selection is in them.
    held: RefCell<Vec<usize>>,
}

impl Chunks {
    pub fn new(table: &BlockTable) -> Self {
        let starts: Vec<usize> = table.groups(LIMITS).into_iter().map(|group| group.start).collect();
        Self {
            elements: Array::new_with_length(starts.len() as u32),
            starts,
            n_blocks: table.len(),
            near: RefCell::new(0..0),
            held: RefCell::default(),
        }
    }

    pub fn len(&self) -> usize {
        self.starts.len()
    }

    pub fn set_element(&self, chunk: usize, element: &HtmlElement) {
        self.elements.set(chunk as u32, element.into());
    }

    /// There is one for every index below the length, once the text is mounted.
    pub fn element(&self, chunk: usize) -> HtmlElement {
        self.elements.get(chunk as u32).unchecked_into()
    }

    /// The blocks of a chunk; empty from the length on.
    pub fn blocks(&self, chunk: usize) -> Range<usize> {
        self.start(chunk)..self.start(chunk + 1)
    }

    /// Has these laid out, and leaves the others to the browser; answers whether that changes anything.
    pub fn lay_out(&self, near: Range<usize>) -> bool {
        let before = self.near.replace(near.clone());
        for chunk in before.clone().filter(|chunk| !near.contains(chunk)) {
            self.set_class(chunk, "near", false);
        }
        for chunk in near.clone().filter(|chunk| !before.contains(chunk)) {
            self.set_class(chunk, "near", true);
        }
        before != near
    }

    /// Has these laid out wherever the text is scrolled to, and no longer those of earlier calls.
    pub fn hold(&self, held: Vec<usize>) {
        let before = self.held.replace(held.clone());
        if before != held {
            before.iter().for_each(|chunk| self.set_class(*chunk, "held", false));
            held.iter().for_each(|chunk| self.set_class(*chunk, "held", true));
        }
    }

    fn start(&self, chunk: usize) -> usize {
        self.starts.get(chunk).copied().unwrap_or(self.n_blocks)
    }

    /// The one that a block is in.
    pub fn chunk_of(&self, block: usize) -> usize {
        self.starts.partition_point(|start| *start <= block).max(1) - 1
    }

    fn set_class(&self, chunk: usize, class: &str, on: bool) {
        // A class can always be toggled.
        let _ = self.element(chunk).class_list().toggle_with_force(class, on);
    }
}
