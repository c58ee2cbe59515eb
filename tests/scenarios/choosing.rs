//! Clicking, stepping and listing.

use crate::world::World;
use attest::core::default_schema::{CLAIM, PERSON, PLACE};
use attest::editor::action::{Action, ChooseAction, NavigateAction};
use attest::editor::command::Command;
use attest::editor::effect::Effect;
use attest::editor::view::{ListScope, ListSort, ListView};

const TEXT: &str = "President Arévalo of Guatemala met Harris.";

#[test]
fn a_click_takes_the_innermost_and_the_next_click_the_next_one_out() {
    let world = World::with_articles(&[TEXT]);
    let outer = world.tag("President Arévalo of Guatemala", PERSON);
    let middle = world.tag("of Guatemala", CLAIM);
    let inner = world.tag("Guatemala", PLACE);
    world.act(Action::Choose(ChooseAction::Nothing));
    let at = world.find("Guatemala").start();
    let click = || {
        world.act(Action::Choose(ChooseAction::At(at)));
        world.chosen()
    };
    assert_eq!(
        [click(), click(), click(), click()],
        [Some(inner), Some(middle), Some(outer), Some(inner)]
    );
    assert_eq!(
        world.store.read(|editor| editor.view().under_click.clone()),
        [inner, middle, outer]
    );
    world.run(Command::OuterMention);
    assert_eq!(world.chosen(), Some(middle));
    world.act(Action::Choose(ChooseAction::At(world.find("Harris").start())));
    assert_eq!(world.chosen(), None);
}

#[test]
fn stepping_goes_through_the_text_and_says_where_it_ends() {
    let world = World::with_articles(&[TEXT]);
    let last = world.tag("Harris", PERSON);
    let first = world.tag("Arévalo", PERSON);
    world.act(Action::Choose(ChooseAction::Nothing));
    world.run(Command::NextMention);
    assert_eq!(world.chosen(), Some(first));
    world.run(Command::NextMention);
    assert_eq!(world.chosen(), Some(last));
    world.announced();
    world.run(Command::NextMention);
    assert_eq!(world.announced(), ["There is no further mention in this article."]);
    assert!(world.effects().iter().any(|effect| matches!(effect, Effect::Reveal(_))));
}

#[test]
fn a_mention_from_the_list_opens_its_article() {
    let world = World::with_articles(&[TEXT, "Guatemala again."]);
    let there = world.tag("Harris", PERSON);
    world.run(Command::NextArticle);
    let here = world.tag("Guatemala", PLACE);
    let list = |list: ListView| {
        world.act(Action::Navigate(NavigateAction::List(list)));
        world.store.read(|editor| editor.list().rows.clone())
    };
    let all = ListView {
        scope: ListScope::Project,
        ..ListView::default()
    };
    assert_eq!(list(ListView::default()), [here]);
    assert_eq!(list(all.clone()), [there, here]);
    assert_eq!(
        list(ListView {
            sort: ListSort::Quote,
            ..all.clone()
        }),
        [here, there]
    );
    assert_eq!(
        list(ListView {
            sort: ListSort::Recent,
            ..all.clone()
        }),
        [here, there]
    );
    assert_eq!(
        list(ListView {
            label: Some(PLACE),
            ..all.clone()
        }),
        [here]
    );
    assert_eq!(
        list(ListView {
            text: "HARR".to_owned(),
            ..all
        }),
        [there]
    );
    world.act(Action::Choose(ChooseAction::Mention(there)));
    assert_eq!(world.chosen(), Some(there));
    assert_eq!(world.mentions(), ["Person:Harris"], "its article is open");
}

#[test]
fn the_caret_says_when_it_enters_and_leaves_a_mention() {
    let world = World::with_articles(&[TEXT]);
    world.tag("Guatemala", PLACE);
    world.announced();
    let span = world.find("Guatemala");
    for at in [span.start(), span.start(), span.end()] {
        world.act(Action::Choose(ChooseAction::CaretAt(at)));
    }
    assert_eq!(world.announced(), ["In Place: “Guatemala”", "Out of the mention"]);
}

#[test]
fn escape_lets_go_of_one_thing_at_a_time() {
    let world = World::with_articles(&[TEXT]);
    world.tag("Guatemala", PLACE);
    world.select("Harris");
    world.run(Command::Cancel);
    assert!(world.store.read(|editor| editor.view().selection.is_none()));
    assert!(world.chosen().is_some());
    world.run(Command::Cancel);
    assert_eq!(world.chosen(), None);
}

#[test]
fn of_a_command_that_goes_back_and_forth_only_the_last_outcome_is_shown() {
    let world = World::with_articles(&["Guatemala."]);
    for command in [
        Command::ToggleSnapping,
        Command::ToggleTags,
        Command::ToggleSnapping,
        Command::ToggleSnapping,
    ] {
        world.run(command);
    }
    let shown: Vec<String> = world
        .store
        .read(|editor| editor.view().toasts.iter().map(|toast| toast.text.clone()).collect());
    assert_eq!(shown, ["Label names shown in the text", "Selections stay as they are"]);
}
