//! The table of claims by articles: which article makes which claim, in its own words.

mod cell;
mod filters;
mod grid;
mod row;

use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::dossier::DossierAction;
use crate::editor::matrix::MatrixQuery;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::ui::widgets::modal::Modal;
use filters::Filters;
use grid::Grid;
use yew::prelude::*;

/// The filters and the table, or why there is none.
#[component]
pub fn MatrixDialog() -> Html {
    let topics = Topics::MATRIX | Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let (matrix, query, at) = use_selector(topics, |editor| {
        let view = editor.view();
        (editor.matrix(), view.matrix.clone(), view.matrix_at)
    });
    let on_clear = {
        let sort = query.sort;
        use_dispatch(move |_: MouseEvent| {
            Action::dossier(DossierAction::SetMatrix(MatrixQuery {
                sort,
                ..MatrixQuery::default()
            }))
        })
    };
    let nothing = |text: &'static str| html! { <p class="matrix-none" tabindex="-1" data-autofocus="">{ text }</p> };
    let body = if matrix.table.rows.is_empty() {
        nothing(
            "No claims yet. Tag what an article claims, link the mention to a claim, and this table shows which articles make it and in what words.",
        )
    } else if matrix.table.articles.is_empty() {
        nothing("No articles yet.")
    } else {
        html! {
            <>
                { part!(<Filters matrix={matrix.clone()} query={query.clone()} />) }
                if matrix.rows.is_empty() {
                    <div class="matrix-none">
                        <p>{ "No claim passes the filters." }</p>
                        <button type="button" class="button outlined" onclick={on_clear}>{ "Clear filters" }</button>
                    </div>
                } else {
                    { part!(<Grid {matrix} {at} />) }
                }
            </>
        }
    };
    html! {
        <Modal heading="Claims by articles" class="modal-matrix">
            <div class="matrix">{ body }</div>
        </Modal>
    }
}
