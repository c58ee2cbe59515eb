//! One file per browser facility: carries out the editor's effects and turns events into actions.

pub mod announcer;
pub mod article;
pub mod download;
pub mod environment;
pub mod file_drop;
pub mod file_picker;
pub mod focus;
pub mod host;
pub mod js;
pub mod keeper;
pub mod keyboard;
pub mod label_sheet;
pub mod local_time;
pub mod page_root;
pub mod pane_binding;
pub mod sample;
pub mod scroller;
pub mod select_menu;
pub mod settings_record;
pub mod startup;
pub mod storage;
pub mod tab_lock;
pub mod theme;
pub mod toolbar_focus;
pub mod unload;
