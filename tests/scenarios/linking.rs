//! What mentions refer to, and what becomes of it when entities, claims and articles are merged, split and deleted.

use crate::world::World;
use attest::core::default_schema::{CLAIM, PERSON, PLACE};
use attest::core::entity::{Entity, Role};
use attest::core::id::{ArticleId, ClaimId, EntityId, MentionId};
use attest::core::reference::{Reference, Stance};
use attest::editor::action::{Action, AnnotateAction, NavigateAction, SchemaAction};
use attest::editor::command::Command;
use attest::editor::dossier::{DossierAction, Pick};
use std::rc::Rc;

const TEXTS: [&str; 2] = [
    "President Bernardo Arévalo met Harris. Some 189,922 people came.",
    "Arévalo of Guatemala spoke. Officials counted 189,922 arrivals.",
];

fn act(world: &World, action: DossierAction) {
    world.act(Action::dossier(action));
}

fn new(name: &str) -> Pick<EntityId> {
    Pick::New(name.to_owned())
}

fn reference(world: &World, mention: MentionId) -> Reference {
    world
        .store
        .read(|editor| editor.project().mention(mention).unwrap().reference())
}

fn entity(world: &World, id: EntityId) -> Entity {
    world
        .store
        .read(|editor| Entity::clone(editor.project().dossier().entity(id).unwrap()))
}

fn names(world: &World) -> Vec<String> {
    let of = |entity: &Rc<Entity>| entity.name.clone();
    world
        .store
        .read(|editor| editor.project().dossier().entities().map(of).collect())
}

fn claims(world: &World) -> Vec<String> {
    world.store.read(|editor| {
        let claims = editor.project().dossier().claims();
        claims.map(|claim| claim.text.clone()).collect()
    })
}

fn absent(world: &World, claim: ClaimId, article: ArticleId) -> bool {
    world
        .store
        .read(|editor| editor.project().dossier().absence(claim, article).is_some())
}

fn articles(world: &World) -> Vec<ArticleId> {
    world
        .store
        .read(|editor| editor.project().articles().iter().map(|it| it.id).collect())
}

/// A claim with a mention in each of the two articles.
fn shared_claim(world: &World) -> (ClaimId, [MentionId; 2]) {
    let first = world.tag("189,922 people came", CLAIM);
    act(
        world,
        DossierAction::Attach(first, Pick::New("189,922 people\n came.".to_owned())),
    );
    let claim = reference(world, first).claim.unwrap();
    world.act(Action::Navigate(NavigateAction::Open(articles(world)[1])));
    let second = world.tag("counted 189,922 arrivals", CLAIM);
    act(world, DossierAction::Attach(second, Pick::Known(claim)));
    (claim, [first, second])
}

#[test]
fn a_mention_is_linked_in_one_step_and_another_to_the_same() {
    let world = World::with_articles(&TEXTS);
    let first = world.tag("Bernardo Arévalo", PERSON);
    act(&world, DossierAction::Link(first, new("Bernardo Arévalo")));
    let id = reference(&world, first).entity.unwrap();
    assert_eq!(entity(&world, id).label, Some(PERSON), "it is of the mention’s type");
    assert!(world.announced().contains(&"Linked to Bernardo Arévalo".to_owned()));
    world.act(Action::Navigate(NavigateAction::Open(articles(&world)[1])));
    let second = world.tag("Arévalo", PERSON);
    act(&world, DossierAction::Link(second, Pick::Known(id)));
    assert_eq!(reference(&world, second).entity, Some(id));
    world.reload();

    world.run(Command::Undo);
    assert_eq!(reference(&world, second).entity, None);
    world.run(Command::Redo);
    act(&world, DossierAction::Link(first, Pick::Nothing));
    assert_eq!(reference(&world, first), Reference::default());
    act(&world, DossierAction::Link(first, new("  ")));
    assert_eq!(names(&world), ["Bernardo Arévalo"], "an entity needs a name");
    act(&world, DossierAction::Link(first, Pick::Known(EntityId::from_u128(7))));
    assert_eq!(reference(&world, first), Reference::default());
    world.reload();
}

#[test]
fn entities_are_merged_and_split_and_both_come_back() {
    let world = World::with_articles(&TEXTS);
    let (first, second) = (world.tag("Bernardo Arévalo", PERSON), world.tag("Harris", PERSON));
    act(&world, DossierAction::Link(first, new("Arévalo")));
    act(&world, DossierAction::Link(second, new("The president")));
    act(
        &world,
        DossierAction::SetSpeaker(first, Pick::Known(reference(&world, second).entity.unwrap())),
    );
    let (into, from) = (
        reference(&world, first).entity.unwrap(),
        reference(&world, second).entity.unwrap(),
    );
    let role = Role {
        title: "President of Guatemala".to_owned(),
        from: "2024-01-15".parse().ok(),
        to: None,
    };
    let with_role = Entity {
        roles: vec![role.clone()],
        note: "Seen.".to_owned(),
        ..entity(&world, from)
    };
    act(&world, DossierAction::SaveEntity(Rc::new(with_role)));
    act(&world, DossierAction::ShowEntity(Some(from)));
    act(&world, DossierAction::MergeEntities { from, into });
    let joint = entity(&world, into);
    assert_eq!(
        (joint.aliases, joint.roles),
        (vec!["The president".to_owned()], vec![role])
    );
    assert_eq!(joint.note, "Seen.");
    assert_eq!(reference(&world, second).entity, Some(into));
    assert_eq!(reference(&world, first).speaker, Some(into));
    assert_eq!(
        world.store.read(|editor| editor.view().entity),
        Some(into),
        "the other is gone"
    );
    world.reload();
    world.run(Command::Undo);
    assert_eq!(reference(&world, second).entity, Some(from));
    assert_eq!(names(&world), ["Arévalo", "The president"]);
    world.run(Command::Redo);

    act(&world, DossierAction::SplitEntity(vec![second]));
    let own = reference(&world, second).entity.unwrap();
    assert_ne!(own, into);
    assert_eq!(reference(&world, first).entity, Some(into));
    assert_eq!(names(&world), ["Arévalo", "Arévalo (2)"]);
    world.reload();
    world.run(Command::Undo);
    assert_eq!(reference(&world, second).entity, Some(into));
    act(&world, DossierAction::MergeEntities { from: into, into });
    assert_eq!(names(&world), ["Arévalo"], "with itself it is not merged");
}

#[test]
fn what_is_deleted_is_referred_to_no_more() {
    let world = World::with_articles(&TEXTS);
    let (claim, [first, second]) = shared_claim(&world);
    act(&world, DossierAction::SetSpeaker(first, new("Officials")));
    let speaker = reference(&world, first).speaker.unwrap();
    act(&world, DossierAction::DeleteEntity(speaker));
    assert_eq!(reference(&world, first).speaker, None);
    act(&world, DossierAction::DeleteClaim(claim));
    assert_eq!(
        (reference(&world, first).claim, reference(&world, second).claim),
        (None, None)
    );
    world.reload();
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(
        reference(&world, first),
        Reference {
            entity: None,
            claim: Some(claim),
            stance: None,
            speaker: Some(speaker),
        }
    );
    world.reload();
}

#[test]
fn a_deleted_mention_takes_its_reference_along_and_brings_it_back() {
    let world = World::with_articles(&TEXTS);
    let (claim, [_, second]) = shared_claim(&world);
    act(&world, DossierAction::SetStance(second, Some(Stance::Hedges)));
    world.act(Action::Annotate(AnnotateAction::Delete(second)));
    world.run(Command::Undo);
    let reference = reference(&world, second);
    assert_eq!((reference.claim, reference.stance), (Some(claim), Some(Stance::Hedges)));
    world.act(Action::Annotate(AnnotateAction::Relabel(second, PLACE)));
    assert_eq!(
        self::reference(&world, second),
        Reference::default(),
        "a place makes no claim"
    );
    world.reload();
}

#[test]
fn a_claim_is_present_or_absent_and_not_both() {
    let world = World::with_articles(&TEXTS);
    let article = articles(&world)[1];
    let first = world.tag("189,922 people came", CLAIM);
    act(
        &world,
        DossierAction::Attach(first, Pick::New("189,922 people came.".to_owned())),
    );
    let claim = reference(&world, first).claim.unwrap();
    act(&world, DossierAction::SetAbsent(claim, articles(&world)[0], true));
    assert!(!absent(&world, claim, articles(&world)[0]), "it is there");
    act(&world, DossierAction::SetAbsent(claim, article, true));
    assert!(absent(&world, claim, article));
    world.reload();
    world.act(Action::Navigate(NavigateAction::Open(article)));
    let second = world.tag("189,922 arrivals", CLAIM);
    act(&world, DossierAction::Attach(second, Pick::Known(claim)));
    assert!(
        !absent(&world, claim, article),
        "who found it no longer says that it is not there"
    );
    world.run(Command::Undo);
    assert!(absent(&world, claim, article));
    world.run(Command::RemoveArticle);
    assert!(!absent(&world, claim, article));
    world.reload();
    world.run(Command::Undo);
    assert!(absent(&world, claim, article));
    act(&world, DossierAction::SetAbsent(claim, article, false));
    assert!(!absent(&world, claim, article));
    world.reload();
}

#[test]
fn claims_are_merged_and_split() {
    let world = World::with_articles(&TEXTS);
    let (claim, [first, second]) = shared_claim(&world);
    assert_eq!(claims(&world), ["189,922 people came."], "on one line");
    act(&world, DossierAction::SplitClaim(vec![second]));
    let own = reference(&world, second).claim.unwrap();
    assert_eq!(claims(&world), ["189,922 people came.", "counted 189,922 arrivals"]);
    let [a, b] = articles(&world)[..] else {
        unreachable!("two articles")
    };
    act(&world, DossierAction::SetAbsent(claim, b, true));
    act(&world, DossierAction::SetAbsent(own, a, true));
    act(&world, DossierAction::MergeClaims { from: own, into: claim });
    assert_eq!(
        (reference(&world, first).claim, reference(&world, second).claim),
        (Some(claim), Some(claim))
    );
    assert!(
        !absent(&world, claim, a) && !absent(&world, claim, b),
        "both articles make it"
    );
    assert_eq!(claims(&world), ["189,922 people came."]);
    world.reload();
    world.run(Command::Undo);
    assert!(absent(&world, claim, b) && absent(&world, own, a));
    act(&world, DossierAction::NewClaim(" ".to_owned()));
    act(&world, DossierAction::NewClaim("Nobody says it.".to_owned()));
    assert_eq!(claims(&world).len(), 3);
    world.reload();
}

#[test]
fn an_entity_of_a_deleted_label_is_of_none() {
    let world = World::with_articles(&TEXTS);
    let mention = world.tag("Bernardo Arévalo", PERSON);
    act(&world, DossierAction::Link(mention, new("Arévalo")));
    let id = reference(&world, mention).entity.unwrap();
    world.act(Action::schema(SchemaAction::Delete(PERSON)));
    assert_eq!(entity(&world, id).label, None);
    world.reload();
    world.run(Command::Undo);
    assert_eq!(entity(&world, id).label, Some(PERSON));
    world.reload();
}

#[test]
fn what_is_typed_about_an_entity_is_one_step() {
    let world = World::with_articles(&TEXTS);
    let mention = world.tag("Harris", PERSON);
    act(&world, DossierAction::Link(mention, new("Harris")));
    let id = reference(&world, mention).entity.unwrap();
    for name in ["Kamala", "Kamala H", "Kamala Harris", ""] {
        let renamed = Entity {
            name: name.to_owned(),
            ..entity(&world, id)
        };
        act(&world, DossierAction::SaveEntity(Rc::new(renamed)));
    }
    assert_eq!(names(&world), ["Kamala Harris"], "it cannot lose its name");
    world.run(Command::Undo);
    assert_eq!(names(&world), ["Harris"]);
    world.reload();
}
