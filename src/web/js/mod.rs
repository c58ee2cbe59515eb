//! Bindings of our own, where `web-sys` keeps an interface behind its unstable flag.

pub mod block_node;
pub mod canvas;
pub mod caret_position;
pub mod fold;
pub mod highlight;
pub mod late_part;
pub mod locks;
pub mod segmenter;
pub mod transaction_options;
