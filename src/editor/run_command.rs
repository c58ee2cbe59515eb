//! What each command does.

use super::action::{AnnotateAction, ArticlesAction};
use super::addresses;
use super::annotate;
use super::article_list;
use super::beside::BesideAction;
use super::change_set::Topics;
use super::choose;
use super::command::Command;
use super::dialog::{Dialog, LinkKind};
use super::effect::{Effect, FocusTarget};
use super::late_actions::{self, LateAction};
use super::machine::{Context, Editor};
use super::navigate;
use super::passages::PassagesAction;
use super::passages::list::PassageScope;
use super::relating::Relating;
use super::search;
use super::settings::{Settings, Snapping, Tags, Theme};
use super::tag_hits;
use super::undo;
use super::view::{Drawer, SidePanel};
use crate::core::label::LabelKind;
use crate::core::relation::End;
use crate::core::segment::Toward;

pub(super) fn run(editor: &mut Editor, command: Command, cx: &mut Context<'_>) {
    match command {
        Command::OpenFiles => cx.effects.push(Effect::PickFiles),
        Command::PasteArticle => show(editor, Dialog::Paste, cx),
        Command::ShowExport => show(editor, Dialog::Export, cx),
        Command::ShowPalette => show(editor, Dialog::Palette, cx),
        Command::ShowShortcuts => show(editor, Dialog::Shortcuts, cx),
        Command::ShowProjects => show(editor, Dialog::Projects, cx),
        Command::ShowSchema => show(editor, Dialog::Schema(None), cx),
        Command::ShowSettings => show(editor, Dialog::Settings, cx),
        Command::ShowSearch => search::show(editor, cx),
        Command::ShowEntities => focus(editor, FocusTarget::Entities, cx),
        Command::ShowClaims => focus(editor, FocusTarget::Claims, cx),
        Command::ShowMatrix => show(editor, Dialog::Matrix, cx),
        Command::ShowBeside => late_actions::take(editor, LateAction::Beside(BesideAction::Show), cx),
        Command::ShowPassages => {
            let all = PassagesAction::ShowList(PassageScope::All);
            late_actions::take(editor, LateAction::Passages(all), cx);
        }
        Command::LinkMention => link(editor, cx),
        Command::Relate => relate(editor, cx),
        Command::TagMatches => tag_hits::ask(editor, cx),
        Command::CopyLink => addresses::copy_here(editor, cx),
        Command::NextHit => search::step(editor, Toward::End, cx),
        Command::PreviousHit => search::step(editor, Toward::Start, cx),
        Command::Undo => undo::undo(editor, cx),
        Command::Redo => undo::redo(editor, cx),
        Command::EditArticleDetails
        | Command::ToggleDone
        | Command::MoveArticleUp
        | Command::MoveArticleDown
        | Command::RemoveArticle => on_article(editor, command, cx),
        Command::NextArticle => navigate::step_article(editor, Toward::End, cx),
        Command::PreviousArticle => navigate::step_article(editor, Toward::Start, cx),
        Command::NextMention => navigate::step_mention(editor, Toward::End, cx),
        Command::PreviousMention => navigate::step_mention(editor, Toward::Start, cx),
        Command::DeleteMention => match editor.view.chosen {
            Some(id) => annotate::handle(editor, AnnotateAction::Delete(id), cx),
            None => cx.announce("Choose a mention first."),
        },
        Command::EditNote => focus(editor, FocusTarget::Note, cx),
        Command::AddSpan => annotate::handle(editor, AnnotateAction::AddSpan, cx),
        Command::GrowEnd => nudge(editor, Toward::End, Toward::End, cx),
        Command::ShrinkEnd => nudge(editor, Toward::End, Toward::Start, cx),
        Command::GrowStart => nudge(editor, Toward::Start, Toward::Start, cx),
        Command::ShrinkStart => nudge(editor, Toward::Start, Toward::End, cx),
        Command::OuterMention => outer(editor, cx),
        Command::Cancel => cancel(editor, cx),
        Command::GoToText => focus(editor, FocusTarget::Text, cx),
        Command::GoToArticles => focus(editor, FocusTarget::Articles, cx),
        Command::GoToMentions => focus(editor, FocusTarget::Mentions, cx),
        Command::GoToInspector => focus(editor, FocusTarget::Inspector, cx),
        Command::GoToLabels => focus(editor, FocusTarget::Labels, cx),
        Command::ToggleSnapping | Command::ToggleTags | Command::CycleTheme => toggle(editor, command, cx),
    }
}

fn show(editor: &mut Editor, dialog: Dialog, cx: &mut Context<'_>) {
    editor.view.dialog = Some(dialog);
    cx.changed(Topics::DIALOG);
}

/// Asks what the chosen mention refers to, by what its label is.
fn link(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(mention) = editor.chosen() else {
        return cx.announce("Choose a mention first.");
    };
    let label = editor.project.schema().label(mention.label);
    let kind = match label.map(|label| label.kind) {
        Some(LabelKind::Claim) => LinkKind::Claim,
        _ => LinkKind::Entity,
    };
    show(editor, Dialog::Link(mention.id, kind), cx);
}

/// Asks how the chosen mention is related, else the claim or the entity that its panel shows.
fn relate(editor: &mut Editor, cx: &mut Context<'_>) {
    let view = &editor.view;
    let chosen = editor.chosen().map(|mention| End::Mention(mention.id));
    let shown = match view.side {
        SidePanel::Claims => view.claim.map(End::Claim),
        SidePanel::Entities => view.entity.map(End::Entity),
        SidePanel::Inspector | SidePanel::Mentions | SidePanel::Search => None,
    };
    let is_there = |end: &End| editor.project.end_kind(*end).is_some();
    match chosen.or(shown).filter(is_there) {
        Some(end) => show(editor, Dialog::Relate(Relating::from_end(end)), cx),
        None => cx.announce("Choose a mention, or show a claim or an entity first."),
    }
}

fn nudge(editor: &mut Editor, end: Toward, toward: Toward, cx: &mut Context<'_>) {
    annotate::handle(editor, AnnotateAction::Nudge { end, toward }, cx);
}

/// Opens the panel that has the place, then has the focus moved there.
fn focus(editor: &mut Editor, target: FocusTarget, cx: &mut Context<'_>) {
    match target {
        FocusTarget::Text | FocusTarget::Labels => editor.view.drawer = None,
        FocusTarget::Articles => editor.view.drawer = Some(Drawer::Articles),
        FocusTarget::Mentions => {
            editor.view.drawer = Some(Drawer::Side);
            editor.view.show_side(SidePanel::Mentions);
        }
        FocusTarget::Inspector | FocusTarget::Note => {
            editor.view.drawer = Some(Drawer::Side);
            editor.view.show_side(SidePanel::Inspector);
        }
        FocusTarget::Search => {
            editor.view.drawer = Some(Drawer::Side);
            editor.view.show_side(SidePanel::Search);
        }
        FocusTarget::Entities => {
            editor.view.drawer = Some(Drawer::Side);
            editor.view.show_side(SidePanel::Entities);
        }
        FocusTarget::Claims => {
            editor.view.drawer = Some(Drawer::Side);
            editor.view.show_side(SidePanel::Claims);
        }
    }
    cx.changed(Topics::LAYOUT);
    cx.effects.push(Effect::Focus(target));
}

fn on_article(editor: &mut Editor, command: Command, cx: &mut Context<'_>) {
    let Some((id, done)) = editor.article().map(|article| (article.id, article.done)) else {
        return cx.announce("Open an article first.");
    };
    let action = match command {
        Command::ToggleDone => ArticlesAction::SetDone(id, !done),
        Command::MoveArticleUp => ArticlesAction::Shift(id, Toward::Start),
        Command::MoveArticleDown => ArticlesAction::Shift(id, Toward::End),
        Command::RemoveArticle => ArticlesAction::Remove(id),
        _ => return show(editor, Dialog::ArticleDetails(id), cx),
    };
    if let ArticlesAction::SetDone(_, now) = action {
        cx.announce(if now { "Done" } else { "Not done" });
    }
    article_list::handle(editor, action, cx);
}

fn outer(editor: &mut Editor, cx: &mut Context<'_>) {
    let here = &editor.view.under_click;
    let now = editor
        .view
        .chosen
        .and_then(|chosen| here.iter().position(|id| *id == chosen));
    let next = match now {
        Some(at) => here.get((at + 1) % here.len()),
        None => here.first(),
    };
    if let Some(id) = next.copied() {
        choose::choose(editor, id, cx);
    }
}

/// One thing at a time, the latest first: a kept label, the selection, a waiting span, the choice, the search, a drawer.
fn cancel(editor: &mut Editor, cx: &mut Context<'_>) {
    choose::drop_hint(editor, cx);
    if editor.view.armed.is_some() {
        annotate::handle(editor, AnnotateAction::Arm(None), cx);
    } else if let Some(selection) = editor.view.selection {
        choose::unselect(editor, cx);
        cx.effects.push(Effect::DropSelection(selection.span));
    } else if editor.view.adding_span {
        editor.view.adding_span = false;
        cx.changed(Topics::CHOSEN);
        cx.announce("Nothing is added to the mention");
    } else if editor.view.chosen.is_some() {
        choose::clear_choice(editor, cx);
        // The sheet that was about it would be left empty.
        if editor.view.drawer == Some(Drawer::Side) && editor.view.side == SidePanel::Inspector {
            editor.view.drawer = None;
            cx.changed(Topics::LAYOUT);
        }
    } else if editor.view.search.is_on() {
        search::end(editor, cx);
    } else if editor.view.drawer.take().is_some() {
        cx.changed(Topics::LAYOUT);
    }
}

fn toggle(editor: &mut Editor, command: Command, cx: &mut Context<'_>) {
    let mut settings: Settings = editor.settings.clone();
    let said = match command {
        Command::ToggleSnapping => {
            let (next, said) = match settings.snapping {
                Snapping::Words => (Snapping::Off, "Selections stay as they are"),
                Snapping::Off => (Snapping::Words, "Selections snap to words"),
            };
            settings.snapping = next;
            said
        }
        Command::ToggleTags => {
            let (next, said) = match settings.tags {
                Tags::Hidden => (Tags::Shown, "Label names shown in the text"),
                Tags::Shown => (Tags::Hidden, "Label names hidden in the text"),
            };
            settings.tags = next;
            said
        }
        _ => {
            let (next, said) = match settings.theme {
                Theme::System => (Theme::Light, "Light colours"),
                Theme::Light => (Theme::Dark, "Dark colours"),
                Theme::Dark => (Theme::System, "The system’s colours"),
            };
            settings.theme = next;
            said
        }
    };
    editor.settings = settings.clone();
    cx.effects.push(Effect::SaveSettings(settings));
    cx.changed(Topics::SETTINGS);
    editor.toast_outcome(command, said, cx);
}
