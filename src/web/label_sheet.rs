//! The labels' colors and lines as style rules: `.label-<id>` sets `--label` and `--label-line`.

use crate::core::id::LabelId;
use crate::core::schema::Schema;
use crate::editor::change_set::Topics;
use crate::editor::store::{Store, Subscription};
use std::fmt::Write as _;
use web_sys::CssStyleSheet;

/// The class of everything that shows this label.
pub fn class_of(label: LabelId) -> String {
    format!("label-{label}")
}

/// Keeps a style sheet of the document as the schema says.
#[must_use = "the sheet follows the schema for as long as this lives"]
pub fn follow(store: &Store) -> Option<Subscription> {
    let sheet = CssStyleSheet::new().ok()?;
    web_sys::window()?.document()?.adopted_style_sheets().push(&sheet);
    let apply = {
        let store = store.clone();
        // Rules of our own making always parse.
        move || {
            store.read(|editor| {
                sheet
                    .replace_sync(&rules(editor.project().schema()))
                    .unwrap_or_default()
            })
        }
    };
    apply();
    Some(store.subscribe(Topics::SCHEMA | Topics::PROJECT, move |_| apply()))
}

fn rules(schema: &Schema) -> String {
    schema.labels.iter().fold(String::new(), |mut rules, label| {
        let class = class_of(label.id);
        // Writing to a string cannot fail.
        let _ = writeln!(
            rules,
            ".{class} {{ --label: {}; --label-line: {}; }}",
            label.color,
            label.line.name()
        );
        rules
    })
}
