//! One entity: what is known of it, where it is named, and what can be done with it.

use super::form::Form;
use super::named_here::NamedHereList;
use crate::core::address::AddressedPlace;
use crate::core::entity::Entity;
use crate::core::id::EntityId;
use crate::core::relation::End;
use crate::editor::action::Action;
use crate::editor::addresses::AddressAction;
use crate::editor::change_set::Topics;
use crate::editor::dossier::DossierAction;
use crate::editor::entity_draft::{is_web_address, wikidata_id};
use crate::ui::icon::{Glyph, icon};
use crate::ui::part::part;
use crate::ui::relations::RelationList;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use std::rc::Rc;
use yew::prelude::*;

/// Which entity.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct DetailProps {
    /// As it is now.
    pub entity: Rc<Entity>,
}

/// Its fields, its mentions, merging and deleting.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let entity = &props.entity;
    let id = entity.id;
    let act = use_dispatch(Action::dossier);
    let back = act.reform(|_: MouseEvent| DossierAction::ShowEntity(None));
    let on_copy = use_dispatch(move |_: MouseEvent| Action::Address(AddressAction::Copy(AddressedPlace::Entity(id))));
    let on_delete = act.reform(move |_: MouseEvent| DossierAction::DeleteEntity(id));
    html! {
        <div class="dossier-detail">
            <p class="dossier-top">
                <button type="button" class="button" onclick={back}>{ icon(Glyph::Back) }{ "All entities" }</button>
                <button type="button" class="button" onclick={on_copy}>{ "Copy link" }</button>
            </p>
            { part!(<Form entity={entity.clone()} />) }
            { identity(&entity.identity) }
            { part!(<NamedHereList entity={id} />) }
            { part!(<RelationList of={End::Entity(id)} />) }
            { part!(<MergeInto entity={id} />) }
            <p class="inspected-end">
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete entity" }</button>
            </p>
        </div>
    }
}

/// A link that the person may follow; a Wikidata item by its id.
fn identity(identity: &str) -> Html {
    if !is_web_address(identity) {
        return Html::default();
    }
    let name = wikidata_id(identity).map_or_else(|| identity.to_owned(), |id| format!("Wikidata {id}"));
    html! {
        <p class="dossier-link">
            <a href={identity.to_owned()} target="_blank" rel="noopener noreferrer">{ name }</a>
        </p>
    }
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct MergeIntoProps {
    entity: EntityId,
}

/// All others; picking one merges.
#[component]
fn MergeInto(props: &MergeIntoProps) -> Html {
    let store = use_store();
    let from = props.entity;
    let others = use_selector(Topics::DOSSIER | Topics::PROJECT, move |editor| {
        let others = editor.project().dossier().entities().filter(|other| other.id != from);
        others.map(|other| (other.id, other.name.clone())).collect::<Vec<_>>()
    });
    if others.is_empty() {
        return Html::default();
    }
    let names = others.iter().map(|(_, name)| name.clone());
    let groups = vec![MenuGroup::plain(["Merge into…".to_owned()].into_iter().chain(names))];
    let on_pick = Callback::from(move |at: usize| {
        if let Some((into, _)) = at.checked_sub(1).and_then(|at| others.get(at)) {
            store.dispatch(Action::dossier(DossierAction::MergeEntities { from, into: *into }));
        }
    });
    html! {
        <div class="inspected-part">
            { part!(<Menu class="field" name="Merge into another entity" {groups} at={0} {on_pick} />) }
        </div>
    }
}
