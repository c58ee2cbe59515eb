//! Finding text in texts: plain, by whole words, by regular expressions.
//!
//! A [`Query`] is data and cheap. [`Matcher`] is what comes of it, and brings the engine along: only the program of the
//! search makes one, so that the page need not load it.

mod fold;
mod folded;
mod matcher;
mod query;
mod query_error;
mod searched_text;

pub use matcher::{Hits, Matcher};
pub use query::{Query, Syntax};
pub use query_error::QueryError;
pub use searched_text::SearchedText;

/// At most so many hits are looked for in all texts together: 800 kB of offsets, and more than anyone looks through.
pub const MAX_HITS: usize = 100_000;
