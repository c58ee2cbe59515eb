//! The search: what is looked for, how, and the hits.

mod hit_list;
mod hit_rows;
pub mod toggles;

use super::icon::{Glyph, icon};
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::core::search::Query;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::dialog::Dialog;
use crate::editor::machine::Editor;
use crate::editor::search::{SearchAction, SearchScope, SearchState};
use crate::ui::widgets::chip::{Chip, chip};
use hit_list::{Listed, use_hit_list};
use toggles::toggles;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the panel shows above the hits.
#[derive(Clone, PartialEq)]
struct Now {
    query: Query,
    scope: SearchScope,
    /// Why it cannot be searched for.
    refused: Option<String>,
    in_words: String,
    listed: Listed,
}

impl Now {
    fn of(editor: &Editor) -> Self {
        let search = &editor.view().search;
        Self {
            query: search.query.clone(),
            scope: search.scope,
            refused: match &search.state {
                SearchState::Refused(reason) => Some(reason.clone()),
                _ => None,
            },
            in_words: search.in_words(),
            listed: Listed::of(editor),
        }
    }
}

const SCOPES: [(SearchScope, &str, &str); 2] = [
    (SearchScope::Project, "search-all", "All articles"),
    (SearchScope::Article, "search-this", "This article"),
];

const TOGGLES: [&str; 4] = ["search-case", "search-words", "search-accents", "search-regex"];

/// The field keeps the keyboard while one goes from hit to hit: Enter and the arrow keys step, Escape leads to the text.
#[component]
pub fn SearchPanel() -> Html {
    let store = use_store();
    let topics = Topics::SEARCH | Topics::HITS | Topics::ARTICLES | Topics::PROJECT;
    let now = use_selector(topics, Now::of);
    let list = use_hit_list(&now.listed);
    let has_hits = !now.listed.hits.is_empty();
    let set = use_dispatch(|query| Action::Search(SearchAction::Set(query)));
    let set_scope = use_dispatch(|scope| Action::Search(SearchAction::SetScope(scope)));
    let run = use_dispatch(Action::Run);
    let on_annotate = use_dispatch(|_: MouseEvent| Action::ShowDialog(Some(Dialog::TagHits)));
    let on_input = {
        let query = now.query.clone();
        set.reform(move |event: InputEvent| Query {
            text: event.target_unchecked_into::<HtmlInputElement>().value(),
            ..query.clone()
        })
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let command = match (event.key().as_str(), event.shift_key()) {
            ("Enter", false) | ("ArrowDown", _) => Command::NextHit,
            ("Enter", true) | ("ArrowUp", _) => Command::PreviousHit,
            ("Escape", _) => Command::GoToText,
            _ => return,
        };
        event.prevent_default();
        store.dispatch(Action::Run(command));
    };
    let scope = |(scope, id, name): (SearchScope, &'static str, &'static str)| {
        let scope_chip = Chip {
            id,
            name,
            group: Some("search-scope"),
            checked: now.scope == scope,
            disabled: false,
        };
        chip(scope_chip, set_scope.reform(move |_: Event| scope))
    };
    let step = |command: Command, name: &'static str, glyph: Glyph| {
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} disabled={!has_hits}
                onclick={run.reform(move |_: MouseEvent| command)}>
                { icon(glyph) }
            </button>
        }
    };
    let is_wrong = now.refused.is_some();
    html! {
        <section class="search" role="search" aria-label="Search">
            <h2 class="visually-hidden">{ "Search" }</h2>
            <div class="filters">
                <input id="search-field" type="search" class="field" aria-label="Search the articles"
                    placeholder="Search the articles" value={now.query.text.clone()} oninput={on_input}
                    onkeydown={on_key} aria-describedby="search-says" aria-invalid={is_wrong.then_some("true")}
                    autocomplete="off" spellcheck="false" dir="auto" />
                { toggles(TOGGLES, &now.query, &set) }
                <div class="filters-top">
                    <fieldset class="chips" aria-label="Search in">
                        { for SCOPES.map(scope) }
                    </fieldset>
                    <span class="search-steps">
                        { step(Command::PreviousHit, "Previous hit", Glyph::MoveUp) }
                        { step(Command::NextHit, "Next hit", Glyph::MoveDown) }
                    </span>
                </div>
                <div class="search-line">
                    <p id="search-says" class={classes!("search-says", is_wrong.then_some("wrong"))}>
                        { now.refused.unwrap_or(now.in_words) }
                    </p>
                    if has_hits {
                        <button type="button" class="more" onclick={on_annotate}>{ "Annotate all…" }</button>
                    }
                </div>
            </div>
            if has_hits {
                { list }
            } else if now.query.is_empty() {
                <p class="search-hint">
                    { "Enter goes from hit to hit, " }<kbd>{ "F3" }</kbd>
                    { " does so from anywhere. Each hit waits for a label, as if it were selected." }
                </p>
            }
        </section>
    }
}
