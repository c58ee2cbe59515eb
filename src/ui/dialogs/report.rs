//! What the reading of files brought: what was taken in, and what could not be.

use super::problem_list::ProblemList;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::report_text::{groups, plain_text};
use crate::editor::view::ReadingReport;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::ui::widgets::modal::Modal;
use crate::web::clipboard;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Copying {
    NotYet,
    Done,
    Refused,
}

/// Summary, problems by kind, and a copy of all as text.
#[component]
pub fn Report() -> Html {
    let report: Rc<ReadingReport> =
        use_selector(Topics::DIALOG, |editor| editor.view().report.clone()).unwrap_or_default();
    let copying = use_state(|| Copying::NotYet);
    let on_close = use_dispatch(|_: MouseEvent| Action::ShowDialog(None));
    let on_copy = {
        let (report, copying) = (report.clone(), copying.clone());
        move |_: MouseEvent| {
            let (text, copying) = (plain_text(&report), copying.clone());
            spawn_local(async move {
                copying.set(if clipboard::copy(&text).await {
                    Copying::Done
                } else {
                    Copying::Refused
                });
            });
        }
    };
    let said = match *copying {
        Copying::NotYet => "",
        Copying::Done => "Copied.",
        Copying::Refused => "The browser does not allow it. Select the text instead.",
    };
    let footer = html! {
        <>
            <span class="modal-said" role="status">{ said }</span>
            <button type="button" class="button outlined" onclick={on_copy}>{ "Copy as text" }</button>
            <button type="button" class="button primary" data-autofocus="" onclick={on_close}>{ "Done" }</button>
        </>
    };
    html! {
        <Modal heading="What was read" class="modal-wide" {footer}>
            <div class="report" role="group" aria-labelledby="modal-heading" tabindex="0">
                { for report.summary.iter().map(|line| html! { <p>{ line }</p> }) }
                { part!(<ProblemList groups={groups(&report.problems)} />) }
            </div>
        </Modal>
    }
}
