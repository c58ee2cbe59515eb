//! Two articles side by side: which ones, which of their joined passages is chosen, and what is proposed for it.

pub mod apart;
pub mod joined;
pub mod pair_words;
pub mod projection;
pub mod same_claim;
pub mod sheet;

use super::change_set::Topics;
use super::dialog::Dialog;
use super::machine::{Context, Editor};
use super::passages;
use super::passages::table::{ArticlePassage, PassagePair};
use crate::core::distinction::DistinctionKey;
use crate::core::id::{ArticleId, ClaimId};
use crate::core::offset::ByteOffset;
use crate::core::segment::Toward;
use crate::core::span::Span;
use joined::{Joined, JoinedPair, Side, likest};
use projection::Proposal;
use std::rc::Rc;

/// What is side by side. The parts of it may be gone by undo, or when articles change.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct BesideState {
    /// The two articles; never the same.
    pub articles: Option<[ArticleId; 2]>,
    /// Whether the second one was picked by the person, and not by likeness.
    pub is_picked: bool,
    /// The passages that the person came from; joined however unlikely they are.
    pub pinned: Option<[Span; 2]>,
    /// The passages that the person is at.
    pub chosen: Option<[Span; 2]>,
    /// Where a mention of one passage would lie in the other.
    pub proposal: Option<Proposal>,
    /// Two claims that the chosen passages make, and that may be one.
    pub two_claims: Option<[ClaimId; 2]>,
    /// The dialog that the person came from.
    pub back: Option<Dialog>,
}

impl BesideState {
    /// The dialog is closed, and what was asked in it with it: answers where the person came from.
    pub(super) fn left(&mut self) -> Option<Dialog> {
        (self.proposal, self.two_claims) = (None, None);
        self.back.take()
    }
}

/// What happens side by side.
#[derive(Clone, PartialEq, Debug)]
pub enum BesideAction {
    /// Shows the open article beside the one that it was beside before, or the likest.
    Show,
    /// Shows an article beside another: the second one, or the likest.
    Open(ArticleId, Option<ArticleId>),
    /// Shows two passages; which one is first does not matter.
    OpenPair([ArticlePassage; 2]),
    /// Shows another article on one side.
    SetArticle(Side, ArticleId),
    /// Goes to the next pair of passages or to the one before.
    Step(Toward),
    /// Goes to the passage at this place of an article, if there is one that is joined.
    GoAt(Side, ByteOffset),
    /// Says that both passages make one claim.
    SameClaim([ArticlePassage; 2]),
    /// Says that the passages only look alike: they are no longer proposed.
    NotSame([ArticlePassage; 2]),
    /// Takes that back.
    TakeBack(DistinctionKey),
    /// The two claims stay two.
    LeaveTwoClaims,
    /// Shows where a mention would lie.
    Propose(Proposal),
    /// Moves one end of the proposed span to this place.
    MoveEnd {
        /// `Start` is the one with the lower offset.
        end: Toward,
        /// Snapped unless `exact`.
        to: ByteOffset,
        /// Whether the place is meant as it is.
        exact: bool,
    },
    /// Moves one end of the proposed span by a word.
    NudgeEnd { end: Toward, toward: Toward },
    /// Makes a mention of the proposed span.
    Accept,
    /// Makes nothing of it.
    Decline,
}

pub(super) fn handle(editor: &mut Editor, action: BesideAction, cx: &mut Context<'_>) {
    match action {
        BesideAction::Show => show(editor, cx),
        BesideAction::Open(first, second) => open(editor, first, second, cx),
        BesideAction::OpenPair(pair) => open_pair(editor, pair, cx),
        BesideAction::SetArticle(side, article) => set_article(editor, side, article, cx),
        BesideAction::Step(toward) => step(editor, toward, cx),
        BesideAction::GoAt(side, at) => {
            let now = editor.chosen_pair().map(|(at, _)| at);
            if let Some(pair) = editor.joined().at(side, at).filter(|pair| Some(*pair) != now) {
                go(editor, pair, cx);
            }
        }
        BesideAction::SameClaim(pair) => same_claim::say(editor, pair, cx),
        BesideAction::NotSame(pair) => apart::set(editor, pair, cx),
        BesideAction::TakeBack(key) => apart::take_back(editor, key, cx),
        BesideAction::LeaveTwoClaims => {
            editor.view.beside.two_claims = None;
            cx.changed(Topics::BESIDE);
        }
        BesideAction::Propose(proposal) => projection::propose(editor, proposal, cx),
        BesideAction::MoveEnd { end, to, exact } => projection::move_end(editor, end, to, exact, cx),
        BesideAction::NudgeEnd { end, toward } => projection::nudge_end(editor, end, toward, cx),
        BesideAction::Accept => projection::accept(editor, cx),
        BesideAction::Decline => projection::decline(editor, cx),
    }
}

fn show(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(open) = editor.view.article else {
        return cx.announce("Open an article first.");
    };
    if editor.project.articles().len() < 2 {
        return cx.announce("There is one article only, so there is nothing to compare.");
    }
    let was = editor.view.beside.articles.filter(|it| it.contains(&open));
    match was.filter(|it| it.iter().all(|id| editor.project.article(*id).is_some())) {
        Some([first, second]) => {
            let chosen = editor.view.beside.chosen;
            self::open(editor, first, Some(second), cx);
            editor.view.beside.chosen = chosen;
        }
        None => self::open(editor, open, None, cx),
    }
}

/// Something that is shown may have changed: the articles, or what is known of their passages.
pub(super) fn follow(editor: &mut Editor, cx: &mut Context<'_>) {
    if editor.view.dialog != Some(Dialog::Beside) {
        return;
    }
    let is_there = |id: &ArticleId| editor.project.article(*id).is_some();
    match editor.view.beside.articles {
        Some([first, second]) if is_there(&first) => {
            if !editor.view.beside.is_picked || !is_there(&second) {
                let second = other(editor, first);
                if let Some(second) = second.filter(|it| Some([first, *it]) != editor.view.beside.articles) {
                    put(editor, [first, second], cx);
                }
            }
        }
        _ => {
            editor.view.beside.articles = None;
            if let Some(open) = editor.view.article {
                self::open(editor, open, None, cx);
            }
        }
    }
    if editor
        .view
        .beside
        .proposal
        .as_ref()
        .is_some_and(|it| !it.holds(&editor.project))
    {
        editor.view.beside.proposal = None;
    }
    if editor.chosen_pair().is_none() && !editor.joined().pairs.is_empty() {
        go(editor, 0, cx);
    }
    cx.changed(Topics::BESIDE);
}

fn open(editor: &mut Editor, first: ArticleId, second: Option<ArticleId>, cx: &mut Context<'_>) {
    let is_other = |id: &ArticleId| *id != first && editor.project.article(*id).is_some();
    let picked = second.filter(is_other);
    let Some(second) = picked.or_else(|| other(editor, first)) else {
        return cx.announce("There is one article only, so there is nothing to compare.");
    };
    let back = back(editor);
    editor.view.beside = BesideState {
        is_picked: picked.is_some(),
        back,
        ..BesideState::default()
    };
    put(editor, [first, second], cx);
    enter(editor, cx);
}

fn open_pair(editor: &mut Editor, [a, b]: [ArticlePassage; 2], cx: &mut Context<'_>) {
    let is_there = |passage: &ArticlePassage| {
        let article = editor.project.article(passage.article);
        article.is_some_and(|article| article.text.fits(passage.span))
    };
    if a.article == b.article || !is_there(&a) || !is_there(&b) {
        return;
    }
    let spans = [a.span, b.span];
    editor.view.beside = BesideState {
        articles: Some([a.article, b.article]),
        is_picked: true,
        pinned: Some(spans),
        chosen: Some(spans),
        back: back(editor),
        ..BesideState::default()
    };
    enter(editor, cx);
    if let Some((at, pair)) = editor.chosen_pair() {
        cx.announce(pair_words::place(editor, at, &pair));
    }
}

/// From a list of passages one comes back to the list.
fn back(editor: &Editor) -> Option<Dialog> {
    let now = editor.view.dialog.clone();
    now.filter(|dialog| *dialog == Dialog::Passages)
}

fn enter(editor: &mut Editor, cx: &mut Context<'_>) {
    editor.view.dialog = Some(Dialog::Beside);
    cx.changed(Topics::DIALOG | Topics::BESIDE);
    passages::need(editor, cx);
    follow(editor, cx);
}

/// The likest article, or the next one in the list, or the one before.
fn other(editor: &Editor, first: ArticleId) -> Option<ArticleId> {
    let likest = likest(&editor.view.passages.table, first).filter(|id| editor.project.article(*id).is_some());
    likest.or_else(|| {
        let articles = editor.project.articles();
        let at = editor.project.article_position(first)?;
        let next = articles.get(at + 1).or_else(|| articles.get(at.checked_sub(1)?));
        next.map(|article| article.id)
    })
}

fn set_article(editor: &mut Editor, side: Side, article: ArticleId, cx: &mut Context<'_>) {
    let Some(mut articles) = editor.view.beside.articles else {
        return;
    };
    if editor.project.article(article).is_none() || side.of(articles) == article {
        return;
    }
    let at = side as usize;
    // The two change places rather than being the same.
    if side.other().of(articles) == article {
        articles.swap(0, 1);
    } else {
        articles[at] = article;
    }
    editor.view.beside.is_picked = true;
    put(editor, articles, cx);
    if !editor.joined().pairs.is_empty() {
        go(editor, 0, cx);
    }
}

fn put(editor: &mut Editor, articles: [ArticleId; 2], cx: &mut Context<'_>) {
    let state = &mut editor.view.beside;
    state.articles = Some(articles);
    (state.pinned, state.chosen) = (None, None);
    (state.proposal, state.two_claims) = (None, None);
    cx.changed(Topics::BESIDE);
}

/// Not around the ends: what is joined is few, and it is to be felt that it is through.
fn step(editor: &mut Editor, toward: Toward, cx: &mut Context<'_>) {
    let n = editor.joined().pairs.len();
    let now = editor.chosen_pair().map(|(at, _)| at);
    let to = match (now, toward) {
        _ if n == 0 => return cx.announce("No passages are joined."),
        (None, _) => 0,
        (Some(at), Toward::End) => (at + 1).min(n - 1),
        (Some(at), Toward::Start) => at.saturating_sub(1),
    };
    go(editor, to, cx);
}

/// Says where one is even if that is where one was.
fn go(editor: &mut Editor, at: usize, cx: &mut Context<'_>) {
    let joined = editor.joined();
    let Some(pair) = joined.pairs.get(at) else {
        return;
    };
    let state = &mut editor.view.beside;
    if state.chosen != Some(pair.spans) {
        state.chosen = Some(pair.spans);
        (state.proposal, state.two_claims) = (None, None);
        cx.changed(Topics::BESIDE);
    }
    let words = pair_words::place(editor, at, pair);
    cx.announce(words);
}

impl Editor {
    /// The joined passages of the articles that are side by side.
    pub fn joined(&self) -> Rc<Joined> {
        let (view, state) = (&self.view, &self.view.beside);
        let key = (view.passages.edition(), self.revision, state.articles, state.pinned);
        let is_apart = |pair: &PassagePair| apart::is_apart(&self.project, [pair.a, pair.b]);
        self.joined
            .get(key, || Joined::of(&view.passages.table, state, is_apart))
    }

    /// The passages that the person is at, and their place among all that are joined, 0-based.
    pub fn chosen_pair(&self) -> Option<(usize, JoinedPair)> {
        let joined = self.joined();
        let at = joined.position(self.view.beside.chosen?)?;
        Some((at, joined.pairs[at]))
    }
}
