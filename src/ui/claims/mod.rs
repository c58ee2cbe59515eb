//! The claims: the list of all, or one of them with who makes it.

mod absences;
pub mod checked;
mod facts;
mod list;
mod made_by;
mod new_claim;
mod row;
mod sheet;
mod sources;

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use crate::editor::view::{LowerPanel, SidePanel};
use crate::ui::part::part;
use crate::web::modal::focus_if_lost;
use list::ClaimList;
use sheet::Sheet;
use yew::prelude::*;

/// The panel; it can have the focus, so that a key leads to it. While another panel is shown it holds nothing, so that
/// nothing is worked out for it.
#[component]
pub fn ClaimsPanel() -> Html {
    // Where a claim is gone by undo, the list is shown.
    let (is_shown, shown) = use_selector(Topics::LAYOUT | Topics::DOSSIER | Topics::PROJECT, |editor| {
        let (dossier, view) = (editor.project().dossier(), editor.view());
        let is_shown = view.side == SidePanel::Claims || view.below == LowerPanel::Claims;
        (is_shown, view.claim.filter(|id| dossier.claim(*id).is_some()))
    });
    let filter = use_state(String::new);
    use_effect_with((shown, is_shown), |(_, is_shown)| {
        if *is_shown {
            focus_if_lost(&["claims"]);
        }
    });
    let on_filter = {
        let filter = filter.clone();
        Callback::from(move |text| filter.set(text))
    };
    html! {
        <section id="claims" class="claims" aria-label="Claims" tabindex="-1">
            <h2 class="visually-hidden">{ "Claims" }</h2>
            if is_shown {
                if let Some(id) = shown {
                    // Another claim is another form: nothing half-typed goes from one to the next.
                    { part!(<Sheet key={id.to_string()} claim={id} />) }
                } else {
                    { part!(<ClaimList filter={(*filter).clone()} {on_filter} />) }
                }
            }
        </section>
    }
}
