//! Files of annotations, one after the other: reviewed, then taken in or not.

use super::action::ImportMode;
use super::change_set::Topics;
use super::choose;
use super::command::Command;
use super::commit::{Committed, Step, commit};
use super::dialog::Dialog;
use super::effect::Effect;
use super::files::report;
use super::machine::{Context, Editor};
use super::toast::Offer;
use super::view::{ImportReview, ReadingReport};
use crate::core::formats::native::{self, NativeFile};
use crate::core::merge::{self, MergeMode};
use std::rc::Rc;

/// Has the file wait for a decision, behind those that wait already.
pub(super) fn queue(editor: &mut Editor, file_name: String, file: NativeFile, cx: &mut Context<'_>) {
    let review = ImportReview { file_name, file };
    editor.view.imports.push_back(Rc::new(review));
    show_next(editor, cx);
}

/// The person leaves the file out that is being reviewed.
pub(super) fn pass_over(editor: &mut Editor, cx: &mut Context<'_>) {
    editor.view.imports.pop_front();
    show_next(editor, cx);
}

/// Shows what waits: the next file, else the report that had to wait for it.
pub(super) fn show_next(editor: &mut Editor, cx: &mut Context<'_>) {
    editor.view.dialog = if !editor.view.imports.is_empty() {
        Some(Dialog::Import)
    } else if std::mem::take(&mut editor.view.report_waits) {
        Some(Dialog::Report)
    } else {
        editor.view.dialog.take().filter(|dialog| *dialog != Dialog::Import)
    };
    cx.changed(Topics::DIALOG);
}

pub(super) fn accept(editor: &mut Editor, mode: ImportMode, cx: &mut Context<'_>) {
    let Some(review) = editor.view.imports.pop_front() else {
        return;
    };
    match mode {
        ImportMode::OwnProject => open_as_project(editor, &review, cx),
        ImportMode::Add => merge_in(editor, &review, MergeMode::Add, cx),
        ImportMode::Replace => merge_in(editor, &review, MergeMode::Replace, cx),
    }
    show_next(editor, cx);
}

fn merge_in(editor: &mut Editor, review: &ImportReview, mode: MergeMode, cx: &mut Context<'_>) {
    let plan = merge::plan(&editor.project, &review.file, mode);
    let mut problems = review.file.problems.clone();
    problems.extend(plan.report.problems(&review.file_name));
    let mut summary = plan.report.summary();
    let step = Step::new(format!("take in {}", review.file_name), plan.edits);
    let offer = match commit(editor, step, cx) {
        Committed::Yes => Some(Offer::Run(Command::Undo)),
        Committed::No => {
            summary.push("The project holds all of it already.".to_owned());
            None
        }
    };
    mend_view(editor, cx);
    if problems.is_empty() {
        editor.toast(summary.join(" "), offer, cx);
    } else {
        report(editor, ReadingReport { summary, problems }, cx);
    }
}

fn open_as_project(editor: &mut Editor, review: &ImportReview, cx: &mut Context<'_>) {
    let id = review.file.project.id();
    if editor.library.iter().any(|summary| summary.id == id) {
        return editor.lasting_toast(
            "A project with the same identity is in the library. Open it and add the file to it.",
            None,
            cx,
        );
    }
    cx.effects
        .push(Effect::CreateProject(Rc::new(review.file.project.clone())));
    let problems = native::problems_of(&review.file, &review.file_name);
    if !problems.is_empty() {
        let summary = vec![format!("“{}” was opened.", review.file.project.name())];
        report(editor, ReadingReport { summary, problems }, cx);
    }
}

/// After edits from outside: what is open, chosen, kept or filtered by may be gone.
fn mend_view(editor: &mut Editor, cx: &mut Context<'_>) {
    let open = editor.view.article.filter(|id| editor.project.article(*id).is_some());
    editor.view.article = open.or_else(|| editor.project.articles().first().map(|article| article.id));
    editor.view.armed = editor
        .view
        .armed
        .filter(|id| editor.project.schema().label(*id).is_some());
    editor.view.list.label = editor
        .view
        .list
        .label
        .filter(|id| editor.project.schema().label(*id).is_some());
    if editor.chosen().is_none() {
        choose::clear_choice(editor, cx);
    }
    choose::unselect(editor, cx);
    cx.changed(Topics::OPEN | Topics::ARMED | Topics::LIST);
}
