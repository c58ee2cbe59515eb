//! The page: three columns on a wide screen, two on a narrower one, one on a phone; what has no column is a drawer.

use super::app_bar::AppBar;
use super::article_view::ArticleView;
use super::articles::ArticlesPane;
use super::drop_zone::DropZone;
use super::label_bar::LabelBar;
use super::late::{Late, LateView};
use super::late_views;
use super::side_pane::SidePane;
use super::status::NotSaved;
use super::store_hooks::{use_dispatch, use_selector};
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::store::Store;
use crate::editor::view::Drawer;
use crate::ui::part::part;
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
            { part!(<Page />) }
        </ContextProvider<Store>>
    }
}

#[component]
fn Page() -> Html {
    let drawer = use_selector(Topics::LAYOUT | Topics::PROJECT, |editor| editor.view().drawer);
    let (has_toasts, has_work) = use_selector(Topics::TOASTS | Topics::WORK | Topics::PROJECT, |editor| {
        (!editor.view().toasts.is_empty(), !editor.view().work.is_empty())
    });
    let close = use_dispatch(|_: MouseEvent| Action::Navigate(NavigateAction::Drawer(None)));
    let drawer = match drawer {
        Some(Drawer::Articles) => Some("shows-articles"),
        Some(Drawer::Side) => Some("shows-side"),
        None => None,
    };
    html! {
        <DropZone class={classes!("app", drawer)}>
            { part!(<AppBar />) }
            { part!(<NotSaved />) }
            { part!(<ArticlesPane />) }
            <main class="main">
                { part!(<LabelBar />) }
                { part!(<ArticleView />) }
            </main>
            { part!(<SidePane />) }
            <div class="scrim" onclick={close} />
            if has_toasts {
                { part!(<Late view={LateView(late_views::toasts)} />) }
            }
            if has_work {
                { part!(<Late view={LateView(late_views::work_bar)} />) }
            }
            { part!(<DialogPlace />) }
        </DropZone>
    }
}

/// Where a dialog stands while one is open.
#[component]
fn DialogPlace() -> Html {
    let is_open = use_selector(Topics::DIALOG, |editor| editor.view().dialog.is_some());
    let on_close = use_dispatch(|()| Action::ShowDialog(None));
    match is_open {
        true => part!(<Late view={LateView(late_views::dialogs)} {on_close} />),
        false => Html::default(),
    }
}
