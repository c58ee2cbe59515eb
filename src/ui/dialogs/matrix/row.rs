//! One claim and what the articles say, as far as they are in view.

use super::cell::cell;
use super::grid::CellAction;
use crate::core::id::{ArticleId, ClaimId};
use crate::editor::change_set::Topics;
use crate::editor::matrix::Matrix;
use crate::editor::matrix::cell::cells;
use crate::ui::store_hooks::use_selector;
use std::rc::Rc;
use yew::prelude::*;

/// Which row, and which part of it.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RowProps {
    /// The claim.
    pub claim: ClaimId,
    /// Its place, 0-based.
    pub row: usize,
    /// The table.
    pub matrix: Rc<Matrix>,
    /// The columns of the articles to render, ascending.
    pub columns: Vec<usize>,
    /// Where the keys are, if in this row: 0 is the claim, the articles begin at 1.
    pub at: Option<usize>,
    /// Something is done with a cell.
    pub on_cell: Callback<CellAction>,
}

/// The element's id, by the row and the column, where 0 is the claim.
pub fn cell_id((row, column): (usize, usize)) -> String {
    format!("matrix-cell-{row}-{column}")
}

/// The sentence, then the cells.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let (claim, row) = (props.claim, props.row);
    let articles: Vec<ArticleId> = {
        let articles = props.columns.iter().map(|column| props.matrix.article(*column));
        articles.collect::<Option<_>>().unwrap_or_default()
    };
    let topics = Topics::MENTIONS | Topics::DOSSIER | Topics::ARTICLES | Topics::PROJECT;
    let cells = use_selector(topics, move |editor| cells(editor, claim, &articles));
    let text = props
        .matrix
        .rows
        .get(row)
        .and_then(|at| props.matrix.table.rows.get(*at));
    let text = text.map(|row| row.claim.text.clone()).unwrap_or_default();
    let place = (claim, None);
    let on = |action: CellAction| {
        let on_cell = props.on_cell.clone();
        move || on_cell.emit(action)
    };
    let (on_focus, on_click) = (on(CellAction::Enter(place)), on(CellAction::Open(place, 0)));
    let is_active = props.at == Some(0);
    let shown = props.columns.iter().zip(&cells);
    html! {
        <div role="row" class="matrix-row" aria-rowindex={(row + 2).to_string()} ~style={format!("--row: {row}")}>
            // Keyed as its siblings are: they would all be made anew otherwise, and the focus lost.
            <div key="claim" role="rowheader" id={cell_id((row, 0))} class="matrix-claim" aria-colindex="1"
                tabindex={if is_active { "0" } else { "-1" }} data-autofocus={is_active.then_some("")} title={text.clone()}
                onfocus={move |_: FocusEvent| on_focus()} onclick={move |_: MouseEvent| on_click()}>
                <span dir="auto">{ text.clone() }</span>
            </div>
            { for shown.map(|(column, it)| cell(it, (row, *column), claim, props.at == Some(column + 1), &props.on_cell)) }
        </div>
    }
}
