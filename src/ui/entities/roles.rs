//! The offices of an entity, each with its time.

use crate::editor::entity_draft::RoleDraft;
use crate::ui::icon::{Glyph, icon};
use crate::web::modal::focus_id;
use crate::web::timer::after;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is typed.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RolesProps {
    /// In order.
    pub roles: Vec<RoleDraft>,
    /// Told the whole list anew.
    pub on_change: Callback<Vec<RoleDraft>>,
}

/// A line for each, and a button for one more.
#[component]
pub fn Roles(props: &RolesProps) -> Html {
    let roles = &props.roles;
    let add = {
        let (roles, on_change) = (roles.clone(), props.on_change.clone());
        move |_: MouseEvent| {
            let mut more = roles.clone();
            more.push(RoleDraft::default());
            on_change.emit(more);
            let id = title_id(roles.len());
            // Once the line is there.
            after(0, move || focus_id(&id)).forget();
        }
    };
    html! {
        <fieldset class="dossier-roles">
            <legend>{ "Roles" }</legend>
            { for roles.iter().enumerate().map(|(at, role)| line(at, role, props)) }
            <button type="button" class="button" onclick={add}>{ icon(Glyph::Plus) }{ "Add a role" }</button>
        </fieldset>
    }
}

fn title_id(at: usize) -> String {
    format!("role-{at}")
}

fn line(at: usize, role: &RoleDraft, props: &RolesProps) -> Html {
    let field =
        |name: &'static str, id: Option<String>, value: &str, hint: &'static str, set: fn(&mut RoleDraft, String)| {
            let (roles, on_change) = (props.roles.clone(), props.on_change.clone());
            let on_input = move |event: InputEvent| {
                let mut roles = roles.clone();
                set(
                    &mut roles[at],
                    event.target_unchecked_into::<HtmlInputElement>().value(),
                );
                on_change.emit(roles);
            };
            html! {
                <input class="field" type="text" {id} aria-label={format!("{name}, role {}", at + 1)} placeholder={hint}
                    value={value.to_owned()} oninput={on_input} autocomplete="off" dir="auto" />
            }
        };
    let remove = {
        let (roles, on_change) = (props.roles.clone(), props.on_change.clone());
        move |_: MouseEvent| {
            let mut fewer = roles.clone();
            fewer.remove(at);
            on_change.emit(fewer);
        }
    };
    html! {
        <div class="dossier-role" key={at}>
            { field("Title", Some(title_id(at)), &role.title, "President of Guatemala", |role, text| role.title = text) }
            { field("From", None, &role.from, "2020-01-14", |role, text| role.from = text) }
            { field("To", None, &role.to, "2024-01-14", |role, text| role.to = text) }
            <button type="button" class="icon-button" aria-label={format!("Remove role {}", at + 1)} title="Remove"
                onclick={remove}>
                { icon(Glyph::Close) }
            </button>
            if let Some(fault) = role.fault() {
                <p class="hint wrong" role="status">{ fault }</p>
            }
        </div>
    }
}
