//! The inspector: all about the chosen mention; without one, how often each label stands in the article.

mod also_here;
mod attribute_field;
pub mod choice_field;
pub mod chosen_mention;
mod label_field;
mod note_field;
mod number_field;
mod overview;
mod position;
mod quote;
mod reference_field;
mod span_list;
mod text_answer;

use super::late::{Late, LateView};
use super::late_views;
use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use crate::ui::part::part;
use overview::Overview;
use yew::prelude::*;

/// The panel; it can have the focus, so that a key leads to it.
#[component]
pub fn Inspector() -> Html {
    let topics = Topics::CHOSEN | Topics::MENTIONS | Topics::OPEN | Topics::PROJECT;
    let is_chosen = use_selector(topics, |editor| editor.chosen().is_some());
    html! {
        <aside id="inspector" class="inspector" aria-label="Inspector" tabindex="-1">
            <h2 class="visually-hidden">{ "Inspector" }</h2>
            if is_chosen {
                { part!(<Late view={LateView(late_views::chosen_mention)} />) }
            } else {
                { part!(<Overview />) }
            }
        </aside>
    }
}
