//! A file of annotations waits: what it holds, and how to take it in.

use super::fields::choice_group::{Choice, ChoiceGroup};
use super::problem_list::ProblemList;
use super::worker_at_hand::use_worker_at_hand;
use crate::editor::action::{Action, FilesAction, LibraryAction};
use crate::editor::change_set::Topics;
use crate::editor::import_summary::{ImportSummary, KnownProject, summary};
use crate::editor::report_text::groups;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use yew::prelude::*;

/// The review, as long as there is one.
#[component]
pub fn Import() -> Html {
    let topics = Topics::DIALOG | Topics::PROJECT | Topics::LIBRARY | Topics::MENTIONS;
    let review = use_selector(topics, |editor| {
        editor.view().imports.front().map(|review| summary(editor, review))
    });
    match review {
        Some(summary) => part!(<Review {summary} />),
        None => html! { <Modal heading="Open annotations"><p>{ "No file waits." }</p></Modal> },
    }
}

#[derive(Properties, PartialEq)]
struct ReviewProps {
    summary: ImportSummary,
}

#[component]
fn Review(props: &ReviewProps) -> Html {
    let store = use_store();
    let ImportSummary { ways, known, .. } = &props.summary;
    use_worker_at_hand();
    let chosen = use_state(|| None);
    let mode = chosen.unwrap_or(props.summary.suggested);
    let on_cancel = use_dispatch(|_: MouseEvent| Action::ShowDialog(None));
    let on_submit = {
        let store = store.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            store.dispatch(Action::Files(FilesAction::Accept(mode)));
        }
    };
    let on_choose = {
        let modes: Vec<_> = ways.iter().map(|way| way.mode).collect();
        move |i: usize| chosen.set(modes.get(i).copied())
    };
    let choices: Vec<Choice> = ways
        .iter()
        .map(|way| Choice {
            title: way.title.into(),
            detail: Some(way.consequence.clone().into()),
            closed: way.closed.clone().map(AttrValue::from),
        })
        .collect();
    let offer = known.map(|known| {
        let (title, action) = match known {
            KnownProject::Kept(id) => ("Open it first", LibraryAction::Open(id)),
            KnownProject::Deleted(id) => ("Restore and open it first", LibraryAction::Restore(id)),
        };
        let on_click = move |_: MouseEvent| store.dispatch(Action::Library(action.clone()));
        html! { <button type="button" class="button outlined" onclick={on_click}>{ title }</button> }
    });
    let footer = html! {
        <>
            <button type="button" class="button" onclick={on_cancel}>{ "Cancel" }</button>
            <button type="submit" form="import-form" class="button primary">{ "Take it in" }</button>
        </>
    };
    html! {
        <Modal heading="Open annotations" {footer}>
            <form id="import-form" class="form" onsubmit={on_submit}>
                <div class="import-what">
                    <p class="import-name">{ &props.summary.project_name }</p>
                    <p>{ &props.summary.holds }</p>
                    <p class="form-hint">{ &props.summary.file_name }</p>
                    { for props.summary.remarks.iter().map(|remark| html! { <p class="form-warning">{ remark }</p> }) }
                </div>
                { part!(<ChoiceGroup name="import-mode" label="Take it in" {choices} {on_choose} focused=true
                    chosen={ways.iter().position(|way| way.mode == mode)} />) }
                if let Some(offer) = offer {
                    <p class="import-known">
                        { "To bring the two together, add the file to the project of the library. " }
                        { offer }
                    </p>
                }
            </form>
            if !props.summary.problems.is_empty() {
                <details class="import-problems">
                    <summary>{ "What was noticed while reading" }</summary>
                    { part!(<ProblemList groups={groups(&props.summary.problems)} />) }
                </details>
            }
        </Modal>
    }
}
