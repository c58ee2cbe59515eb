//! All entities by name, and a filter.

use crate::core::relation::End;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::count::grouped;
use crate::editor::dossier::DossierAction;
use crate::editor::entity_rows::{EntityRow, entity_rows};
use crate::ui::dialogs::label_swatch::label_swatch;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::web::js::fold::fold;
use crate::web::relation_drag::name_of;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// More than anybody reads through; the filter finds the others.
const MOST: usize = 300;

/// A button for each.
#[component]
pub fn List() -> Html {
    let filter = use_state(String::new);
    let typed = (*filter).clone();
    let topics = Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let (rows, n) = use_selector(topics, move |editor| entity_rows(editor, &typed, &fold));
    let show = use_dispatch(|id| Action::dossier(DossierAction::ShowEntity(Some(id))));
    let on_input = {
        let filter = filter.clone();
        move |event: InputEvent| filter.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let row = |row: &EntityRow| {
        let id = row.id;
        html! {
            <li key={id.to_string()}>
                <button type="button" class="dossier-row" data-end={name_of(End::Entity(id))} onclick={show.reform(move |_: MouseEvent| id)}>
                    if let Some(label) = row.label {
                        { label_swatch(label) }
                    }
                    <bdi class="dossier-name">{ &row.name }</bdi>
                    <span class="number" aria-hidden="true">{ grouped(row.n_mentions) }</span>
                    <span class="visually-hidden">{ format!(", mentioned {} times", grouped(row.n_mentions)) }</span>
                </button>
            </li>
        }
    };
    if n == 0 {
        return html! {
            <div class="dossier-none">
                <p>{ "No entities yet." }</p>
                <p class="hint">
                    { "Choose a mention of a person, place or other entity and link it: in the inspector, or with Alt R. " }
                    { "What it refers to is then found in all articles." }
                </p>
            </div>
        };
    }
    html! {
        <>
            <div class="filters">
                <input type="search" class="field" aria-label="Find an entity" placeholder="Find an entity"
                    value={(*filter).clone()} oninput={on_input} autocomplete="off" spellcheck="false" dir="auto" />
            </div>
            <ul class="dossier-list" aria-label="Entities">{ for rows.iter().take(MOST).map(row) }</ul>
            if rows.is_empty() {
                <p class="dossier-none" role="status">{ "No entity has this name." }</p>
            } else if rows.len() > MOST {
                <p class="dossier-none">{ format!("{} more: the filter finds them.", grouped(rows.len() - MOST)) }</p>
            }
        </>
    }
}
