//! Undo and redo across everything, and the store's own promises.

use crate::world::World;
use attest::core::default_schema::{PERSON, PLACE};
use attest::editor::action::{Action, AnnotateAction, SchemaAction};
use attest::editor::change_set::Topics;
use attest::editor::command::Command;
use attest::editor::machine::Editor;
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn each_step_is_named_and_undo_goes_where_it_was_made() {
    let world = World::with_articles(&["Guatemala.", "Harris."]);
    world.tag("Guatemala", PLACE);
    world.run(Command::NextArticle);
    world.tag("Harris", PERSON);
    let next = || {
        world
            .store
            .read(|editor| editor.history().next_undo().map(|step| step.title.clone()))
    };
    assert_eq!(next().as_deref(), Some("tag “Harris” as Person"));
    world.reload();
    world.run(Command::Undo);
    world.announced();
    world.run(Command::Undo);
    assert_eq!(world.announced()[0], "Article: A");
    assert_eq!(world.store.read(|editor| editor.article().unwrap().title.clone()), "A");
    assert_eq!(next(), None);
    world.run(Command::Redo);
    world.run(Command::Redo);
    assert_eq!(world.mentions(), ["Person:Harris"]);
    world.run(Command::Redo);
    assert_eq!(world.announced().last().map(String::as_str), Some("Nothing to redo."));
    world.reload();
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let world = World::with_articles(&["Guatemala and Harris."]);
    world.tag("Guatemala", PLACE);
    world.run(Command::Undo);
    world.tag("Harris", PERSON);
    world.run(Command::Redo);
    assert_eq!(world.mentions(), ["Person:Harris"]);
    world.reload();
}

#[test]
fn what_is_typed_back_to_its_beginning_leaves_no_step() {
    let world = World::with_articles(&["Guatemala and Harris."]);
    let place = world.tag("Guatemala", PLACE);
    let next = || {
        let step = |editor: &Editor| editor.history().next_undo().map(|step| step.title.clone());
        world.store.read(step)
    };
    let note = |note: &str| world.act(Action::Annotate(AnnotateAction::SetNote(place, note.to_owned())));
    for typed in ["a", "ab", "a", ""] {
        note(typed);
    }
    assert_eq!(next().as_deref(), Some("tag “Guatemala” as Place"));
    world.reload();
    note("x");
    assert_eq!(next().as_deref(), Some("note on “Guatemala”"));
    world.reload();

    for guidelines in ["M", ""] {
        world.act(Action::schema(SchemaAction::SetGuidelines(guidelines.to_owned())));
    }
    assert_eq!(next().as_deref(), Some("note on “Guatemala”"));
    world.reload();
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(world.mentions(), Vec::<String>::new());
    world.reload();
}

#[test]
fn going_back_to_a_step_takes_back_all_after_it() {
    let world = World::with_articles(&["One two three four."]);
    for words in ["One", "two", "three", "four"] {
        world.tag(words, PLACE);
    }
    let second = world.store.read(|editor| editor.history().done().nth(1).unwrap().id);
    world.act(Action::UndoTo(second));
    assert_eq!(world.mentions(), ["Place:One", "Place:two"]);
    let last = world.store.read(|editor| editor.history().undone()[0].id);
    world.act(Action::UndoTo(last));
    assert_eq!(world.mentions().len(), 4);
    world.reload();
}

#[test]
fn listeners_hear_of_their_topics_only_and_end_when_dropped() {
    let world = World::with_articles(&["Guatemala."]);
    let heard = Rc::new(Cell::new(0));
    let count = {
        let heard = heard.clone();
        move |_: &_| heard.set(heard.get() + 1)
    };
    let subscription = world.store.subscribe(Topics::MENTIONS, count);
    world.tag("Guatemala", PLACE);
    assert_eq!(heard.get(), 1, "selecting and choosing are not its business");
    drop(subscription);
    world.run(Command::Undo);
    assert_eq!(heard.get(), 1);
    assert_eq!(world.store.n_listeners(), 0);
}

#[test]
fn an_action_from_within_a_listener_waits_its_turn() {
    let world = World::with_articles(&["Guatemala."]);
    let store = world.store.clone();
    let subscription = world.store.subscribe(Topics::MENTIONS, move |_| {
        let empty = store.read(|editor| editor.project().n_mentions() == 0);
        if !empty {
            store.dispatch(Action::Run(Command::Undo));
        }
    });
    world.select("Guatemala");
    world.act(Action::Annotate(attest::editor::action::AnnotateAction::Tag(PLACE)));
    assert_eq!(world.mentions(), Vec::<String>::new());
    drop(subscription);
}
