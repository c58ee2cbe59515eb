//! Yew components. They show what the editor holds and dispatch actions; no DOM calls, no logic worth testing.

pub mod app;
pub mod article_view;
pub mod dialogs;
pub mod hover_card;
pub mod inspector;
pub mod label_bar;
pub mod label_button;
pub mod label_chip;
pub mod mention_list;
pub mod start;
pub mod store_hooks;
pub mod widgets;
