//! What a file of annotations holds, and the ways to take it in, with what each brings about.

use super::action::ImportMode;
use super::count::count;
use super::machine::Editor;
use crate::core::annotation_file::AnnotationFile;
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
    /// How many mentions stand elsewhere than the file says, or nowhere; empty if none.
    pub remarks: Vec<String>,
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
pub fn summary(editor: &Editor, file: &AnnotationFile) -> ImportSummary {
    let open = editor.project();
    let listed = editor.library().iter().find(|project| project.id == file.id);
    let known = listed
        .filter(|_| file.id != open.id())
        .map(|project| match project.deleted {
            None => KnownProject::Kept(project.id),
            Some(_) => KnownProject::Deleted(project.id),
        });
    let closed = match known {
        _ if file.id == open.id() => Some("It is the open project already.".to_owned()),
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
        1 => " Its 1 mention gives way.".to_owned(),
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
            consequence:
                "What is new is added; of a mention that both have, the one changed last stays. Can be undone."
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
    let remark = |n: usize, what: &str| (n > 0).then(|| format!("{} {what}", count(n, "mention")));
    ImportSummary {
        file_name: file.file_name.clone(),
        project_name: file.name.clone(),
        holds: format!(
            "{}, {}, {}",
            count(file.n_articles, "article"),
            count(file.n_mentions, "mention"),
            count(file.n_labels, "label")
        ),
        remarks: [
            remark(file.n_moved, "found at another place of the text than the file says."),
            remark(file.n_unplaced, "not found in the text, and left out."),
        ]
        .into_iter()
        .flatten()
        .collect(),
        problems: file.problems.clone(),
        ways,
        suggested,
        known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::formats::native;
    use crate::core::id::ProjectId;
    use crate::core::project::Project;
    use crate::core::schema::Schema;
    use crate::core::timestamp::Timestamp;
    use crate::editor::action::{Action, LibraryAction, ProjectSummary};
    use crate::editor::env::tests::update;
    use crate::editor::settings::Settings;
    use crate::testkit::random_project::small_project;

    fn review() -> AnnotationFile {
        file(&native::write(&small_project(), None))
    }

    fn file(text: &str) -> AnnotationFile {
        let read = native::read("small.json", text).expect("it is read, at least in part");
        AnnotationFile::new("small.json".to_owned(), &read)
    }

    /// Another project is open; the file's lies in the library or not.
    fn other(listed: Option<Option<Timestamp>>) -> Editor {
        let id = ProjectId::from_u128(77);
        let project = Project::new(id, "Other".to_owned(), Timestamp::default(), Schema::default());
        let mut editor = Editor::new(project, Settings::default());
        let library = listed.map(|deleted| ProjectSummary {
            id: small_project().id(),
            name: "Small".to_owned(),
            modified: Timestamp::default(),
            n_articles: 1,
            n_mentions: 2,
            deleted,
        });
        update(
            &mut editor,
            Action::Library(LibraryAction::Listed(library.into_iter().collect())),
        );
        editor
    }

    fn closed(summary: &ImportSummary) -> Vec<ImportMode> {
        let closed = summary.ways.iter().filter(|way| way.closed.is_some());
        closed.map(|way| way.mode).collect()
    }

    #[test]
    fn a_strange_project_can_come_in_any_way() {
        let summary = summary(&other(None), &review());
        assert_eq!(
            (summary.project_name.as_str(), summary.holds.as_str()),
            ("Small", "1 article, 2 mentions, 8 labels")
        );
        assert_eq!((closed(&summary), summary.known), (vec![], None));
        assert_eq!(summary.suggested, ImportMode::OwnProject);
        assert_eq!((summary.remarks, summary.problems), (vec![], vec![]));
    }

    #[test]
    fn a_project_of_the_library_is_offered_to_be_opened() {
        let id = small_project().id();
        for (deleted, known) in [
            (None, KnownProject::Kept(id)),
            (Some(Timestamp::default()), KnownProject::Deleted(id)),
        ] {
            let summary = summary(&other(Some(deleted)), &review());
            assert_eq!(closed(&summary), [ImportMode::OwnProject]);
            assert_eq!((summary.known, summary.suggested), (Some(known), ImportMode::Add));
        }
    }

    #[test]
    fn the_open_project_takes_its_own_file() {
        let editor = Editor::new(small_project(), Settings::default());
        let summary = summary(&editor, &review());
        assert_eq!(closed(&summary), [ImportMode::OwnProject]);
        assert_eq!((summary.known, summary.suggested), (None, ImportMode::Add));
        assert!(
            summary.ways[2].consequence.contains("Its 2 mentions give way."),
            "{:?}",
            summary.ways[2]
        );
    }

    #[test]
    fn a_single_mention_gives_way() {
        let small = small_project();
        let mention = small.all_mentions().next().cloned();
        let empty = Project::new(small.id(), "One".to_owned(), small.created(), small.schema().clone());
        let project = Project::from_parts(empty, small.articles().to_vec(), mention.into_iter().collect());
        let summary = summary(&Editor::new(project, Settings::default()), &review());
        let consequence = &summary.ways[2].consequence;
        assert!(consequence.contains("Its 1 mention gives way."), "{consequence}");
    }

    #[test]
    fn what_moved_is_told() {
        let text = native::write(&small_project(), None);
        let text = text.replacen("Prices rose 4% in Guatemala.\"", "Nothing.\"", 1);
        let summary = summary(&other(None), &file(&text));
        assert_eq!(summary.remarks, ["2 mentions not found in the text, and left out."]);
        assert!(!summary.problems.is_empty());
    }
}
