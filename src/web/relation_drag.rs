//! Dragging from a grip to what something is to be related to: a mention in the text, or a row of a list.

use super::article::Point;
use super::pane_binding;
use crate::core::relation::End;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, window};

/// The element that is held.
const GRIP: &str = ".relation-grip";

/// A drag that goes on: Escape ends it.
#[must_use = "Escape is heard for as long as this lives"]
#[derive(Debug)]
pub struct RelationDrag {
    _escape: EventListener,
}

impl RelationDrag {
    /// Begins with the pointer held down on the grip, which from now on gets its events.
    pub fn begin(event: &PointerEvent, on_escape: impl Fn() + 'static) -> Option<Self> {
        // No text is selected meanwhile.
        event.prevent_default();
        // Yew hears events at the root, so that the current target is no help.
        let pressed: Element = event.target()?.dyn_into().ok()?;
        let grip = pressed.closest(GRIP).ok().flatten()?;
        // Without capture the drag still works while the pointer stays on the grip.
        let _ = grip.set_pointer_capture(event.pointer_id());
        let root = window()?.document()?.document_element()?;
        let on_key = move |event: &web_sys::Event| {
            if event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == "Escape")
            {
                event.prevent_default();
                event.stop_propagation();
                on_escape();
            }
        };
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        Some(Self {
            _escape: EventListener::new_with_options(&root, "keydown", options, on_key),
        })
    }
}

impl Drop for RelationDrag {
    fn drop(&mut self) {
        pane_binding::point_out(None);
    }
}

/// What lies there, the likeliest first: the row of a list, or the mentions of the text, the innermost first.
pub fn ends_at(event: &PointerEvent) -> Vec<End> {
    let point = Point {
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
    };
    let document = window().and_then(|window| window.document());
    let element = document.and_then(|it| it.element_from_point(point.x as f32, point.y as f32));
    let row = element.as_ref().and_then(|it| it.closest("[data-end]").ok().flatten());
    match row.and_then(|row| row.get_attribute("data-end")) {
        Some(name) => end_of(&name).into_iter().collect(),
        None => {
            let mentions = element
                .map(|it| pane_binding::mentions_at(&it, point))
                .unwrap_or_default();
            mentions.into_iter().map(End::Mention).collect()
        }
    }
}

/// Has the mention of the text that would be taken stand out.
pub fn point_out(end: Option<End>) {
    let mention = match end {
        Some(End::Mention(id)) => Some(id),
        Some(End::Claim(_) | End::Entity(_)) | None => None,
    };
    pane_binding::point_out(mention);
}

/// For the attribute `data-end` of a row.
pub fn name_of(end: End) -> String {
    match end {
        End::Mention(id) => format!("mention {id}"),
        End::Claim(id) => format!("claim {id}"),
        End::Entity(id) => format!("entity {id}"),
    }
}

fn end_of(name: &str) -> Option<End> {
    let (kind, id) = name.split_once(' ')?;
    match kind {
        "mention" => id.parse().ok().map(End::Mention),
        "claim" => id.parse().ok().map(End::Claim),
        "entity" => id.parse().ok().map(End::Entity),
        _ => None,
    }
}
