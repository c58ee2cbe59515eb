//! The two texts, each under what is known of its article, and what joins them.

use crate::core::article::Article;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::joined::Side;
use crate::editor::change_set::Topics;
use crate::editor::date_words::date_words;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::web::beside::{BesideElements, BesidePanes};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is inside the texts' elements belongs to their panes.
#[component]
pub fn Columns() -> Html {
    let store = use_store();
    let nodes = [use_node_ref(), use_node_ref()];
    let hosts = [use_node_ref(), use_node_ref()];
    let gutter = use_node_ref();
    use_effect_with(store, {
        let (nodes, hosts, gutter) = (nodes.clone(), hosts.clone(), gutter.clone());
        move |store| {
            let element = |node: &NodeRef| node.cast::<HtmlElement>();
            let both = |nodes: &[NodeRef; 2]| Some([element(&nodes[0])?, element(&nodes[1])?]);
            let elements = both(&nodes)
                .zip(both(&hosts))
                .zip(element(&gutter))
                .map(|((scrollers, hosts), gutter)| BesideElements {
                    scrollers,
                    hosts,
                    gutter,
                });
            let panes = elements.map(|elements| BesidePanes::mount(elements, store));
            move || drop(panes)
        }
    });
    let column = |side: Side| {
        let [first, second] = &nodes;
        let node = side.of([first, second]).clone();
        let [first, second] = &hosts;
        let host = side.of([first, second]).clone();
        let name = side.of(["First text", "Second text"]);
        let class = side.of(["beside-first", "beside-second"]);
        html! {
            <section class={classes!("beside-column", class)} aria-label={side.of(["First article", "Second article"])}>
                { part!(<Head {side} />) }
                <div ref={node} class="beside-scroll">
                    <div ref={host} class="beside-text" role="region" aria-label={name} tabindex="0" />
                </div>
            </section>
        }
    };
    html! {
        <div class="beside-columns">
            { column(Side::First) }
            <div ref={gutter} class="beside-gutter" />
            { column(Side::Second) }
        </div>
    }
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct HeadProps {
    side: Side,
}

/// Which article it is, and which others it may be.
#[component]
fn Head(props: &HeadProps) -> Html {
    let store = use_store();
    let side = props.side;
    let topics = Topics::BESIDE | Topics::ARTICLES | Topics::PROJECT;
    let (articles, at) = use_selector(topics, move |editor| {
        let articles = editor.project().articles().to_vec();
        let shown = editor.view().beside.articles.map(|both| side.of(both));
        let at = articles.iter().position(|article| Some(article.id) == shown);
        (articles, at)
    });
    let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
    let on_pick = Callback::from(move |at: usize| {
        if let Some(id) = ids.get(at) {
            store.dispatch(Action::Beside(BesideAction::SetArticle(side, *id)));
        }
    });
    let titles = articles.iter().map(|article| article.title.clone());
    let groups = vec![MenuGroup::plain(titles)];
    let known = at.and_then(|at| articles.get(at)).map(known);
    html! {
        <header class="beside-head">
            { part!(<Menu class="quiet-menu beside-title" name={side.of(["First article", "Second article"])} {groups}
                at={at.unwrap_or(0)} {on_pick} />) }
            <p class="beside-known">{ for known }</p>
        </header>
    }
}

fn known(article: &Rc<Article>) -> Html {
    let date = article.date.map(date_words).unwrap_or_default();
    let parts = [article.source.outlet.clone(), date];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    html! { <>{ for parts.map(|part| html! { <bdi>{ part }</bdi> }) }</> }
}
