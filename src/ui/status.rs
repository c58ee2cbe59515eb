//! Whether everything is stored: a word in the app bar, and a line below it where something is not.

use super::icon::{Glyph, Icon};
use super::store_hooks::{use_dispatch, use_selector};
use crate::core::formats::FileFormat;
use crate::editor::action::{Action, ExportRequest, FilesAction};
use crate::editor::change_set::Topics;
use crate::editor::saving::{SavingStatus, Trouble};
use yew::prelude::*;

/// The word. It is not read out by itself, since it changes with every edit; failures are announced by the editor.
#[component]
pub fn Status() -> Html {
    let status = use_selector(Topics::SAVING, |editor| editor.saving().status());
    let (class, glyph, word, reason) = match &status {
        SavingStatus::Saved => ("is-saved", Glyph::Check, "Saved", None),
        SavingStatus::Saving => ("is-saving", Glyph::Busy, "Saving…", None),
        SavingStatus::NotSaved(trouble) => ("is-not-saved", Glyph::Warning, "Not saved", Some(reason_of(trouble))),
    };
    html! {
        <div class={classes!("status", class)} role="status" aria-live="off" title={explanation(&status)}>
            <Icon {glyph} />
            <span class="status-word">{ word }</span>
            if let Some(reason) = reason {
                <span class="visually-hidden">{ format!(": {reason}") }</span>
            }
        </div>
    }
}

/// The line: why nothing is stored, and what keeps the work all the same.
#[component]
pub fn NotSaved() -> Html {
    let status = use_selector(Topics::SAVING, |editor| editor.saving().status());
    let download = use_dispatch(|_: MouseEvent| {
        let request = ExportRequest {
            format: FileFormat::Native,
            articles: None,
        };
        Action::Files(FilesAction::Export(request))
    });
    let SavingStatus::NotSaved(trouble) = status else {
        return Html::default();
    };
    // A failed attempt has been announced; that nothing can be stored at all is said by this line.
    let role = matches!(trouble, Trouble::Unavailable(_)).then_some("alert");
    html! {
        <div class="not-saved" {role}>
            <Icon glyph={Glyph::Warning} />
            <p>
                <strong>{ "Not saved: " }</strong>{ reason_of(&trouble) }
                { " Download a copy before you close this page, so that nothing is lost." }
            </p>
            <button type="button" class="button outlined" onclick={download}>{ "Download a copy" }</button>
        </div>
    }
}

fn reason_of(trouble: &Trouble) -> &str {
    match trouble {
        Trouble::Unavailable(reason) | Trouble::Failed(reason) => reason,
    }
}

fn explanation(status: &SavingStatus) -> String {
    match status {
        SavingStatus::Saved => "Everything is stored in this browser.".to_owned(),
        SavingStatus::Saving => "Being stored in this browser.".to_owned(),
        SavingStatus::NotSaved(trouble) => reason_of(trouble).to_owned(),
    }
}
