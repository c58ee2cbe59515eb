//! A field to paste an article into.

use super::fields::text_area::TextArea;
use crate::editor::action::{Action, FilesAction};
use crate::editor::paste_draft::PasteDraft;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_store};
use crate::ui::widgets::modal::Modal;
use crate::web::clipboard::{Pasted, pasted};
use std::rc::Rc;
use yew::prelude::*;

enum Change {
    Pasted(Pasted),
    Typed(String),
}

#[derive(Default, PartialEq)]
struct State(PasteDraft);

impl Reducible for State {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(Self(match change {
            Change::Pasted(paste) => self.0.pasted(&paste.plain, paste.html),
            Change::Typed(text) => self.0.typed(text),
        }))
    }
}

/// The field, and a button that adds what stands in it.
#[component]
pub fn Paste() -> Html {
    let store = use_store();
    // A reducer, since the input that follows a paste comes before the next render.
    let state = use_reducer_eq(State::default);
    let draft = &state.0;
    let on_cancel = use_dispatch(|_: MouseEvent| Action::ShowDialog(None));
    let add = {
        let draft = draft.clone();
        Callback::from(move |()| {
            if !draft.is_empty() {
                store.dispatch(Action::ShowDialog(None));
                store.dispatch(Action::Files(FilesAction::Paste {
                    text: draft.text().to_owned(),
                    html: draft.html().map(str::to_owned),
                }));
            }
        })
    };
    let on_submit = {
        let add = add.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            add.emit(());
        }
    };
    let change = |change: fn(String) -> Change| {
        let dispatcher = state.dispatcher();
        Callback::from(move |text| dispatcher.dispatch(change(text)))
    };
    let on_paste = {
        let dispatcher = state.dispatcher();
        Callback::from(move |event: Event| dispatcher.dispatch(Change::Pasted(pasted(&event))))
    };
    let hint = match draft.html() {
        Some(_) => "What was pasted has no plain text; its text is taken out of the page.",
        None => "It is kept exactly as it stands here. The first line becomes the title.",
    };
    let footer = html! {
        <>
            <button type="button" class="button" onclick={on_cancel}>{ "Cancel" }</button>
            <button type="submit" form="paste-form" class="button primary" disabled={draft.is_empty()}>
                { "Add the article" }
            </button>
        </>
    };
    html! {
        <Modal heading="Paste an article" class="modal-wide" {footer}
            unsaved={(!draft.is_empty()).then_some("The article is not added yet.")}>
            <form id="paste-form" class="form" onsubmit={on_submit}>
                { part!(<TextArea id="paste-text" label="Text" value={draft.text().to_owned()} rows=14 {hint} focused=true
                    on_input={change(Change::Typed)} {on_paste} on_submit={add} />) }
            </form>
        </Modal>
    }
}
