//! Passages of different articles that may say the same: asked of the host when something first needs them, and kept
//! until the articles change.
//!
//! Answers to anything but the latest request are dropped. All of it is view state: not undone, not exported.

pub mod elsewhere;
pub mod list;
pub mod table;

use super::change_set::Topics;
use super::count::count;
use super::dialog::Dialog;
use super::effect::Effect;
use super::machine::{Context, Editor};
use crate::core::article::Article;
use crate::core::article_text::ArticleText;
use crate::core::id::ArticleId;
use crate::core::publication_date::PublicationDate;
use list::PassageScope;
use std::rc::Rc;
use table::PassageTable;

/// What is known of passages with the same content.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// How far the comparison is.
    pub state: PassagesState,
    /// What it has found; empty until it is done.
    pub table: Rc<PassageTable>,
    /// What was asked last; of no use once the articles have changed.
    asked: Option<Rc<PassagesOrder>>,
    /// Of the latest request.
    number: u32,
}

/// How far the comparison is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum PassagesState {
    /// Nothing needs it, or the articles have changed since.
    #[default]
    Idle,
    /// There is one article at most: nothing to compare.
    Alone,
    /// It goes on.
    Going,
    /// Everything is compared.
    Done,
    /// The person has stopped it.
    Stopped,
    /// It cannot be done; why, as a sentence.
    Refused(String),
}

/// What the host is to compare.
#[derive(Clone, PartialEq, Debug)]
pub struct PassagesOrder {
    /// Answers bear it.
    pub number: u32,
    /// At least two, in the order of the project.
    pub articles: Vec<ComparedArticle>,
}

/// An article as far as the comparison looks at it.
#[derive(Clone, PartialEq, Debug)]
pub struct ComparedArticle {
    /// Which one.
    pub id: ArticleId,
    /// Shared with the project.
    pub text: Rc<ArticleText>,
    /// When it was published, if known.
    pub date: Option<PublicationDate>,
}

/// What happens to the comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PassagesAction {
    /// Begins, or begins anew after it was stopped or failed.
    Ask,
    /// Opens the list of the pairs.
    ShowList(PassageScope),
    /// Goes to a pair of the list, by its place in the table.
    GoTo(usize),
    /// What the request of this number has found, as [`PassageTable::pack`] packs it; from the host.
    Found(u32, Vec<u32>),
    /// The request of this number was stopped by the person; from the host.
    Stopped(u32),
    /// The request of this number cannot be carried out, for this reason; from the host.
    Refused(u32, String),
}

impl Passages {
    /// What the answers now known were made for; another one after each change of them.
    pub(super) fn edition(&self) -> (u32, bool) {
        (self.number, self.state == PassagesState::Done)
    }
}

pub(super) fn handle(editor: &mut Editor, action: PassagesAction, cx: &mut Context<'_>) {
    match action {
        PassagesAction::Ask => ask(editor, cx),
        PassagesAction::ShowList(scope) => {
            editor.view.passage_scope = scope;
            editor.view.passage_at = None;
            editor.view.dialog = Some(Dialog::Passages);
            cx.changed(Topics::DIALOG | Topics::PASSAGES);
            need(editor, cx);
        }
        PassagesAction::GoTo(at) => {
            editor.view.passage_at = Some(at);
            cx.changed(Topics::PASSAGES);
        }
        PassagesAction::Found(number, numbers) => {
            let passages = &mut editor.view.passages;
            let Some(asked) = passages.asked.as_ref().filter(|asked| asked.number == number) else {
                return;
            };
            let articles = asked.articles.iter().map(|article| article.id).collect();
            passages.table = Rc::new(PassageTable::new(articles, numbers));
            passages.state = PassagesState::Done;
            editor.view.passage_at = None;
            let n = editor.view.passages.table.len();
            cx.changed(Topics::PASSAGES);
            if is_shown(editor) {
                let passages = count(n, "pair");
                cx.effects
                    .push(Effect::AnnounceAfterPause(format!("{passages} of passages found")));
            }
        }
        PassagesAction::Stopped(number) => end(editor, number, PassagesState::Stopped, cx),
        PassagesAction::Refused(number, reason) => {
            if is_shown(editor) {
                cx.effects.push(Effect::AnnounceAfterPause(reason.clone()));
            }
            end(editor, number, PassagesState::Refused(reason), cx);
        }
    }
}

/// Asks unless that has been done; what the person has stopped stays so.
pub(super) fn need(editor: &mut Editor, cx: &mut Context<'_>) {
    if editor.view.passages.state == PassagesState::Idle {
        ask(editor, cx);
    }
}

/// After articles came, went or changed: what was found may no longer hold.
pub(super) fn follow(editor: &mut Editor, cx: &mut Context<'_>) {
    let passages = &mut editor.view.passages;
    let is_current = match &passages.asked {
        Some(asked) => is_current(asked, editor.project.articles()),
        None => passages.state == PassagesState::Idle,
    };
    if is_current {
        return;
    }
    if passages.state == PassagesState::Going {
        cx.effects.push(Effect::EndPassages);
    }
    *passages = Passages {
        number: passages.number,
        ..Passages::default()
    };
    cx.changed(Topics::PASSAGES);
    if is_shown(editor) {
        ask(editor, cx);
    }
}

/// Their order does not matter.
fn is_current(asked: &PassagesOrder, articles: &[Rc<Article>]) -> bool {
    let is_same = |(was, article): (&ComparedArticle, &Rc<Article>)| {
        was.id == article.id && Rc::ptr_eq(&was.text, &article.text) && was.date == article.date
    };
    let mut now: Vec<&Rc<Article>> = articles.iter().collect();
    let mut then: Vec<&ComparedArticle> = asked.articles.iter().collect();
    crate::core::order::sort_by_key(&mut now, |it| it.id);
    crate::core::order::sort_by_key(&mut then, |it| it.id);
    now.len() == then.len() && then.into_iter().zip(now).all(is_same)
}

fn is_shown(editor: &Editor) -> bool {
    matches!(editor.view.dialog, Some(Dialog::Beside | Dialog::Passages))
}

fn ask(editor: &mut Editor, cx: &mut Context<'_>) {
    let compared = |article: &Rc<Article>| ComparedArticle {
        id: article.id,
        text: article.text.clone(),
        date: article.date,
    };
    let articles: Vec<ComparedArticle> = editor.project.articles().iter().map(compared).collect();
    let passages = &mut editor.view.passages;
    cx.changed(Topics::PASSAGES);
    passages.asked = None;
    if articles.len() < 2 {
        passages.state = PassagesState::Alone;
        return;
    }
    passages.number = passages.number.wrapping_add(1);
    passages.state = PassagesState::Going;
    let order = Rc::new(PassagesOrder {
        number: passages.number,
        articles,
    });
    passages.asked = Some(order.clone());
    cx.effects.push(Effect::ComparePassages(order));
}

fn end(editor: &mut Editor, number: u32, state: PassagesState, cx: &mut Context<'_>) {
    let passages = &mut editor.view.passages;
    if passages.number == number && passages.state == PassagesState::Going {
        passages.state = state;
        cx.changed(Topics::PASSAGES);
    }
}
