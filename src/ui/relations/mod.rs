//! What a mention, a claim or an entity is related to: a list of its relations, and the ways to a new one.

mod grip;
mod row;

use crate::core::relation::End;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::dialog::Dialog;
use crate::editor::relating::Relating;
use crate::editor::relation_list::{RelationLine, relation_lines};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use grip::Grip;
use row::Row;
use yew::prelude::*;

/// Whose relations.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RelationListProps {
    /// One of the project.
    pub of: End,
}

/// The id of the button that begins a new one; where the focus goes when a relation is gone.
pub fn relate_id(of: End) -> &'static str {
    match of {
        End::Mention(_) => "relate-mention",
        End::Claim(_) => "relate-claim",
        End::Entity(_) => "relate-entity",
    }
}

/// Each with its direction and what stands at the other end.
#[component]
pub fn RelationList(props: &RelationListProps) -> Html {
    let of = props.of;
    let topics = Topics::DOSSIER | Topics::SCHEMA | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let lines = use_selector(topics, move |editor| relation_lines(editor, of));
    let on_relate = use_dispatch(move |_: MouseEvent| Action::ShowDialog(Some(Dialog::Relate(Relating::from_end(of)))));
    let id = relate_id(of);
    // On a wide page two of these lists can be seen.
    let (name, heading) = match of {
        End::Mention(_) => ("Relations of the mention", html! { <h2>{ "Relations" }</h2> }),
        End::Claim(_) => ("Relations of the claim", html! { <h3>{ "Relations" }</h3> }),
        End::Entity(_) => ("Relations of the entity", html! { <h3>{ "Relations" }</h3> }),
    };
    let row = |line: &RelationLine| part!(<Row key={line.id.to_string()} {of} line={line.clone()} />);
    html! {
        <section class="inspected-part relations" aria-label={name}>
            { heading }
            if !lines.is_empty() {
                <ul>{ for lines.iter().map(row) }</ul>
            }
            <p class="relations-new">
                <button type="button" {id} class="button" onclick={on_relate}>{ "Relate…" }</button>
                { part!(<Grip {of} />) }
            </p>
        </section>
    }
}
