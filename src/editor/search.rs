//! Finding text in the articles: what is looked for, what was found, and going from hit to hit.
//!
//! The host looks for it; answers to anything but the latest request are dropped. All of it is view state: not undone,
//! not exported.

use super::change_set::Topics;
use super::choose;
use super::count::{count, grouped};
use super::effect::{Effect, FocusTarget};
use super::hit_excerpt::HitExcerpt;
use super::hits::{HitIndex, Hits, Titles};
use super::machine::{Context, Editor};
use super::navigate;
use super::view::{Drawer, LowerPanel, SidePanel};
use crate::core::article_text::ArticleText;
use crate::core::id::ArticleId;
use crate::core::search::{Query, Syntax};
use crate::core::segment::Toward;
use crate::core::span::Span;
use std::rc::Rc;

/// The search as the person sees it.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is looked for; stays for the next time when the search has ended.
    pub query: Query,
    /// In which articles.
    pub scope: SearchScope,
    /// How far it is.
    pub state: SearchState,
    /// What was found; until something comes of the latest request, what the one before had found.
    pub hits: Rc<Hits>,
    /// At which hit the person is.
    pub current: Option<(ArticleId, Span)>,
    /// What was asked last. Nothing is expected of the host where there is none.
    asked: Option<Rc<SearchOrder>>,
    /// Of the latest request.
    number: u32,
    /// Whether `hits` are those of the request before.
    is_stale: bool,
    /// A step that was asked for meanwhile: it is made among the hits that are meant.
    awaited_step: Option<Toward>,
}

/// Which articles are searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SearchScope {
    /// All of the project.
    #[default]
    Project,
    /// The open one.
    Article,
}

/// How far a search is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum SearchState {
    /// Nothing is looked for.
    #[default]
    Idle,
    /// More may be found.
    Going,
    /// Everything was looked through.
    Done,
    /// It was given up at [`MAX_HITS`](crate::core::search::MAX_HITS) hits.
    Capped,
    /// It cannot be looked for; why, as a sentence.
    Refused(String),
}

/// What the host is to look for.
#[derive(Clone, PartialEq, Debug)]
pub struct SearchOrder {
    /// Answers bear it.
    pub number: u32,
    /// What to look for.
    pub query: Query,
    /// Where, in the order of the articles.
    pub texts: Vec<(ArticleId, Rc<ArticleText>)>,
    /// Where to begin: what the person has before their eyes.
    pub first: Option<ArticleId>,
}

/// What happens to the search.
#[derive(Clone, Debug)]
pub enum SearchAction {
    /// Looks for this.
    Set(Query),
    /// Looks there.
    SetScope(SearchScope),
    /// Opens the panel and looks for these words as they read.
    For(String),
    /// Goes to a hit.
    Go(HitIndex),
    /// Hits, from the host.
    Found(Found),
    /// The request of this number cannot be carried out, for this reason; from the host.
    Refused(u32, String),
}

/// What was found since the last answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Of the request.
    pub number: u32,
    /// In text order for some of the texts, each by its place in [`SearchOrder::texts`] and in one answer only.
    pub hits: Vec<(usize, Vec<Span>)>,
    /// [`SearchState::Going`], `Done` or `Capped`.
    pub state: SearchState,
}

impl Search {
    /// Whether the list shows the articles' titles.
    pub fn titles(&self) -> Titles {
        match self.scope {
            SearchScope::Project => Titles::Shown,
            SearchScope::Article => Titles::Hidden,
        }
    }

    /// Which of the hits the person is at.
    pub fn current_index(&self) -> Option<HitIndex> {
        let (article, span) = self.current?;
        self.hits.find(article, span)
    }

    /// Whether something is looked for or was found.
    pub fn is_on(&self) -> bool {
        self.state != SearchState::Idle
    }

    /// What came of it, in words: empty where nothing is looked for or it cannot be.
    pub fn in_words(&self) -> String {
        let n = self.hits.len();
        match self.state {
            SearchState::Idle | SearchState::Refused(_) => return String::new(),
            SearchState::Going if n == 0 || self.is_stale => return "Searching…".to_owned(),
            SearchState::Done if n == 0 => return "No hits".to_owned(),
            SearchState::Going | SearchState::Done | SearchState::Capped => {}
        }
        let mut words = String::new();
        if let Some(at) = self.current_index() {
            words.push_str(&grouped(self.hits.number(at)));
            words.push_str(" of ");
        }
        if self.state == SearchState::Capped {
            words.push_str(if words.is_empty() { "The first " } else { "the first " });
        }
        words.push_str(&count(n, "hit"));
        if self.scope == SearchScope::Project {
            words.push_str(" in ");
            words.push_str(&count(self.hits.groups().len(), "article"));
        }
        if self.state == SearchState::Going {
            words.push_str(" so far");
        }
        words
    }
}

pub(super) fn handle(editor: &mut Editor, action: SearchAction, cx: &mut Context<'_>) {
    match action {
        SearchAction::Set(query) => set(editor, query, cx),
        SearchAction::SetScope(scope) => {
            editor.view.search.scope = scope;
            editor.view.search.current = None;
            ask(editor, cx);
        }
        SearchAction::For(text) => {
            let query = Query {
                text,
                syntax: Syntax::Plain,
                ..editor.view.search.query.clone()
            };
            open(editor, Some(query), cx);
        }
        SearchAction::Go(at) => go(editor, at, cx),
        SearchAction::Found(found) => take(editor, found, cx),
        SearchAction::Refused(number, reason) => {
            if editor.view.search.number == number {
                cx.effects.push(Effect::AnnounceAfterPause(reason.clone()));
                clear(editor, SearchState::Refused(reason), cx);
            }
        }
    }
}

/// Shows the panel, with what is selected in the text, if it is a word or a few, as what to look for. A hit that was
/// gone to is what was looked for already.
pub(super) fn show(editor: &mut Editor, cx: &mut Context<'_>) {
    let hit = editor.view.search.current.map(|(_, span)| span);
    let selected = editor.view.selection.filter(|selection| Some(selection.raw) != hit);
    let selected = selected.map(|selection| selection.span);
    let text = editor
        .article()
        .zip(selected)
        .and_then(|(article, span)| span.slice(article.text.as_str()));
    let query = text.filter(|text| is_short_line(text)).map(|text| Query {
        text: text.to_owned(),
        syntax: Syntax::Plain,
        ..editor.view.search.query.clone()
    });
    open(editor, query, cx);
}

fn is_short_line(text: &str) -> bool {
    text.len() <= 100 && !text.contains(['\n', '\r'])
}

fn open(editor: &mut Editor, query: Option<Query>, cx: &mut Context<'_>) {
    editor.view.drawer = Some(Drawer::Side);
    editor.view.show_side(SidePanel::Search);
    cx.changed(Topics::LAYOUT);
    if let Some(query) = query {
        set(editor, query, cx);
    }
    resume(editor, cx);
    cx.effects.push(Effect::Focus(FocusTarget::Search));
}

/// The panel comes into view: a search that had ended begins anew.
pub(super) fn resume(editor: &mut Editor, cx: &mut Context<'_>) {
    cx.effects.push(Effect::PrepareSearch);
    if !editor.view.search.is_on() {
        ask(editor, cx);
    }
}

/// Hits are no longer shown, and the panel gives way to what was there before. What was looked for stays for the next
/// time.
pub(super) fn end(editor: &mut Editor, cx: &mut Context<'_>) {
    let_go(editor, cx);
    editor.view.below = LowerPanel::Mentions;
    if editor.view.side == SidePanel::Search {
        editor.view.side = SidePanel::Inspector;
    }
    cx.changed(Topics::LAYOUT);
    cx.announce("The search has ended");
}

/// Hits are no longer shown; the panels stay as they are.
pub(super) fn let_go(editor: &mut Editor, cx: &mut Context<'_>) {
    clear(editor, SearchState::Idle, cx);
    cx.effects.push(Effect::EndSearch);
}

/// The next or the previous hit, around the ends.
pub(super) fn step(editor: &mut Editor, toward: Toward, cx: &mut Context<'_>) {
    let search = &mut editor.view.search;
    if search.is_stale {
        search.awaited_step = Some(toward);
        return;
    }
    let search = &editor.view.search;
    let next = match search.current_index() {
        Some(at) => search.hits.step(at, toward),
        None => first_step(editor, toward),
    };
    let Some(next) = next else {
        return cx.announce(match search.state {
            SearchState::Idle => "Search for something first.",
            SearchState::Going => "Still searching.",
            _ => "There are no hits.",
        });
    };
    let (number, n) = (search.hits.number(next), search.hits.len());
    go(editor, next, cx);
    let text = editor.article().map(|article| article.text.clone());
    let span = editor.view.search.current.map(|(_, span)| span);
    if let Some((text, span)) = text.zip(span) {
        let HitExcerpt { before, hit, after } = HitExcerpt::of(text.as_str(), span);
        cx.announce(format!(
            "Hit {} of {}: {before}{hit}{after}",
            grouped(number),
            grouped(n)
        ));
    }
}

/// From where the person reads on: the waiting selection, or the start of the open article.
fn first_step(editor: &Editor, toward: Toward) -> Option<HitIndex> {
    let search = &editor.view.search;
    let open = editor.view.article;
    let place = search
        .asked
        .as_ref()?
        .texts
        .iter()
        .position(|(id, _)| Some(*id) == open)?;
    let from = editor.view.selection.map(|selection| selection.raw.start());
    let n = search.hits.len();
    let at = search.hits.n_before(place, from.unwrap_or_default());
    search.hits.nth(match toward {
        Toward::End if at == n => 0,
        Toward::End => at,
        Toward::Start => at.checked_sub(1).unwrap_or(n.saturating_sub(1)),
    })
}

/// Opens the hit's article, brings it into view, and has it wait for a label.
fn go(editor: &mut Editor, at: HitIndex, cx: &mut Context<'_>) {
    let Some((id, span)) = editor.view.search.hits.get(at) else {
        return;
    };
    // The article may have gone, and the host not yet have been asked anew.
    if editor
        .project
        .article(id)
        .is_none_or(|article| !article.text.fits(span))
    {
        return;
    }
    navigate::open(editor, id, cx);
    choose::select(editor, span, false, cx);
    editor.view.search.current = Some((id, span));
    cx.changed(Topics::SEARCH);
    cx.effects.push(Effect::RevealSelected(span));
}

/// After articles came, went or were opened: what is looked through may be something else now.
pub(super) fn follow(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(asked) = &editor.view.search.asked else {
        return;
    };
    let now = texts(editor);
    let is_same = |((id, text), (other_id, other)): (&Searched, &Searched)| id == other_id && Rc::ptr_eq(text, other);
    if now.len() != asked.texts.len() || !now.iter().zip(&asked.texts).all(is_same) {
        ask(editor, cx);
    }
}

type Searched = (ArticleId, Rc<ArticleText>);

fn texts(editor: &Editor) -> Vec<Searched> {
    let is_meant = |id| editor.view.search.scope == SearchScope::Project || editor.view.article == Some(id);
    let articles = editor.project.articles().iter().filter(|article| is_meant(article.id));
    articles.map(|article| (article.id, article.text.clone())).collect()
}

pub(super) fn set(editor: &mut Editor, query: Query, cx: &mut Context<'_>) {
    if editor.view.search.query != query {
        editor.view.search.query = query;
        editor.view.search.current = None;
        ask(editor, cx);
    }
}

fn ask(editor: &mut Editor, cx: &mut Context<'_>) {
    cx.changed(Topics::SEARCH);
    if editor.view.search.query.is_empty() {
        if editor.view.search.is_on() {
            cx.effects.push(Effect::EndSearch);
        }
        return clear(editor, SearchState::Idle, cx);
    }
    let order = Rc::new(SearchOrder {
        number: editor.view.search.number.wrapping_add(1),
        query: editor.view.search.query.clone(),
        texts: texts(editor),
        first: editor.view.article,
    });
    let search = &mut editor.view.search;
    search.number = order.number;
    search.asked = Some(order.clone());
    search.state = SearchState::Going;
    search.is_stale = true;
    search.awaited_step = None;
    cx.effects.push(Effect::Search(order));
}

fn take(editor: &mut Editor, found: Found, cx: &mut Context<'_>) {
    let Some(asked) = editor.view.search.asked.clone() else {
        return;
    };
    let search = &mut editor.view.search;
    if found.number != search.number {
        return;
    }
    let hits = Rc::make_mut(&mut search.hits);
    if std::mem::take(&mut search.is_stale) {
        *hits = Hits::default();
    }
    let hits_of = |(place, spans): (usize, Vec<Span>)| Some((asked.texts.get(place)?.0, place, spans));
    hits.add(found.hits.into_iter().filter_map(hits_of));
    search.state = found.state;
    cx.changed(Topics::SEARCH | Topics::HITS);
    if search.state != SearchState::Going {
        cx.effects.push(Effect::AnnounceAfterPause(search.in_words()));
    }
    let has_come = !search.hits.is_empty() || search.state != SearchState::Going;
    if let Some(toward) = search.awaited_step.take_if(|_| has_come) {
        step(editor, toward, cx);
    }
}

/// Nothing is found, and nothing is expected any more.
fn clear(editor: &mut Editor, state: SearchState, cx: &mut Context<'_>) {
    let search = &mut editor.view.search;
    search.number = search.number.wrapping_add(1);
    search.asked = None;
    search.state = state;
    search.is_stale = false;
    search.awaited_step = None;
    search.current = None;
    if !search.hits.is_empty() {
        search.hits = Rc::default();
        cx.changed(Topics::HITS);
    }
    cx.changed(Topics::SEARCH);
}
