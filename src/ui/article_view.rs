//! The open article: its heading and its text.

use super::store_hooks::{use_selector, use_store};
use crate::editor::change_set::Topics;
use crate::web::pane_binding::PaneBinding;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The heading, and the element that the article pane fills.
#[component]
pub fn ArticleView() -> Html {
    let title = use_selector(Topics::OPEN | Topics::ARTICLES | Topics::PROJECT, |editor| {
        editor.article().map(|article| article.title.clone())
    });
    html! {
        <main class="article-view">
            <h1>{ title.unwrap_or_default() }</h1>
            <ArticleText />
        </main>
    }
}

/// Rendered once: what is inside belongs to the pane.
#[component]
fn ArticleText() -> Html {
    let store = use_store();
    let host = use_node_ref();
    use_effect_with((host.clone(), store), |(host, store)| {
        let binding = host
            .cast::<HtmlElement>()
            .map(|element| PaneBinding::mount(element, store, Rc::new(|_hovered| {})));
        move || drop(binding)
    });
    html! { <div ref={host} id="article-text" role="region" aria-label="Article" tabindex="0" /> }
}
