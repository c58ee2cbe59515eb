//! The other mentions at the place that was clicked last.

use crate::core::id::MentionId;
use crate::editor::action::{Action, ChooseAction};
use crate::editor::change_set::Topics;
use crate::editor::effect::FocusTarget;
use crate::editor::mention_row::MentionRow;
use crate::ui::label_chip::label_chip;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::focus::id_of;
use crate::web::keep_focus;
use yew::prelude::*;

/// Which mention is shown.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct AlsoHereProps {
    /// It is not listed.
    pub mention: MentionId,
}

/// Nothing where the mention lies alone.
#[component]
pub fn AlsoHere(props: &AlsoHereProps) -> Html {
    let store = use_store();
    let chosen = props.mention;
    let others = use_selector(Topics::CHOSEN | Topics::MENTIONS | Topics::SCHEMA, move |editor| {
        let here = editor.view().under_click.iter().copied().filter(|id| *id != chosen);
        here.filter_map(|id| Some((id, MentionRow::of(editor, id)?)))
            .collect::<Vec<_>>()
    });
    if others.is_empty() {
        return Html::default();
    }
    let other = |(id, row): &(MentionId, MentionRow)| {
        let (id, store) = (*id, store.clone());
        let on_click = move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[id_of(FocusTarget::Inspector)]);
            store.dispatch(Action::Choose(ChooseAction::UnderClick(id)));
        };
        html! {
            <li key={id.to_string()}>
                <button type="button" class="also" onclick={on_click}>
                    { label_chip(&row.label) }
                    <q dir="auto">{ &row.quote }</q>
                </button>
            </li>
        }
    };
    html! {
        <section class="inspected-part" aria-labelledby="also-here">
            <h2 id="also-here">{ "Also here" }</h2>
            <ul>{ for others.iter().map(other) }</ul>
        </section>
    }
}
