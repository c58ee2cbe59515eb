//! What an article says of a claim, that it does not, or that nobody has looked.

use super::grid::CellAction;
use super::row::cell_id;
use crate::core::id::ClaimId;
use crate::editor::matrix::cell::{CellMark, CellState, MatrixCell};
use crate::editor::stance_words::{mark, said_by};
use crate::ui::claims::checked::checked;
use crate::ui::icon::{Glyph, icon};
use crate::web::modal::focus_id;
use yew::prelude::*;

/// The cell of an article; `column` is that of the article, 0-based.
pub fn cell(
    it: &MatrixCell,
    (row, column): (usize, usize),
    claim: ClaimId,
    is_active: bool,
    on_cell: &Callback<CellAction>,
) -> Html {
    let place = (claim, Some(it.article));
    let on_focus = on_cell.reform(move |_: FocusEvent| CellAction::Enter(place));
    let on_open = on_cell.reform(move |_: MouseEvent| CellAction::Open(place, 0));
    let on_toggle = on_cell.reform(move |_: MouseEvent| {
        // The button is gone after that.
        focus_id(&cell_id((row, column + 1)));
        CellAction::Toggle(place)
    });
    let (kind, title, content) = match &it.state {
        CellState::Present(marks) => {
            let quotes: Vec<&str> = marks.iter().map(|it| it.quote.as_str()).collect();
            ("matrix-present", Some(quotes.join("\n")), present(marks, on_cell))
        }
        CellState::Absent(absence) => {
            let content = html! {
                <>
                    <span class="matrix-absence">{ "– checked and absent" }</span>
                    { toggle(Glyph::Undo, "Take back that it is not there", on_toggle) }
                </>
            };
            ("matrix-absent", Some(checked(absence)), content)
        }
        CellState::Unseen => (
            "matrix-unseen",
            None,
            toggle(Glyph::Close, "Looked, not there", on_toggle),
        ),
    };
    html! {
        <div key={it.article.to_string()} role="gridcell" id={cell_id((row, column + 1))} class={classes!("matrix-cell", kind)}
            aria-colindex={(column + 2).to_string()} aria-label={it.name.clone()} {title}
            tabindex={if is_active { "0" } else { "-1" }} data-autofocus={is_active.then_some("")}
            ~style={format!("--column: {column}")} onfocus={on_focus} onclick={on_open}>
            { content }
        </div>
    }
}

fn present(marks: &[CellMark], on_cell: &Callback<CellAction>) -> Html {
    let one = |(at, it): (usize, &CellMark)| {
        let id = it.mention;
        let on_click = on_cell.reform(move |event: MouseEvent| {
            // The cell itself opens the first one.
            event.stop_propagation();
            CellAction::OpenMention(id)
        });
        html! {
            <span key={id.to_string()} class="matrix-mark" onclick={on_click}>
                { if at > 0 { "; " } else { "" } }
                <span class="matrix-sign">{ mark(it.stance) }</span>{ " " }{ said_by(it.stance, &it.speaker) }
            </span>
        }
    };
    html! {
        <>
            <span class="matrix-marks">{ for marks.iter().enumerate().map(one) }</span>{ " " }
            <q class="matrix-quote" dir="auto">{ marks.first().map(|it| it.quote.clone()) }</q>
        </>
    }
}

/// For the mouse and the finger; keys have `x`.
fn toggle(glyph: Glyph, name: &'static str, on_click: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button matrix-toggle" tabindex="-1" aria-label={name} title={name} onclick={on_click}>
            { icon(glyph) }
        </button>
    }
}
