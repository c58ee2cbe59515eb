//! Binds the article pane to the store: what the person does there becomes actions, what changes is shown there.

use super::article::{ArticlePane, Drawer, End, Layer, PaneEvent, Point, Series, Snapping, Source};
use super::{late_border, late_part};
use crate::core::article_text::ArticleText;
use crate::core::id::MentionId;
use crate::core::offset::ByteOffset;
use crate::core::paint::runs;
use crate::core::relation::End as Related;
use crate::core::segment::Toward;
use crate::core::span::Span;
use crate::editor::action::{Action, AnnotateAction, ChooseAction};
use crate::editor::change_set::Topics;
use crate::editor::settings::Tags;
use crate::editor::store::{Store, Subscription};
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

/// What lies under the pointer, for a card beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct UnderPointer {
    /// The innermost first; not empty.
    pub mentions: Vec<MentionId>,
    /// Where the pointer is in the window.
    pub point: Point,
}

/// Told of what lies under the pointer, and of when nothing does.
pub type OnHover = Rc<dyn Fn(Option<UnderPointer>)>;

/// The bound pane; when dropped the element is empty again.
#[must_use = "the text is there for as long as this lives"]
#[derive(Debug)]
pub struct PaneBinding {
    bound: Rc<Bound>,
    _subscriptions: Vec<Subscription>,
}

struct Bound {
    store: Store,
    host: HtmlElement,
    pane: RefCell<Option<ArticlePane>>,
    shown: RefCell<Option<Rc<ArticleText>>>,
    on_hover: OnHover,
    hovered: RefCell<Vec<MentionId>>,
    /// The mention whose relations are drawn.
    relations_of: Cell<Option<MentionId>>,
    /// The chosen mention's span that has the handles.
    handled: Cell<Option<(MentionId, usize, Span)>>,
    /// Called off when something else is to be revealed.
    revealing: RefCell<Option<AnimationFrame>>,
    /// Whether a place in the open article was asked for since it opened.
    is_place_asked_for: Cell<bool>,
}

thread_local! {
    /// The page shows one article at a time; effects and keys find its pane here.
    static CURRENT: RefCell<Weak<Bound>> = const { RefCell::new(Weak::new()) };
    /// What the first pane is to bring into view.
    static AWAITED: Cell<Option<Span>> = const { Cell::new(None) };
}

impl PaneBinding {
    /// Fills `host`, which must be empty, focusable and in the document.
    pub fn mount(host: HtmlElement, store: &Store, on_hover: OnHover) -> Result<Self, JsValue> {
        let bound = Rc::new(Bound {
            store: store.clone(),
            host: host.clone(),
            pane: RefCell::default(),
            shown: RefCell::default(),
            on_hover,
            hovered: RefCell::default(),
            relations_of: Cell::default(),
            handled: Cell::default(),
            revealing: RefCell::default(),
            is_place_asked_for: Cell::default(),
        });
        let weak = Rc::downgrade(&bound);
        let tell = move |event| {
            if let Some(bound) = weak.upgrade() {
                bound.take(event);
            }
        };
        let pane = ArticlePane::mount(host, Rc::new(tell))?;
        pane.set_source(source(store));
        *bound.pane.borrow_mut() = Some(pane);
        let subscriptions = bound.subscribe();
        bound.show_labels();
        bound.show_article();
        bound.show_settings();
        bound.show_relations();
        CURRENT.with(|current| *current.borrow_mut() = Rc::downgrade(&bound));
        if let Some(span) = AWAITED.take() {
            reveal(span);
        }
        Ok(Self {
            bound,
            _subscriptions: subscriptions,
        })
    }
}

impl Drop for PaneBinding {
    fn drop(&mut self) {
        // Taken out first: what the pane does on leaving must not find it borrowed.
        let pane = self.bound.pane.borrow_mut().take();
        drop(pane);
    }
}

/// Brings a stretch of the open article into view and puts the caret at its start; once there is a pane, where there is
/// none yet.
pub fn reveal(span: Span) {
    let is_bound = CURRENT.with(|current| current.borrow().strong_count() > 0);
    AWAITED.set((!is_bound).then_some(span));
    with_current(|bound| {
        bound.is_place_asked_for.set(true);
        bound.with_pane(|pane| pane.clear_selection(span.start()));
        // Where another article opens, its heading is rendered first.
        let frame = request_animation_frame(move |_| {
            with_current(|bound| {
                bound.with_pane(|pane| pane.scroll_to(span));
            });
        });
        bound.revealing.replace(Some(frame));
    });
}

/// Whether the open article was opened for the sake of a place in it, such as a mention.
pub fn is_place_asked_for() -> bool {
    let bound = CURRENT.with(|current| current.borrow().upgrade());
    bound.is_some_and(|bound| bound.is_place_asked_for.get())
}

/// Scrolls the open article so that this line begins so far below the top of the view, in pixels.
pub fn scroll_to_line(line: usize, below: f64) {
    with_current(|bound| {
        bound.with_pane(|pane| pane.scroll_to_line(line, below));
    });
}

/// Brings a stretch of the open article into view and selects it; the keyboard stays where it is.
pub fn reveal_selected(span: Span) {
    reveal(span);
    with_current(|bound| {
        bound.with_pane(|pane| pane.select(span));
    });
}

/// Leaves a caret behind the stretch in place of the selection.
pub fn drop_selection(span: Span) {
    with_current(|bound| {
        bound.with_pane(|pane| pane.clear_selection(span.end()));
    });
}

/// Has this draw over the open article, in place of what did so before.
pub fn draw_over_text(drawer: Option<Drawer>) {
    with_current(|bound| {
        bound.with_pane(|pane| pane.set_drawer(drawer));
    });
}

/// The mentions at a point of the window, the innermost first; none where the element there is not of the article.
pub fn mentions_at(element: &Element, point: Point) -> Vec<MentionId> {
    let mut found = Vec::new();
    with_current(|bound| {
        if bound.host.contains(Some(element)) {
            let at = bound.with_pane(|pane| pane.character_at(point)).flatten();
            found = bound.covering(at);
        }
    });
    found
}

/// Has the spans of a mention stand out as under the pointer, or none.
pub fn point_out(mention: Option<MentionId>) {
    with_current(|bound| {
        let spans = bound.spans_of(mention);
        bound.with_pane(|pane| pane.set_layer(Layer::Hovered, spans));
    });
}

/// Where the text caret is, while the text has the keyboard focus.
pub fn caret_if_focused() -> Option<ByteOffset> {
    let bound = CURRENT.with(|current| current.borrow().upgrade())?;
    let host: &Element = &bound.host;
    let focused = web_sys::window()?.document()?.active_element()?;
    (focused == *host)
        .then(|| bound.with_pane(ArticlePane::caret))
        .flatten()
        .flatten()
}

fn with_current(work: impl FnOnce(&Bound)) {
    if let Some(bound) = CURRENT.with(|current| current.borrow().upgrade()) {
        work(&bound);
    }
}

/// The pane asks for the window that it shows, and gets the marks of that window.
fn source(store: &Store) -> Source {
    let store = store.clone();
    Rc::new(move |window| {
        store.read(|editor| {
            editor
                .open_mentions()
                .map(|mentions| runs(mentions, window))
                .unwrap_or_default()
        })
    })
}

impl Bound {
    fn with_pane<T>(&self, work: impl FnOnce(&ArticlePane) -> T) -> Option<T> {
        self.pane.borrow().as_ref().map(work)
    }

    fn subscribe(self: &Rc<Self>) -> Vec<Subscription> {
        let on = |topics, work: fn(&Bound)| {
            let weak = Rc::downgrade(self);
            self.store.subscribe(topics, move |_| {
                if let Some(bound) = weak.upgrade() {
                    work(&bound);
                }
            })
        };
        vec![
            on(Topics::OPEN | Topics::PROJECT | Topics::ARTICLES, Bound::show_article),
            on(Topics::SCHEMA | Topics::PROJECT, Bound::show_labels),
            on(Topics::MENTIONS, Bound::show_mentions),
            on(Topics::SELECTION, Bound::show_selection),
            on(Topics::CHOSEN, Bound::show_chosen),
            on(Topics::SETTINGS, Bound::show_settings),
            on(
                Topics::CHOSEN | Topics::MENTIONS | Topics::DOSSIER | Topics::SCHEMA | Topics::OPEN | Topics::PROJECT,
                Bound::show_relations,
            ),
            on(Topics::HITS, Bound::show_hits),
            on(Topics::SEARCH, Bound::show_current_hit),
        ]
    }

    fn show_article(&self) {
        self.is_place_asked_for.set(false);
        let text = self
            .store
            .read(|editor| editor.article().map(|article| article.text.clone()));
        let known = self.shown.borrow().clone();
        let same = match (&text, &known) {
            (Some(text), Some(known)) => Rc::ptr_eq(text, known),
            (None, None) => true,
            _ => false,
        };
        if same {
            return;
        }
        self.shown.borrow_mut().clone_from(&text);
        let text = text.unwrap_or_else(|| Rc::new(ArticleText::new(String::new())));
        // Appending text to an element of our own cannot fail.
        self.with_pane(|pane| pane.show(text).unwrap_or_default());
        self.show_selection();
        self.show_chosen();
        self.show_hits();
        self.show_current_hit();
    }

    fn show_labels(&self) {
        let labels = self.store.read(|editor| editor.project().schema().labels.clone());
        self.with_pane(|pane| pane.set_labels(&labels));
    }

    fn show_mentions(&self) {
        self.with_pane(ArticlePane::repaint);
        self.show_chosen();
    }

    fn show_selection(&self) {
        let pending = self
            .store
            .read(|editor| editor.view().selection.map(|selection| selection.span));
        self.with_pane(|pane| pane.set_pending(pending));
    }

    fn show_chosen(&self) {
        let chosen = self.store.read(|editor| {
            let open = editor.view().article;
            editor.chosen().filter(|mention| Some(mention.article) == open).cloned()
        });
        let spans = chosen
            .as_ref()
            .map(|mention| mention.spans.as_slice().to_vec())
            .unwrap_or_default();
        let caret = self.with_pane(ArticlePane::caret).flatten();
        let at = spans
            .iter()
            .position(|span| caret.is_some_and(|at| span.contains(at)))
            .unwrap_or(0);
        let handled = chosen
            .as_ref()
            .and_then(|mention| spans.get(at).map(|span| (mention.id, at, *span)));
        self.handled.set(handled);
        self.with_pane(|pane| {
            pane.set_layer(Layer::Chosen, spans);
            pane.set_handles(handled.map(|(_, _, span)| span));
        });
    }

    fn show_hits(&self) {
        let hits = self.store.read(|editor| {
            let hits = editor.view().article.and_then(|id| editor.view().search.hits.of(id));
            hits.map(|spans| spans.to_vec()).unwrap_or_default()
        });
        self.with_pane(|pane| pane.set_layer(Layer::Hits, hits));
    }

    fn show_current_hit(&self) {
        let current = self.store.read(|editor| {
            let (article, span) = editor.view().search.current?;
            (editor.view().article == Some(article)).then_some(span)
        });
        self.with_pane(|pane| pane.set_layer(Layer::CurrentHit, current.into_iter().collect()));
    }

    fn show_settings(&self) {
        let shown = self.store.read(|editor| editor.settings().tags == Tags::Shown);
        self.with_pane(|pane| pane.set_tags(shown));
    }

    fn take(&self, event: PaneEvent) {
        let choose = |action| self.store.dispatch(Action::Choose(action));
        match event {
            PaneEvent::Selected { anchor, focus, .. } => {
                if let Some(raw) = Span::from_ends(anchor, focus) {
                    choose(ChooseAction::Select { raw, exact: false });
                }
            }
            PaneEvent::SelectionSettled {
                raw, snapping, series, ..
            } => {
                let exact = snapping == Snapping::Off;
                choose(match series {
                    Series::First => ChooseAction::Settle { raw, exact },
                    Series::Further => ChooseAction::SettleFurther { raw, exact },
                });
            }
            PaneEvent::Unselected => choose(ChooseAction::Unselect),
            PaneEvent::CaretMoved { at } => choose(ChooseAction::CaretAt(at)),
            PaneEvent::Clicked { at, .. } => choose(ChooseAction::At(at)),
            PaneEvent::ClickedEmpty => choose(ChooseAction::Nothing),
            PaneEvent::Hovered { at, point } => self.hover(at, point),
            PaneEvent::Scrolled => self.hover(None, Point { x: 0.0, y: 0.0 }),
            PaneEvent::ResizePreview { end, at } => self.preview(end, at),
            PaneEvent::ResizeCanceled => self.end_preview(),
            PaneEvent::ResizeDone { end, at, snapping } => {
                self.end_preview();
                if let Some((mention, span, _)) = self.handled.get() {
                    self.store.dispatch(Action::Annotate(AnnotateAction::Resize {
                        mention,
                        span,
                        end: match end {
                            End::Start => Toward::Start,
                            End::End => Toward::End,
                        },
                        to: at,
                        exact: snapping == Snapping::Off,
                    }));
                }
            }
        }
    }

    fn covering(&self, at: Option<ByteOffset>) -> Vec<MentionId> {
        self.store.read(|editor| {
            let covering = at.and_then(|at| Some(editor.open_mentions()?.index().covering(at)));
            covering.into_iter().flatten().map(|(_, id)| id).collect()
        })
    }

    fn spans_of(&self, mention: Option<MentionId>) -> Vec<Span> {
        self.store.read(|editor| {
            let mention = mention.and_then(|id| editor.project().mention(id));
            mention.map(|it| it.spans.as_slice().to_vec()).unwrap_or_default()
        })
    }

    /// Those of the mention under the pointer, if it has any; else of the chosen one. Where the project has none at all,
    /// nothing is asked.
    fn show_relations(&self) {
        let hovered = self.hovered.borrow().clone();
        let shown = self.store.read(|editor| {
            let dossier = editor.project().dossier();
            let has_any = |id: &MentionId| dossier.relations_of(Related::Mention(*id)).next().is_some();
            let chosen = editor.view().chosen;
            hovered.iter().copied().chain(chosen).find(has_any)
        });
        if self.relations_of.replace(shown).is_none() && shown.is_none() {
            return;
        }
        // Where the late part cannot be had, its views say so.
        late_part::hand_on(late_border::show_relations, (shown, self.store.clone()), |_| {});
    }

    fn preview(&self, end: End, at: ByteOffset) {
        if let Some((_, _, span)) = self.handled.get() {
            let preview = match end {
                End::Start => Span::new(at, span.end()),
                End::End => Span::new(span.start(), at),
            };
            self.with_pane(|pane| pane.set_layer(Layer::Preview, preview.into_iter().collect()));
        }
    }

    fn end_preview(&self) {
        self.with_pane(|pane| pane.set_layer(Layer::Preview, Vec::new()));
    }

    /// All spans of the innermost mention stand out, so that discontinuous ones are seen together.
    fn hover(&self, at: Option<ByteOffset>, point: Point) {
        let mentions = self.covering(at);
        if mentions.is_empty() && self.hovered.borrow().is_empty() {
            return;
        }
        let spans = self.spans_of(mentions.first().copied());
        self.with_pane(|pane| pane.set_layer(Layer::Hovered, spans));
        let is_another = *self.hovered.borrow() != mentions;
        self.hovered.borrow_mut().clone_from(&mentions);
        if is_another {
            self.show_relations();
        }
        (self.on_hover)((!mentions.is_empty()).then_some(UnderPointer { mentions, point }));
    }
}

impl std::fmt::Debug for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bound")
    }
}
