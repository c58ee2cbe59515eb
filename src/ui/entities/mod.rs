//! Who and what mentions refer to: the list of entities, or one of them.

mod detail;
mod form;
mod list;
mod named_here;
mod roles;

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use crate::ui::part::part;
use detail::Detail;
use list::List;
use yew::prelude::*;

/// The panel; a key leads to it.
#[component]
pub fn EntitiesPanel() -> Html {
    let entity = use_selector(Topics::LAYOUT | Topics::DOSSIER | Topics::PROJECT, |editor| {
        let dossier = editor.project().dossier();
        editor.view().entity.and_then(|id| dossier.entity(id)).cloned()
    });
    html! {
        <section id="entities" class="dossier" aria-label="Entities" tabindex="-1">
            <h2 class="visually-hidden">{ "Entities" }</h2>
            if let Some(entity) = entity {
                // Another entity is another form: nothing half-typed goes from one to the next.
                { part!(<Detail key={entity.id.to_string()} entity={entity.clone()} />) }
            } else {
                { part!(<List />) }
            }
        </section>
    }
}
