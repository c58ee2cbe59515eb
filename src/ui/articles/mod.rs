//! The list of articles at the page's start.

mod list;
mod row;

pub mod article_menu;

use super::icon::{Glyph, icon};
use super::store_hooks::{use_dispatch, use_selector};
use crate::editor::action::{Action, ArticlesAction, NavigateAction};
use crate::editor::article_rows::article_rows;
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::ui::part::part;
use list::ArticleList;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// From this many articles on there is something to look for.
const WORTH_FILTERING: usize = 4;

/// The navigation: what there is, how far the work is, and where more comes from.
#[component]
pub fn ArticlesPane() -> Html {
    let topics = Topics::ARTICLES | Topics::OPEN | Topics::MENTIONS | Topics::PROJECT;
    let list = use_selector(topics, article_rows);
    let filter = use_selector(Topics::ARTICLES | Topics::PROJECT, |editor| {
        editor.view().article_filter.clone()
    });
    let on_filter = use_dispatch(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Articles(ArticlesAction::Filter(field.value()))
    });
    let close = use_dispatch(|_: MouseEvent| Action::Navigate(NavigateAction::Drawer(None)));
    let open_files = use_dispatch(|_: MouseEvent| Action::Run(Command::OpenFiles));
    let paste = use_dispatch(|_: MouseEvent| Action::Run(Command::PasteArticle));
    let done = match list.n_articles {
        0 => String::new(),
        all => format!("{} of {all} done", list.n_done),
    };
    html! {
        <nav class="articles" aria-label="Articles">
            <div class="pane-head">
                <h2 class="pane-title">{ "Articles" }</h2>
                <span class="pane-note">{ done }</span>
                <button type="button" class="icon-button drawer-close" aria-label="Close the list of articles"
                    title="Close (Esc)" onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            if list.n_articles >= WORTH_FILTERING || !filter.is_empty() {
                <div class="articles-filter">
                    { icon(Glyph::Search) }
                    <input type="search" class="field" placeholder="Filter" aria-label="Filter the articles"
                        autocomplete="off" value={filter.clone()} oninput={on_filter} />
                </div>
            }
            if list.n_articles == 0 {
                <p class="pane-empty">{ "No articles yet." }</p>
            } else if list.rows.is_empty() {
                <p class="pane-empty">{ format!("No title, outlet, author, date or tag holds “{}”.", filter.trim()) }</p>
            }
            { part!(<ArticleList rows={list.rows} />) }
            <div class="articles-foot">
                <button type="button" class="button" onclick={open_files}>
                    { icon(Glyph::Plus) }{ "Add files" }
                </button>
                <button type="button" class="button" onclick={paste}>
                    { icon(Glyph::Paste) }{ "Paste an article" }
                </button>
            </div>
        </nav>
    }
}
