//! Attest, in four layers. Direction of use: `core ← editor ← web ← ui`; nothing looks upward.
//!
//! * [`core`] — the data and everything computed from it. Pure: no browser, clock, randomness or I/O.
//! * [`editor`] — the application as a state machine: an `Action` goes in, `Effect`s and a `ChangeSet` come out.
//! * `web` — one file per browser facility; carries effects out and turns events into actions.
//! * `ui` — Yew components; they show what the editor holds and dispatch actions.
//!
//! `tests/tidy.rs` holds the layers apart.

pub mod core;
pub mod editor;
#[cfg(test)]
pub(crate) mod testkit;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod web;
