//! The dialogs, one per file. At most one is open; which one, the editor says.

pub mod article_details;
pub mod beside;
pub mod comparing;
pub mod export;
pub mod fields;
pub mod finder;
pub mod history_keys;
pub mod import;
pub mod key_hint;
pub mod label_swatch;
pub mod link;
pub mod matrix;
pub mod palette;
pub mod passages;
pub mod paste;
pub mod problem_list;
pub mod projects;
pub mod refocus;
pub mod relate;
pub mod report;
pub mod schema;
pub mod settings;
pub mod shortcuts;
mod sliced;
pub mod tag_hits;
mod worker_at_hand;

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use crate::editor::dialog::Dialog;
use crate::ui::part::part;
use yew::prelude::*;

/// The dialog that is open, if any.
#[component]
pub fn Dialogs() -> Html {
    let dialog = use_selector(Topics::DIALOG, |editor| editor.view().dialog.clone());
    let Some(dialog) = dialog else {
        return Html::default();
    };
    match dialog {
        Dialog::Palette => part!(<palette::Palette />),
        Dialog::Shortcuts => part!(<shortcuts::Shortcuts />),
        Dialog::Export => part!(<export::Export />),
        Dialog::Import => part!(<import::Import />),
        Dialog::Report => part!(<report::Report />),
        Dialog::Schema(at) => part!(<schema::SchemaDialog {at} />),
        Dialog::Projects => part!(<projects::Projects />),
        Dialog::Settings => part!(<settings::SettingsDialog />),
        Dialog::ArticleDetails(id) => part!(<article_details::ArticleDetails key={id.to_string()} {id} />),
        Dialog::Paste => part!(<paste::Paste />),
        Dialog::TagHits => part!(<tag_hits::TagHits />),
        Dialog::Link(mention, kind) => part!(<link::Link {mention} {kind} />),
        Dialog::Relate(relating) => part!(<relate::Relate {relating} />),
        Dialog::Matrix => part!(<matrix::MatrixDialog />),
        Dialog::Beside => part!(<beside::BesideDialog />),
        Dialog::Passages => part!(<passages::PassagesDialog />),
    }
}
