//! Shows the page as soon as there is something to show.

use super::app::{App, AppProps};
use crate::web::{
    address, browser_segmenter, glance, keyboard, label_sheet, page_root, startup, theme, typed_ahead, unload,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The entry point. What is to last as long as the page is let go of here, and nowhere else.
pub fn start() {
    spawn_local(async {
        let Some(root) = page_root::page_root() else {
            return;
        };
        match startup::start().await {
            Ok(store) => {
                std::mem::forget((
                    theme::follow(&store),
                    label_sheet::follow(&store),
                    typed_ahead::listen(&store),
                    keyboard::listen(&store),
                    unload::guard(&store),
                    address::follow(&store),
                    glance::follow(&store),
                    browser_segmenter::warm_up(),
                ));
                yew::Renderer::<App>::with_root_and_props(root, AppProps { store }).render();
            }
            Err(reason) => {
                glance::give_up();
                yew::Renderer::<NotStarted>::with_root_and_props(root, NotStartedProps { reason }).render();
            }
        }
    });
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct NotStartedProps {
    reason: String,
}

#[component]
fn NotStarted(props: &NotStartedProps) -> Html {
    html! {
        <p role="alert">{ format!("Attest could not start. {} Reload this page to try again.", props.reason) }</p>
    }
}
