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
        let child = offset as usize;
        match (self.depth_of(node), self.first_block_in(node)) {
            (Some(0), _) => Ok(self.block_start(self.chunks.blocks(child).start)),
            (Some(1 | 2), Some(block)) => Ok(self.block_start(block + child)),
            (Some(3), Some(block)) => Ok(self.table.byte_at(BlockPosition { block, within: offset }, &self.text)),
            _ => Err(self.side_of(node, offset)),
        }
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

    /// How far below the root a node lies: a chunk 1, a block 2, a text node 3. `None` for nodes of another pane or of a
    /// text shown before.
    fn depth_of(&self, node: &Node) -> Option<usize> {
        let parents = std::iter::successors(Some(node.clone()), Node::parent_node);
        parents.take(4).position(|parent| parent.is_same_node(Some(&self.root)))
    }

    /// The index that the node or its first text node carries.
    fn first_block_in(&self, node: &Node) -> Option<usize> {
        let first = std::iter::successors(Some(node.clone()), Node::first_child).last()?;
        first.unchecked_ref::<BlockNode>().block().map(|block| block as usize)
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
