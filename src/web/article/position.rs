//! From a place in the page to a place in the text: a look-up on the node, never a walk over nodes.

use super::blocks::Blocks;
use crate::core::blocks::BlockPosition;
use crate::core::offset::ByteOffset;
use crate::web::js::block_node::BlockNode;
use std::cmp::Ordering;
use wasm_bindgen::JsCast;
use web_sys::Node;

impl Blocks {
    /// The place in the text; `Err` tells on which side of the text a place outside lies.
    pub fn offset_at(&self, node: &Node, offset: u32) -> Result<ByteOffset, Ordering> {
        if let Some(block) = self.block_of(node) {
            return Ok(self.table.byte_at(BlockPosition { block, within: offset }, &self.text));
        }
        if node.is_same_node(Some(&self.root)) {
            return Ok(self.block_start(offset as usize));
        }
        let child = node.first_child().filter(|_| self.is_block(node));
        if let Some(block) = child.and_then(|child| self.block_of(&child)) {
            return Ok(self.block_start(block + usize::from(offset > 0)));
        }
        Err(self.side_of(node, offset))
    }

    /// A place outside the text becomes the end nearest to it.
    pub fn clamped_offset_at(&self, node: &Node, offset: u32) -> ByteOffset {
        match self.offset_at(node, offset) {
            Ok(at) => at,
            Err(Ordering::Less) => ByteOffset::ZERO,
            Err(_) => self.text.end(),
        }
    }

    fn block_start(&self, block: usize) -> ByteOffset {
        self.table.span(block).map_or(self.text.end(), |span| span.start())
    }

    /// The index that the node carries; `None` for nodes of another pane or of a text shown before.
    fn block_of(&self, node: &Node) -> Option<usize> {
        if node.node_type() != Node::TEXT_NODE || !self.is_block(&node.parent_node()?) {
            return None;
        }
        node.unchecked_ref::<BlockNode>().block().map(|block| block as usize)
    }

    fn is_block(&self, element: &Node) -> bool {
        element
            .parent_node()
            .is_some_and(|parent| parent.is_same_node(Some(&self.root)))
    }

    fn side_of(&self, node: &Node, offset: u32) -> Ordering {
        let compared = self
            .ruler
            .select_node_contents(&self.root)
            .and_then(|()| self.ruler.compare_point(node, offset));
        match compared {
            Ok(side) => side.cmp(&0),
            Err(_) => Ordering::Greater,
        }
    }
}
