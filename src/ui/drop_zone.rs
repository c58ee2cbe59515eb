//! The whole page takes files and folders that are dropped on it, and says so while they are dragged over it.

use super::icon::{Glyph, icon};
use super::store_hooks::use_store;
use crate::web::file_drop;
use yew::prelude::*;

/// What lies in the zone.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct DropZoneProps {
    /// Classes of the element around it.
    pub class: Classes,
    /// The page.
    pub children: Html,
}

/// An element around the page, and the veil over it.
#[component]
pub fn DropZone(props: &DropZoneProps) -> Html {
    let store = use_store();
    // Entering a child comes before leaving its parent: the drag is gone once as many were left as entered.
    let depth = use_mut_ref(|| 0_i32);
    let is_over = use_state_eq(|| false);

    let step = {
        let (depth, is_over) = (depth.clone(), is_over.setter());
        Callback::from(move |(event, by): (DragEvent, i32)| {
            if file_drop::has_files(&event) {
                event.prevent_default();
                let mut depth = depth.borrow_mut();
                *depth = (*depth + by).max(0);
                is_over.set(*depth > 0);
            }
        })
    };
    let on_enter = {
        let step = step.clone();
        move |event: DragEvent| step.emit((event, 1))
    };
    let on_leave = move |event: DragEvent| step.emit((event, -1));
    // Without this the browser would not let go of the files here.
    let on_over = |event: DragEvent| {
        if file_drop::has_files(&event) {
            event.prevent_default();
        }
    };
    let on_drop = {
        let is_over = is_over.setter();
        move |event: DragEvent| {
            *depth.borrow_mut() = 0;
            is_over.set(false);
            if file_drop::has_files(&event) {
                event.prevent_default();
                file_drop::read_drop(&event, store.clone());
            }
        }
    };
    html! {
        <div class={props.class.clone()} ondragenter={on_enter} ondragleave={on_leave} ondragover={on_over}
            ondrop={on_drop}>
            { props.children.clone() }
            if *is_over {
                <div class="drop-veil" aria-hidden="true">
                    <p class="drop-word">{ icon(Glyph::Folder) }{ "Drop to add to this project" }</p>
                </div>
            }
        </div>
    }
}
