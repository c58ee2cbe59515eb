//! The page: three columns on a wide screen, one on a narrow one.

use super::article_view::ArticleView;
use super::dialogs::Dialogs;
use crate::editor::store::Store;
use yew::prelude::*;

/// What the page is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct AppProps {
    /// Handed on to everything below.
    pub store: Store,
}

/// Provides the store and lays out the panes.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <ArticleView />
            <Dialogs />
        </ContextProvider<Store>>
    }
}
