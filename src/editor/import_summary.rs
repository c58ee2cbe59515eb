//! What a file of annotations holds, and the ways to take it in, with what each brings about.

use super::action::ImportMode;
use super::count::count;
use super::machine::Editor;
use super::view::ImportReview;
use crate::core::formats::native;
use crate::core::id::ProjectId;
use crate::core::problem::Problem;

/// All that the dialog shows.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportSummary {
    /// The file's name.
    pub file_name: String,
    /// Of the project in it.
    pub project_name: String,
    /// How many articles, mentions and labels.
    pub holds: String,
    /// What was mended or left out while reading.
    pub problems: Vec<Problem>,
    /// The three ways to take it in.
    pub ways: Vec<ImportWay>,
    /// The way to suggest.
    pub suggested: ImportMode,
    /// The library has the same project, and it is not the open one.
    pub known: Option<KnownProject>,
}

/// One way to take the file in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportWay {
    /// Which one.
    pub mode: ImportMode,
    /// Its name.
    pub title: &'static str,
    /// What it brings about.
    pub consequence: String,
    /// Why it cannot be taken now.
    pub closed: Option<String>,
}

/// A project of the library that is the file's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KnownProject {
    /// It can be opened.
    Kept(ProjectId),
    /// It can be restored, which opens it.
    Deleted(ProjectId),
}

/// Reads the file's counts and compares its project with the open one and the library.
pub fn summary(editor: &Editor, review: &ImportReview) -> ImportSummary {
    let (file, open) = (&review.file.project, editor.project());
    let listed = editor.library().iter().find(|project| project.id == file.id());
    let known = listed
        .filter(|_| file.id() != open.id())
        .map(|project| match project.deleted {
            None => KnownProject::Kept(project.id),
            Some(_) => KnownProject::Deleted(project.id),
        });
    let closed = match known {
        _ if file.id() == open.id() => Some("It is the open project already.".to_owned()),
        Some(KnownProject::Kept(_)) => Some("The library has this project already.".to_owned()),
        Some(KnownProject::Deleted(_)) => Some("This project lies in the trash.".to_owned()),
        None => None,
    };
    let suggested = if closed.is_none() {
        ImportMode::OwnProject
    } else {
        ImportMode::Add
    };
    let gives_way = match open.n_mentions() {
        0 => String::new(),
        n => format!(" Its {} give way.", count(n, "mention")),
    };
    let ways = vec![
        ImportWay {
            mode: ImportMode::OwnProject,
            title: "As a project of its own",
            consequence: format!("“{}” stays as it is.", open.name()),
            closed,
        },
        ImportWay {
            mode: ImportMode::Add,
            title: "Add to the open project",
            consequence: "What is new is added; of what both have, the version changed last stays. Can be undone."
                .to_owned(),
            closed: None,
        },
        ImportWay {
            mode: ImportMode::Replace,
            title: "Replace the open project’s content",
            consequence: format!(
                "“{}” becomes what the file says.{gives_way} Can be undone.",
                open.name()
            ),
            closed: None,
        },
    ];
    ImportSummary {
        file_name: review.file_name.clone(),
        project_name: file.name().to_owned(),
        holds: format!(
            "{}, {}, {}",
            count(file.articles().len(), "article"),
            count(file.n_mentions(), "mention"),
            count(file.schema().labels.len(), "label")
        ),
        problems: native::problems_of(&review.file, &review.file_name),
        ways,
        suggested,
        known,
    }
}
