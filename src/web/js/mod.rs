//! Bindings of our own, where `web-sys` keeps an interface behind its unstable flag.

pub mod locks;
pub mod segmenter;
pub mod transaction_options;
