//! Shows the page as soon as there is something to show.

use super::app::{App, AppProps};
use crate::web::{
    address, browser_segmenter, glance, keyboard, label_sheet, page_root, startup, theme, typed_ahead, unload,
};
use wasm_bindgen_futures::spawn_local;

/// The entry point. What is to last as long as the page is let go of here, and nowhere else.
pub fn start() {
    spawn_local(async {
        let store = startup::start().await;
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
        if let Some(root) = page_root::page_root() {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { store }).render();
        }
    });
}
