//! Files in: articles and labels are taken in, annotations wait for a decision.

use super::action::FilesAction;
use super::article_list::insertion;
use super::change_set::Topics;
use super::commit::{Committed, Step, commit};
use super::dialog::Dialog;
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::toast::Offer;
use super::view::ReadingReport;
use super::{exports, imports, merging, navigate};
use crate::core::article_draft::ArticleDraft;
use crate::core::edit::Edit;
use crate::core::merge::MergeMode;
use crate::core::order;
use crate::core::problem::{Problem, Severity};
use crate::core::reader::{self, Incoming};
use std::rc::Rc;

pub(super) fn handle(editor: &mut Editor, action: FilesAction, cx: &mut Context<'_>) {
    match action {
        FilesAction::Read(incoming) => read(editor, incoming, cx),
        FilesAction::Paste { text, html } => match html {
            Some(html) if text.trim().is_empty() => cx.effects.push(Effect::ReadHtml(html)),
            _ => {
                let reading = reader::read_pasted(&text);
                add_articles(editor, reading.drafts, reading.problems, cx);
            }
        },
        FilesAction::AddSample => cx.effects.push(Effect::FetchSample),
        FilesAction::Accept(mode) => imports::accept(editor, mode, cx),
        FilesAction::Merged(order, merged) => merging::merged(editor, &order, merged, cx),
        FilesAction::Export(request) => exports::export(editor, request, cx),
        FilesAction::Exported(file) => exports::exported(editor, &file, cx),
    }
}

fn read(editor: &mut Editor, incoming: Incoming, cx: &mut Context<'_>) {
    let Incoming {
        annotations,
        schemas,
        drafts,
        problems,
    } = incoming;
    for file in annotations {
        imports::queue(editor, file, cx);
    }
    for file in schemas {
        merging::ask(editor, Rc::new(file), MergeMode::Labels, cx);
    }
    add_articles(editor, drafts, problems, cx);
}

/// Puts the drafts in as one step, opens the first of them, and tells what could not be read.
fn add_articles(editor: &mut Editor, drafts: Vec<ArticleDraft>, problems: Vec<Problem>, cx: &mut Context<'_>) {
    let n = drafts.len();
    let title = match drafts.as_slice() {
        [one] => format!("add {}", super::commit::short_quote(&one.title)),
        _ => format!("add {n} articles"),
    };
    let at = editor.project.articles().len();
    let edits: Vec<Edit> = drafts
        .into_iter()
        .enumerate()
        .map(|(i, draft)| insertion(draft, at + i, cx))
        .collect();
    let mut summary = Vec::new();
    if commit(editor, Step::new(title, edits), cx) == Committed::Yes {
        let first = editor.project.articles().get(at).map(|article| article.id);
        if let Some(first) = first {
            navigate::open(editor, first, cx);
        }
        summary.push(if n == 1 {
            "1 article added.".to_owned()
        } else {
            format!("{n} articles added.")
        });
    }
    match (problems.is_empty(), summary.first()) {
        (false, _) => report(editor, ReadingReport { summary, problems }, cx),
        (true, Some(added)) => editor.toast(added.clone(), Some(Offer::Run(super::command::Command::Undo)), cx),
        (true, None) => {}
    }
}

/// Shows what the reading of files brought. Further readings add to a report that is still open or waits.
pub(super) fn report(editor: &mut Editor, mut new: ReadingReport, cx: &mut Context<'_>) {
    let unread = editor.view.report_waits || editor.view.dialog == Some(Dialog::Report);
    if unread && let Some(open) = &editor.view.report {
        let mut whole = (**open).clone();
        whole.summary.append(&mut new.summary);
        whole.problems.append(&mut new.problems);
        new = whole;
    }
    order::sort_by_key(&mut new.problems, |problem| std::cmp::Reverse(problem.severity));
    let refused = new
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Refused)
        .count();
    cx.announce(match refused {
        0 => format!("{} remarks on what was read.", new.problems.len()),
        1 => "1 file could not be read.".to_owned(),
        n => format!("{n} files could not be read."),
    });
    editor.view.report = Some(Rc::new(new));
    // A decision that waits comes first; the report follows it.
    editor.view.report_waits = !editor.view.imports.is_empty();
    if !editor.view.report_waits {
        editor.view.dialog = Some(Dialog::Report);
    }
    cx.changed(Topics::DIALOG);
}
