//! Two articles side by side in the page: their panes, the bands between them, and scrolling both together.
//!
//! One column leads: the one that the person used last, by pointer, wheel or keys. The other one follows it, and what
//! it scrolls by itself is not followed back.

mod column;
mod connectors;

use super::article::{End, Layer, PaneEvent, Snapping};
use crate::core::offset::ByteOffset;
use crate::core::segment::Toward;
use crate::core::span::Span;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::joined::{JoinedPair, Side};
use crate::editor::beside::projection::Proposal;
use crate::editor::change_set::Topics;
use crate::editor::store::{Store, Subscription};
use column::Column;
use connectors::{Band, Connectors};
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Where in a column one reads, from its top: there joined passages lie at the same height.
const READING_HEIGHT: f64 = 1.0 / 3.0;

/// Both columns; when dropped the elements are empty again.
#[must_use = "the texts are there for as long as this lives"]
pub struct BesidePanes {
    bound: Rc<Bound>,
    _subscriptions: Vec<Subscription>,
    _listeners: Vec<EventListener>,
}

/// The elements that the columns are made in.
#[derive(Clone, PartialEq, Debug)]
pub struct BesideElements {
    /// What scrolls, for each side; it has a text's element in it, which is empty and focusable.
    pub scrollers: [HtmlElement; 2],
    /// Those elements.
    pub hosts: [HtmlElement; 2],
    /// Between the columns; empty.
    pub gutter: HtmlElement,
}

struct Bound {
    store: Store,
    elements: BesideElements,
    columns: OnceCell<[Column; 2]>,
    connectors: Connectors,
    leader: Cell<Side>,
    /// The pair that was gone to last.
    gone_to: Cell<Option<[Span; 2]>>,
    /// The proposal that was brought into view last.
    revealed: Cell<Option<Proposal>>,
    frame: RefCell<Option<AnimationFrame>>,
}

impl BesidePanes {
    /// Fills the elements, which must be in the document.
    pub fn mount(elements: BesideElements, store: &Store) -> Result<Self, JsValue> {
        let bound = Rc::new(Bound {
            store: store.clone(),
            connectors: Connectors::new(elements.gutter.clone())?,
            elements,
            columns: OnceCell::new(),
            leader: Cell::new(Side::First),
            gone_to: Cell::default(),
            revealed: Cell::default(),
            frame: RefCell::default(),
        });
        let column = |side: Side| {
            let weak = Rc::downgrade(&bound);
            let tell = Rc::new(move |event| {
                if let Some(bound) = weak.upgrade() {
                    bound.take(side, event);
                }
            });
            let [first, second] = &bound.elements.hosts;
            Column::mount(side, side.of([first, second]).clone(), store, tell)
        };
        let columns = [column(Side::First)?, column(Side::Second)?];
        // It is empty until now.
        let _ = bound.columns.set(columns);
        bound.show();
        Ok(Self {
            _subscriptions: bound.subscribe(),
            _listeners: bound.listen(),
            bound,
        })
    }
}

impl std::fmt::Debug for BesidePanes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BesidePanes")
            .field("leader", &self.bound.leader.get())
            .finish_non_exhaustive()
    }
}

impl Bound {
    fn subscribe(self: &Rc<Self>) -> Vec<Subscription> {
        let on = |topics, work: fn(&Rc<Self>)| {
            let weak = Rc::downgrade(self);
            self.store.subscribe(topics, move |_| {
                if let Some(bound) = weak.upgrade() {
                    work(&bound);
                }
            })
        };
        let shown = Topics::BESIDE | Topics::PASSAGES | Topics::ARTICLES | Topics::PROJECT | Topics::SCHEMA;
        vec![
            on(shown, Self::show),
            on(Topics::MENTIONS, |bound| {
                bound.columns().iter().for_each(Column::repaint);
                bound.show();
            }),
        ]
    }

    /// Whichever column is used leads.
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let mut listeners = Vec::new();
        for side in Side::BOTH {
            let [first, second] = &self.elements.scrollers;
            for name in [
                "pointerdown",
                "pointermove",
                "wheel",
                "touchstart",
                "keydown",
                "focusin",
            ] {
                let weak = Rc::downgrade(self);
                listeners.push(EventListener::new(side.of([first, second]), name, move |_| {
                    if let Some(bound) = weak.upgrade() {
                        bound.leader.set(side);
                    }
                }));
            }
        }
        listeners
    }

    fn columns(&self) -> &[Column] {
        self.columns.get().map_or(&[], |columns| columns)
    }

    fn column(&self, side: Side) -> Option<&Column> {
        self.columns().get(side as usize)
    }

    fn show(self: &Rc<Self>) {
        let mut is_other = false;
        for column in self.columns() {
            is_other |= column.show(&self.store);
        }
        let chosen = self
            .store
            .read(|editor| editor.chosen_pair())
            .map(|(_, pair)| pair.spans);
        let was = self.gone_to.replace(chosen);
        if let Some(spans) = chosen.filter(|_| is_other || was != chosen) {
            self.go_to(spans);
        }
        self.draw_later();
    }

    /// The column that leads scrolls only where it does not show the passage; the other one brings its passage beside.
    fn go_to(&self, spans: [Span; 2]) {
        let leader = self.leader.get();
        let (Some(leads), Some(follows)) = (self.column(leader), self.column(leader.other())) else {
            return;
        };
        let (here, there) = (leader.of(spans), leader.other().of(spans));
        let height = self.height(leader);
        let seen = leads.pane().height_of(here.start());
        let is_seen = seen.is_some_and(|at| at >= 0.0 && at < height * (1.0 - READING_HEIGHT));
        if !is_seen {
            leads.pane().scroll_to_height(here.start(), height * READING_HEIGHT);
        }
        if let Some(at) = leads.pane().height_of(here.start()) {
            // Where the columns are of different heights, as near as that can be.
            let most = (self.height(leader.other()) * (1.0 - READING_HEIGHT)).max(0.0);
            follows.pane().scroll_to_height(there.start(), at.clamp(0.0, most));
        }
    }

    fn height(&self, side: Side) -> f64 {
        let [first, second] = &self.elements.scrollers;
        f64::from(side.of([first, second]).client_height())
    }

    fn take(self: &Rc<Self>, side: Side, event: PaneEvent) {
        match event {
            PaneEvent::Clicked { at, .. } | PaneEvent::CaretMoved { at } => {
                self.store.dispatch(Action::Beside(BesideAction::GoAt(side, at)));
            }
            PaneEvent::Scrolled => {
                if self.leader.get() == side {
                    self.follow(side);
                }
                self.draw_later();
            }
            PaneEvent::ResizePreview { end, at } => self.preview(side, end, at),
            PaneEvent::ResizeCanceled => self.end_preview(side),
            PaneEvent::ResizeDone { end, at, snapping } => {
                self.end_preview(side);
                self.store.dispatch(Action::Beside(BesideAction::MoveEnd {
                    end: match end {
                        End::Start => Toward::Start,
                        End::End => Toward::End,
                    },
                    to: at,
                    exact: snapping == Snapping::Off,
                }));
            }
            PaneEvent::Selected { .. }
            | PaneEvent::SelectionSettled { .. }
            | PaneEvent::Unselected
            | PaneEvent::ClickedEmpty
            | PaneEvent::Hovered { .. } => {}
        }
    }

    fn preview(&self, side: Side, end: End, at: ByteOffset) {
        let proposal = self.store.read(|editor| editor.view().beside.proposal);
        if let (Some(proposal), Some(column)) = (proposal, self.column(side)) {
            let preview = match end {
                End::Start => Span::new(at, proposal.span.end()),
                End::End => Span::new(proposal.span.start(), at),
            };
            column.pane().set_layer(Layer::Preview, preview.into_iter().collect());
        }
    }

    fn end_preview(&self, side: Side) {
        if let Some(column) = self.column(side) {
            column.pane().set_layer(Layer::Preview, Vec::new());
        }
    }

    /// Has the other column show what belongs to what is read in this one: between two joined passages as far along.
    fn follow(&self, side: Side) {
        let (Some(leads), Some(follows)) = (self.column(side), self.column(side.other())) else {
            return;
        };
        let (anchors, ends) = self.store.read(|editor| {
            let joined = editor.joined();
            let ends = joined.articles.map(|both| {
                both.map(|id| {
                    editor
                        .project()
                        .article(id)
                        .map_or(ByteOffset::ZERO, |it| it.text.end())
                })
            });
            let chosen = editor.chosen_pair().map(|(at, _)| at);
            (joined.anchors(chosen), ends)
        });
        let Some(ends) = ends else { return };
        let read = self.height(side) * READING_HEIGHT;
        let start = |pair: &JoinedPair| side.of(pair.spans).start();
        // Passages above what is seen need no look.
        let seen = leads.pane().viewport().map_or(ByteOffset::ZERO, Span::start);
        let mut next = anchors.partition_point(|pair| start(pair) < seen);
        while let Some(pair) = anchors.get(next)
            && leads.pane().height_of(start(pair)).is_some_and(|height| height <= read)
        {
            next += 1;
        }
        let places = |pair: &JoinedPair| pair.spans.map(Span::start);
        let before = next.checked_sub(1).and_then(|at| anchors.get(at));
        let before = before.map_or([ByteOffset::ZERO; 2], places);
        let behind = anchors.get(next).map_or(ends, places);
        let heights = |column: &Column, side: Side| {
            let height = |at: [ByteOffset; 2]| column.pane().height_of(side.of(at));
            Some((height(before)?, height(behind)?))
        };
        let (Some((from, to)), Some((other_from, other_to))) = (heights(leads, side), heights(follows, side.other()))
        else {
            return;
        };
        let part = if to > from {
            ((read - from) / (to - from)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let wanted = self.height(side.other()) * READING_HEIGHT;
        let by = other_from + part * (other_to - other_from) - wanted;
        let [first, second] = &self.elements.scrollers;
        let scroller = side.other().of([first, second]);
        if by.abs() >= 1.0 {
            scroller.scroll_by_with_x_and_y(0.0, by);
        }
    }

    fn draw_later(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let frame = request_animation_frame(move |_| {
            if let Some(bound) = weak.upgrade() {
                bound.frame.take();
                bound.reveal_proposal();
                bound.draw();
            }
        });
        self.frame.replace(Some(frame));
    }

    /// Where a mention would lie is to be seen, once what the proposal takes of the room is laid out. While its ends are moved,
    /// the text stays.
    fn reveal_proposal(&self) {
        let (proposal, articles) = self.store.read(|editor| {
            let beside = &editor.view().beside;
            (beside.proposal, beside.articles)
        });
        let was = self.revealed.replace(proposal);
        let (Some(proposal), Some(articles)) = (
            proposal.filter(|it| was.is_none_or(|was| was.mention != it.mention)),
            articles,
        ) else {
            return;
        };
        let side = Side::BOTH
            .into_iter()
            .find(|side| side.of(articles) == proposal.article);
        if let Some(column) = side.and_then(|side| self.column(side)) {
            column.pane().scroll_to(proposal.span);
        }
    }

    /// Bands between passages that are both in view.
    fn draw(&self) {
        let [Some(first), Some(second)] = Side::BOTH.map(|side| self.column(side)) else {
            return;
        };
        let (joined, chosen) = self.store.read(|editor| (editor.joined(), editor.chosen_pair()));
        let chosen = chosen.map(|(at, _)| at);
        let seen = [first, second].map(|column| column.pane().viewport());
        let [Some(seen_first), Some(seen_second)] = seen else {
            return;
        };
        let mut bands = Vec::new();
        for (at, pair) in joined.pairs.iter().enumerate() {
            if !pair.spans[0].overlaps(seen_first) || !pair.spans[1].overlaps(seen_second) {
                continue;
            }
            let rects = (
                first.pane().rect_of(pair.spans[0]),
                second.pane().rect_of(pair.spans[1]),
            );
            if let (Some(first), Some(second)) = rects {
                bands.push(Band {
                    first,
                    second,
                    is_chosen: chosen == Some(at),
                });
            }
        }
        self.connectors.draw(&bands);
    }
}
