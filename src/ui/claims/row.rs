//! One row of the list of claims.

use crate::core::id::ClaimId;
use crate::core::relation::End;
use crate::editor::change_set::Topics;
use crate::editor::claim_list::ClaimLine;
use crate::editor::stance_words::{mark, participle};
use crate::ui::store_hooks::use_selector;
use crate::ui::widgets::virtual_list::row_style;
use crate::web::relation_drag::name_of;
use yew::prelude::*;

/// Which row.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RowProps {
    /// The claim.
    pub id: ClaimId,
    /// Its place in the list, 0-based.
    pub row: usize,
    /// How long the list is.
    pub n_rows: usize,
    /// Whether the keys are at it.
    pub active: bool,
    /// It was clicked.
    pub on_pick: Callback<ClaimId>,
}

/// The element's id.
pub fn row_id(id: ClaimId) -> String {
    format!("claim-row-{id}")
}

/// The sentence, and below it who makes it.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let id = props.id;
    let topics = Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let line = use_selector(topics, move |editor| ClaimLine::of(&editor.claim_table(), id));
    // Between a deletion and the list's own rendering.
    let Some(line) = line else {
        return Html::default();
    };
    let on_click = props.on_pick.reform(move |_: MouseEvent| id);
    let stance = |stance: crate::core::reference::Stance| {
        html! {
            <span key={stance.name()} class="claim-stance">
                <span aria-hidden="true">{ mark(Some(stance)) }{ " " }</span>{ participle(stance) }
            </span>
        }
    };
    html! {
        <div role="option" id={row_id(id)} class={classes!("claim-row", props.active.then_some("active"))}
            ~style={row_style(props.row)} aria-selected={props.active.to_string()} aria-posinset={(props.row + 1).to_string()}
            aria-setsize={props.n_rows.to_string()} data-end={name_of(End::Claim(id))} onclick={on_click}>
            <span class="claim-sentence" dir="auto">{ &line.text }</span>
            <span class="claim-about"><span>{ &line.made_by }</span>{ for line.stances.iter().copied().map(stance) }</span>
        </div>
    }
}
