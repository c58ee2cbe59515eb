//! Two articles side by side: their texts, which passages are joined, why, and what can be said of them.

mod apart_list;
mod columns;
mod pair_bar;
mod pair_panel;
mod proposal_panel;

use crate::core::segment::Toward;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::sheet::BesideSheet;
use crate::editor::change_set::Topics;
use crate::editor::store::Store;
use crate::ui::dialogs::comparing::Comparing;
use crate::ui::dialogs::history_keys::history_command;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use crate::web::browser_segmenter::BrowserSegmenter;
use crate::web::keyboard::is_in_field;
use crate::web::modal::focus_id;
use apart_list::ApartList;
use columns::Columns;
use pair_bar::PairBar;
use pair_panel::PairPanel;
use proposal_panel::ProposalPanel;
use yew::prelude::*;

/// The element that has the focus while one goes from pair to pair.
pub const PAIRS: &str = "beside-pairs";

/// The dialog, and the keys that work anywhere in it.
#[component]
pub fn BesideDialog() -> Html {
    let store = use_store();
    let topics = Topics::BESIDE | Topics::PASSAGES | Topics::MENTIONS | Topics::DOSSIER | Topics::SCHEMA;
    let (sheet, is_proposed) = use_selector(topics, |editor| {
        let proposal = editor.view().beside.proposal;
        (BesideSheet::of(editor, &BrowserSegmenter), proposal.is_some())
    });
    let on_key = {
        let (store, sheet) = (store.clone(), sheet.clone());
        move |event: KeyboardEvent| {
            if !event.default_prevented() && !event.is_composing() && press(&store, sheet.as_ref(), is_proposed, &event)
            {
                event.prevent_default();
            }
        }
    };
    html! {
        <Modal heading="Side by side" class="modal-beside">
            <div class="beside" onkeydown={on_key}>
                { part!(<PairBar sheet={sheet.clone()} />) }
                { part!(<Columns />) }
                <div class="beside-foot">
                    if is_proposed {
                        { part!(<ProposalPanel />) }
                    } else if let Some(sheet) = sheet {
                        { part!(<PairPanel {sheet} />) }
                    } else {
                        { part!(<Comparing nothing="No passage of one says the same as one of the other." />) }
                    }
                    { part!(<ApartList />) }
                </div>
            </div>
        </Modal>
    }
}

/// Whether the key was meant for here.
fn press(store: &Store, sheet: Option<&BesideSheet>, is_proposed: bool, event: &KeyboardEvent) -> bool {
    if is_in_field(event) {
        return false;
    }
    let act = |action| {
        store.dispatch(Action::Beside(action));
        true
    };
    if let Some(command) = history_command(event) {
        store.dispatch(Action::Run(command));
        return true;
    }
    let key = event.key().to_lowercase();
    let primary = event.ctrl_key() || event.meta_key();
    match (key.as_str(), primary, event.alt_key()) {
        ("arrowleft" | "arrowright", false, true) if is_proposed => {
            // As for the chosen mention on the page.
            let is_left = key == "arrowleft";
            let (end, toward) = match (event.shift_key(), is_left) {
                (false, true) => (Toward::End, Toward::Start),
                (false, false) => (Toward::End, Toward::End),
                (true, true) => (Toward::Start, Toward::Start),
                (true, false) => (Toward::Start, Toward::End),
            };
            act(BesideAction::NudgeEnd { end, toward })
        }
        ("escape", false, false) if is_proposed => {
            focus_id(PAIRS);
            act(BesideAction::Decline)
        }
        ("enter", false, false) if is_proposed && !is_button(event) => {
            focus_id(PAIRS);
            act(BesideAction::Accept)
        }
        ("j", false, false) => act(BesideAction::Step(Toward::End)),
        ("k", false, false) => act(BesideAction::Step(Toward::Start)),
        ("s", false, false) => sheet.is_some_and(|sheet| act(BesideAction::SameClaim(sheet.passages))),
        ("x", false, false) => sheet.is_some_and(|sheet| act(BesideAction::NotSame(sheet.passages))),
        ("p", false, false) if !is_proposed => sheet.is_some_and(|sheet| {
            let first = sheet.projectable.first();
            first.is_some_and(|it| act(BesideAction::Propose(it.proposal)))
        }),
        _ => false,
    }
}

/// Enter presses a button that has the focus.
fn is_button(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<web_sys::HtmlButtonElement>().is_some()
}
