//! Moving between articles, mentions and panels.

use super::action::NavigateAction;
use super::change_set::Topics;
use super::choose;
use super::machine::{Context, Editor};
use crate::core::id::{ArticleId, MentionId};
use crate::core::segment::Toward;

pub(super) fn handle(editor: &mut Editor, action: NavigateAction, cx: &mut Context<'_>) {
    match action {
        NavigateAction::Open(id) => {
            open(editor, id, cx);
            editor.view.drawer = None;
            cx.changed(Topics::LAYOUT);
        }
        NavigateAction::Drawer(drawer) => {
            editor.view.drawer = drawer;
            cx.changed(Topics::LAYOUT);
        }
        NavigateAction::Side(side) => {
            editor.view.side = side;
            cx.changed(Topics::LAYOUT);
        }
        NavigateAction::List(list) => {
            editor.view.list = list;
            cx.changed(Topics::LIST);
        }
        NavigateAction::ListFurther => {
            editor.list_further();
            cx.changed(Topics::LIST);
        }
    }
}

/// Opens an article of the project; what was selected and chosen in the other one is let go.
pub(super) fn open(editor: &mut Editor, id: ArticleId, cx: &mut Context<'_>) {
    let Some(article) = editor.project.article(id) else {
        return;
    };
    if editor.view.article == Some(id) {
        return;
    }
    cx.announce(format!("Article: {}", article.title));
    editor.view.article = Some(id);
    choose::unselect(editor, cx);
    choose::clear_choice(editor, cx);
    cx.changed(Topics::OPEN);
}

/// The article before or after the open one.
pub(super) fn step_article(editor: &mut Editor, toward: Toward, cx: &mut Context<'_>) {
    let articles = editor.project.articles();
    let now = editor.view.article.and_then(|id| editor.project.article_position(id));
    let next = match (now, toward) {
        (None, _) => articles.first(),
        (Some(at), Toward::End) => articles.get(at + 1),
        (Some(at), Toward::Start) => at.checked_sub(1).and_then(|at| articles.get(at)),
    };
    match next.map(|article| article.id) {
        Some(id) => open(editor, id, cx),
        None => cx.announce("There is no further article."),
    }
}

/// The mention before or after the chosen one, in the order of the text.
pub(super) fn step_mention(editor: &mut Editor, toward: Toward, cx: &mut Context<'_>) {
    let order: Vec<MentionId> = match editor.open_mentions() {
        Some(set) => set.ids_in_text_order(),
        None => Vec::new(),
    };
    let now = editor
        .view
        .chosen
        .and_then(|id| order.iter().position(|other| *other == id));
    let next = match (now, toward) {
        (None, Toward::End) => order.first(),
        (None, Toward::Start) => order.last(),
        (Some(at), Toward::End) => order.get(at + 1),
        (Some(at), Toward::Start) => at.checked_sub(1).and_then(|at| order.get(at)),
    };
    match next.copied() {
        Some(id) => choose::reveal(editor, id, cx),
        None => cx.announce("There is no further mention in this article."),
    }
}
