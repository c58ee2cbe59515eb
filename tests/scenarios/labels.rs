//! The schema and what its changes do to mentions.

use crate::world::World;
use attest::core::attribute_value::AttributeValue;
use attest::core::default_schema::{CLAIM, CLAIM_TYPE, PERSON, PLACE};
use attest::core::id::{AttributeId, LabelId};
use attest::core::label::Label;
use attest::editor::action::{Action, AnnotateAction, SchemaAction};
use attest::editor::command::Command;
use attest::editor::label_draft::LabelDraft;
use attest::editor::schema_edit::{n_mentions_losing, n_mentions_of};

fn claim(world: &World) -> LabelDraft {
    world
        .store
        .read(|editor| LabelDraft::of(editor.project().schema().label(CLAIM).unwrap()))
}

fn as_saved(draft: &LabelDraft) -> Label {
    draft.label(LabelId::from_u128(1), || AttributeId::from_u128(1))
}

fn claim_of_type(world: &World, answer: &str) -> Option<AttributeValue> {
    let id = world.tag("Prices rose", CLAIM);
    let value = AttributeValue::OneOf(answer.to_owned());
    world.act(Action::Annotate(AnnotateAction::SetAttribute(
        id,
        CLAIM_TYPE,
        Some(value),
    )));
    answer_of(world)
}

fn answer_of(world: &World) -> Option<AttributeValue> {
    world.store.read(|editor| {
        editor
            .project()
            .all_mentions()
            .next()?
            .attributes
            .get(&CLAIM_TYPE)
            .cloned()
    })
}

#[test]
fn a_reworded_choice_is_reworded_in_the_mentions() {
    let world = World::with_articles(&["Prices rose."]);
    assert_eq!(
        claim_of_type(&world, "event"),
        Some(AttributeValue::OneOf("event".to_owned()))
    );
    let mut label = claim(&world);
    let choices = &mut label.attributes[0].choices;
    choices[1].text = "happening".to_owned();
    assert_eq!(
        world
            .store
            .read(|editor| n_mentions_losing(editor.project(), &as_saved(&label))),
        0
    );
    world.act(Action::schema(SchemaAction::Save(label)));
    assert_eq!(answer_of(&world), Some(AttributeValue::OneOf("happening".to_owned())));
    world.run(Command::Undo);
    assert_eq!(answer_of(&world), Some(AttributeValue::OneOf("event".to_owned())));
    world.reload();
}

#[test]
fn a_choice_taken_away_is_counted_first_and_then_dropped() {
    let world = World::with_articles(&["Prices rose."]);
    claim_of_type(&world, "event");
    let mut label = claim(&world);
    let choices = &mut label.attributes[0].choices;
    choices.retain(|choice| choice.text != "event");
    assert_eq!(
        world
            .store
            .read(|editor| n_mentions_losing(editor.project(), &as_saved(&label))),
        1
    );
    world.act(Action::schema(SchemaAction::Save(label)));
    assert_eq!(answer_of(&world), None);
    world.reload();
}

#[test]
fn deleting_a_label_takes_its_mentions_and_undo_brings_both_back() {
    let world = World::with_articles(&["Guatemala and Honduras."]);
    world.tag("Guatemala", PLACE);
    world.tag("Honduras", PERSON);
    world.act(Action::Annotate(AnnotateAction::Arm(Some(PLACE))));
    assert_eq!(world.store.read(|editor| n_mentions_of(editor.project(), PLACE)), 1);
    world.act(Action::schema(SchemaAction::Delete(PLACE)));
    assert_eq!(world.mentions(), ["Person:Honduras"]);
    world.reload();
    world.run(Command::Undo);
    assert_eq!(world.mentions(), ["Place:Guatemala", "Person:Honduras"]);
    world.reload();
}

#[test]
fn names_and_keys_stay_unique() {
    let world = World::with_articles(&["x"]);
    let mut label = claim(&world);
    label.name = " person ".to_owned();
    world.act(Action::schema(SchemaAction::Save(label.clone())));
    assert_eq!(world.announced(), ["There is already a label “Person”."]);
    label.name = "Claim".to_owned();
    label.key = Some('p');
    world.act(Action::schema(SchemaAction::Save(label)));
    assert_eq!(world.announced(), ["The key p already tags as “Person”."]);
}

#[test]
fn labels_are_added_and_ordered() {
    let world = World::with_articles(&["x"]);
    let mut label = world
        .store
        .read(|editor| LabelDraft::new_for(editor.project().schema()));
    label.name = "Evidence".to_owned();
    label.key = Some('v');
    world.act(Action::schema(SchemaAction::Save(label.clone())));
    let id = world
        .store
        .read(|editor| editor.project().schema().labels.last().unwrap().id);
    world.act(Action::schema(SchemaAction::Move(id, 0)));
    let first = || {
        world
            .store
            .read(|editor| editor.project().schema().labels[0].name.clone())
    };
    assert_eq!(first(), "Evidence");
    world.act(Action::schema(SchemaAction::SetGuidelines(
        "Mark what can be checked.".to_owned(),
    )));
    world.reload();
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(first(), "Claim");
    world.reload();
}
