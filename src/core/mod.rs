//! The data, and everything computed from it. Knows no browser, clock, randomness or I/O.

pub mod article_draft;
pub mod id;
pub mod offset;
pub mod offset_map;
pub mod problem;
pub mod publication_date;
pub mod span;
pub mod spans;
pub mod timestamp;
