//! Two buttons that move something up or down in a list. They never lose the focus: at an end they do nothing.

use crate::core::segment::Toward;
use yew::prelude::*;

/// What they move.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct MoveButtonsProps {
    /// The ids are this with `-up` and `-down`.
    pub id: AttrValue,
    /// What it is, such as `the label`.
    pub what: AttrValue,
    /// Where it is now, 0-based.
    pub place: usize,
    /// Of how many.
    pub n: usize,
    /// Moves it by one.
    pub on_move: Callback<Toward>,
}

/// Up and down.
#[component]
pub fn MoveButtons(props: &MoveButtonsProps) -> Html {
    let button = |toward: Toward, sign: &str, word: &str, ended: bool| {
        let on_click = props.on_move.reform(move |_: MouseEvent| toward);
        html! {
            <button type="button" id={format!("{}-{word}", props.id)} class="button icon" onclick={on_click}
                aria-label={format!("Move {} {word}", props.what)} aria-disabled={ended.then_some("true")}
                title={format!("Move {word}")}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    html! {
        <>
            { button(Toward::Start, "↑", "up", props.place == 0) }
            { button(Toward::End, "↓", "down", props.place + 1 >= props.n) }
        </>
    }
}
