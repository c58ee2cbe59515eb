//! The library: several projects, one of them open, some in the trash.

use super::action::{LibraryAction, OpenedProject, ProjectSummary};
use super::addresses;
use super::change_set::Topics;
use super::commit::{Step, commit};
use super::effect::{Deleted, Effect};
use super::machine::{Context, Editor};
use super::saving::SavingStatus;
use super::toast::Offer;
use super::view::{ReadingReport, View};
use super::{files, imports};
use crate::core::default_schema::default_schema;
use crate::core::edit::Edit;
use crate::core::id::{ArticleId, ProjectId};
use crate::core::order;
use crate::core::project::Project;
use std::rc::Rc;

/// What the sample project is called.
pub const SAMPLE_NAME: &str = "Sample: five articles on Harris and Guatemala";

/// Why a project cannot be renamed so.
pub const NAME_TAKEN: &str = "Another project has this name.";

pub(super) fn handle(editor: &mut Editor, action: LibraryAction, cx: &mut Context<'_>) {
    match action {
        LibraryAction::Listed(library) => list(editor, library, cx),
        LibraryAction::Opened(opened) => opened_project(editor, *opened, cx),
        LibraryAction::OpenFailed(reason) => {
            editor.lasting_toast(format!("The project could not be opened: {reason}"), None, cx);
        }
        LibraryAction::New(name) => {
            let name = unused_name(editor, name.trim());
            let project = Project::new(cx.env.new_project_id(), name, cx.env.now, default_schema());
            cx.effects.push(Effect::CreateProject(Rc::new(project)));
        }
        LibraryAction::Open(id) => {
            if editor.project.id() != id {
                cx.effects.push(Effect::OpenProject(id));
            }
        }
        LibraryAction::Rename(name) => rename(editor, name.trim(), cx),
        LibraryAction::Duplicate(from) => {
            if let Some(original) = editor.library.iter().find(|summary| summary.id == from) {
                let name = unused_name(editor, &format!("{} copy", original.name));
                let id = cx.env.new_project_id();
                cx.effects.push(Effect::DuplicateProject { from, id, name });
            }
        }
        LibraryAction::Delete(id) => delete(editor, id, cx),
        LibraryAction::Restore(id) => restore(editor, id, cx),
        LibraryAction::Reopen(id) => {
            mark(editor, id, Deleted::No, cx);
            cx.effects.push(Effect::OpenProject(id));
        }
        LibraryAction::Purge(id) => {
            let deleted = editor
                .library
                .iter()
                .any(|summary| summary.id == id && summary.deleted.is_some());
            if deleted {
                editor.library.retain(|summary| summary.id != id);
                cx.effects.push(Effect::Purge(id));
                cx.changed(Topics::LIBRARY);
            }
        }
    }
}

/// The open project as the library lists it.
pub fn summary(editor: &Editor, now: crate::core::timestamp::Timestamp) -> ProjectSummary {
    let project = &editor.project;
    ProjectSummary {
        id: project.id(),
        name: project.name().to_owned(),
        modified: editor.history.next_undo().map_or(now, |step| step.at),
        n_articles: project.articles().len(),
        n_mentions: project.n_mentions(),
        deleted: None,
    }
}

/// The names of the projects outside of the trash.
pub fn names_in_use(library: &[ProjectSummary]) -> impl Iterator<Item = &str> {
    let kept = library.iter().filter(|summary| summary.deleted.is_none());
    kept.map(|summary| summary.name.as_str())
}

fn list(editor: &mut Editor, mut library: Vec<ProjectSummary>, cx: &mut Context<'_>) {
    order::sort_by_key(&mut library, |summary| {
        std::cmp::Reverse((summary.modified, summary.id))
    });
    editor.library = library;
    cx.changed(Topics::LIBRARY);
    addresses::arrive(editor, cx);
}

fn opened_project(editor: &mut Editor, opened: OpenedProject, cx: &mut Context<'_>) {
    let OpenedProject {
        project,
        history,
        problems,
        article,
    } = opened;
    editor.drop_undo_offers(cx);
    let place = history.next_undo().map(|step| step.after).unwrap_or_default();
    // Who goes on with a project stays at the article that is read.
    let goes_on = matches!(editor.saving.status(), SavingStatus::Elsewhere(..)) && editor.project.id() == project.id();
    let here = editor.view.article.filter(|_| goes_on);
    let exists = |id: &ArticleId| project.article(*id).is_some();
    let article = here.or(article).filter(exists).or(place.article.filter(exists));
    editor.project = project;
    editor.history = history;
    editor.revision += 1;
    if editor.view.search.is_on() {
        cx.effects.push(Effect::EndSearch);
    }
    editor.view = View {
        article: article.or_else(|| editor.project.articles().first().map(|article| article.id)),
        toasts: std::mem::take(&mut editor.view.toasts),
        imports: std::mem::take(&mut editor.view.imports),
        report: editor.view.report.take(),
        report_waits: editor.view.report_waits,
        dialog: editor.view.dialog.take(),
        work: std::mem::take(&mut editor.view.work),
        followed: editor.view.followed.take(),
        ..View::default()
    };
    editor.saving.reset(cx);
    cx.changed(
        Topics::PROJECT
            | Topics::ARTICLES
            | Topics::OPEN
            | Topics::MENTIONS
            | Topics::SCHEMA
            | Topics::SELECTION
            | Topics::CHOSEN
            | Topics::HISTORY
            | Topics::LIST
            | Topics::ARMED
            | Topics::LAYOUT
            | Topics::DIALOG
            | Topics::SEARCH
            | Topics::HITS,
    );
    cx.announce(format!("Project: {}", editor.project.name()));
    if !problems.is_empty() {
        let summary = vec![format!(
            "“{}” was opened, but not everything could be read.",
            editor.project.name()
        )];
        files::report(editor, ReadingReport { summary, problems }, cx);
    }
    imports::show_next(editor, cx);
    addresses::arrive(editor, cx);
}

fn rename(editor: &mut Editor, name: &str, cx: &mut Context<'_>) {
    let old = editor.project.name().to_owned();
    if name.is_empty() {
        return cx.announce("A project needs a name.");
    }
    if old == name {
        return;
    }
    let new = name.to_owned();
    let id = editor.project.id();
    let mut others = editor.library.iter().filter(|summary| summary.id != id);
    if others.any(|summary| summary.deleted.is_none() && summary.name == name) {
        return cx.announce(NAME_TAKEN);
    }
    if let Some(summary) = editor.library.iter_mut().find(|summary| summary.id == id) {
        summary.name.clone_from(&new);
        cx.changed(Topics::LIBRARY);
    }
    commit(
        editor,
        Step::new(format!("rename the project to “{new}”"), vec![Edit::Name { old, new }]),
        cx,
    );
}

fn delete(editor: &mut Editor, id: ProjectId, cx: &mut Context<'_>) {
    let Some(name) = editor
        .library
        .iter()
        .find(|summary| summary.id == id)
        .map(|summary| summary.name.clone())
    else {
        return;
    };
    let stored_elsewhere = matches!(editor.saving.status(), SavingStatus::Elsewhere(..));
    if editor.project.id() == id && stored_elsewhere {
        return editor.lasting_toast("It is open in another tab. Delete it there.", None, cx);
    }
    mark(editor, id, Deleted::Yes, cx);
    let mut offer = Offer::RestoreProject(id);
    if editor.project.id() == id {
        offer = Offer::ReopenProject(id);
        let next = editor
            .library
            .iter()
            .find(|summary| summary.deleted.is_none())
            .map(|summary| summary.id);
        match next {
            Some(next) => cx.effects.push(Effect::OpenProject(next)),
            None => handle(editor, LibraryAction::New("My project".to_owned()), cx),
        }
    }
    editor.toast(format!("Project “{name}” deleted."), Some(offer), cx);
}

fn restore(editor: &mut Editor, id: ProjectId, cx: &mut Context<'_>) {
    if let Some(summary) = editor.library.iter().find(|summary| summary.id == id) {
        cx.announce(format!("Project “{}” is back.", summary.name));
        mark(editor, id, Deleted::No, cx);
    }
}

fn mark(editor: &mut Editor, id: ProjectId, deleted: Deleted, cx: &mut Context<'_>) {
    if let Some(summary) = editor.library.iter_mut().find(|summary| summary.id == id) {
        summary.deleted = (deleted == Deleted::Yes).then_some(cx.env.now);
    }
    cx.effects.push(Effect::SetDeleted(id, deleted));
    cx.changed(Topics::LIBRARY);
}

/// The name, with a number where the library has it already.
fn unused_name(editor: &Editor, name: &str) -> String {
    let name = if name.is_empty() { "New project" } else { name };
    let taken = |name: &str| names_in_use(&editor.library).any(|other| other == name);
    if !taken(name) {
        return name.to_owned();
    }
    let numbered = (2..).map(|n| format!("{name} {n}")).find(|name| !taken(name));
    numbered.unwrap_or_else(|| name.to_owned())
}
