//! The data, and everything computed from it. Knows no browser, clock, randomness or I/O.

pub mod article;
pub mod article_draft;
pub mod article_text;
pub mod attribute;
pub mod attribute_value;
pub mod color;
pub mod default_schema;
pub mod digest;
pub mod edit;
pub mod history;
pub mod id;
pub mod label;
pub mod mention;
pub mod mention_set;
pub mod offset;
pub mod offset_map;
pub mod problem;
pub mod project;
pub mod publication_date;
pub mod schema;
pub mod segment;
pub mod span;
pub mod span_index;
pub mod spans;
pub mod timestamp;
pub mod transaction;
