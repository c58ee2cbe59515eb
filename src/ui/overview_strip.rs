//! A narrow strip beside the text that shows where mentions lie. For the eye and the mouse; the list of mentions is the
//! same for everyone else.

use super::store_hooks::use_store;
use crate::web::overview::{OverviewStrip as Strip, scroll_to_pointed};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What scrolls when the strip is pointed at.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct OverviewStripProps {
    /// Holds the text.
    pub scroller: NodeRef,
}

/// The strip draws itself.
#[component]
pub fn OverviewStrip(props: &OverviewStripProps) -> Html {
    let store = use_store();
    let canvas = use_node_ref();
    use_effect_with((canvas.clone(), store), |(canvas, store)| {
        let strip = canvas.cast::<HtmlElement>().map(|canvas| Strip::mount(canvas, store));
        move || drop(strip)
    });
    let on_pointer = {
        let scroller = props.scroller.clone();
        move |event: PointerEvent| {
            if let (1, Some(scroller)) = (event.buttons(), scroller.cast::<Element>()) {
                scroll_to_pointed(&event, &scroller);
            }
        }
    };
    html! {
        <canvas ref={canvas} class="overview-strip" aria-hidden="true" onpointerdown={on_pointer.clone()}
            onpointermove={on_pointer} />
    }
}
