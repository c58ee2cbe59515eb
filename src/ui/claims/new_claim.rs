//! A field for a new claim.

use crate::editor::action::Action;
use crate::editor::dossier::DossierAction;
use crate::ui::store_hooks::use_store;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The sentence, and a button.
#[component]
pub fn NewClaim() -> Html {
    let store = use_store();
    let text = use_state(String::new);
    let on_input = {
        let text = text.clone();
        move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let nothing = text.trim().is_empty();
    let on_submit = {
        let text = text.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if !nothing {
                store.dispatch(Action::dossier(DossierAction::NewClaim((*text).clone())));
                text.set(String::new());
            }
        }
    };
    html! {
        <form class="claim-new" onsubmit={on_submit}>
            <input type="text" class="field" aria-label="New claim" placeholder="New claim, in one sentence"
                value={(*text).clone()} oninput={on_input} autocomplete="off" dir="auto" />
            <button type="submit" class="button outlined" disabled={nothing}>{ "Add" }</button>
        </form>
    }
}
