//! The inspector: all about the chosen mention; without one, how often each label stands in the article.

mod also_here;
mod attribute_field;
pub mod choice_field;
mod chosen_mention;
mod label_field;
mod note_field;
mod number_field;
mod overview;
mod position;
mod quote;
mod span_list;
mod text_answer;

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use crate::ui::part::part;
use chosen_mention::ChosenMention;
use overview::Overview;
use yew::prelude::*;

/// The panel; it can have the focus, so that a key leads to it.
#[component]
pub fn Inspector() -> Html {
    let chosen = use_selector(
        Topics::CHOSEN | Topics::MENTIONS | Topics::OPEN | Topics::PROJECT,
        |editor| editor.chosen().cloned(),
    );
    html! {
        <aside id="inspector" class="inspector" aria-label="Inspector" tabindex="-1">
            <h2 class="visually-hidden">{ "Inspector" }</h2>
            if let Some(mention) = chosen {
                // Another mention is another form: nothing half-typed goes from one to the next.
                { part!(<ChosenMention key={mention.id.to_string()} mention={mention.clone()} />) }
            } else {
                { part!(<Overview />) }
            }
        </aside>
    }
}
