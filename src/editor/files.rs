//! Files in and out: articles, annotations, schemas.

use super::action::{ExportFormat, ExportRequest, FilesAction, ImportMode};
use super::article_list::insertion;
use super::change_set::Topics;
use super::choose;
use super::commit::{Committed, Step, commit};
use super::count::count;
use super::dialog::Dialog;
use super::effect::{Effect, FileOut};
use super::machine::{Context, Editor};
use super::navigate;
use super::toast::Offer;
use super::view::{ImportReview, ReadingReport};
use crate::core::article_draft::ArticleDraft;
use crate::core::edit::Edit;
use crate::core::formats::{mentions_csv, native, schema_file};
use crate::core::merge::{self, MergeMode};
use crate::core::problem::{Problem, Severity};
use crate::core::reader::{self, Incoming};
use crate::core::schema::Schema;
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
        FilesAction::Accept(mode) => accept(editor, mode, cx),
        FilesAction::Export(request) => export(editor, &request, cx),
    }
}

fn read(editor: &mut Editor, incoming: Incoming, cx: &mut Context<'_>) {
    let Incoming {
        annotations,
        schemas,
        drafts,
        mut problems,
    } = incoming;
    for file in annotations {
        match native::read(&file.name, &file.text) {
            Ok(read) => review(editor, file.name, read, cx),
            Err(problem) => problems.push(problem),
        }
    }
    for file in schemas {
        match schema_file::read(&file.name, &file.text) {
            Ok((schema, remarks)) => {
                problems.extend(remarks);
                take_schema(editor, schema, cx);
            }
            Err(problem) => problems.push(problem),
        }
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

/// Shows what the reading of files brought. Further readings add to a report that is still open.
pub(super) fn report(editor: &mut Editor, mut new: ReadingReport, cx: &mut Context<'_>) {
    if editor.view.dialog == Some(Dialog::Report)
        && let Some(open) = &editor.view.report
    {
        let mut whole = (**open).clone();
        whole.summary.append(&mut new.summary);
        whole.problems.append(&mut new.problems);
        new = whole;
    }
    new.problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
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
    if editor.view.dialog != Some(Dialog::Import) {
        editor.view.dialog = Some(Dialog::Report);
    }
    cx.changed(Topics::DIALOG);
}

fn review(editor: &mut Editor, file_name: String, file: native::NativeFile, cx: &mut Context<'_>) {
    editor.view.import = Some(Rc::new(ImportReview { file_name, file }));
    editor.view.dialog = Some(Dialog::Import);
    cx.changed(Topics::DIALOG);
}

/// After a project was opened for the sake of a waiting import: shows it again.
pub(super) fn go_on_with_import(editor: &mut Editor, cx: &mut Context<'_>) {
    if editor.view.import.is_some() {
        editor.view.dialog = Some(Dialog::Import);
        cx.changed(Topics::DIALOG);
    }
}

fn accept(editor: &mut Editor, mode: ImportMode, cx: &mut Context<'_>) {
    let Some(review) = editor.view.import.take() else {
        return;
    };
    editor.view.dialog = None;
    cx.changed(Topics::DIALOG);
    let mode = match mode {
        ImportMode::OwnProject => return open_as_project(editor, &review, cx),
        ImportMode::Add => MergeMode::Add,
        ImportMode::Replace => MergeMode::Replace,
    };
    let plan = merge::plan(&editor.project, &review.file, mode);
    let mut problems = review.file.problems.clone();
    problems.extend(plan.report.problems(&review.file_name));
    let mut summary = plan.report.summary();
    let step = Step::new(format!("take in {}", review.file_name), plan.edits);
    if commit(editor, step, cx) == Committed::No {
        summary.push("The project holds all of it already.".to_owned());
    }
    mend_view(editor, cx);
    if problems.is_empty() {
        editor.toast(summary.join(" "), Some(Offer::Run(super::command::Command::Undo)), cx);
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

/// Adds the file's labels to the schema, and replaces those with the same id; nothing is deleted.
fn take_schema(editor: &mut Editor, schema: Schema, cx: &mut Context<'_>) {
    let plan = merge::plan_schema(&editor.project, &schema);
    let n = plan.len();
    if commit(editor, Step::new("take in a schema", plan), cx) == Committed::Yes {
        let text = if n == 1 {
            "1 change to the labels.".to_owned()
        } else {
            format!("{n} changes to the labels.")
        };
        editor.toast(text, Some(Offer::Run(super::command::Command::Undo)), cx);
    } else {
        editor.toast("The project has these labels already.", None, cx);
    }
}

fn export(editor: &mut Editor, request: &ExportRequest, cx: &mut Context<'_>) {
    let articles = request.articles.as_deref();
    let stem = match articles {
        Some([one]) => editor
            .project
            .article(*one)
            .map_or(editor.project.name(), |article| &article.title),
        _ => editor.project.name(),
    };
    let stem = file_stem(stem);
    let file = match request.format {
        ExportFormat::Native => FileOut {
            name: format!("{stem}.attest.json"),
            mime: "application/json",
            content: native::write(&editor.project, articles),
        },
        ExportFormat::MentionsCsv => FileOut {
            name: format!("{stem}.mentions.csv"),
            mime: "text/csv",
            content: mentions_csv::write(&editor.project, articles),
        },
        ExportFormat::Schema => FileOut {
            name: format!("{stem}.labels.json"),
            mime: "application/json",
            content: schema_file::write(editor.project.schema()),
        },
    };
    editor.toast(
        format!("{} is ready: {}.", file.name, contents_of(editor, request)),
        None,
        cx,
    );
    cx.effects.push(Effect::Download(Rc::new(file)));
}

/// What a file would hold, such as `5 articles, 12 mentions`.
pub fn contents_of(editor: &Editor, request: &ExportRequest) -> String {
    let project = &editor.project;
    let (n_articles, n_mentions) = match (request.format, &request.articles) {
        (ExportFormat::Schema, _) => return count(project.schema().labels.len(), "label"),
        (_, None) => (project.articles().len(), project.n_mentions()),
        (_, Some(ids)) => {
            let sets = ids.iter().filter_map(|id| project.mentions(*id));
            (ids.len(), sets.map(|set| set.len()).sum())
        }
    };
    format!("{}, {}", count(n_articles, "article"), count(n_mentions, "mention"))
}

/// A name that every file system takes: letters, digits, `-`, `_`, `.`; at most 60 characters.
fn file_stem(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|ch| {
            if ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.') {
                ch
            } else {
                ' '
            }
        })
        .collect();
    let stem: String = kept
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(60)
        .collect();
    let stem = stem.trim_matches(['-', '.']).to_owned();
    if stem.is_empty() { "attest".to_owned() } else { stem }
}
