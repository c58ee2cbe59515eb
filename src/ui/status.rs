//! Whether everything is stored: a word in the app bar, and a line below it where something is not.

use super::icon::{Glyph, icon};
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::core::formats::FileFormat;
use crate::editor::action::{Action, ExportRequest, FilesAction, SavingAction};
use crate::editor::change_set::Topics;
use crate::editor::saving::{Loss, OtherTab, SavingStatus, Trouble};
use yew::prelude::*;

/// The word. It is not read out by itself, since it changes with every edit; failures are announced by the editor.
#[component]
pub fn Status() -> Html {
    let status = use_selector(Topics::SAVING, |editor| editor.saving().status());
    let (class, glyph, word, reason) = match &status {
        SavingStatus::Saved => ("is-saved", Glyph::Check, "Saved", None),
        SavingStatus::Saving => ("is-saving", Glyph::Busy, "Saving…", None),
        SavingStatus::NotSaved(trouble) => ("is-not-saved", Glyph::Warning, "Not saved", Some(reason_of(trouble))),
        SavingStatus::Elsewhere(other_tab, _) => {
            let reason = explanation_of(*other_tab);
            ("is-not-saved", Glyph::Warning, "Not stored here", Some(reason))
        }
    };
    html! {
        <div class={classes!("status", class)} role="status" aria-live="off" title={explanation(&status)}>
            { icon(glyph) }
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
    let go_on = use_store();
    let go_on = move |_: MouseEvent| {
        let project = go_on.read(|editor| editor.project().id());
        go_on.dispatch(Action::Saving(SavingAction::GoOn(project)));
    };
    let trouble = match status {
        SavingStatus::Saved | SavingStatus::Saving => return Html::default(),
        SavingStatus::Elsewhere(other_tab, changed) => {
            let copy = html! {
                <button type="button" class="button outlined" onclick={download}>{ "Download a copy" }</button>
            };
            let way_out = match (other_tab, changed) {
                (OtherTab::LetGo, Loss::None) => html! {
                    <button type="button" class="button outlined" onclick={go_on}>{ "Go on here" }</button>
                },
                _ => copy,
            };
            return html! {
                <div class="not-saved">
                    { icon(Glyph::Warning) }
                    <p>{ explanation_of(other_tab) }{ advice(other_tab, changed) }</p>
                    { way_out }
                </div>
            };
        }
        SavingStatus::NotSaved(trouble) => trouble,
    };
    // A failed attempt has been announced; that nothing can be stored at all is said by this line.
    let role = matches!(trouble, Trouble::Unavailable(_)).then_some("alert");
    html! {
        <div class="not-saved" {role}>
            { icon(Glyph::Warning) }
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

fn explanation_of(other_tab: OtherTab) -> &'static str {
    match other_tab {
        OtherTab::HasIt => "This project is open in another tab. Changes made here are not stored.",
        OtherTab::LetGo => "The other tab no longer has this project open.",
    }
}

/// What to do about it; goes on after the explanation.
fn advice(other_tab: OtherTab, changed: Loss) -> &'static str {
    match (other_tab, changed) {
        (OtherTab::HasIt, Loss::None) => " Go on in that tab, or close it.",
        (OtherTab::HasIt, Loss::Some) => " Download a copy to keep them.",
        (OtherTab::LetGo, Loss::None) => " Go on here with what it has stored.",
        (OtherTab::LetGo, Loss::Some) => {
            " What you changed here is not stored: download a copy to keep it, then reload this page to go on."
        }
    }
}

fn explanation(status: &SavingStatus) -> String {
    match status {
        SavingStatus::Saved => "Everything is stored in this browser.".to_owned(),
        SavingStatus::Saving => "Being stored in this browser.".to_owned(),
        SavingStatus::NotSaved(trouble) => reason_of(trouble).to_owned(),
        SavingStatus::Elsewhere(other_tab, _) => explanation_of(*other_tab).to_owned(),
    }
}
