//! Files of annotations, one after the other: reviewed, then taken in or not.

use super::action::ImportMode;
use super::change_set::Topics;
use super::dialog::Dialog;
use super::effect::Effect;
use super::files::report;
use super::machine::{Context, Editor};
use super::merging;
use super::view::ReadingReport;
use crate::core::annotation_file::AnnotationFile;
use crate::core::merge::MergeMode;
use std::rc::Rc;

/// Has the file wait for a decision, behind those that wait already.
pub(super) fn queue(editor: &mut Editor, file: AnnotationFile, cx: &mut Context<'_>) {
    editor.view.imports.push_back(Rc::new(file));
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
    let Some(file) = editor.view.imports.pop_front() else {
        return;
    };
    match mode {
        ImportMode::OwnProject => open_as_project(editor, file, cx),
        ImportMode::Add => merging::ask(editor, file, MergeMode::Add, cx),
        ImportMode::Replace => merging::ask(editor, file, MergeMode::Replace, cx),
    }
    show_next(editor, cx);
}

fn open_as_project(editor: &mut Editor, file: Rc<AnnotationFile>, cx: &mut Context<'_>) {
    if editor.library.iter().any(|summary| summary.id == file.id) {
        return editor.lasting_toast(
            "A project with the same identity is in the library. Open it and add the file to it.",
            None,
            cx,
        );
    }
    if !file.problems.is_empty() {
        let (summary, problems) = (vec![format!("“{}” was opened.", file.name)], file.problems.clone());
        report(editor, ReadingReport { summary, problems }, cx);
    }
    cx.effects.push(Effect::CreateFromFile(file));
}
