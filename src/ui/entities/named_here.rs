//! Where an entity is named, in all articles; some of the mentions can be split off.

use crate::core::id::{EntityId, MentionId};
use crate::editor::action::{Action, ChooseAction};
use crate::editor::change_set::Topics;
use crate::editor::count::count;
use crate::editor::dossier::DossierAction;
use crate::editor::entity_rows::{NamedHere, named_here};
use crate::ui::store_hooks::{use_dispatch, use_selector};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many more are shown each time.
const STEP: usize = 100;

/// Whose mentions.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct NamedHereProps {
    /// The entity.
    pub entity: EntityId,
}

/// Each with its line; a click goes there.
#[component]
pub fn NamedHereList(props: &NamedHereProps) -> Html {
    let entity = props.entity;
    let most = use_state(|| STEP);
    let picked = use_state(Vec::<MentionId>::new);
    let shown = *most;
    let topics = Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let (rows, n) = use_selector(topics, move |editor| named_here(editor, entity, shown));
    let go = use_dispatch(|id| Action::Choose(ChooseAction::Mention(id)));
    let split = use_dispatch(|mentions| Action::dossier(DossierAction::SplitEntity(mentions)));
    let row = |row: &NamedHere| {
        let id = row.id;
        let on_check = {
            let picked = picked.clone();
            move |event: Event| {
                let mut now = (*picked).clone();
                now.retain(|other| *other != id);
                if event.target_unchecked_into::<HtmlInputElement>().checked() {
                    now.push(id);
                }
                picked.set(now);
            }
        };
        let checkbox = format!("split-{id}");
        html! {
            <li key={id.to_string()}>
                if let Some(title) = &row.title {
                    <h4 class="dossier-article"><bdi>{ title }</bdi></h4>
                }
                <div class="dossier-mention">
                    <input type="checkbox" id={checkbox} aria-label={format!("Select “{}” to split it off", row.excerpt.hit)}
                        checked={picked.contains(&id)} onchange={on_check} />
                    <button type="button" class="dossier-quote" dir="auto" onclick={go.reform(move |_: MouseEvent| id)}>
                        { &row.excerpt.before }<mark>{ &row.excerpt.hit }</mark>{ &row.excerpt.after }
                    </button>
                </div>
            </li>
        }
    };
    let chosen: Vec<MentionId> = rows.iter().map(|row| row.id).filter(|id| picked.contains(id)).collect();
    let n_chosen = chosen.len();
    let on_split = split.reform(move |_: MouseEvent| chosen.clone());
    let on_more = move |_: MouseEvent| most.set(shown + STEP);
    html! {
        <section class="inspected-part" aria-labelledby="named-here">
            <h3 id="named-here">{ count(n, "mention") }</h3>
            <ul class="dossier-mentions">{ for rows.iter().map(row) }</ul>
            if n > rows.len() {
                <button type="button" class="button" onclick={on_more}>{ "Show more" }</button>
            }
            if n_chosen > 0 && n_chosen < n {
                <button type="button" class="button outlined" onclick={on_split}>
                    { format!("Split {} off", count(n_chosen, "mention")) }
                </button>
            }
        </section>
    }
}
