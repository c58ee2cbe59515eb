//! Parts that several panes are made of.

pub mod chip;
pub mod menu;
pub mod menu_button;
pub mod modal;
pub mod text_field;
pub mod virtual_list;
