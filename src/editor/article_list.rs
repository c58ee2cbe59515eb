//! The list of articles: details, order, done, removal.

use super::action::{ArticleDetails, ArticlesAction};
use super::change_set::Topics;
use super::commit::{Committed, Step, commit, short_quote};
use super::env::Env;
use super::machine::{Context, Editor};
use super::toast::Offer;
use super::{choose, command::Command};
use crate::core::article::{Article, Source};
use crate::core::article_draft::ArticleDraft;
use crate::core::article_text::ArticleText;
use crate::core::edit::{Edit, Placed};
use crate::core::id::ArticleId;
use crate::core::segment::Toward;
use crate::core::transaction::Place;
use std::rc::Rc;

pub(super) fn handle(editor: &mut Editor, action: ArticlesAction, cx: &mut Context<'_>) {
    match action {
        ArticlesAction::Filter(filter) => {
            editor.view.article_filter = filter;
            cx.changed(Topics::ARTICLES);
        }
        ArticlesAction::SetDetails(id, details) => set_details(editor, id, details, cx),
        ArticlesAction::Remove(id) => remove(editor, id, cx),
        ArticlesAction::Move(id, index) => move_to(editor, id, index, cx),
        ArticlesAction::Shift(id, toward) => match neighbor(editor, id, toward) {
            Some(index) => move_to(editor, id, index, cx),
            None => cx.announce(match toward {
                Toward::Start => "It is the first already.",
                Toward::End => "It is the last already.",
            }),
        },
        ArticlesAction::SetDone(id, done) => {
            let word = if done { "done" } else { "not done" };
            change(
                editor,
                id,
                |title| format!("mark {title} as {word}"),
                cx,
                |article| article.done = done,
            );
        }
    }
}

/// Whether an article is shown under the list's filter: every word of it stands somewhere in what is known.
pub fn passes_filter(article: &Article, filter: &str) -> bool {
    let date = article.date.map(|date| date.to_string()).unwrap_or_default();
    let known = [
        &article.title,
        &article.source.outlet,
        &article.source.author,
        &date,
        &article.tags.join(" "),
    ]
    .map(|part| part.to_lowercase())
    .join("\n");
    filter
        .to_lowercase()
        .split_whitespace()
        .all(|word| known.contains(word))
}

/// The 0-based place of the article that the list shows right before or after this one; those that the filter leaves
/// out are passed over.
pub(super) fn neighbor(editor: &Editor, id: ArticleId, toward: Toward) -> Option<usize> {
    let articles = editor.project.articles();
    let at = editor.project.article_position(id)?;
    let is_shown = |index: &usize| passes_filter(&articles[*index], &editor.view.article_filter);
    match toward {
        Toward::Start => (0..at).rev().find(is_shown),
        Toward::End => (at + 1..articles.len()).find(is_shown),
    }
}

/// A new article of the draft.
pub fn article_of(draft: ArticleDraft, env: &Env<'_>) -> Article {
    Article {
        id: env.new_article_id(),
        text: Rc::new(ArticleText::new(draft.text)),
        title: draft.title,
        source: Source {
            outlet: draft.outlet,
            author: draft.author,
            url: draft.url,
            language: draft.language,
            file_name: draft.file_name,
        },
        date: draft.date,
        tags: Vec::new(),
        note: String::new(),
        done: false,
        added: env.now,
    }
}

/// The edit that puts a draft in at a 0-based place.
pub(super) fn insertion(draft: ArticleDraft, index: usize, cx: &Context<'_>) -> Edit {
    Edit::Article {
        old: None,
        new: Some(Placed {
            index,
            item: Rc::new(article_of(draft, cx.env)),
        }),
    }
}

fn change(
    editor: &mut Editor,
    id: ArticleId,
    title: impl FnOnce(&str) -> String,
    cx: &mut Context<'_>,
    change: impl FnOnce(&mut Article),
) {
    let (Some(index), Some(old)) = (editor.project.article_position(id), editor.project.article(id).cloned()) else {
        return;
    };
    let mut new = (*old).clone();
    change(&mut new);
    if new == *old {
        return;
    }
    let title = title(&short_quote(&old.title));
    let edit = Edit::Article {
        old: Some(Placed { index, item: old }),
        new: Some(Placed {
            index,
            item: Rc::new(new),
        }),
    };
    commit(editor, Step::new(title, vec![edit]), cx);
}

fn set_details(editor: &mut Editor, id: ArticleId, details: ArticleDetails, cx: &mut Context<'_>) {
    if details.title.trim().is_empty() {
        return cx.announce("An article needs a title.");
    }
    change(
        editor,
        id,
        |title| format!("edit the details of {title}"),
        cx,
        |article| {
            article.title = details.title;
            article.source.outlet = details.outlet;
            article.source.author = details.author;
            article.source.url = details.url;
            article.source.language = details.language;
            article.date = details.date;
            article.tags = details.tags;
            article.note = details.note;
        },
    );
}

fn remove(editor: &mut Editor, id: ArticleId, cx: &mut Context<'_>) {
    let (Some(index), Some(article)) = (editor.project.article_position(id), editor.project.article(id).cloned())
    else {
        return;
    };
    let mentions = editor.project.mentions(id).into_iter().flat_map(|set| set.iter());
    let mut edits: Vec<Edit> = mentions
        .map(|mention| Edit::Mention {
            old: Some(mention.clone()),
            new: None,
        })
        .collect();
    let absences = editor.project.dossier().absences();
    edits.extend(absences.filter(|it| it.article == id).map(|it| Edit::Absence {
        old: Some(it.clone()),
        new: None,
    }));
    edits.push(Edit::Article {
        old: Some(Placed {
            index,
            item: article.clone(),
        }),
        new: None,
    });
    // The neighbor takes its place on the page.
    let articles = editor.project.articles();
    let neighbor = articles
        .get(index + 1)
        .or_else(|| articles[..index].last())
        .map(|article| article.id);
    let open = if editor.view.article == Some(id) {
        neighbor
    } else {
        editor.view.article
    };
    let title = short_quote(&article.title);
    let after = Place {
        article: open,
        mention: None,
    };
    let step = Step::new(format!("remove {title}"), edits).then_at(after);
    if commit(editor, step, cx) == Committed::Yes {
        if editor.view.article == Some(id) {
            choose::unselect(editor, cx);
            choose::clear_choice(editor, cx);
            editor.view.article = open;
            cx.changed(Topics::OPEN);
        }
        editor.toast(format!("{title} removed."), Some(Offer::Run(Command::Undo)), cx);
    }
}

fn move_to(editor: &mut Editor, id: ArticleId, index: usize, cx: &mut Context<'_>) {
    let (Some(from), Some(article)) = (editor.project.article_position(id), editor.project.article(id).cloned()) else {
        return;
    };
    let index = index.min(editor.project.articles().len() - 1);
    if index == from {
        return;
    }
    let title = format!("move {}", short_quote(&article.title));
    let edit = Edit::Article {
        old: Some(Placed {
            index: from,
            item: article.clone(),
        }),
        new: Some(Placed { index, item: article }),
    };
    commit(editor, Step::new(title, vec![edit]).merging(format!("move {id}")), cx);
    cx.announce(format!(
        "Now number {} of {}",
        index + 1,
        editor.project.articles().len()
    ));
}
