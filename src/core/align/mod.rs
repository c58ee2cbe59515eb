//! Which sentences of different articles say the same.
//!
//! [`rank`] gives all pairs that may, the likeliest first; [`Ranking::reasons`] what speaks for and against one of them.
//! How it works and how good it is: `docs/adr/0008`.

mod acronyms;
mod articles;
mod attribution;
mod compare;
mod context;
mod corpus;
mod dates;
mod dictionary;
mod lexicon;
mod numbers;
mod numbers_in;
mod postings;
mod profile;
mod ranking;
mod reasons;
mod sentences;
mod shares;
mod stem;
mod tokens;
mod vocabulary;
mod weights;

pub use numbers_in::{NumbersIn, numbers_in};
pub use ranking::{FLOOR, Pair, Passage, Progress, Ranking, Source, rank, rank_by};
pub use reasons::{Reason, ReasonKind};
pub use weights::{CONTEXT_WEIGHTS, N_ROUNDS, WEIGHTS, Weight, Weights};
