//! Making and changing mentions.

use crate::world::World;
use attest::core::attribute_value::AttributeValue;
use attest::core::default_schema::{CHECK_WORTHY, CLAIM, CLAIM_TYPE, PERSON, PLACE};
use attest::core::offset::ByteOffset;
use attest::core::segment::Toward;
use attest::editor::action::{Action, AnnotateAction, ChooseAction};
use attest::editor::command::Command;
use attest::editor::effect::Effect;
use attest::editor::view::Drawer;

const TEXT: &str = "President Bernardo Arévalo of Guatemala met Harris.\nShe promised $5.2 billion.";

fn annotate(world: &World, action: AnnotateAction) {
    world.act(Action::Annotate(action));
}

#[test]
fn a_selection_snaps_and_one_label_makes_the_mention() {
    let world = World::with_articles(&[TEXT]);
    world.select("uatemal");
    annotate(&world, AnnotateAction::Tag(PLACE));
    assert_eq!(world.mentions(), ["Place:Guatemala"]);
    assert!(
        world.store.read(|editor| editor.view().selection.is_none()),
        "nothing is left armed"
    );
    assert_eq!(world.announced(), ["“Guatemala” tagged as Place"]);
    assert!(world.store.read(|editor| editor.settings().first_mention_made));
    world.reload();
}

#[test]
fn a_label_without_a_selection_makes_nothing() {
    let world = World::with_articles(&[TEXT]);
    annotate(&world, AnnotateAction::Tag(PLACE));
    assert_eq!(world.mentions(), Vec::<String>::new());
    assert_eq!(world.announced(), ["Select some text first."]);
    let in_vain = || world.store.read(|editor| editor.view().pressed_in_vain);
    assert!(in_vain(), "the page shows it, however the label was pressed");
    world.select("Harris");
    assert!(!in_vain());
    world.run(Command::Cancel);
    annotate(&world, AnnotateAction::Tag(PLACE));
    world.run(Command::Cancel);
    assert!(!in_vain());
}

#[test]
fn white_space_alone_is_no_selection() {
    let world = World::with_articles(&["a   b"]);
    world.select("   ");
    annotate(&world, AnnotateAction::Tag(PLACE));
    assert_eq!(world.mentions(), Vec::<String>::new());
}

#[test]
fn exactly_means_exactly() {
    let world = World::with_articles(&[TEXT]);
    let raw = world.find("uatemal");
    world.act(Action::Choose(ChooseAction::Settle { raw, exact: true }));
    annotate(&world, AnnotateAction::Tag(PLACE));
    assert_eq!(world.mentions(), ["Place:uatemal"]);
    world.run(Command::Undo);
    world.run(Command::ToggleSnapping);
    world.select("uatemal");
    annotate(&world, AnnotateAction::Tag(PLACE));
    assert_eq!(world.mentions(), ["Place:uatemal"]);
}

#[test]
fn a_kept_label_makes_a_mention_of_each_selection_until_escape() {
    let world = World::with_articles(&[TEXT]);
    annotate(&world, AnnotateAction::Arm(Some(PERSON)));
    world.select("Bernardo Arévalo");
    world.select("Harris");
    assert_eq!(world.mentions(), ["Person:Bernardo Arévalo", "Person:Harris"]);
    world.run(Command::Cancel);
    world.select("Guatemala");
    assert_eq!(world.mentions().len(), 2, "the label is no longer kept");
    world.reload();
}

#[test]
fn keeping_a_label_takes_the_words_that_wait() {
    let world = World::with_articles(&[TEXT]);
    world.select("Harris");
    annotate(&world, AnnotateAction::Arm(Some(PERSON)));
    assert_eq!(world.mentions(), ["Person:Harris"]);
    assert_eq!(
        world.announced(),
        [
            "Each selection becomes Person. Escape ends this.",
            "“Harris” tagged as Person"
        ]
    );
    world.select("Bernardo Arévalo");
    assert_eq!(world.mentions().len(), 2, "it is kept");
    world.run(Command::Cancel);
    world.select("Guatemala");
    assert_eq!(world.mentions().len(), 2);
    world.reload();
}

#[test]
fn escape_ends_the_keeping_before_all_else() {
    let world = World::with_articles(&[TEXT]);
    annotate(&world, AnnotateAction::Arm(Some(PERSON)));
    let raw = world.find("Harris");
    world.act(Action::Choose(ChooseAction::Select { raw, exact: false }));
    world.run(Command::Cancel);
    world.store.read(|editor| {
        assert_eq!(editor.view().armed, None);
        assert!(editor.view().selection.is_some(), "what is being selected waits");
    });
    world.run(Command::Cancel);
    assert!(world.store.read(|editor| editor.view().selection.is_none()));
}

#[test]
fn escape_closes_the_sheet_of_the_chosen_mention_at_once() {
    let world = World::with_articles(&[TEXT]);
    world.tag("Harris", PERSON);
    world.run(Command::GoToInspector);
    world.run(Command::Cancel);
    world.store.read(|editor| {
        assert_eq!(editor.view().chosen, None);
        assert_eq!(editor.view().drawer, None);
    });
    world.tag("Guatemala", PLACE);
    world.run(Command::GoToMentions);
    world.run(Command::Cancel);
    assert_eq!(
        world.store.read(|editor| editor.view().drawer),
        Some(Drawer::Side),
        "a list is not left empty"
    );
}

#[test]
fn a_further_click_makes_a_larger_mention_of_the_one_just_made() {
    let text = "President Bernardo Arévalo of Guatemala met Harris.";
    let world = World::with_articles(&[TEXT]);
    annotate(&world, AnnotateAction::Arm(Some(PERSON)));
    let further = |words: &str| {
        let raw = world.find(words);
        world.act(Action::Choose(ChooseAction::SettleFurther { raw, exact: false }));
    };
    world.select("Guatemala");
    further(text);
    assert_eq!(world.mentions(), [format!("Person:{text}")]);
    assert_eq!(
        world.announced().last().unwrap(),
        "“President Bernardo Arévalo of Guatemala…” tagged as Person"
    );
    world.reload();
    world.run(Command::Undo);
    assert_eq!(world.mentions(), Vec::<String>::new(), "it is one step");
    world.run(Command::Redo);
    assert_eq!(world.mentions(), [format!("Person:{text}")]);

    annotate(&world, AnnotateAction::Arm(Some(PERSON)));
    world.select(" ");
    further("She promised");
    assert_eq!(world.mentions().len(), 2, "the click before made nothing");
    annotate(&world, AnnotateAction::Arm(None));
    world.select("Harris");
    further("met Harris.");
    assert_eq!(world.mentions().len(), 2, "without a kept label nothing is made");
}

#[test]
fn spans_overlap_nest_and_coincide() {
    let world = World::with_articles(&[TEXT]);
    world.tag("President Bernardo Arévalo of Guatemala", PERSON);
    world.tag("Guatemala met", CLAIM);
    world.tag("Guatemala", PLACE);
    world.tag("Guatemala", PERSON);
    assert_eq!(
        world.mentions(),
        [
            "Person:President Bernardo Arévalo of Guatemala",
            "Claim:Guatemala met",
            "Place:Guatemala",
            "Person:Guatemala"
        ]
    );
}

#[test]
fn a_mention_takes_further_spans_and_gives_them_back() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("President", PERSON);
    world.run(Command::AddSpan);
    world.select("Arévalo");
    assert_eq!(world.mentions(), ["Person:President … Arévalo"]);
    annotate(&world, AnnotateAction::RemoveSpan(id, 0));
    assert_eq!(world.mentions(), ["Person:Arévalo"]);
    annotate(&world, AnnotateAction::RemoveSpan(id, 0));
    assert_eq!(world.mentions(), ["Person:Arévalo"], "the last one stays");
    world.reload();
}

#[test]
fn clicks_beside_all_mentions_do_not_end_the_adding_of_a_span() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("President", PERSON);
    world.run(Command::AddSpan);
    world.act(Action::Choose(ChooseAction::At(world.find("Arévalo").start())));
    world.act(Action::Choose(ChooseAction::Nothing));
    assert_eq!(world.chosen(), Some(id));
    world.select("Arévalo");
    assert_eq!(world.mentions(), ["Person:President … Arévalo"]);

    world.run(Command::AddSpan);
    world.run(Command::Cancel);
    assert_eq!(world.chosen(), Some(id), "Escape ends the adding and no more");
    world.act(Action::Choose(ChooseAction::Nothing));
    assert_eq!(world.chosen(), None);
}

#[test]
fn each_drag_of_an_end_is_a_step_and_moves_by_keys_are_one() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("Arévalo", PERSON);
    let drag = |words: &str| {
        annotate(
            &world,
            AnnotateAction::Resize {
                mention: id,
                span: 0,
                end: Toward::Start,
                to: world.find(words).start(),
                exact: false,
            },
        );
    };
    drag("Bernardo");
    drag("President");
    world.run(Command::GrowEnd);
    world.run(Command::GrowEnd);
    assert_eq!(world.mentions(), ["Person:President Bernardo Arévalo of Guatemala"]);
    let undone = |expected: &str| {
        world.run(Command::Undo);
        assert_eq!(world.mentions(), [expected]);
    };
    undone("Person:President Bernardo Arévalo");
    undone("Person:Bernardo Arévalo");
    undone("Person:Arévalo");
    world.reload();
}

#[test]
fn either_end_moves_by_hand_and_by_word() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("Arévalo", PERSON);
    let resize = |end, words: &str, exact| {
        let to = match end {
            Toward::Start => world.find(words).start(),
            Toward::End => world.find(words).end(),
        };
        annotate(
            &world,
            AnnotateAction::Resize {
                mention: id,
                span: 0,
                end,
                to,
                exact,
            },
        );
    };
    resize(Toward::Start, "ernardo", false);
    assert_eq!(world.mentions(), ["Person:Bernardo Arévalo"]);
    world.run(Command::GrowEnd);
    world.run(Command::GrowEnd);
    assert_eq!(world.mentions(), ["Person:Bernardo Arévalo of Guatemala"]);
    world.run(Command::ShrinkEnd);
    assert_eq!(world.mentions(), ["Person:Bernardo Arévalo of"]);
    world.run(Command::ShrinkStart);
    assert_eq!(world.mentions(), ["Person:Arévalo of"]);
    world.run(Command::GrowStart);
    world.run(Command::GrowStart);
    assert_eq!(world.mentions(), ["Person:President Bernardo Arévalo of"]);
    resize(Toward::End, "Bern", true);
    assert_eq!(world.mentions(), ["Person:President Bern"]);
    annotate(
        &world,
        AnnotateAction::Resize {
            mention: id,
            span: 0,
            end: Toward::End,
            to: ByteOffset(0),
            exact: false,
        },
    );
    assert_eq!(
        world.mentions(),
        ["Person:President Bern"],
        "an end cannot pass the other"
    );
    world.reload();
}

#[test]
fn a_relabeled_mention_keeps_what_the_new_label_knows() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("She promised $5.2 billion", CLAIM);
    let answer = |attribute, value: &str| {
        annotate(
            &world,
            AnnotateAction::SetAttribute(id, attribute, Some(AttributeValue::OneOf(value.to_owned()))),
        );
    };
    answer(CLAIM_TYPE, "quantity");
    answer(CHECK_WORTHY, "yes");
    answer(CHECK_WORTHY, "perhaps");
    let answers = || {
        world
            .store
            .read(|editor| editor.project().mention(id).unwrap().attributes.len())
    };
    assert_eq!(answers(), 2);
    annotate(&world, AnnotateAction::Relabel(id, PLACE));
    assert_eq!(answers(), 0);
    world.run(Command::Undo);
    assert_eq!(answers(), 2);
    world.reload();
}

#[test]
fn typing_a_note_is_one_step() {
    let world = World::with_articles(&[TEXT]);
    let id = world.tag("Harris", PERSON);
    for note in ["V", "Vi", "Vice President"] {
        annotate(&world, AnnotateAction::SetNote(id, note.to_owned()));
    }
    let note = || {
        world
            .store
            .read(|editor| editor.project().mention(id).unwrap().note.clone())
    };
    assert_eq!(note(), "Vice President");
    world.reload();
    world.run(Command::Undo);
    assert_eq!(note(), "");
    world.run(Command::Redo);
    assert_eq!(note(), "Vice President");
    world.reload();
}

#[test]
fn deleting_lets_go_of_the_choice() {
    let world = World::with_articles(&[TEXT]);
    world.tag("Harris", PERSON);
    world.run(Command::DeleteMention);
    assert_eq!(world.mentions(), Vec::<String>::new());
    assert_eq!(world.chosen(), None);
    world.run(Command::DeleteMention);
    world.run(Command::Undo);
    assert_eq!(world.mentions(), ["Person:Harris"]);
    assert!(world.chosen().is_some(), "undo goes back to the mention");
}

#[test]
fn every_change_is_handed_to_the_journal_once() {
    let world = World::with_articles(&[TEXT]);
    world.tag("Harris", PERSON);
    world.run(Command::Undo);
    world.run(Command::Redo);
    let appended = world
        .effects()
        .iter()
        .filter(|effect| matches!(effect, Effect::Append(_)))
        .count();
    assert_eq!(appended, 3);
}
