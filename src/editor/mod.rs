//! The application as a state machine: [`Action`](action::Action) in, [`ChangeSet`](change_set::ChangeSet) and
//! [`Effect`](effect::Effect)s out. Knows no browser, clock, randomness or I/O; `web` is its only host, tests the other.
//!
//! [`Editor`](machine::Editor) holds the state, [`Store`](store::Store) queues actions and tells listeners. One file
//! per group of actions does the work.

pub mod action;
pub mod annotate;
pub mod article_list;
pub mod article_rows;
pub mod change_set;
pub mod choose;
pub mod claim_draft;
pub mod claim_list;
pub mod claim_sheet;
pub mod claim_table;
pub mod command;
pub mod commit;
pub mod count;
pub mod date_words;
pub mod details_form;
pub mod dialog;
pub mod dossier;
pub mod effect;
pub mod env;
pub mod excerpt;
pub mod exports;
pub mod files;
pub mod grid_step;
pub mod hit_excerpt;
pub mod hits;
pub mod import_summary;
mod imports;
pub mod keymap;
pub mod label_counts;
pub mod label_draft;
pub mod library;
pub mod list_model;
mod list_row;
pub mod list_scroll;
pub mod listing;
pub mod machine;
pub mod matrix;
mod memo;
pub mod mention_row;
pub mod mention_walk;
pub mod merging;
pub mod navigate;
pub mod number_entry;
pub mod overview;
pub mod palette;
pub mod paste_draft;
pub mod report_text;
pub mod roving;
pub mod run_command;
pub mod saving;
pub mod schema_edit;
pub mod search;
pub mod settings;
pub mod shortcut_list;
pub mod stance_words;
pub mod store;
pub mod swatches;
pub mod text_filter;
pub mod toast;
pub mod undo;
pub mod view;
pub mod windowing;
pub mod work;
