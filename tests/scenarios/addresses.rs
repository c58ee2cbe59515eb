//! Addresses that are followed and copied.

use crate::world::World;
use attest::core::address::{Address, AddressedPlace};
use attest::core::default_schema::PERSON;
use attest::core::id::{ArticleId, ClaimId, EntityId, MentionId, ProjectId};
use attest::core::timestamp::Timestamp;
use attest::editor::action::{Action, LibraryAction, NavigateAction, ProjectSummary};
use attest::editor::addresses::AddressAction;
use attest::editor::command::Command;
use attest::editor::dialog::Dialog;
use attest::editor::dossier::{DossierAction, Pick};
use attest::editor::effect::Effect;
use attest::editor::view::SidePanel;

const TEXTS: [&str; 2] = ["President Arévalo met Harris.", "Harris left."];

fn follow(world: &World, text: &str) {
    world.act(Action::Address(AddressAction::Follow(text.to_owned())));
}

fn address(world: &World, place: AddressedPlace) -> String {
    let project = world.store.read(|editor| editor.project().id());
    Address { project, place }.to_string()
}

fn toasts(world: &World) -> Vec<String> {
    world
        .store
        .read(|editor| editor.view().toasts.iter().map(|toast| toast.text.clone()).collect())
}

fn articles(world: &World) -> Vec<ArticleId> {
    world
        .store
        .read(|editor| editor.project().articles().iter().map(|it| it.id).collect())
}

#[test]
fn what_is_copied_leads_back() {
    let world = World::with_articles(&TEXTS);
    let mention = world.tag("Arévalo", PERSON);
    world.run(Command::CopyLink);
    let copied = world.effects().into_iter().find_map(|effect| match effect {
        Effect::CopyLink(address) => Some(address),
        _ => None,
    });
    let [first, second] = articles(&world)[..] else {
        unreachable!("two articles")
    };
    assert_eq!(copied.unwrap().place, AddressedPlace::Mention(first, mention));
    world.act(Action::Navigate(NavigateAction::Open(second)));
    follow(&world, &copied.unwrap().to_string());
    assert_eq!(world.store.read(|editor| editor.view().chosen), Some(mention));
    assert!(world.effects().iter().any(|effect| matches!(effect, Effect::Reveal(_))));
    follow(&world, &address(&world, AddressedPlace::Article(second)));
    assert_eq!(world.store.read(|editor| editor.view().article), Some(second));
    assert_eq!(toasts(&world), Vec::<String>::new());
}

#[test]
fn entities_and_claims_open_in_their_panels() {
    let world = World::with_articles(&TEXTS);
    let mention = world.tag("Arévalo", PERSON);
    world.act(Action::dossier(DossierAction::Link(
        mention,
        Pick::New("Arévalo".to_owned()),
    )));
    world.act(Action::dossier(DossierAction::NewClaim("They met.".to_owned())));
    let (entity, claim) = world.store.read(|editor| {
        let dossier = editor.project().dossier();
        (
            dossier.entities().next().unwrap().id,
            dossier.claims().next().unwrap().id,
        )
    });
    follow(&world, &address(&world, AddressedPlace::Entity(entity)));
    let shown = || {
        world
            .store
            .read(|editor| (editor.view().side, editor.view().entity, editor.view().claim))
    };
    assert_eq!((shown().0, shown().1), (SidePanel::Entities, Some(entity)));
    follow(&world, &address(&world, AddressedPlace::Claim(claim)));
    assert_eq!((shown().0, shown().2), (SidePanel::Claims, Some(claim)));
    let article = articles(&world)[1];
    follow(&world, &address(&world, AddressedPlace::Cell(claim, article)));
    let at = world
        .store
        .read(|editor| (editor.view().dialog.clone(), editor.view().matrix_at));
    assert_eq!(at, (Some(Dialog::Matrix), Some((claim, Some(article)))));
}

#[test]
fn what_is_not_there_is_said() {
    let world = World::with_articles(&TEXTS);
    let article = articles(&world)[0];
    let unknown = [
        (AddressedPlace::Article(ArticleId::from_u128(7)), "an article"),
        (AddressedPlace::Mention(article, MentionId::from_u128(7)), "a mention"),
        (AddressedPlace::Entity(EntityId::from_u128(7)), "an entity"),
        (AddressedPlace::Claim(ClaimId::from_u128(7)), "a claim"),
        (AddressedPlace::Cell(ClaimId::from_u128(7), article), "a claim"),
    ];
    for (place, what) in unknown {
        follow(&world, &address(&world, place));
        assert!(toasts(&world).last().unwrap().contains(what), "{what}");
    }
    follow(&world, "#section-2");
    assert!(toasts(&world).last().unwrap().contains("not one that Attest makes"));
    let n = toasts(&world).len();
    follow(&world, "#");
    assert_eq!(toasts(&world).len(), n);
}

#[test]
fn another_project_is_opened_first() {
    let world = World::with_articles(&TEXTS);
    let other = ProjectId::from_u128(99);
    let text = Address {
        project: other,
        place: AddressedPlace::Article(ArticleId::from_u128(7)),
    }
    .to_string();
    follow(&world, &text);
    assert_eq!(
        toasts(&world),
        Vec::<String>::new(),
        "the library has not been read yet"
    );
    let summary = |deleted| ProjectSummary {
        id: other,
        name: "Other".to_owned(),
        modified: Timestamp::default(),
        n_articles: 1,
        n_mentions: 0,
        deleted,
    };
    assert!(!world.effects().contains(&Effect::OpenProject(other)));
    world.act(Action::Library(LibraryAction::Listed(vec![summary(None)])));
    assert!(world.effects().contains(&Effect::OpenProject(other)));
    world.act(Action::Library(LibraryAction::Listed(vec![summary(Some(
        Timestamp::default(),
    ))])));
    assert!(toasts(&world).last().unwrap().contains("in the trash"));
    follow(&world, &text.replace("63", "64"));
    assert!(toasts(&world).last().unwrap().contains("does not have"));
}
