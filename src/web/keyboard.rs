//! Key presses anywhere on the page become commands and labels, by the editor's own table.

use super::pane_binding;
use crate::editor::action::{Action, AnnotateAction, ChooseAction};
use crate::editor::command::Command;
use crate::editor::keymap::{KeyPress, command_of, label_key_of};
use crate::editor::store::Store;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// Listens on the document until it is dropped.
#[must_use = "keys work for as long as this lives"]
pub fn listen(store: &Store) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let store = store.clone();
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &document,
        "keydown",
        options,
        move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && !event.default_prevented()
                && !event.is_composing()
                && handle(&store, event) == Handled::Yes
            {
                event.prevent_default();
            }
        },
    ))
}

/// Whether the key was pressed in a field that takes letters itself.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| takes_text(&target))
}

#[derive(PartialEq)]
enum Handled {
    Yes,
    No,
}

fn handle(store: &Store, event: &KeyboardEvent) -> Handled {
    let press = KeyPress {
        primary: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        key: event.key(),
        in_field: is_in_field(event),
        in_dialog: store.read(|editor| editor.view().dialog.is_some()),
    };
    if let Some(command) = command_of(&press) {
        return run(store, command, event);
    }
    let Some(label) = label_key_of(&press)
        .and_then(|key| store.read(|editor| editor.project().schema().label_by_key(key).map(|label| label.id)))
    else {
        return Handled::No;
    };
    if event.repeat() {
        return Handled::Yes;
    }
    store.dispatch(Action::Annotate(match press.shift {
        true => AnnotateAction::Arm(Some(label)),
        false => AnnotateAction::Tag(label),
    }));
    Handled::Yes
}

fn run(store: &Store, command: Command, event: &KeyboardEvent) -> Handled {
    let action = match command {
        // Elsewhere Enter presses the button that has the focus.
        Command::OuterMention => match pane_binding::caret_if_focused() {
            Some(caret) => Action::Choose(ChooseAction::At(caret)),
            None => return Handled::No,
        },
        // Without a search of its own the page leaves these keys to the browser's.
        Command::NextHit | Command::PreviousHit if !store.read(|editor| editor.view().search.is_on()) => {
            return Handled::No;
        }
        Command::Cancel if event.repeat() => return Handled::Yes,
        _ => Action::Run(command),
    };
    store.dispatch(action);
    Handled::Yes
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => element.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
            !matches!(
                input.type_().as_str(),
                "button" | "checkbox" | "radio" | "submit" | "range" | "color" | "file"
            )
        }),
        _ => false,
    }
}
