//! What a verdict rests on.

use crate::core::claim::{Claim, ClaimSource};
use crate::editor::claim_draft::{with_source, without_source};
use crate::ui::part::part;
use crate::ui::widgets::text_field::TextField;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Whose.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct SourcesProps {
    /// The claim as it is.
    pub claim: Rc<Claim>,
    /// Keeps it as it is to be.
    pub save: Callback<Rc<Claim>>,
}

/// Each with an address and what it says, and a field for a further one.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let (claim, save) = (&props.claim, &props.save);
    let url = use_state(String::new);
    let on_input = {
        let url = url.clone();
        move |event: InputEvent| url.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let added = with_source(
        claim,
        claim.sources.len(),
        ClaimSource {
            url: url.trim().to_owned(),
            note: String::new(),
        },
    );
    let nothing = added.is_none();
    let on_add = {
        let (url, save) = (url.clone(), save.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(claim) = added.clone() {
                save.emit(claim);
                url.set(String::new());
            }
        }
    };
    let row = |(at, source): (usize, &ClaimSource)| {
        let keep = {
            let (claim, save) = (claim.clone(), save.clone());
            move |source: ClaimSource| {
                let changed = with_source(&claim, at, source);
                let is_kept = changed.is_some();
                changed.into_iter().for_each(|claim| save.emit(claim));
                is_kept
            }
        };
        let on_url = {
            let (keep, note) = (keep.clone(), source.note.clone());
            Callback::from(move |url: String| {
                let note = note.clone();
                keep(ClaimSource { url, note })
            })
        };
        let on_note = {
            let url = source.url.clone();
            move |event: InputEvent| {
                let note = event.target_unchecked_into::<HtmlInputElement>().value();
                keep(ClaimSource { url: url.clone(), note });
            }
        };
        let on_remove = {
            let (removed, save) = (without_source(claim, at), save.clone());
            move |_: MouseEvent| removed.iter().cloned().for_each(|claim| save.emit(claim))
        };
        let n = at + 1;
        html! {
            <li key={at} class="claim-source">
                <div class="claim-line">
                    <div class="claim-url">
                        { part!(<TextField id={format!("claim-source-{n}")} name={format!("Source {n}")} text={source.url.clone()}
                            on_typed={on_url} fault="A source needs an address." />) }
                    </div>
                    <button type="button" class="clear" aria-label={format!("Remove source {n}")} title="Remove" onclick={on_remove}>
                        <span aria-hidden="true">{ "×" }</span>
                    </button>
                </div>
                <input type="text" class="field" aria-label={format!("What source {n} says")} placeholder="What it says" dir="auto"
                    value={source.note.clone()} oninput={on_note} autocomplete="off" />
            </li>
        }
    };
    html! {
        <div class="inspected-part">
            <h3>{ "Sources" }</h3>
            <ul class="claim-articles">{ for claim.sources.iter().enumerate().map(row) }</ul>
            <form class="claim-line" onsubmit={on_add}>
                <input type="text" inputmode="url" class="field" aria-label="New source" placeholder="https://…" value={(*url).clone()}
                    oninput={on_input} autocomplete="off" />
                <button type="submit" class="button outlined" disabled={nothing}>{ "Add" }</button>
            </form>
        </div>
    }
}
