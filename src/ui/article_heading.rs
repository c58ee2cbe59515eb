//! What is known about the open article, above its text.

use super::articles::article_menu::ArticleMenu;
use super::first_hint::FirstHint;
use super::icon::{Glyph, icon};
use super::store_hooks::use_store;
use crate::editor::action::{Action, ArticlesAction};
use crate::editor::article_rows::ArticleRow;
use crate::editor::date_words::date_words;
use crate::ui::part::part;
use yew::prelude::*;

/// Which article.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct ArticleHeadingProps {
    /// The open one.
    pub row: ArticleRow,
}

/// Title, source, tags, note; whether it is done, and its menu.
#[component]
pub fn ArticleHeading(props: &ArticleHeadingProps) -> Html {
    let store = use_store();
    let ArticleRow {
        article,
        has_above,
        has_below,
        ..
    } = props.row.clone();
    let (id, done) = (article.id, article.done);
    let toggle = move |_: MouseEvent| store.dispatch(Action::Articles(ArticlesAction::SetDone(id, !done)));
    let source = &article.source;
    let language = (!source.language.is_empty()).then(|| source.language.clone());
    // Anything but a web address stays text.
    let address = ["https://", "http://"]
        .iter()
        .any(|scheme| source.url.starts_with(scheme))
        .then(|| source.url.clone());
    let part = |text: &str| match text.is_empty() {
        true => Html::default(),
        // The dot that the style sheet puts behind it stays out of its direction.
        false => html! { <span><bdi>{ text }</bdi></span> },
    };
    html! {
        <header class="article-heading">
            <h1 class="article-title" dir="auto" lang={language}>{ &article.title }</h1>
            <div class="article-line">
                <div class="article-known">
                    { part(&source.outlet) }
                    { part(&source.author) }
                    if let Some(date) = article.date {
                        <time datetime={date.to_string()}>{ date_words(date) }</time>
                    }
                    if let Some(address) = address {
                        <a href={address} target="_blank" rel="noopener noreferrer">
                            { "Original" }{ icon(Glyph::Outside) }
                            <span class="visually-hidden">{ " (opens in a new tab)" }</span>
                        </a>
                    }
                    { for article.tags.iter().map(|tag| html! { <span class="known-tag"><bdi>{ tag }</bdi></span> }) }
                </div>
                <div class="article-tools">
                    <button type="button" class="button done-toggle" aria-pressed={done.to_string()} onclick={toggle}>
                        { icon(Glyph::Done) }{ "Done" }
                    </button>
                    { part!(<ArticleMenu menu_id="open-article-menu" article={id} title={article.title.clone()} {has_above}
                        {has_below} {done} />) }
                </div>
            </div>
            if !article.note.is_empty() {
                <p class="article-note" dir="auto">{ &article.note }</p>
            }
            { part!(<FirstHint />) }
        </header>
    }
}
