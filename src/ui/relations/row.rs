//! One relation: how it reads, what it leads to, and what can be done with it.

use super::relate_id;
use crate::core::relation::{End, Side};
use crate::editor::action::{Action, ChooseAction};
use crate::editor::dialog::Dialog;
use crate::editor::dossier::{DossierAction, RelationAction};
use crate::editor::effect::FocusTarget;
use crate::editor::relation_list::RelationLine;
use crate::ui::store_hooks::use_store;
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::modal::focus_id;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Which relation.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RowProps {
    /// Seen from here.
    pub of: End,
    /// As it is now.
    pub line: RelationLine,
}

/// A click on what it leads to goes there.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let store = use_store();
    let is_noting = use_state(|| false);
    let (of, line) = (props.of, &props.line);
    let id = line.id;
    let dispatch = |action: Action| {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(action.clone())
    };
    let on_go = {
        let (store, other) = (store.clone(), line.other);
        move |event: MouseEvent| {
            // The inspector then is about another mention.
            if let (End::Mention(_), End::Mention(_)) = (of, other) {
                keep_focus::when_gone(&event, &[id_of(FocusTarget::Inspector)]);
            }
            store.dispatch(match other {
                End::Mention(id) => Action::Choose(ChooseAction::Mention(id)),
                End::Claim(id) => Action::dossier(DossierAction::ShowClaim(Some(id))),
                End::Entity(id) => Action::dossier(DossierAction::ShowEntity(Some(id))),
            });
        }
    };
    let on_retype = dispatch(Action::ShowDialog(Some(Dialog::Relate(line.retyping(of)))));
    let on_reverse = dispatch(relation(RelationAction::Reverse(id)));
    let on_delete = {
        let store = store.clone();
        move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[relate_id(of)]);
            store.dispatch(relation(RelationAction::Delete(id)));
        }
    };
    let on_note = {
        let store = store.clone();
        move |event: InputEvent| {
            let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            store.dispatch(relation(RelationAction::SetNote(id, note)));
        }
    };
    let on_noting = {
        let is_noting = is_noting.clone();
        move |_: MouseEvent| is_noting.set(!*is_noting)
    };
    // One relation may be seen from both of its ends at once.
    let note_id = format!("{}-note-{id}", relate_id(of));
    use_effect_with((*is_noting, note_id.clone()), |(is_noting, note_id)| {
        if *is_noting {
            focus_id(note_id);
        }
    });
    let has_note = *is_noting || !line.note.is_empty();
    let said = format!("{} “{}”", line.reads, line.words);
    html! {
        <li class="relation">
            <span class="relation-reads"><span aria-hidden="true">{ arrow(line) }{ " " }</span>{ &line.reads }</span>
            <button type="button" class="relation-to" onclick={on_go}>
                <bdi>{ &line.words }</bdi>
                <span class="relation-place">{ &line.place }</span>
            </button>
            if !line.is_allowed {
                <p class="hint">{ "The labels would not allow this now." }</p>
            }
            if has_note {
                <textarea id={note_id} class="field" rows="1" dir="auto" aria-label={format!("Note on: {said}")} value={line.note.clone()}
                    oninput={on_note} />
            }
            <span class="relation-tools" role="group" aria-label={said}>
                <button type="button" class="button" onclick={on_retype}>{ "Change" }</button>
                if line.can_reverse {
                    <button type="button" class="button" onclick={on_reverse}>{ "Reverse" }</button>
                }
                if line.note.is_empty() {
                    <button type="button" class="button" onclick={on_noting} aria-expanded={has_note.to_string()}>{ "Note" }</button>
                }
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete" }</button>
            </span>
        </li>
    }
}

/// To the other end, from it, or either way.
fn arrow(line: &RelationLine) -> &'static str {
    match (line.is_symmetric, line.side) {
        (true, _) => "↔",
        (false, Side::From) => "→",
        (false, Side::To) => "←",
    }
}

fn relation(action: RelationAction) -> Action {
    Action::dossier(DossierAction::Relation(action))
}
