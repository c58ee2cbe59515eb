//! The list of all claims, filtered, walked through by mouse or keys.

use super::new_claim::NewClaim;
use super::row::{Row, row_id};
use crate::core::id::ClaimId;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::claim_list::listed;
use crate::editor::command::Command;
use crate::editor::dossier::DossierAction;
use crate::editor::roving::Step;
use crate::editor::windowing::{rows_per_page, scroll_to_show};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::virtual_list::VirtualList;
use crate::web::scroller::{self, root_font_size};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// In `rem`: two lines of a sentence and one below.
const ROW_HEIGHT: f64 = 4.75;

/// What the list is filtered by.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ClaimListProps {
    /// As typed.
    pub filter: String,
    /// Something else is typed.
    pub on_filter: Callback<String>,
}

/// The filter, the table of claims by articles, the rows, and a field for a new one.
#[component]
pub fn ClaimList(props: &ClaimListProps) -> Html {
    let store = use_store();
    let filter = props.filter.clone();
    let topics = Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let (rows, all) = use_selector(topics, move |editor| {
        let table = editor.claim_table();
        (listed(&table, &filter), table.rows.len())
    });
    let list = use_node_ref();
    let cursor = use_state_eq(|| None::<ClaimId>);
    let cursor_row = cursor.and_then(|id| rows.iter().position(|row| *row == id));
    let on_passages = use_dispatch(|_: MouseEvent| Action::Run(Command::ShowPassages));
    let on_matrix = use_dispatch(|_: MouseEvent| Action::Run(Command::ShowMatrix));
    let on_filter = props
        .on_filter
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());

    let on_focus = {
        let (cursor, first) = (cursor.clone(), rows.first().copied());
        Callback::from(move |_: FocusEvent| {
            if cursor_row.is_none() {
                cursor.set(first);
            }
        })
    };
    let on_pick = Callback::from(move |id| store.dispatch(Action::dossier(DossierAction::ShowClaim(Some(id)))));
    let on_key = {
        let (list, rows, on_pick) = (list.clone(), rows.clone(), on_pick.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let Some(list) = list.cast::<Element>() else {
                return;
            };
            let (height, viewport) = (ROW_HEIGHT * root_font_size(), scroller::viewport(&list));
            if let Some(step) = Step::in_list(&event.key()) {
                let to = step.stopping(cursor_row, rows.len(), rows_per_page(height, viewport));
                if let Some((row, id)) = to.and_then(|row| Some((row, *rows.get(row)?))) {
                    cursor.set(Some(id));
                    let top = scroll_to_show(row, height, viewport);
                    top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
                }
            } else {
                let id = cursor_row.and_then(|row| rows.get(row));
                match (event.key().as_str(), id) {
                    ("Enter" | " ", Some(id)) => on_pick.emit(*id),
                    _ => return,
                }
            }
            event.prevent_default();
        })
    };
    let active_id = cursor_row.and_then(|row| rows.get(row)).map(|id| row_id(*id));
    let (n_rows, is_filtered) = (rows.len(), rows.len() != all);
    let count = match is_filtered {
        true => format!("{n_rows} of {all}"),
        false => all.to_string(),
    };
    let noun = if all == 1 { "claim" } else { "claims" };
    let row = Callback::from(move |row: usize| match rows.get(row).copied() {
        Some(id) => {
            part!(<Row key={id.to_string()} {id} {row} {n_rows} active={cursor_row == Some(row)} on_pick={&on_pick} />)
        }
        None => Html::default(),
    });
    html! {
        <>
            if all > 0 {
                <div class="filters">
                    <div class="filters-top">
                        <button type="button" class="button outlined" onclick={on_matrix}>{ "Compare by articles" }</button>
                        <button type="button" class="button outlined" onclick={on_passages.clone()}>{ "Same passages" }</button>
                        <span class="count"><span id="claim-count">{ count }</span>{ " " }{ noun }</span>
                    </div>
                    <input type="search" class="field" aria-label="Find in claims" placeholder="Find in claims"
                        value={props.filter.clone()} oninput={on_filter} aria-describedby="claim-count" autocomplete="off"
                        dir="auto" />
                </div>
            }
            if n_rows > 0 {
                { part!(<VirtualList id="claim-list" label="Claims" scroller={list} {n_rows} row_height={ROW_HEIGHT} {row}
                    cursor={cursor_row} active_id={active_id.map(AttrValue::from)} onkeydown={on_key} onfocus={on_focus} />) }
            } else if all > 0 {
                <p class="claims-none">{ "No claim holds these words." }</p>
            } else {
                <p class="claims-none">
                    { "A claim is a statement that articles make, each in its own words. Write one here, or tag what an article claims and link the mention to it." }
                </p>
                <p class="claims-none">
                    <button type="button" class="button outlined" onclick={on_passages}>{ "Find passages with the same content" }</button>
                </p>
            }
            { part!(<NewClaim />) }
        </>
    }
}
