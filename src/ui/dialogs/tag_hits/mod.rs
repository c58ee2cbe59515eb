//! Annotates all matches: what is looked for, which of the hits are meant, and what they become.

mod hit_checks;

use crate::core::reference::Reference;
use crate::core::search::Query;
use crate::core::sorted::SortedSet;
use crate::editor::action::{Action, AnnotateAction};
use crate::editor::change_set::Topics;
use crate::editor::count::count;
use crate::editor::hits::Hits;
use crate::editor::machine::Editor;
use crate::editor::search::{SearchAction, SearchScope, SearchState};
use crate::editor::tag_hits::{HitsToTag, untagged};
use crate::ui::part::part;
use crate::ui::search::toggles::toggles;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::chip::{Chip, chip};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::ui::widgets::modal::Modal;
use hit_checks::HitChecks;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const TOGGLES: [&str; 4] = ["matches-case", "matches-words", "matches-accents", "matches-regex"];

/// What the dialog shows of the search.
#[derive(Clone, PartialEq)]
struct Now {
    query: Query,
    scope: SearchScope,
    refused: Option<String>,
    in_words: String,
    hits: Rc<Hits>,
}

impl Now {
    fn of(editor: &Editor) -> Self {
        let search = &editor.view().search;
        let refused = match &search.state {
            SearchState::Refused(reason) => Some(reason.clone()),
            _ => None,
        };
        Self {
            query: search.query.clone(),
            scope: search.scope,
            refused,
            in_words: search.in_words(),
            hits: search.hits.clone(),
        }
    }
}

/// All hits are meant at first, but for those that are tagged already.
#[component]
pub fn TagHits() -> Html {
    let store = use_store();
    let now = use_selector(Topics::SEARCH | Topics::HITS | Topics::PROJECT, Now::of);
    // As it was when the dialog opened.
    let chosen = use_memo((), |()| store.read(|editor| editor.chosen().cloned()));
    let labels = store.read(|editor| editor.project().schema().labels.clone());
    let label = use_state(|| {
        let of_chosen = (*chosen).as_ref().map(|mention| mention.label);
        of_chosen.or(labels.first().map(|label| label.id))
    });
    let links = use_state(|| true);
    let left_out = use_state(SortedSet::<usize>::new);
    // Another search is another list.
    use_effect_with(now.hits.clone(), {
        let left_out = left_out.clone();
        move |_| {
            if !left_out.is_empty() {
                left_out.set(SortedSet::new());
            }
        }
    });
    let fresh = {
        let (store, hits) = (store.clone(), now.hits.clone());
        use_memo((now.hits.clone(), *label), move |(_, label)| match label {
            Some(label) => store.read(|editor| untagged(editor, &hits, *label)),
            None => Vec::new(),
        })
    };
    let reference = (*chosen)
        .as_ref()
        .map(|mention| mention.reference())
        .unwrap_or_default();
    let linked = store.read(|editor| name_of(editor, reference));
    let n_meant = fresh.iter().filter(|n| !left_out.contains(n)).count();

    let set = use_dispatch(|query| Action::Search(SearchAction::Set(query)));
    let set_scope = use_dispatch(|scope| Action::Search(SearchAction::SetScope(scope)));
    let on_input = {
        let query = now.query.clone();
        set.reform(move |event: InputEvent| Query {
            text: event.target_unchecked_into::<HtmlInputElement>().value(),
            ..query.clone()
        })
    };
    let scope = |(scope, id, name): (SearchScope, &'static str, &'static str)| {
        let scope_chip = Chip {
            id,
            name,
            group: Some("matches-scope"),
            checked: now.scope == scope,
            disabled: false,
        };
        chip(scope_chip, set_scope.reform(move |_: Event| scope))
    };
    let groups = vec![MenuGroup::plain(labels.iter().map(|label| label.name.clone()))];
    let at = labels.iter().position(|it| Some(it.id) == *label).unwrap_or(0);
    let on_pick = {
        let (labels, label) = (labels.clone(), label.clone());
        Callback::from(move |at: usize| label.set(labels.get(at).map(|label| label.id)))
    };
    let on_links = {
        let links = links.clone();
        move |event: Event| links.set(event.target_unchecked_into::<HtmlInputElement>().checked())
    };
    let on_toggle = {
        let left_out = left_out.clone();
        Callback::from(move |n: usize| {
            let mut now = (*left_out).clone();
            if !now.remove(&n) {
                now.insert(n);
            }
            left_out.set(now);
        })
    };
    let on_all = {
        let (left_out, fresh) = (left_out.clone(), fresh.clone());
        move |_: MouseEvent| {
            let all = n_meant == fresh.len();
            left_out.set(if all {
                fresh.iter().copied().collect()
            } else {
                SortedSet::new()
            });
        }
    };
    let on_submit = {
        let (label, hits, fresh, left_out) = (*label, now.hits.clone(), fresh.clone(), left_out.clone());
        let reference = if *links { reference } else { Reference::default() };
        move |event: SubmitEvent| {
            event.prevent_default();
            let meant = fresh.iter().filter(|n| !left_out.contains(n));
            let places: Vec<_> = meant.filter_map(|n| hits.get(hits.nth(*n)?)).collect();
            if let (Some(label), false) = (label, places.is_empty()) {
                let hits = HitsToTag {
                    label,
                    reference,
                    places,
                };
                store.dispatch(Action::ShowDialog(None));
                store.dispatch(Action::Annotate(AnnotateAction::TagHits(Rc::new(hits))));
            }
        }
    };
    let footer = html! {
        <>
            <span class="modal-said" role="status">{ format!("{} to annotate", count(n_meant, "occurrence")) }</span>
            <button type="submit" form="matches-form" class="button primary" disabled={n_meant == 0}>{ "Annotate" }</button>
        </>
    };
    let is_wrong = now.refused.is_some();
    html! {
        <Modal heading="Annotate all matches" class="modal-matches" {footer}>
            <form id="matches-form" class="form matches" onsubmit={on_submit}>
                <input type="search" class="field" aria-label="Words to annotate" value={now.query.text.clone()}
                    oninput={on_input} aria-describedby="matches-says" aria-invalid={is_wrong.then_some("true")}
                    autocomplete="off" spellcheck="false" dir="auto" data-autofocus="" />
                { toggles(TOGGLES, &now.query, &set) }
                <div class="matches-line">
                    <fieldset class="chips" aria-label="Search in">
                        { for [(SearchScope::Project, "matches-all", "All articles"), (SearchScope::Article, "matches-this", "This article")].map(scope) }
                    </fieldset>
                    <label class="matches-label">
                        <span>{ "as" }</span>
                        { part!(<Menu class="field" name="Label" {groups} {at} {on_pick} />) }
                    </label>
                </div>
                if let Some(name) = linked {
                    <label class="matches-links">
                        <input type="checkbox" checked={*links} onchange={on_links} />
                        <span>{ "linked to " }<bdi>{ name }</bdi>{ " like the chosen mention" }</span>
                    </label>
                }
                <p id="matches-says" class={classes!("search-says", is_wrong.then_some("wrong"))}>
                    { now.refused.clone().unwrap_or(now.in_words.clone()) }
                    if !fresh.is_empty() {
                        <button type="button" class="more" onclick={on_all}>
                            { if n_meant == fresh.len() { "Leave all out" } else { "Take all" } }
                        </button>
                    }
                </p>
                if !now.hits.is_empty() {
                    { part!(<HitChecks hits={now.hits.clone()} fresh={fresh.clone()} left_out={(*left_out).clone()} {on_toggle} />) }
                }
            </form>
        </Modal>
    }
}

/// Of what the chosen mention refers to.
fn name_of(editor: &Editor, reference: Reference) -> Option<String> {
    let dossier = editor.project().dossier();
    let entity = reference
        .entity
        .and_then(|id| dossier.entity(id))
        .map(|entity| entity.name.clone());
    entity.or_else(|| {
        reference
            .claim
            .and_then(|id| dossier.claim(id))
            .map(|claim| claim.text.clone())
    })
}
