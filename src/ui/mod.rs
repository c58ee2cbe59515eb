//! Yew components. They show what the editor holds and dispatch actions; no DOM calls, no logic worth testing.

pub mod app;
pub mod app_bar;
pub mod article_heading;
pub mod article_text;
pub mod article_view;
pub mod articles;
pub mod dialogs;
pub mod drop_zone;
pub mod empty_project;
pub mod first_hint;
pub mod hover_card;
pub mod icon;
pub mod inspector;
pub mod label_bar;
pub mod label_button;
pub mod label_chip;
pub mod media_hook;
pub mod mention_list;
pub mod overview_strip;
pub mod side_pane;
pub mod start;
pub mod status;
pub mod store_hooks;
pub mod toasts;
pub mod widgets;
pub mod work_bar;
