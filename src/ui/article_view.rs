//! The open article: its heading, its text, and the way to the next one. Scrolls by itself, so that the panels stay.

use super::article_heading::ArticleHeading;
use super::article_text::ArticleText;
use super::empty_project::EmptyProject;
use super::icon::{Glyph, icon};
use super::overview_strip::OverviewStrip;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::core::id::ArticleId;
use crate::editor::action::Action;
use crate::editor::article_rows::open_row;
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::ui::part::part;
use crate::web::{pane_binding, scroller};
use std::collections::HashMap;
use web_sys::Element;
use yew::prelude::*;

/// The heading, and the element that the article pane fills.
#[component]
pub fn ArticleView() -> Html {
    let (row, project, n_articles) = use_selector(Topics::OPEN | Topics::ARTICLES | Topics::PROJECT, |editor| {
        let project = editor.project();
        (open_row(editor), project.id(), project.articles().len())
    });
    let next_article = use_dispatch(|_: MouseEvent| Action::Run(Command::NextArticle));
    let open = row.as_ref().map(|row| row.article.id);
    let (node, on_scroll) = use_places(open);
    let has_next = row.as_ref().is_some_and(|row| row.index + 1 < n_articles);
    html! {
        <div class="article-frame">
            <div ref={node.clone()} id="article-scroll" class="article-scroll" onscroll={on_scroll}
                data-project={project.to_string()} data-article={open.map(|id| id.to_string())}>
                <article class="article-column">
                    <div class="article-top">
                        if let Some(row) = row.clone() {
                            { part!(<ArticleHeading {row} />) }
                        } else {
                            { part!(<EmptyProject />) }
                        }
                    </div>
                    { part!(<ArticleText />) }
                    <div class="article-end">
                        if has_next {
                            <button type="button" class="button" onclick={next_article}>
                                { "Next article" }{ icon(Glyph::MoveDown) }
                            </button>
                        }
                    </div>
                </article>
            </div>
            { part!(<OverviewStrip scroller={node} />) }
        </div>
    }
}

/// Brings each article back to where it was read, a new one to its start, unless a place in it was asked for.
#[hook]
fn use_places(open: Option<ArticleId>) -> (NodeRef, Callback<Event>) {
    let store = use_store();
    let node = use_node_ref();
    let places = use_mut_ref(HashMap::<ArticleId, f64>::new);
    {
        let (node, places) = (node.clone(), places.clone());
        use_effect_with(open, move |open| {
            if let (Some(open), Some(element)) = (open, node.cast::<Element>())
                && !pane_binding::is_place_asked_for()
            {
                scroller::scroll_to(&element, places.borrow().get(open).copied().unwrap_or(0.0));
            }
        });
    }
    let on_scroll = {
        let node = node.clone();
        Callback::from(move |_: Event| {
            // Another article may be open already, and not rendered yet.
            let is_open = open.is_some() && store.read(|editor| editor.view().article) == open;
            if let (Some(open), true, Some(element)) = (open, is_open, node.cast::<Element>()) {
                places.borrow_mut().insert(open, scroller::viewport(&element).top);
            }
        })
    };
    (node, on_scroll)
}
