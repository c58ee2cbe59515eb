//! Passages that only look alike: said once by the person, they are no longer proposed.

use crate::core::distinction::{Distinction, DistinctionKey, PassageAddress};
use crate::core::edit::Edit;
use crate::core::project::Project;
use crate::editor::change_set::Topics;
use crate::editor::commit::{Committed, Step, commit, short_quote};
use crate::editor::dialog::Dialog;
use crate::editor::machine::{Context, Editor};
use crate::editor::passages::table::ArticlePassage;
use std::rc::Rc;

/// Two passages that were said not to be the same, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApartLine {
    /// By which that can be taken back.
    pub key: DistinctionKey,
    /// Both, shortened.
    pub quotes: [String; 2],
}

/// Whether the person has said that they are not the same.
pub fn is_apart(project: &Project, pair: [ArticlePassage; 2]) -> bool {
    let [a, b] = pair.map(address);
    project.dossier().distinction(a, b).is_some()
}

/// All such passages of the two articles that are side by side.
pub fn apart_lines(editor: &Editor) -> Vec<ApartLine> {
    let Some(articles) = editor.view().beside.articles else {
        return Vec::new();
    };
    let all = editor.project().dossier().distinctions();
    let meant = all.filter(|it| articles.iter().all(|article| it.is_of(*article)));
    let line = |it: &Rc<Distinction>| ApartLine {
        key: it.key(),
        quotes: it.passages().map(|passage| quote(editor, passage)),
    };
    meant.map(line).collect()
}

/// The next passages take their place.
pub(super) fn set(editor: &mut Editor, pair: [ArticlePassage; 2], cx: &mut Context<'_>) {
    let [a, b] = pair.map(address);
    if editor.project.dossier().distinction(a, b).is_some() {
        return;
    }
    let at = editor.chosen_pair().map(|(at, _)| at);
    let Some(new) = Distinction::new(a, b, editor.settings.author.clone(), cx.env.now) else {
        return;
    };
    let quotes = [quote(editor, a), quote(editor, b)];
    let edit = Edit::Distinction {
        old: None,
        new: Some(Rc::new(new)),
    };
    let title = format!("say that {} and {} are not the same", quotes[0], quotes[1]);
    if commit(editor, Step::new(title, vec![edit]), cx) == Committed::No {
        return;
    }
    cx.changed(Topics::BESIDE | Topics::PASSAGES);
    cx.announce("Not the same");
    let last = editor.joined().pairs.len().checked_sub(1);
    let is_shown = editor.view.dialog == Some(Dialog::Beside);
    if let Some((at, last)) = at.zip(last).filter(|_| is_shown && editor.chosen_pair().is_none()) {
        super::go(editor, at.min(last), cx);
    }
}

pub(super) fn take_back(editor: &mut Editor, (a, b): DistinctionKey, cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().distinction(a, b).cloned() else {
        return;
    };
    let quotes = [quote(editor, a), quote(editor, b)];
    let edit = Edit::Distinction {
        old: Some(old),
        new: None,
    };
    let title = format!("take back that {} and {} are not the same", quotes[0], quotes[1]);
    if commit(editor, Step::new(title, vec![edit]), cx) == Committed::Yes {
        cx.changed(Topics::BESIDE | Topics::PASSAGES);
        cx.announce("They may be the same again");
    }
}

fn address(passage: ArticlePassage) -> PassageAddress {
    let ArticlePassage { article, span } = passage;
    PassageAddress { article, span }
}

fn quote(editor: &Editor, passage: PassageAddress) -> String {
    let article = editor.project().article(passage.article);
    let quote = article.and_then(|article| passage.span.slice(article.text.as_str()));
    short_quote(quote.unwrap_or_default())
}
