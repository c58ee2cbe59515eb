//! Following an address, and copying one.

use super::choose;
use super::command::Command;
use super::dossier;
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::matrix::MatrixQuery;
use super::navigate;
use super::view::Drawer;
use crate::core::address::{Address, AddressedPlace};

/// What can happen to addresses.
#[derive(Clone, Debug)]
pub enum AddressAction {
    /// Goes to what the page's address names; an empty one names nothing.
    Follow(String),
    /// Copies the address of a place of the open project.
    Copy(AddressedPlace),
    /// The host has copied it, or has not and says the whole address.
    Copied(Result<(), String>),
}

pub(super) fn handle(editor: &mut Editor, action: AddressAction, cx: &mut Context<'_>) {
    match action {
        AddressAction::Follow(text) => follow(editor, &text, cx),
        AddressAction::Copy(place) => copy(editor, place, cx),
        AddressAction::Copied(Ok(())) => editor.toast("Link copied.", None, cx),
        AddressAction::Copied(Err(address)) => {
            editor.lasting_toast(format!("The browser did not copy the link: {address}"), None, cx);
        }
    }
}

/// The link of what the person looks at: the chosen mention, else the open article, else the project.
pub(super) fn copy_here(editor: &mut Editor, cx: &mut Context<'_>) {
    let mention = editor.chosen().map(|it| AddressedPlace::Mention(it.article, it.id));
    let article = editor.view.article.map(AddressedPlace::Article);
    copy(editor, mention.or(article).unwrap_or(AddressedPlace::Project), cx);
}

fn copy(editor: &mut Editor, place: AddressedPlace, cx: &mut Context<'_>) {
    let project = editor.project.id();
    cx.effects.push(Effect::CopyLink(Address { project, place }));
}

fn follow(editor: &mut Editor, text: &str, cx: &mut Context<'_>) {
    if text.trim_start_matches('#').is_empty() {
        return;
    }
    let Ok(address) = text.parse::<Address>() else {
        return editor.lasting_toast(
            "The page’s address leads to nothing here: it is not one that Attest makes.",
            None,
            cx,
        );
    };
    editor.view.followed = Some(address);
    arrive(editor, cx);
}

/// Goes on with an address that waits: its project has been opened, or the library been read.
pub(super) fn arrive(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(address) = editor.view.followed else { return };
    if address.project == editor.project.id() {
        editor.view.followed = None;
        return go(editor, address.place, cx);
    }
    // Not yet read at the start.
    if editor.library.is_empty() {
        return;
    }
    editor.view.followed = None;
    let known = editor.library.iter().find(|summary| summary.id == address.project);
    match known.map(|summary| summary.deleted) {
        Some(None) => {
            editor.view.followed = Some(address);
            cx.effects.push(Effect::OpenProject(address.project));
        }
        Some(Some(_)) => editor.lasting_toast("The page’s address leads to a project in the trash.", None, cx),
        None => editor.lasting_toast(
            "The page’s address leads to a project that this browser does not have.",
            None,
            cx,
        ),
    }
}

fn go(editor: &mut Editor, place: AddressedPlace, cx: &mut Context<'_>) {
    let project = &editor.project;
    let missing = match place {
        AddressedPlace::Project => return,
        AddressedPlace::Article(id) if project.article(id).is_none() => "an article",
        AddressedPlace::Mention(_, id) if project.mention(id).is_none() => "a mention",
        AddressedPlace::Entity(id) if project.dossier().entity(id).is_none() => "an entity",
        AddressedPlace::Claim(id) | AddressedPlace::Cell(id, _) if project.dossier().claim(id).is_none() => "a claim",
        AddressedPlace::Cell(_, id) if project.article(id).is_none() => "an article",
        AddressedPlace::Article(id) => {
            return navigate::open(editor, id, cx);
        }
        AddressedPlace::Mention(_, id) => return choose::reveal(editor, id, cx),
        AddressedPlace::Entity(id) => {
            editor.view.drawer = Some(Drawer::Side);
            dossier::show_entity(editor, Some(id), cx);
            return super::run_command::run(editor, Command::ShowEntities, cx);
        }
        AddressedPlace::Cell(claim, article) => {
            dossier::set_matrix(editor, MatrixQuery::default(), cx);
            dossier::go_in_matrix(editor, (claim, Some(article)), cx);
            return super::run_command::run(editor, Command::ShowMatrix, cx);
        }
        AddressedPlace::Claim(id) => {
            editor.view.drawer = Some(Drawer::Side);
            dossier::show_claim(editor, Some(id), cx);
            return super::run_command::run(editor, Command::ShowClaims, cx);
        }
    };
    let text = format!("The page’s address leads to {missing} that is not in the project, or not any more.");
    editor.lasting_toast(text, None, cx);
}
