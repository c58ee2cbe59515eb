//! Articles in, about, and out.

use crate::world::World;
use attest::core::default_schema::PLACE;
use attest::core::segment::Toward;
use attest::editor::action::{Action, ArticleDetails, ArticlesAction, FilesAction};
use attest::editor::command::Command;
use attest::editor::dialog::Dialog;
use attest::editor::effect::Effect;

#[test]
fn files_come_in_as_one_step_and_what_cannot_be_read_is_named() {
    let world = World::with_articles(&[]);
    world.read_files(&[
        ("one.txt", "First text."),
        ("empty.txt", ""),
        ("two.txt", "Second text."),
    ]);
    assert_eq!(world.titles(), ["one", "two"]);
    world.store.read(|editor| {
        assert_eq!(editor.view().dialog, Some(Dialog::Report));
        let report = editor.view().report.clone().unwrap();
        assert_eq!(report.summary, ["2 articles added."]);
        assert_eq!(report.problems.len(), 1);
        assert_eq!(report.problems[0].file, "empty.txt");
        assert_eq!(editor.article().unwrap().title, "one", "the first new one is open");
    });
    world.reload();
    world.run(Command::Undo);
    assert_eq!(world.titles(), Vec::<String>::new());
    world.run(Command::Redo);
    assert_eq!(world.titles(), ["one", "two"]);
    world.reload();
}

#[test]
fn an_article_goes_with_its_mentions_and_comes_back_with_them() {
    let world = World::with_articles(&["Guatemala.", "Honduras."]);
    world.tag("Guatemala", PLACE);
    world.run(Command::RemoveArticle);
    assert_eq!(world.titles(), ["B"]);
    assert_eq!(world.store.read(|editor| editor.article().unwrap().title.clone()), "B");
    world.reload();
    world.run(Command::Undo);
    assert_eq!(world.titles(), ["A", "B"]);
    assert_eq!(world.mentions(), ["Place:Guatemala"], "and it is open again");
    world.reload();
}

#[test]
fn the_last_article_leaves_an_empty_page() {
    let world = World::with_articles(&["Guatemala."]);
    world.run(Command::RemoveArticle);
    assert!(world.store.read(|editor| editor.article().is_none()));
    world.run(Command::NextMention);
    world.run(Command::ToggleDone);
    world.run(Command::Undo);
    assert_eq!(world.titles(), ["A"]);
}

#[test]
fn order_details_and_done_are_undone_like_everything() {
    let world = World::with_articles(&["a", "b", "c"]);
    let id = world.store.read(|editor| editor.project().articles()[2].id);
    world.act(Action::Articles(ArticlesAction::Move(id, 0)));
    assert_eq!(world.titles(), ["C", "A", "B"]);
    let details = ArticleDetails {
        title: "Renamed".to_owned(),
        outlet: "GT News".to_owned(),
        author: String::new(),
        url: String::new(),
        language: "en".to_owned(),
        date: "2021-04".parse().ok(),
        tags: vec!["migration".to_owned()],
        note: String::new(),
    };
    world.act(Action::Articles(ArticlesAction::SetDetails(id, details.clone())));
    let nameless = ArticleDetails {
        title: " ".to_owned(),
        ..details
    };
    world.act(Action::Articles(ArticlesAction::SetDetails(id, nameless)));
    world.act(Action::Articles(ArticlesAction::SetDone(id, true)));
    assert_eq!(world.titles(), ["Renamed", "A", "B"]);
    world.reload();
    for _ in 0..3 {
        world.run(Command::Undo);
    }
    assert_eq!(world.titles(), ["A", "B", "C"]);
    assert!(world.store.read(|editor| !editor.project().articles()[2].done));
    world.reload();
}

#[test]
fn a_move_under_a_filter_goes_past_the_next_one_shown() {
    let world = World::with_articles(&["a", "b", "c", "d"]);
    let ids: Vec<_> = world
        .store
        .read(|editor| editor.project().articles().iter().map(|it| it.id).collect());
    let shift = |at: usize, toward| world.act(Action::Articles(ArticlesAction::Shift(ids[at], toward)));
    let name = |at: usize, title: &str| {
        let details = ArticleDetails {
            title: title.to_owned(),
            outlet: String::new(),
            author: String::new(),
            url: String::new(),
            language: String::new(),
            date: None,
            tags: Vec::new(),
            note: String::new(),
        };
        world.act(Action::Articles(ArticlesAction::SetDetails(ids[at], details)));
    };
    name(0, "A rain");
    name(3, "D rain");
    world.act(Action::Articles(ArticlesAction::Filter("rain".to_owned())));
    shift(3, Toward::Start);
    assert_eq!(world.titles(), ["D rain", "A rain", "B", "C"]);
    shift(3, Toward::Start);
    assert_eq!(world.titles(), ["D rain", "A rain", "B", "C"], "it is the first shown");
    shift(3, Toward::End);
    assert_eq!(world.titles(), ["A rain", "D rain", "B", "C"]);
    world.act(Action::Articles(ArticlesAction::Filter(String::new())));
    shift(3, Toward::End);
    assert_eq!(world.titles(), ["A rain", "B", "D rain", "C"]);
}

#[test]
fn only_the_last_step_is_offered_for_undoing() {
    let world = World::with_articles(&["One.", "Two.", "Three."]);
    let offers = || {
        world.store.read(|editor| {
            let toasts = editor.view().toasts.iter().filter(|toast| toast.offer.is_some());
            toasts.map(|toast| toast.text.clone()).collect::<Vec<_>>()
        })
    };
    world.run(Command::RemoveArticle);
    world.run(Command::RemoveArticle);
    assert_eq!(offers(), ["“B” removed."]);
    world.run(Command::ToggleDone);
    assert_eq!(offers(), [""; 0]);
}

#[test]
fn the_sample_comes_into_the_open_project() {
    let world = World::with_articles(&[]);
    world.act(Action::Files(FilesAction::AddSample));
    assert_eq!(world.effects(), [Effect::FetchSample], "no project is made for it");
}
