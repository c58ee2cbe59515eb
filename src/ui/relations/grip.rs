//! A quiet grip to drag from: onto a mention in the text, or onto a mention, a claim or an entity in a list. For the mouse
//! and the pen; keys have the button beside it.

use crate::core::project::Project;
use crate::core::relation::End;
use crate::editor::action::Action;
use crate::editor::commit::short_quote;
use crate::editor::dialog::Dialog;
use crate::editor::dossier::DossierAction;
use crate::editor::relating::{Phrase, Relating};
use crate::ui::icon::{Glyph, icon};
use crate::ui::store_hooks::use_store;
use crate::web::relation_drag::{RelationDrag, ends_at, point_out};
use yew::prelude::*;

/// Where a drag begins.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct GripProps {
    /// One of the project.
    pub of: End,
}

/// What follows the pointer.
#[derive(Clone, PartialEq, Debug)]
struct Ghost {
    x: i32,
    y: i32,
    words: String,
    is_target: bool,
}

/// Says at the pointer what would be related. Let go over something, it asks how, unless there is only one way.
#[component]
pub fn Grip(props: &GripProps) -> Html {
    let store = use_store();
    let of = props.of;
    let drag = use_mut_ref(|| None::<RelationDrag>);
    let ghost = use_state_eq(|| None::<Ghost>);
    let end = {
        let (drag, ghost) = (drag.clone(), ghost.clone());
        move || {
            drag.borrow_mut().take();
            ghost.set(None);
        }
    };
    let on_down = {
        let (drag, end) = (drag.clone(), end.clone());
        move |event: PointerEvent| {
            if event.button() == 0 {
                *drag.borrow_mut() = RelationDrag::begin(&event, end.clone());
            }
        }
    };
    let on_move = {
        let (drag, ghost, store) = (drag.clone(), ghost.clone(), store.clone());
        move |event: PointerEvent| {
            if drag.borrow().is_none() {
                return;
            }
            let ends = ends_at(&event);
            let (taken, words) = store.read(|editor| {
                let project = editor.project();
                let taken = target(project, of, &ends).map(|(relating, _)| relating.other);
                (taken.flatten(), words(project, &ends, taken.flatten()))
            });
            point_out(taken);
            ghost.set(Some(Ghost {
                x: event.client_x(),
                y: event.client_y(),
                words,
                is_target: taken.is_some(),
            }));
        }
    };
    let on_up = {
        let (drag, end) = (drag.clone(), end.clone());
        move |event: PointerEvent| {
            if drag.borrow().is_none() {
                return;
            }
            let ends = ends_at(&event);
            end();
            let found = store.read(|editor| target(editor.project(), of, &ends));
            if let Some((relating, phrases)) = found {
                store.dispatch(match (&phrases[..], relating.other) {
                    ([only], Some(other)) => Action::dossier(DossierAction::Relation(relating.action(only, other))),
                    _ => Action::ShowDialog(Some(Dialog::Relate(relating))),
                });
            }
        }
    };
    let on_cancel = move |_: PointerEvent| end();
    let title = "Drag onto a mention, a claim or an entity";
    html! {
        <>
            <span class="relation-grip" aria-hidden="true" {title} onpointerdown={on_down} onpointermove={on_move}
                onpointerup={on_up} onpointercancel={on_cancel}>
                { icon(Glyph::Grip) }
            </span>
            if let Some(ghost) = &*ghost {
                <span class={classes!("relation-ghost", ghost.is_target.then_some("target"))} aria-hidden="true"
                    ~style={format!("translate: {}px {}px", ghost.x, ghost.y)}>
                    { &ghost.words }
                </span>
            }
        </>
    }
}

/// The first of these that may be related to it, and how.
fn target(project: &Project, of: End, ends: &[End]) -> Option<(Relating, Vec<Phrase>)> {
    ends.iter().filter(|end| **end != of).find_map(|other| {
        let relating = Relating {
            end: of,
            other: Some(*other),
            relation: None,
        };
        let phrases = relating.phrases(project);
        (!phrases.is_empty()).then_some((relating, phrases))
    })
}

fn words(project: &Project, ends: &[End], taken: Option<End>) -> String {
    match taken {
        Some(end) => format!("Relate to {}", short_quote(&project.words_of(end).unwrap_or_default())),
        None if ends.is_empty() => "Onto a mention, a claim or an entity".to_owned(),
        None => "The labels allow no relation to this".to_owned(),
    }
}
