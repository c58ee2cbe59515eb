//! Files of annotations and labels, taken into the open project while the person goes on working.

use crate::world::World;
use attest::core::default_schema::{PERSON, PLACE};
use attest::core::formats::FileFormat;
use attest::core::history::History;
use attest::core::id::ProjectId;
use attest::editor::action::{Action, FilesAction, ImportMode, LibraryAction, OpenedProject, SchemaAction};
use attest::editor::command::Command;
use attest::editor::dialog::Dialog;
use attest::editor::effect::Effect;
use attest::editor::machine::Editor;
use attest::editor::work::{Work, WorkAction};

/// Another project with one article, all of which is a mention, as a file.
fn file_of(name: &str, text: &str) -> String {
    file_with(name, text, &[text])
}

fn file_with(name: &str, text: &str, mentions: &[&str]) -> String {
    let world = World::with_articles(&[text]);
    world.act(Action::Library(LibraryAction::Rename(name.to_owned())));
    for words in mentions {
        world.tag(words, PLACE);
    }
    world
        .store
        .read(|editor| FileFormat::Native.write(editor.project(), None))
}

fn dialog(world: &World) -> Option<Dialog> {
    world.store.read(|editor| editor.view().dialog.clone())
}

#[test]
fn several_files_of_annotations_are_reviewed_one_after_the_other_and_then_the_report_is_shown() {
    let world = World::with_articles(&["Guatemala."]);
    let (first, second) = (file_of("First", "Guatemala"), file_of("Second", "Guatemala"));
    world.read_files(&[
        ("first.attest.json", &first),
        ("empty.txt", ""),
        ("second.attest.json", &second),
    ]);
    let reviewed = || {
        world.store.read(|editor| {
            let review = editor.view().imports.front().expect("a file waits");
            review.name.clone()
        })
    };
    assert_eq!((dialog(&world), reviewed()), (Some(Dialog::Import), "First".to_owned()));
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    world.merge();
    assert_eq!(
        (dialog(&world), reviewed()),
        (Some(Dialog::Import), "Second".to_owned())
    );
    world.act(Action::ShowDialog(None));
    assert_eq!(dialog(&world), Some(Dialog::Report), "what could not be read is named");
    world.store.read(|editor| {
        let report = editor.view().report.clone().expect("a report");
        assert!(report.problems.iter().any(|problem| problem.file == "empty.txt"));
        assert_eq!(editor.project().n_mentions(), 1, "the second file was left out");
    });
    world.act(Action::ShowDialog(None));
    assert_eq!(dialog(&world), None);
}

#[test]
fn what_is_there_already_offers_no_undo_of_something_else() {
    let world = World::with_articles(&["Guatemala."]);
    world.tag("Guatemala", PLACE);
    let own = world
        .store
        .read(|editor| FileFormat::Native.write(editor.project(), None));
    world.read_files(&[("own.attest.json", &own)]);
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    world.merge();
    world.store.read(|editor| {
        let toast = editor.view().toasts.last().expect("it is said");
        assert!(toast.text.contains("holds all of it already"), "{}", toast.text);
        assert_eq!(toast.offer, None);
    });
}

/// What was done while a file was compared with the project stays, and so does what the file brings.
#[test]
fn what_is_done_meanwhile_is_kept() {
    let world = World::with_articles(&["Ana went to Guatemala."]);
    world.read_files(&[("other.attest.json", &file_of("Other", "Ana went to Guatemala."))]);
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    assert_eq!(dialog(&world), None);
    world.tag("Ana", PERSON);
    world.select("went");
    world.merge();
    assert!(
        world.store.read(|editor| editor.view().selection.is_some()),
        "what is being selected stays so"
    );
    assert_eq!(world.mentions(), ["Place:Ana went to Guatemala.", "Person:Ana"]);
    world.reload();
    world.run(Command::Undo);
    assert_eq!(world.mentions(), ["Person:Ana"], "the file came in as one step");
    world.run(Command::Undo);
    assert_eq!(world.mentions(), Vec::<String>::new());
}

/// The second was compared with a project that lacked the first.
#[test]
fn two_files_at_the_same_time_come_in_one_after_the_other() {
    let world = World::with_articles(&["Ana went to Guatemala."]);
    let first = file_with("First", "Ana went to Guatemala.", &["Ana"]);
    let second = file_with("Second", "Ana went to Guatemala.", &["Ana", "Guatemala"]);
    world.read_files(&[("first.attest.json", &first), ("second.attest.json", &second)]);
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    world.merge();
    assert_eq!(world.mentions(), ["Place:Ana", "Place:Guatemala"]);
    world.reload();
}

#[test]
fn a_file_waits_again_where_another_project_was_opened_meanwhile() {
    let world = World::with_articles(&["Guatemala."]);
    world.read_files(&[("other.attest.json", &file_of("Other", "Guatemala."))]);
    world.act(Action::Files(FilesAction::Accept(ImportMode::Replace)));
    let project = world.store.read(|editor| {
        editor
            .project()
            .copy_as(ProjectId::from_u128(7), "B".to_owned(), editor.project().created())
    });
    let opened = OpenedProject {
        project,
        history: History::default(),
        problems: Vec::new(),
        article: None,
    };
    world.act(Action::Library(LibraryAction::Opened(Box::new(opened))));
    world.merge();
    assert_eq!(world.mentions(), Vec::<String>::new());
    assert_eq!(dialog(&world), Some(Dialog::Import));
    world.act(Action::Files(FilesAction::Accept(ImportMode::Add)));
    world.merge();
    assert_eq!(world.store.read(|editor| editor.project().n_mentions()), 1);
}

#[test]
fn a_file_becomes_a_project_as_it_is() {
    let world = World::with_articles(&["x"]);
    world.read_files(&[("other.attest.json", &file_of("Other", "Guatemala."))]);
    world.act(Action::Files(FilesAction::Accept(ImportMode::OwnProject)));
    let made = world.effects().iter().find_map(|effect| match effect {
        Effect::CreateFromFile(file) => Some(file.records.clone().read().unwrap().0),
        _ => None,
    });
    let made = made.expect("a project is made");
    assert_eq!((made.name(), made.n_mentions()), ("Other", 1));
}

#[test]
fn labels_come_in_as_one_step() {
    let world = World::with_articles(&["x"]);
    let labels = world
        .store
        .read(|editor| FileFormat::Schema.write(editor.project(), None));
    let name = |world: &World| {
        world
            .store
            .read(|editor| editor.project().schema().label(PLACE).unwrap().name.clone())
    };
    world.read_files(&[("labels.json", &labels.replace("\"Place\"", "\"Location\""))]);
    world.merge();
    assert_eq!(name(&world), "Location");
    world.reload();
    world.run(Command::Undo);
    assert_eq!(name(&world), "Place");
}

/// The end of one does not hide the other, and each is cancelled by itself.
#[test]
fn each_work_has_a_bar_of_its_own() {
    let world = World::with_articles(&[]);
    let goes = |id: u32, title: &str, done| {
        let title = title.to_owned();
        let total = 9;
        world.act(Action::Work(WorkAction::Goes(Work { id, title, done, total })));
    };
    let shown = || {
        world.store.read(|editor| {
            let work = editor.view().work.iter();
            work.map(|work| (work.id, work.done)).collect::<Vec<_>>()
        })
    };
    goes(1, "Reading 9 files", 0);
    goes(2, "Writing x.json", 0);
    goes(1, "Reading 9 files", 3);
    assert_eq!(shown(), [(1, 3), (2, 0)]);
    assert_eq!(world.announced(), ["Reading 9 files…", "Writing x.json…"]);
    world.act(Action::Work(WorkAction::Ended(2)));
    assert_eq!(shown(), [(1, 3)]);
    world.act(Action::Work(WorkAction::Cancel(2)));
    assert!(
        !world.effects().contains(&Effect::CancelWork(2)),
        "it has ended already"
    );
    world.act(Action::Work(WorkAction::Cancel(1)));
    assert!(world.effects().contains(&Effect::CancelWork(1)));
    assert_eq!(shown(), []);
}

#[test]
fn labels_come_in_the_order_of_a_file_that_holds_all_of_them() {
    let names = |world: &World| -> Vec<String> {
        let of = |editor: &Editor| {
            editor
                .project()
                .schema()
                .labels
                .iter()
                .map(|label| label.name.clone())
                .collect()
        };
        world.store.read(of)
    };
    let source = World::with_articles(&["x"]);
    source.act(Action::schema(SchemaAction::Move(PERSON, 0)));
    let file = source
        .store
        .read(|editor| FileFormat::Schema.write(editor.project(), None));

    let world = World::with_articles(&["x"]);
    assert_ne!(names(&world), names(&source));
    world.read_files(&[("p.labels.json", &file)]);
    world.merge();
    assert_eq!(names(&world), names(&source));
    world.reload();
    world.run(Command::Undo);
    assert_ne!(names(&world), names(&source));
}
