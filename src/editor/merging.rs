//! Taking a file into the open project: asked of the host, since comparing large ones takes seconds; what it answers
//! becomes one step.
//!
//! The person goes on working meanwhile. What was worked out for a project that has changed since is not taken in but
//! asked for anew, so nothing that was done meanwhile is lost or misread.

use super::change_set::Topics;
use super::choose;
use super::command::Command;
use super::commit::{Committed, Step, commit};
use super::count::count;
use super::effect::Effect;
use super::files::report;
use super::imports;
use super::machine::{Context, Editor};
use super::toast::Offer;
use super::view::ReadingReport;
use crate::core::annotation_file::AnnotationFile;
use crate::core::edit::Edit;
use crate::core::id::ProjectId;
use crate::core::merge::MergeMode;
use crate::core::problem::Problem;
use std::rc::Rc;

/// A file to compare with the open project.
#[derive(Clone, PartialEq, Debug)]
pub struct MergeOrder {
    /// What is to be taken in.
    pub file: Rc<AnnotationFile>,
    /// How.
    pub mode: MergeMode,
    /// The project that was open.
    project: ProjectId,
    /// Its state.
    revision: u32,
}

impl MergeOrder {
    /// Whether the project is still the one that the file was to be compared with. Otherwise what comes of that is not
    /// looked at.
    pub fn is_current(&self, editor: &Editor) -> bool {
        (self.project, self.revision) == (editor.project.id(), editor.revision)
    }
}

/// What taking the file in would do.
#[derive(Clone, Debug)]
pub struct Merged {
    /// See [`MergePlan`](crate::core::merge::MergePlan).
    pub edits: Vec<Edit>,
    /// See [`MergeReport::summary`](crate::core::merge_report::MergeReport::summary).
    pub summary: Vec<String>,
    /// See [`MergeReport::problems`](crate::core::merge_report::MergeReport::problems).
    pub problems: Vec<Problem>,
}

/// Has the file compared with the open project as it is now.
pub(super) fn ask(editor: &Editor, file: Rc<AnnotationFile>, mode: MergeMode, cx: &mut Context<'_>) {
    cx.effects.push(Effect::Merge(Rc::new(MergeOrder {
        file,
        mode,
        project: editor.project.id(),
        revision: editor.revision,
    })));
}

/// What was asked for is worked out.
pub(super) fn merged(editor: &mut Editor, order: &MergeOrder, merged: Merged, cx: &mut Context<'_>) {
    if order.project != editor.project.id() {
        another_project(editor, order, cx);
    } else if !order.is_current(editor) {
        ask(editor, order.file.clone(), order.mode, cx);
    } else if order.mode == MergeMode::Labels {
        take_labels(editor, order, merged.edits, cx);
    } else {
        take_in(editor, order, merged, cx);
    }
}

fn another_project(editor: &mut Editor, order: &MergeOrder, cx: &mut Context<'_>) {
    let name = &order.file.file_name;
    editor.lasting_toast(
        format!("{name} was not taken in, because another project was opened meanwhile."),
        None,
        cx,
    );
    // It waits for a decision on the project that is open now.
    if order.mode != MergeMode::Labels {
        editor.view.imports.push_front(order.file.clone());
        imports::show_next(editor, cx);
    }
}

fn take_in(editor: &mut Editor, order: &MergeOrder, merged: Merged, cx: &mut Context<'_>) {
    let Merged {
        edits,
        mut summary,
        problems: of_merging,
    } = merged;
    let file = &order.file;
    let mut problems = file.problems.clone();
    problems.extend(of_merging);
    if file.n_unplaced > 0 {
        let left_out = count(file.n_unplaced, "mention");
        summary.push(format!(
            "{left_out} of the file left out, because its own text lacks them."
        ));
    }
    let offer = match commit(editor, Step::new(format!("take in {}", file.file_name), edits), cx) {
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

fn take_labels(editor: &mut Editor, order: &MergeOrder, edits: Vec<Edit>, cx: &mut Context<'_>) {
    let n = edits.len();
    let step = Step::new(format!("take in {}", order.file.file_name), edits);
    if commit(editor, step, cx) == Committed::Yes {
        let text = if n == 1 {
            "1 change to the labels.".to_owned()
        } else {
            format!("{n} changes to the labels.")
        };
        editor.toast(text, Some(Offer::Run(Command::Undo)), cx);
    } else {
        editor.toast("The project has these labels already.", None, cx);
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
