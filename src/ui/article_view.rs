//! The open article: its heading and its text.

use super::store_hooks::use_selector;
use crate::editor::change_set::Topics;
use yew::prelude::*;

/// The heading, and the element that the article pane fills.
#[component]
pub fn ArticleView() -> Html {
    let title = use_selector(Topics::OPEN | Topics::ARTICLES, |editor| {
        editor.article().map(|article| article.title.clone())
    });
    html! {
        <main class="article-view">
            <h1>{ title.unwrap_or_default() }</h1>
        </main>
    }
}
