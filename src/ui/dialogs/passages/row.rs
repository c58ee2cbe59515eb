//! One pair of passages in the list.

use super::RowAction;
use crate::editor::change_set::Topics;
use crate::editor::passages::list::{PassageLine, PassageScope};
use crate::ui::icon::{Glyph, icon};
use crate::ui::store_hooks::use_selector;
use crate::ui::widgets::virtual_list::row_style;
use yew::prelude::*;

/// Which row.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RowProps {
    /// The pair's place in the table.
    pub at: usize,
    /// The row's place in the list, 0-based.
    pub row: usize,
    /// How long the list is.
    pub n_rows: usize,
    /// What the list is about.
    pub scope: PassageScope,
    /// Whether the keys are at it.
    pub active: bool,
    /// What the person does with it.
    pub act: Callback<RowAction>,
}

/// The element's id.
pub fn row_id(at: usize) -> String {
    format!("passage-row-{at}")
}

/// Both passages under their outlets, and why they are alike. Its tools are for the mouse; keys have letters.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let (at, scope) = (props.at, props.scope);
    let topics = Topics::PASSAGES | Topics::ARTICLES | Topics::PROJECT;
    let line = use_selector(topics, move |editor| PassageLine::of(editor, at, scope));
    // Between a removal and the list's own rendering.
    let Some(line) = line else {
        return Html::default();
    };
    let on_open = props.act.reform(move |_: MouseEvent| RowAction::Open(at));
    let button = |glyph, name: &'static str, action: RowAction| {
        let on_click = props.act.reform(move |event: MouseEvent| {
            // The row itself opens it.
            event.stop_propagation();
            action
        });
        html! {
            <span class="icon-button" title={name} onclick={on_click}>{ icon(glyph) }</span>
        }
    };
    let passage = |side: usize| {
        html! {
            <span class="passage">
                <bdi class="passage-name">{ &line.names[side] }</bdi>{ " " }
                <q class="passage-quote" dir="auto">{ &line.quotes[side] }</q>
            </span>
        }
    };
    html! {
        <div role="option" id={row_id(at)} class={classes!("passage-row", props.active.then_some("active"))}
            ~style={row_style(props.row)} aria-selected={props.active.to_string()} aria-posinset={(props.row + 1).to_string()}
            aria-setsize={props.n_rows.to_string()} onclick={on_open}>
            <span class="passage-both">{ passage(0) }{ " " }{ passage(1) }</span>
            <span class="passage-foot">
                <span class="passage-why">{ &line.percent }{ if line.why.is_empty() { "" } else { " · " } }{ &line.why }</span>
                <span class="passage-tools" aria-hidden="true">
                    { button(Glyph::Check, "Same claim", RowAction::SameClaim(at)) }
                    { button(Glyph::Close, "Not the same", RowAction::NotSame(at)) }
                </span>
            </span>
        </div>
    }
}
