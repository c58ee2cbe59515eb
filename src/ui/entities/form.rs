//! The fields of an entity. Each key is stored, and what is typed in one go is one step.

use super::roles::Roles;
use crate::core::entity::Entity;
use crate::core::label::{Label, LabelKind};
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::dossier::DossierAction;
use crate::editor::entity_draft::EntityDraft;
use crate::ui::dialogs::fields::text_area::TextArea;
use crate::ui::dialogs::fields::text_field::TextField;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use std::rc::Rc;
use yew::prelude::*;

/// Whose fields.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct FormProps {
    /// As it is now.
    pub entity: Rc<Entity>,
}

/// Name, type, other names, identity, roles and note.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let store = use_store();
    let entity = props.entity.clone();
    let draft = use_state(|| EntityDraft::of(&entity));
    // What changed otherwise, such as by undo, takes the place of what was typed.
    use_effect_with(entity.clone(), {
        let draft = draft.clone();
        move |entity| {
            let shown = draft.applied_to(entity);
            if shown != **entity {
                draft.set(EntityDraft::of(entity));
            }
        }
    });
    let change = {
        let (draft, entity, store) = (draft.clone(), entity.clone(), store.clone());
        Callback::from(move |new: EntityDraft| {
            store.dispatch(Action::dossier(DossierAction::SaveEntity(Rc::new(
                new.applied_to(&entity),
            ))));
            draft.set(new);
        })
    };
    let typed = |set: fn(&mut EntityDraft, String)| {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |text: String| {
            let mut new = draft.clone();
            set(&mut new, text);
            change.emit(new);
        })
    };
    let labels = use_selector(Topics::SCHEMA | Topics::PROJECT, |editor| {
        let labels = editor.project().schema().labels.iter();
        labels
            .filter(|label| label.kind == LabelKind::Entity)
            .cloned()
            .collect::<Vec<Rc<Label>>>()
    });
    let names = labels.iter().map(|label| label.name.clone());
    let groups = vec![MenuGroup::plain(["Not said".to_owned()].into_iter().chain(names))];
    let at = labels
        .iter()
        .position(|label| Some(label.id) == draft.label)
        .map_or(0, |at| at + 1);
    let on_pick = {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |at: usize| {
            let label = at.checked_sub(1).and_then(|at| labels.get(at)).map(|label| label.id);
            change.emit(EntityDraft { label, ..draft.clone() });
        })
    };
    let on_roles = {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |roles| change.emit(EntityDraft { roles, ..draft.clone() }))
    };
    let error = draft.name_fault().map(AttrValue::from);
    html! {
        <div class="dossier-form">
            { part!(<TextField id="entity-name" label="Name" value={draft.name.clone()} {error}
                on_input={typed(|draft, text| draft.name = text)} />) }
            <div class="form-row">
                <label for="entity-label">{ "Type" }</label>
                { part!(<Menu id="entity-label" class="field" {groups} {at} {on_pick} />) }
            </div>
            { part!(<TextArea id="entity-aliases" label="Other names, one on each line" value={draft.aliases.clone()} rows={2}
                on_input={typed(|draft, text| draft.aliases = text)} />) }
            { part!(<Roles roles={draft.roles.clone()} on_change={on_roles} />) }
            { part!(<TextField id="entity-identity" label="Identity elsewhere" hint="A web address, or a Wikidata id such as Q774."
                value={draft.identity.clone()} on_input={typed(|draft, text| draft.identity = text)} />) }
            { part!(<TextArea id="entity-note" label="Note" value={draft.note.clone()} rows={2}
                on_input={typed(|draft, text| draft.note = text)} />) }
        </div>
    }
}
