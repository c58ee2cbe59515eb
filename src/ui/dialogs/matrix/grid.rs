//! The table as a grid of which one cell has the focus. Only what is in view is rendered, in both directions.

use super::row::{Row, cell_id};
use crate::core::address::AddressedPlace;
use crate::core::id::MentionId;
use crate::editor::action::{Action, ChooseAction};
use crate::editor::addresses::AddressAction;
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::date_words::date_words;
use crate::editor::dossier::DossierAction;
use crate::editor::grid_step::GridStep;
use crate::editor::matrix::cell::{CellState, cells, column_name};
use crate::editor::matrix::{Matrix, MatrixPlace};
use crate::editor::store::Store;
use crate::editor::windowing::{rendered_columns, rendered_rows, rows_per_page};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::css_length::fine_rem;
use crate::web::modal::focus_id;
use crate::web::reveal::reveal_id;
use crate::web::scroller::{self, SizeWatch, root_font_size};
use std::ops::Range;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// In `rem`: a line for how it is said, and two for the words.
const ROW_HEIGHT: f64 = 5.0;
/// In `rem`.
const COLUMN_WIDTH: f64 = 13.0;

/// What is shown.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct GridProps {
    /// At least one row.
    pub matrix: Rc<Matrix>,
    /// The cell where the person is.
    pub at: Option<MatrixPlace>,
}

/// What a person does with a cell.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CellAction {
    /// The focus came to it.
    Enter(MatrixPlace),
    /// Opens what it tells of: the claim, or the mention with this number, counted from 0.
    Open(MatrixPlace, usize),
    /// Opens one of its mentions.
    OpenMention(MentionId),
    /// Says that the claim was looked for in vain, or takes that back.
    Toggle(MatrixPlace),
    /// Copies the cell's address.
    CopyLink(MatrixPlace),
}

/// A grid with one tab stop (ARIA APG).
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let store = use_store();
    let matrix = &props.matrix;
    let scroller = use_node_ref();
    let (n_rows, n_columns) = (matrix.rows.len(), matrix.columns.len());
    let (rows, columns, moved) = use_window(&scroller, n_rows, n_columns);
    let cursor = matrix.coordinates(props.at);

    // The cell that gets the focus once it is rendered.
    let wanted = use_mut_ref(|| None::<String>);
    use_effect({
        let wanted = wanted.clone();
        move || {
            if let Some(id) = wanted.take() {
                reveal_id(&id);
                focus_id(&id);
            }
        }
    });
    // Who comes back goes on where they were.
    use_effect_with((), move |()| reveal_id(&cell_id(cursor)));

    let on_cell = {
        let store = store.clone();
        let at = matrix.place(cursor);
        Callback::from(move |action| act(&store, at, action))
    };
    let on_key = {
        let (matrix, scroller, on_cell) = (matrix.clone(), scroller.clone(), on_cell.clone());
        move |event: KeyboardEvent| {
            if event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let (key, place) = (event.key(), matrix.place(cursor));
            let action = if let Some(step) = GridStep::of(&key, event.ctrl_key()) {
                let page = scroller.cast::<Element>().map_or(1, |element| {
                    rows_per_page(ROW_HEIGHT * root_font_size(), scroller::viewport(&element))
                });
                // The head of the table takes the place of a row.
                let to = step.lead(cursor, (n_rows, n_columns + 1), page.saturating_sub(1).max(1));
                if to != cursor {
                    wanted.replace(Some(cell_id(to)));
                }
                matrix.place(to).map(CellAction::Enter)
            } else {
                match (key.as_str(), event.ctrl_key()) {
                    ("Enter", false) => place.map(|place| CellAction::Open(place, 0)),
                    (number @ ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"), false) => {
                        let number: Option<usize> = number.parse().ok();
                        place
                            .zip(number)
                            .map(|(place, number)| CellAction::Open(place, number - 1))
                    }
                    (" " | "x" | "X", false) => place.map(CellAction::Toggle),
                    ("c" | "C", false) => place.map(CellAction::CopyLink),
                    _ => return,
                }
            };
            event.prevent_default();
            action.into_iter().for_each(|action| on_cell.emit(action));
        }
    };

    let around = |range: &Range<usize>, cursor: Option<usize>| -> Vec<usize> {
        let apart = cursor.filter(|at| !range.contains(at));
        let before = apart.filter(|at| *at < range.start);
        let after = apart.filter(|at| *at >= range.end);
        before.into_iter().chain(range.clone()).chain(after).collect()
    };
    let row = |row: usize| {
        let at = (row == cursor.0).then_some(cursor.1);
        let columns = around(&columns, at.and_then(|column| column.checked_sub(1)));
        let claim = matrix.claim(row);
        claim.map(|claim| {
            part!(<Row key={claim.to_string()} {claim} {row} matrix={matrix.clone()} {columns} {at} on_cell={&on_cell} />)
        })
    };
    let size = format!(
        "--row-height: {}; --column-width: {}; --rows: {n_rows}; --columns: {n_columns}",
        fine_rem(ROW_HEIGHT),
        fine_rem(COLUMN_WIDTH),
    );
    html! {
        <>
            <div ref={scroller} class="matrix-scroller" tabindex="-1" onscroll={move |_: Event| moved.emit(())}>
                <div class="matrix-grid" role="grid" aria-label="Claims by articles" aria-rowcount={(n_rows + 1).to_string()}
                    aria-colcount={(n_columns + 1).to_string()} aria-describedby="matrix-keys" ~style={size} onkeydown={on_key}>
                    { part!(<Head key={"head"} matrix={matrix.clone()} columns={columns.clone()} />) }
                    { for around(&rows, Some(cursor.0)).into_iter().filter_map(row) }
                </div>
            </div>
            <p id="matrix-keys" class="matrix-keys">
                <kbd>{ "Enter" }</kbd>{ " opens the quote, " }<kbd>{ "2" }</kbd>{ " the second of several. " }
                <kbd class="letter">{ "x" }</kbd>{ " says that you looked and it is not there. " }
                <kbd class="letter">{ "c" }</kbd>{ " copies a link." }
            </p>
        </>
    }
}

/// The rows and columns to render, and what is to be called when the scroller has scrolled.
#[hook]
fn use_window(scroller: &NodeRef, n_rows: usize, n_columns: usize) -> (Range<usize>, Range<usize>, Callback<()>) {
    let trigger = use_force_update();
    let measure = {
        let scroller = scroller.clone();
        move |n_rows: usize, n_columns: usize| {
            let element = scroller.cast::<Element>();
            let (down, across) = element
                .map(|element| (scroller::viewport(&element), scroller::viewport_across(&element)))
                .unwrap_or_default();
            let rem = root_font_size();
            let rows = rendered_rows(n_rows, ROW_HEIGHT * rem, down);
            (rows, rendered_columns(n_columns, COLUMN_WIDTH * rem, across))
        }
    };
    let now = measure(n_rows, n_columns);
    // The handlers outlive a render, and have to know the table as it was rendered last.
    let latest = use_mut_ref(|| (0, 0, now.clone()));
    *latest.borrow_mut() = (n_rows, n_columns, now.clone());
    let moved = use_callback((), move |(), ()| {
        let (n_rows, n_columns, shown) = latest.borrow().clone();
        if measure(n_rows, n_columns) != shown {
            trigger.force_update();
        }
    });
    use_effect_with(scroller.clone(), {
        let moved = moved.clone();
        move |scroller| {
            let element = scroller.cast::<Element>();
            let watch = element.and_then(|element| SizeWatch::new(&element, move || moved.emit(())));
            move || drop(watch)
        }
    });
    (now.0, now.1, moved)
}

fn act(store: &Store, at: Option<MatrixPlace>, action: CellAction) {
    let close_and = |action: Action| {
        store.dispatch(Action::ShowDialog(None));
        store.dispatch(action);
    };
    let state_of = |(claim, article): MatrixPlace| {
        let article = article?;
        let cells = store.read(|editor| cells(editor, claim, &[article]));
        cells.into_iter().next().map(|cell| (article, cell.state))
    };
    match action {
        CellAction::Enter(place) if at == Some(place) => {}
        CellAction::Enter(place) => store.dispatch(Action::dossier(DossierAction::GoInMatrix(place))),
        CellAction::Open((claim, None), _) => {
            close_and(Action::dossier(DossierAction::ShowClaim(Some(claim))));
            store.dispatch(Action::Run(Command::ShowClaims));
        }
        CellAction::Open(place, number) => {
            if let Some((_, CellState::Present(marks))) = state_of(place)
                && let Some(mark) = marks.get(number)
            {
                close_and(Action::Choose(ChooseAction::Mention(mark.mention)));
            }
        }
        CellAction::OpenMention(id) => close_and(Action::Choose(ChooseAction::Mention(id))),
        CellAction::CopyLink((claim, article)) => {
            let place = article.map_or(AddressedPlace::Claim(claim), |article| {
                AddressedPlace::Cell(claim, article)
            });
            store.dispatch(Action::Address(AddressAction::Copy(place)));
        }
        CellAction::Toggle(place) => {
            if let Some((article, state)) = state_of(place) {
                let absent = !matches!(state, CellState::Absent(_));
                store.dispatch(Action::dossier(DossierAction::SetAbsent(place.0, article, absent)));
            }
        }
    }
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct HeadProps {
    matrix: Rc<Matrix>,
    columns: Range<usize>,
}

/// The articles above their columns.
#[component]
fn Head(props: &HeadProps) -> Html {
    let (matrix, columns) = (props.matrix.clone(), props.columns.clone());
    let shown = use_selector(Topics::ARTICLES | Topics::PROJECT, move |editor| {
        let article = |column| editor.project().article(matrix.article(column)?).cloned();
        columns.clone().map(article).collect::<Vec<_>>()
    });
    let head = |(at, article): (usize, Rc<crate::core::article::Article>)| {
        let name = column_name(&article).to_owned();
        let date = article.date.map(date_words).unwrap_or_default();
        // The title, where the outlet stands above it.
        let below = if name == article.title {
            date.clone()
        } else {
            article.title.clone()
        };
        let title = [article.title.as_str(), date.as_str()].join("\n");
        html! {
            <div key={article.id.to_string()} role="columnheader" class="matrix-article" aria-colindex={(at + 2).to_string()}
                ~style={format!("--column: {at}")} title={title.trim().to_owned()}>
                <span class="matrix-outlet" dir="auto">{ name }</span>
                <span class="matrix-title" dir="auto">{ below }</span>
            </div>
        }
    };
    let shown = props.columns.clone().zip(shown);
    html! {
        <div role="row" class="matrix-head" aria-rowindex="1">
            <div key="claim" role="columnheader" class="matrix-corner" aria-colindex="1">{ "Claim" }</div>
            { for shown.filter_map(|(at, article)| Some(head((at, article?)))) }
        </div>
    }
}
