//! The element in which the article's text stands, and the card beside the pointer.

use super::hover_card::{HoverCard, HoverHandle, Hovered};
use super::store_hooks::{use_selector, use_store};
use crate::editor::change_set::Topics;
use crate::ui::part::part;
use crate::web::glance;
use crate::web::pane_binding::{PaneBinding, UnderPointer};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is inside belongs to the article pane; the element itself stays for good.
#[component]
pub fn ArticleText() -> Html {
    let store = use_store();
    let host = use_node_ref();
    let card = use_memo((), |()| HoverHandle::default());
    use_effect_with((host.clone(), store), {
        let card = card.clone();
        move |(host, store)| {
            let on_hover = Rc::new(move |under: Option<UnderPointer>| {
                card.set(under.map(|UnderPointer { mentions, point }| Hovered {
                    mentions,
                    x: point.x,
                    y: point.y,
                }));
            });
            let binding = host
                .cast::<HtmlElement>()
                .map(|element| PaneBinding::mount(element, store, on_hover));
            // Effects come after everything has been rendered.
            glance::take_over(store);
            move || drop(binding)
        }
    });
    let language = use_selector(Topics::OPEN | Topics::ARTICLES | Topics::PROJECT, |editor| {
        editor.article().map(|article| article.source.language.clone())
    });
    let hidden = language.is_none();
    let lang = language.filter(|tag| !tag.is_empty());
    html! {
        <>
            <div ref={host} id="article-text" class="article-body" role="region" aria-label="Article" tabindex="0"
                {lang} {hidden} />
            { part!(<HoverCard handle={(*card).clone()} />) }
        </>
    }
}
