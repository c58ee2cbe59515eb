//! The labels' colors and lines as style rules: `.label-<id>` sets `--label`, the color, and for a piece of text as
//! small as a swatch `--label-line`, the line’s style and thickness, and `--label-over`, whether it runs over the text too.

use crate::core::id::LabelId;
use crate::core::label::LineStyle;
use crate::core::label_look::{LabelLook, LinePlace, LineWeight};
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
    let labels = &schema.labels;
    labels.iter().enumerate().fold(String::new(), |mut rules, (i, label)| {
        if let Some(look) = LabelLook::at(labels, i) {
            // Writing to a string cannot fail.
            let _ = writeln!(
                rules,
                ".{} {{ --label: {}; --label-line: {} {}; --label-over: {}; }}",
                class_of(label.id),
                label.color,
                look.line.name(),
                thickness(look),
                over(look.place),
            );
        }
        rules
    })
}

fn over(place: LinePlace) -> &'static str {
    match place {
        LinePlace::Under => "none",
        LinePlace::UnderAndOver => "underline",
    }
}

/// In whole pixels, since a line of a swatch is but a few of them.
fn thickness(look: LabelLook) -> &'static str {
    match (look.line, look.weight) {
        (LineStyle::Double, LineWeight::Thin) => "1px",
        (LineStyle::Double, LineWeight::Thick) | (_, LineWeight::Thin) => "2px",
        // Heavier waves would be higher than the swatch.
        (LineStyle::Wavy, LineWeight::Thick) => "3px",
        (_, LineWeight::Thick) => "4px",
    }
}
