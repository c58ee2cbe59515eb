//! Several projects.

use crate::world::World;
use attest::core::id::ProjectId;
use attest::core::timestamp::Timestamp;
use attest::editor::action::{Action, LibraryAction, ProjectSummary, SavingAction};
use attest::editor::command::Command;
use attest::editor::effect::{Deleted, Effect};
use attest::editor::library::NAME_TAKEN;
use attest::editor::saving::{Loss, OtherTab, SavingStatus, Trouble};
use attest::editor::toast::Offer;

fn listed(world: &World) -> ProjectSummary {
    let summary = world
        .store
        .read(|editor| attest::editor::library::summary(editor, Timestamp::from_unix_ms(0)));
    world.act(Action::Library(LibraryAction::Listed(vec![summary.clone()])));
    summary
}

/// The library as the open project and one more of this name, whose id is answered.
fn list_with(world: &World, name: &str) -> ProjectId {
    let open = listed(world);
    let other = ProjectSummary {
        id: ProjectId::from_u128(7),
        name: name.to_owned(),
        ..open.clone()
    };
    world.act(Action::Library(LibraryAction::Listed(vec![open, other])));
    ProjectId::from_u128(7)
}

#[test]
fn the_last_project_deleted_makes_room_for_a_new_one() {
    let world = World::with_articles(&["x"]);
    let project = listed(&world);
    world.act(Action::Library(LibraryAction::Delete(project.id)));
    let effects = world.effects();
    assert!(effects.contains(&Effect::SetDeleted(project.id, Deleted::Yes)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::CreateProject(_))));
    let offer = world.store.read(|editor| editor.view().toasts[0].offer);
    assert_eq!(offer, Some(Offer::ReopenProject(project.id)), "it was open");
    world.act(Action::Library(LibraryAction::Reopen(project.id)));
    assert!(world.effects().contains(&Effect::SetDeleted(project.id, Deleted::No)));
    assert!(world.effects().contains(&Effect::OpenProject(project.id)));
    assert!(world.store.read(|editor| editor.library()[0].deleted.is_none()));
}

#[test]
fn a_project_from_the_trash_comes_back_beside_the_open_one() {
    let world = World::with_articles(&["x"]);
    let other = list_with(&world, "Other");
    world.act(Action::Library(LibraryAction::Delete(other)));
    let offer = world.store.read(|editor| editor.view().toasts[0].offer);
    assert_eq!(offer, Some(Offer::RestoreProject(other)));
    world.announced();
    world.act(Action::Library(LibraryAction::Restore(other)));
    assert_eq!(world.announced(), ["Project “Other” is back."]);
    assert!(world.effects().contains(&Effect::SetDeleted(other, Deleted::No)));
    assert!(!world.effects().contains(&Effect::OpenProject(other)));
}

#[test]
fn no_project_gets_the_name_of_another_one() {
    let world = World::with_articles(&["x"]);
    let other = list_with(&world, "Other");
    let rename = || world.act(Action::Library(LibraryAction::Rename(" Other ".to_owned())));
    let name = || world.store.read(|editor| editor.project().name().to_owned());
    rename();
    assert_eq!(
        (name().as_str(), world.announced()),
        ("Test", vec![NAME_TAKEN.to_owned()])
    );
    world.act(Action::Library(LibraryAction::Delete(other)));
    rename();
    assert_eq!(name(), "Other", "what lies in the trash has no claim on its name");
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good() {
    let world = World::with_articles(&["x"]);
    let project = listed(&world);
    world.act(Action::Library(LibraryAction::Purge(project.id)));
    assert!(!world.effects().contains(&Effect::Purge(project.id)));
    world.act(Action::Library(LibraryAction::Delete(project.id)));
    world.act(Action::Library(LibraryAction::Purge(project.id)));
    assert!(world.effects().contains(&Effect::Purge(project.id)));
}

#[test]
fn copies_and_new_projects_get_names_of_their_own() {
    let world = World::with_articles(&["x"]);
    listed(&world);
    world.act(Action::Library(LibraryAction::New("Test".to_owned())));
    let made = world.effects().iter().find_map(|effect| match effect {
        Effect::CreateProject(project) => Some(project.name().to_owned()),
        _ => None,
    });
    assert_eq!(made.as_deref(), Some("Test 2"));
}

#[test]
fn renaming_is_undone_like_everything() {
    let world = World::with_articles(&["x"]);
    world.act(Action::Library(LibraryAction::Rename("  ".to_owned())));
    world.act(Action::Library(LibraryAction::Rename("Migration".to_owned())));
    let name = || world.store.read(|editor| editor.project().name().to_owned());
    assert_eq!(name(), "Migration");
    world.reload();
    world.run(Command::Undo);
    assert_eq!(name(), "Test");
    world.reload();
}

#[test]
fn saved_is_said_only_when_the_host_says_so() {
    let world = World::with_articles(&["x y"]);
    let status = || world.store.read(|editor| editor.saving().status());
    assert_eq!(status(), SavingStatus::Saved);
    world.act(Action::Library(LibraryAction::Rename("One".to_owned())));
    world.act(Action::Library(LibraryAction::Rename("Two".to_owned())));
    assert_eq!(status(), SavingStatus::Saving);
    world.act(Action::Saving(SavingAction::Stored(1)));
    assert_eq!(status(), SavingStatus::Saving);
    world.act(Action::Saving(SavingAction::Failed("The disk is full.".to_owned())));
    assert_eq!(
        status(),
        SavingStatus::NotSaved(Trouble::Failed("The disk is full.".to_owned()))
    );
    world.act(Action::Saving(SavingAction::Stored(1)));
    assert_eq!(status(), SavingStatus::Saved);
}

#[test]
fn a_project_that_is_open_elsewhere_is_not_stored_and_can_be_gone_on_with() {
    let world = World::with_articles(&["x", "y"]);
    let status = || world.store.read(|editor| editor.saving().status());
    let project = world.store.read(|editor| editor.project().id());
    let loss = || world.store.read(|editor| editor.saving().would_lose(editor.history()));
    let n_opened = || {
        world
            .effects()
            .iter()
            .filter(|it| **it == Effect::OpenProject(project))
            .count()
    };
    let go_on = || {
        let before = n_opened();
        world.act(Action::Saving(SavingAction::GoOn(project)));
        n_opened() > before
    };
    world.act(Action::Saving(SavingAction::LetGoElsewhere));
    assert_eq!(status(), SavingStatus::Saved, "it has the project itself");

    world.act(Action::Saving(SavingAction::OpenElsewhere));
    assert_eq!(status(), SavingStatus::Elsewhere(OtherTab::HasIt, Loss::None));
    assert!(!go_on());
    world.act(Action::Saving(SavingAction::LetGoElsewhere));
    assert!(go_on());

    world.act(Action::Saving(SavingAction::OpenElsewhere));
    world.act(Action::Library(LibraryAction::Rename("One".to_owned())));
    assert_eq!(status(), SavingStatus::Elsewhere(OtherTab::HasIt, Loss::Some));
    assert_eq!(loss(), Loss::Some);
    world.act(Action::Saving(SavingAction::LetGoElsewhere));
    assert_eq!(status(), SavingStatus::Elsewhere(OtherTab::LetGo, Loss::Some));
    assert!(!go_on(), "what was changed here would be gone");

    world.run(Command::NextArticle);
    world.reload();
    assert_eq!(status(), SavingStatus::Saved);
    assert_eq!(world.store.read(|editor| editor.article().unwrap().title.clone()), "B");
}

#[test]
fn leaving_is_asked_about_only_where_something_would_be_lost() {
    let loss = |world: &World| world.store.read(|editor| editor.saving().would_lose(editor.history()));
    let rename = || Action::Library(LibraryAction::Rename("One".to_owned()));
    let world = World::with_articles(&["x"]);
    world.act(Action::Saving(SavingAction::Failed("Open in another tab.".to_owned())));
    assert_eq!(loss(&world), Loss::None, "nothing was changed");
    world.act(rename());
    assert_eq!(loss(&world), Loss::Some);
    world.act(Action::Saving(SavingAction::Stored(1)));
    assert_eq!(loss(&world), Loss::None);

    let world = World::with_articles(&["x"]);
    world.act(Action::Saving(SavingAction::Unavailable("Private window.".to_owned())));
    assert_eq!(loss(&world), Loss::None, "nothing was changed");
    world.act(rename());
    world.act(Action::Saving(SavingAction::Stored(1)));
    assert_eq!(loss(&world), Loss::Some, "what is stored in memory goes with the page");
}
