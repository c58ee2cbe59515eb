//! The keyboard shortcuts, from the table that binds them.

use super::key_hint::key_hint;
use super::label_swatch::label_swatch;
use crate::editor::change_set::Topics;
use crate::editor::shortcut_list::{Shortcut, ShortcutGroup, shortcuts};
use crate::ui::store_hooks::use_selector;
use crate::ui::widgets::modal::Modal;
use crate::web::platform::platform;
use yew::prelude::*;

/// All shortcuts under their headings.
#[component]
pub fn Shortcuts() -> Html {
    let groups = use_selector(Topics::SCHEMA, |editor| {
        shortcuts(editor.project().schema(), platform())
    });
    html! {
        <Modal heading="Keyboard shortcuts" class="modal-wide">
            // Nothing in it takes the focus, so it does itself: the arrow keys scroll it.
            <div class="shortcuts" role="group" aria-labelledby="modal-heading" tabindex="0" data-autofocus="">
                { for groups.iter().map(group) }
            </div>
        </Modal>
    }
}

fn group(group: &ShortcutGroup) -> Html {
    html! {
        <section key={group.title} class="shortcut-group">
            <h3>{ group.title }</h3>
            <dl>{ for group.rows.iter().map(row) }</dl>
        </section>
    }
}

fn row(row: &Shortcut) -> Html {
    let chords = row.chords.iter().enumerate().map(|(i, parts)| {
        html! {
            <>
                if i > 0 {
                    <span class="shortcut-or">{ " or " }</span>
                }
                { key_hint(parts) }
            </>
        }
    });
    html! {
        <div class="shortcut">
            <dt>
                if let Some(id) = row.label {
                    { label_swatch(id) }
                }
                <span>{ &row.what }</span>
            </dt>
            <dd>{ for chords }</dd>
        </div>
    }
}
