//! The editor driven as a person drives the page: actions in, effects and state out. After every action the
//! project's invariants are swept, and at the end the journal alone must give the same project and history.

#![allow(clippy::unwrap_used, reason = "a helper that fails fails its test")]

mod addresses;
mod annotating;
mod articles;
mod beside;
mod choosing;
mod comparing;
mod labels;
mod library;
mod linking;
mod relating;
mod searching;
mod taking_in;
mod undoing;
mod world;
