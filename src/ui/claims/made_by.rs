//! Who makes a claim: its mentions under their articles.

use crate::core::id::MentionId;
use crate::core::sorted::SortedSet;
use crate::editor::action::{Action, ChooseAction};
use crate::editor::claim_sheet::MadeBy;
use crate::editor::count::count;
use crate::editor::dossier::DossierAction;
use crate::editor::matrix::cell::CellMark;
use crate::editor::stance_words::{mark, said_by};
use crate::ui::store_hooks::use_store;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is listed.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct MadeByListProps {
    /// Article by article.
    pub made_by: Vec<MadeBy>,
}

/// A click goes to a mention; those that are ticked can get a claim of their own.
#[component]
pub fn MadeByList(props: &MadeByListProps) -> Html {
    let store = use_store();
    let ticked = use_state(SortedSet::<MentionId>::new);
    let mentions = props.made_by.iter().flat_map(|it| &it.mentions);
    // Some may be gone by now.
    let split: Vec<MentionId> = mentions.map(|it| it.mention).filter(|id| ticked.contains(id)).collect();
    let n_split = split.len();
    let on_split = {
        let (store, ticked) = (store.clone(), ticked.clone());
        move |_: MouseEvent| {
            store.dispatch(Action::dossier(DossierAction::SplitClaim(split.clone())));
            ticked.set(SortedSet::new());
        }
    };
    let mention = |it: &CellMark| {
        let id = it.mention;
        let on_tick = {
            let ticked = ticked.clone();
            move |event: Event| {
                let mut now = (*ticked).clone();
                match event.target_unchecked_into::<HtmlInputElement>().checked() {
                    true => now.insert(id),
                    false => now.remove(&id),
                };
                ticked.set(now);
            }
        };
        let on_go = {
            let store = store.clone();
            move |_: MouseEvent| store.dispatch(Action::Choose(ChooseAction::Mention(id)))
        };
        html! {
            <li key={id.to_string()} class="claim-mention">
                <input type="checkbox" aria-label={format!("Split off: {}", it.quote)} title="Split off"
                    checked={ticked.contains(&id)} onchange={on_tick} />
                <button type="button" class="claim-go" onclick={on_go}>
                    <q dir="auto">{ &it.quote }</q>
                    <span class="claim-how">
                        <span aria-hidden="true">{ mark(it.stance) }{ " " }</span>{ said_by(it.stance, &it.speaker) }
                    </span>
                </button>
            </li>
        }
    };
    let article = |it: &MadeBy| {
        html! {
            <li key={it.article.to_string()}>
                <h4 dir="auto">
                    // First, since a long title is cut.
                    if !it.outlet.is_empty() {
                        <bdi>{ &it.outlet }</bdi>{ " · " }
                    }
                    { &it.title }
                </h4>
                <ul>{ for it.mentions.iter().map(mention) }</ul>
            </li>
        }
    };
    html! {
        <div class="inspected-part">
            <h3>{ if props.made_by.is_empty() { "In no article yet" } else { "In their words" } }</h3>
            <ul class="claim-articles">{ for props.made_by.iter().map(article) }</ul>
            if n_split > 0 {
                <p>
                    <button type="button" class="button outlined" onclick={on_split}>
                        { format!("Split off {}", count(n_split, "mention")) }
                    </button>
                </p>
            }
        </div>
    }
}
