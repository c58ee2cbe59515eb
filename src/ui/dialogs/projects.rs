//! The library of projects: open, new, rename, duplicate, delete; and what lies in the trash.

use super::fields::text_field::TextField;
use super::refocus::use_refocus;
use crate::core::id::ProjectId;
use crate::editor::action::{Action, LibraryAction, ProjectSummary};
use crate::editor::change_set::Topics;
use crate::editor::count::count;
use crate::editor::library::{NAME_TAKEN, names_in_use, summary};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use crate::web::keep_focus;
use crate::web::local_time::local_time;
use yew::prelude::*;

/// The id of the field for a new project's name.
const NEW: &str = "project-new";

/// Of the ids of buttons that take a project off its list.
const DELETE: &str = "delete";
const RESTORE: &str = "restore";
const PURGE: &str = "purge";

/// The open project's name, the library, a field for a new one, the trash.
#[component]
pub fn Projects() -> Html {
    let open = use_selector(Topics::PROJECT, |editor| editor.project().id());
    let library = use_selector(Topics::LIBRARY | Topics::PROJECT, |editor| {
        let mut library = editor.library().to_vec();
        // The library is listed now and then; of the open project, the counts of now are known.
        for project in library.iter_mut().filter(|project| project.id == editor.project().id()) {
            *project = summary(editor, project.modified);
        }
        library
    });
    let name = use_selector(Topics::PROJECT, |editor| editor.project().name().to_owned());
    let names: Vec<String> = names_in_use(&library).map(str::to_owned).collect();
    let (trash, kept): (Vec<ProjectSummary>, Vec<ProjectSummary>) =
        library.into_iter().partition(|project| project.deleted.is_some());
    let row = |(i, project): (usize, &ProjectSummary)| {
        part!(<ProjectRow key={project.id.to_string()} project={project.clone()}
        is_open={project.id == open} neighbor={neighbor(&kept, i)} />)
    };
    let trashed = |(i, project): (usize, &ProjectSummary)| {
        part!(<TrashRow key={project.id.to_string()} project={project.clone()}
        neighbor={neighbor(&trash, i)} />)
    };
    html! {
        <Modal heading="Projects" class="modal-wide">
            <ul class="projects" aria-label="Projects">{ for kept.iter().enumerate().map(row) }</ul>
            <div class="form project-forms">
                { part!(<NameForm id="project-name" label="Name of the open project" value={name.clone()} taken={names}
                    button="Rename" action={NameAction::Rename} />) }
                { part!(<NameForm id={NEW} label="New project" value="" button="Create" action={NameAction::New} />) }
            </div>
            if !trash.is_empty() {
                <section class="trash">
                    <h3>{ "Trash" }</h3>
                    <ul class="projects" aria-label="Trash">{ for trash.iter().enumerate().map(trashed) }</ul>
                </section>
            }
        </Modal>
    }
}

/// Whose row is nearest: the next one, else the one before.
fn neighbor(projects: &[ProjectSummary], at: usize) -> Option<ProjectId> {
    let nearest = projects.get(at + 1).or_else(|| projects.get(at.checked_sub(1)?));
    nearest.map(|project| project.id)
}

/// A project leaves its list by a press on the button that `verb` names: the same button of the row nearby has the focus
/// then, else the field that is always there.
fn keep_in_list(event: &Event, verb: &str, neighbor: Option<ProjectId>) {
    let nearby = neighbor.map_or_else(String::new, |id| button_id(verb, id));
    keep_focus::when_gone(event, &[&nearby, NEW]);
}

fn button_id(verb: &str, project: ProjectId) -> String {
    format!("{verb}-{project}")
}

#[derive(Clone, Copy, PartialEq)]
enum NameAction {
    Rename,
    New,
}

#[derive(Properties, PartialEq)]
struct NameFormProps {
    id: AttrValue,
    label: AttrValue,
    /// The name as it is now; when it changes, the field shows the new one.
    value: AttrValue,
    /// Names that it cannot get.
    #[prop_or_default]
    taken: Vec<String>,
    button: AttrValue,
    action: NameAction,
}

/// A name and a button.
#[component]
fn NameForm(props: &NameFormProps) -> Html {
    let store = use_store();
    let text = {
        let value = props.value.clone();
        use_state_eq(move || value.to_string())
    };
    use_effect_with(props.value.clone(), {
        let text = text.setter();
        move |value| text.set(value.to_string())
    });
    let is_new = !text.trim().is_empty() && text.trim() != props.value.as_str();
    let taken = is_new && props.taken.iter().any(|name| name == text.trim());
    let usable = is_new && !taken;
    let on_submit = {
        let (text, action) = (text.clone(), props.action);
        move |event: SubmitEvent| {
            event.prevent_default();
            if usable {
                let name = (*text).clone();
                store.dispatch(Action::Library(match action {
                    NameAction::Rename => LibraryAction::Rename(name),
                    NameAction::New => LibraryAction::New(name),
                }));
                if action == NameAction::New {
                    store.dispatch(Action::ShowDialog(None));
                }
            }
        }
    };
    let on_input = {
        let text = text.clone();
        move |now| text.set(now)
    };
    html! {
        <form class="form-inline" onsubmit={on_submit}>
            { part!(<TextField id={&props.id} label={&props.label} value={(*text).clone()} {on_input}
                error={taken.then_some(NAME_TAKEN)} />) }
            <button type="submit" class="button outlined" aria-disabled={(!usable).then_some("true")}>{ &props.button }</button>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct ProjectRowProps {
    project: ProjectSummary,
    is_open: bool,
    neighbor: Option<ProjectId>,
}

#[component]
fn ProjectRow(props: &ProjectRowProps) -> Html {
    let ProjectSummary { id, name, .. } = &props.project;
    let (id, is_open) = (*id, props.is_open);
    let store = use_store();
    let on_open = {
        let store = store.clone();
        move |_: MouseEvent| {
            store.dispatch(Action::ShowDialog(None));
            store.dispatch(Action::Library(LibraryAction::Open(id)));
        }
    };
    let on_duplicate = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Library(LibraryAction::Duplicate(id)))
    };
    let neighbor = props.neighbor;
    let on_delete = move |event: MouseEvent| {
        keep_in_list(&event, DELETE, neighbor);
        store.dispatch(Action::Library(LibraryAction::Delete(id)));
    };
    html! {
        <li class="project">
            <div class="project-what">
                <button type="button" class="project-open" onclick={on_open} aria-current={is_open.then_some("true")}
                    data-autofocus={is_open.then_some("")}>{ name }</button>
                <p class="form-hint">
                    if is_open {
                        <strong>{ "Open. " }</strong>
                    }
                    { facts(&props.project) }
                </p>
            </div>
            <button type="button" class="button" onclick={on_duplicate}
                aria-label={format!("Duplicate {name}")}>{ "Duplicate" }</button>
            <button type="button" id={button_id(DELETE, id)} class="button danger" onclick={on_delete}
                aria-label={format!("Delete {name}")}>{ "Delete" }</button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct TrashRowProps {
    project: ProjectSummary,
    neighbor: Option<ProjectId>,
}

/// A deleted project. Deleting it for good asks in its place.
#[component]
fn TrashRow(props: &TrashRowProps) -> Html {
    let ProjectSummary { id, name, .. } = &props.project;
    let id = *id;
    let store = use_store();
    let asking = use_state(|| false);
    let refocus = use_refocus();
    let neighbor = props.neighbor;
    let act = |verb: &'static str, action: fn(ProjectId) -> LibraryAction| {
        let store = store.clone();
        move |event: MouseEvent| {
            keep_in_list(&event, verb, neighbor);
            store.dispatch(Action::Library(action(id)));
        }
    };
    let (keep, purge) = (button_id("keep", id), button_id(PURGE, id));
    let ask = |now: bool| {
        let (asking, refocus) = (asking.clone(), refocus.clone());
        let then = if now { keep.clone() } else { purge.clone() };
        move |_: MouseEvent| {
            refocus.emit(then.clone());
            asking.set(now);
        }
    };
    html! {
        <li class="project">
            <div class="project-what">
                <p>{ name }</p>
                <p class="form-hint">{ facts(&props.project) }</p>
            </div>
            if *asking {
                <p class="project-ask" role="alert">{ "Delete it for good? This cannot be undone." }</p>
                <button type="button" id={keep.clone()} class="button" onclick={ask(false)}>{ "Keep" }</button>
                <button type="button" class="button danger" onclick={act(PURGE, LibraryAction::Purge)}
                    aria-label={format!("Delete for good: {name}")}>{ "Delete for good" }</button>
            } else {
                <button type="button" id={button_id(RESTORE, id)} class="button"
                    onclick={act(RESTORE, LibraryAction::Restore)} aria-label={format!("Restore {name}")}>{ "Restore" }</button>
                <button type="button" id={purge.clone()} class="button danger" onclick={ask(true)}
                    aria-label={format!("Delete for good: {name}")}>{ "Delete for good" }</button>
            }
        </li>
    }
}

fn facts(project: &ProjectSummary) -> String {
    let counts = format!(
        "{}, {}",
        count(project.n_articles, "article"),
        count(project.n_mentions, "mention")
    );
    match project.deleted {
        None => format!("{counts}, changed {}", local_time(project.modified)),
        Some(at) => format!("{counts}, deleted {}", local_time(at)),
    }
}
