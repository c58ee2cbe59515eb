//! What is related to what, and what becomes of that when its ends, its type and its labels change or go.

use crate::world::World;
use attest::core::default_relation_types::{CONTRADICTS, PART_OF, SUPPORTS};
use attest::core::default_schema::{CLAIM, PLACE};
use attest::core::id::{ArticleId, ClaimId, EntityId, MentionId, RelationId, RelationTypeId};
use attest::core::relation::{End, Relation, Side};
use attest::core::relation_type::{MentionRule, RelationType};
use attest::editor::action::{Action, AnnotateAction, ArticlesAction, NavigateAction, SchemaAction};
use attest::editor::command::Command;
use attest::editor::dialog::Dialog;
use attest::editor::dossier::{DossierAction, Pick, RelationAction};
use attest::editor::other_ends::OtherEnds;
use attest::editor::relating::{Phrase, Relating};
use attest::editor::relation_list::relation_lines;
use attest::editor::relation_type_edit::RelationTypeAction;
use std::rc::Rc;

const TEXTS: [&str; 2] = [
    "Prices rose by four percent. Food is dearer in Guatemala City.",
    "Prices fell, officials of Guatemala said.",
];

fn act(world: &World, action: DossierAction) {
    world.act(Action::dossier(action));
}

fn relate(world: &World, kind: RelationTypeId, from: End, to: End) {
    act(
        world,
        DossierAction::Relation(RelationAction::Relate { kind, from, to }),
    );
}

fn last_said(world: &World) -> String {
    world.announced().pop().unwrap_or_default()
}

fn relations(world: &World) -> Vec<Relation> {
    world.store.read(|editor| {
        let relations = editor.project().dossier().relations();
        relations.map(|it| Relation::clone(it)).collect()
    })
}

fn only(world: &World) -> RelationId {
    let all = relations(world);
    assert_eq!(all.len(), 1);
    all[0].id
}

fn articles(world: &World) -> Vec<ArticleId> {
    world
        .store
        .read(|editor| editor.project().articles().iter().map(|it| it.id).collect())
}

fn open(world: &World, article: usize) {
    world.act(Action::Navigate(NavigateAction::Open(articles(world)[article])));
}

/// Two claims of the first article and one of the second.
fn statements(world: &World) -> [MentionId; 3] {
    let first = world.tag("Prices rose by four percent", CLAIM);
    let second = world.tag("Food is dearer", CLAIM);
    open(world, 1);
    let third = world.tag("Prices fell", CLAIM);
    open(world, 0);
    [first, second, third]
}

fn new_claim(world: &World, text: &str) -> ClaimId {
    act(world, DossierAction::NewClaim(text.to_owned()));
    world.store.read(|editor| editor.view().claim).unwrap()
}

fn new_entity(world: &World, mention: MentionId, name: &str) -> EntityId {
    act(world, DossierAction::Link(mention, Pick::New(name.to_owned())));
    let reference = world
        .store
        .read(|editor| editor.project().mention(mention).unwrap().reference());
    reference.entity.unwrap()
}

fn phrases(world: &World, relating: Relating) -> Vec<Phrase> {
    world.store.read(|editor| relating.phrases(editor.project()))
}

#[test]
fn a_mention_is_related_across_articles_in_one_step_and_said_so() {
    let world = World::with_articles(&TEXTS);
    let [first, _, third] = statements(&world).map(End::Mention);
    relate(&world, CONTRADICTS, first, third);
    assert_eq!(
        last_said(&world),
        "Related: “Prices rose by four percent” contradicts “Prices fell”"
    );
    // The other way round says the same.
    relate(&world, CONTRADICTS, third, first);
    assert!(last_said(&world).starts_with("That is said already"));
    relate(&world, SUPPORTS, first, first);
    assert_eq!(last_said(&world), "Nothing is related to itself.");
    let id = only(&world);
    let lines = world.store.read(|editor| relation_lines(editor, third));
    assert_eq!(
        (lines[0].id, lines[0].reads.as_str(), lines[0].place.as_str()),
        (id, "contradicts", "A")
    );
    assert!(!lines[0].can_reverse && lines[0].is_symmetric && lines[0].is_allowed);
    world.run(Command::Undo);
    assert_eq!(relations(&world), []);
    world.run(Command::Redo);
    assert_eq!(only(&world), id);
    world.reload();
}

#[test]
fn a_relation_is_reversed_retyped_noted_and_deleted() {
    let world = World::with_articles(&TEXTS);
    let [first, second, _] = statements(&world).map(End::Mention);
    relate(&world, SUPPORTS, first, second);
    let id = only(&world);
    let relation = |action| act(&world, DossierAction::Relation(action));
    relation(RelationAction::Reverse(id));
    assert_eq!((relations(&world)[0].from, relations(&world)[0].to), (second, first));
    assert!(last_said(&world).starts_with("Now: “Food is dearer” supports"));
    for note in ["s", "so", "so it is"] {
        relation(RelationAction::SetNote(id, note.to_owned()));
    }
    assert_eq!(relations(&world)[0].note, "so it is");
    world.run(Command::Undo);
    assert_eq!(relations(&world)[0].note, "", "typing is one step");
    let relating = world
        .store
        .read(|editor| relation_lines(editor, first)[0].retyping(first));
    let updated = phrases(&world, relating)
        .into_iter()
        .find(|it| it.words == "is updated by")
        .unwrap();
    assert_eq!(updated.side, Side::To);
    relation(relating.action(&updated, second));
    let line = world.store.read(|editor| relation_lines(editor, first)[0].clone());
    assert_eq!(
        (line.id, line.reads.as_str(), line.other),
        (id, "is updated by", second)
    );
    relation(RelationAction::Delete(id));
    assert_eq!(relations(&world), []);
    world.run(Command::Undo);
    assert_eq!(only(&world), id);
    world.reload();
}

#[test]
fn only_what_the_schema_allows_is_offered_and_made() {
    let world = World::with_articles(&TEXTS);
    let [first, second, third] = statements(&world);
    let place = world.tag("Guatemala City", PLACE);
    let claim = new_claim(&world, "Prices change.");
    let words = |end| -> Vec<String> {
        let phrases = phrases(&world, Relating::from_end(end));
        phrases.into_iter().map(|it| it.words).collect()
    };
    assert_eq!(
        words(End::Mention(place)),
        ["is evidence for", "is part of", "has as a part"]
    );
    assert_eq!(words(End::Claim(claim)).first().map(String::as_str), Some("supports"));
    let relating = Relating::from_end(End::Mention(first));
    let supports = phrases(&world, relating).swap_remove(0);
    let found_from = |relating: &Relating, query: &str| -> Vec<End> {
        let ends = world
            .store
            .read(|editor| OtherEnds::new(editor, relating, &supports, query));
        let ends = ends.expect("what is to be related is there");
        assert!(ends.is_whole());
        ends.found().into_iter().map(|it| it.end).collect()
    };
    let found = |query: &str| found_from(&relating, query);
    let all = [End::Mention(second), End::Claim(claim), End::Mention(third)];
    assert_eq!(found(""), all, "of this article first, and no place");
    assert_eq!(found("prices"), all[1..]);
    assert_eq!(found("dearer food"), all[..1]);
    let other = End::Claim(new_claim(&world, "Prices stay."));
    let from_claim = Relating::from_end(End::Claim(claim));
    let all = [other, End::Mention(first), End::Mention(third)];
    assert_eq!(
        found_from(&from_claim, "prices"),
        all,
        "claims first where a claim is related"
    );
    relate(&world, SUPPORTS, End::Mention(place), End::Claim(claim));
    assert_eq!(last_said(&world), "The labels do not allow “supports” between these.");
    assert_eq!(relations(&world), []);
    world.run(Command::Relate);
    let dialog = world.store.read(|editor| editor.view().dialog.clone());
    assert_eq!(dialog, Some(Dialog::Relate(Relating::from_end(End::Mention(place)))));
}

#[test]
fn ends_take_their_relations_along_and_undo_brings_them_back() {
    let world = World::with_articles(&TEXTS);
    let [first, second, third] = statements(&world);
    let claim = new_claim(&world, "Prices change.");
    let place = world.tag("Guatemala City", PLACE);
    let [city, country] = ["Guatemala City", "Guatemala"].map(|name| new_entity(&world, place, name));
    relate(&world, SUPPORTS, End::Mention(first), End::Mention(second));
    relate(&world, SUPPORTS, End::Mention(third), End::Claim(claim));
    relate(&world, PART_OF, End::Entity(city), End::Entity(country));
    let before = relations(&world);
    assert_eq!(before.len(), 3);
    let goes = [
        (Action::Annotate(AnnotateAction::Delete(second)), 2),
        (Action::Articles(ArticlesAction::Remove(articles(&world)[1])), 2),
        (Action::dossier(DossierAction::DeleteClaim(claim)), 2),
        (Action::dossier(DossierAction::DeleteEntity(country)), 2),
        (Action::schema(SchemaAction::Delete(CLAIM)), 1),
        (
            Action::schema(SchemaAction::RelationType(RelationTypeAction::Delete(SUPPORTS))),
            1,
        ),
    ];
    for (action, n_left) in goes {
        world.act(action.clone());
        assert_eq!(relations(&world).len(), n_left, "{action:?}");
        world.run(Command::Undo);
        assert_eq!(relations(&world), before, "{action:?}");
    }
    world.reload();
}

#[test]
fn merging_moves_relations_and_says_nothing_twice_or_of_itself() {
    let world = World::with_articles(&TEXTS);
    let [first, ..] = statements(&world).map(End::Mention);
    let [kept, gone, other] = ["Prices rose.", "Prices went up.", "Wages fell."].map(|text| new_claim(&world, text));
    let [kept_end, gone_end, other_end] = [kept, gone, other].map(End::Claim);
    relate(&world, SUPPORTS, first, gone_end);
    relate(&world, CONTRADICTS, kept_end, other_end);
    relate(&world, CONTRADICTS, other_end, gone_end);
    relate(&world, SUPPORTS, gone_end, kept_end);
    act(&world, DossierAction::MergeClaims { from: gone, into: kept });
    let ends: Vec<_> = relations(&world)
        .into_iter()
        .map(|it| (it.kind, it.from, it.to))
        .collect();
    assert_eq!(ends, [(SUPPORTS, first, kept_end), (CONTRADICTS, kept_end, other_end)]);
    world.run(Command::Undo);
    assert_eq!(relations(&world).len(), 4);
    world.reload();
}

#[test]
fn what_the_schema_forbids_later_stays_and_is_marked() {
    let world = World::with_articles(&TEXTS);
    let [first, second, _] = statements(&world);
    relate(&world, SUPPORTS, End::Mention(first), End::Mention(second));
    let kind = |world: &World| -> RelationType {
        let schema = world.store.read(|editor| editor.project().schema().clone());
        RelationType::clone(schema.relation_type(SUPPORTS).unwrap())
    };
    let mut narrower = kind(&world);
    narrower.to.mentions = MentionRule::None;
    let schema = |action| world.act(Action::schema(SchemaAction::RelationType(action)));
    schema(RelationTypeAction::Save(Rc::new(narrower)));
    let line = world
        .store
        .read(|editor| relation_lines(editor, End::Mention(first))[0].clone());
    assert!(!line.is_allowed && !line.can_reverse);
    // A name that another has is not taken.
    let mut twin = kind(&world);
    twin.name = "Contradicts".to_owned();
    schema(RelationTypeAction::Save(Rc::new(twin)));
    assert_eq!(kind(&world).name, "supports");
}

#[test]
fn types_are_added_moved_and_the_usual_ones_come_back() {
    let world = World::with_articles(&TEXTS);
    let names = || -> Vec<String> {
        let types = world
            .store
            .read(|editor| editor.project().schema().relation_types.clone());
        types.iter().map(|kind| kind.name.clone()).collect()
    };
    let usual = names();
    let schema = |action| world.act(Action::schema(SchemaAction::RelationType(action)));
    for id in [SUPPORTS, PART_OF] {
        schema(RelationTypeAction::Delete(id));
    }
    schema(RelationTypeAction::Add);
    schema(RelationTypeAction::Add);
    assert_eq!(names()[4..], ["is related to", "is related to (2)"]);
    schema(RelationTypeAction::AddUsual);
    assert_eq!(names()[6..], ["supports", "is part of"]);
    schema(RelationTypeAction::Move(SUPPORTS, 0));
    assert_eq!(names()[0], "supports");
    for _ in 0..6 {
        world.run(Command::Undo);
    }
    assert_eq!(names(), usual);
    world.reload();
}
