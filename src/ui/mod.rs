//! Yew components. They show what the editor holds and dispatch actions; no DOM calls, no logic worth testing.

pub mod app;
pub mod article_view;
pub mod start;
pub mod store_hooks;
