//! Paints the visible window of the text, and no more: what lies outside costs nothing, however much there is.

use super::Pane;
use super::blocks::Blocks;
use super::boxes::Boxes;
use super::style::{Layer, Style, StyleSheet};
use super::surface::{Highlights, Surface};
use crate::core::id::LabelId;
use crate::core::label::Label;
use crate::core::offset::ByteOffset;
use crate::core::paint::Run;
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::web::js::highlight;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

/// Answers what to paint in a window of the text; see [`core::paint::runs`](crate::core::paint::runs).
pub type Source = Rc<dyn Fn(Span) -> Vec<Run>>;

/// By what marks are painted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Technique {
    /// CSS highlights.
    Highlights,
    /// Boxes behind the text.
    Boxes,
}

impl Technique {
    /// Highlights where the browser has them.
    pub fn of_browser() -> Self {
        match highlight::registry() {
            Some(_) => Self::Highlights,
            None => Self::Boxes,
        }
    }
}

/// What painting has cost; for tests, since times on shared machines say little.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct PaintCount {
    /// How often the window was painted as a whole.
    pub paints: u32,
    /// Ranges or boxes made by the last of these, or by what was painted since.
    pub pieces: u32,
}

pub(super) struct Painter {
    sheet: StyleSheet,
    surface: RefCell<Box<dyn Surface>>,
    prefix: String,
    labels: Rc<RefCell<Vec<Rc<Label>>>>,
    positions: RefCell<SortedMap<LabelId, usize>>,
    source: RefCell<Option<Source>>,
    /// By layer; sorted and disjoint.
    layers: RefCell<[Vec<Span>; Layer::ALL.len()]>,
    /// What is painted, and what was seen of it then.
    painted: Cell<Option<Span>>,
    count: Cell<PaintCount>,
}

thread_local! {
    /// Highlight names belong to the whole page, so each pane has a prefix of its own.
    static N_PANES: Cell<u32> = const { Cell::new(0) };
}

impl Painter {
    pub fn new(
        technique: Technique,
        window: &Window,
        document: &Document,
        host: &HtmlElement,
        root: &HtmlElement,
    ) -> Result<Self, JsValue> {
        let prefix = format!("attest{}", N_PANES.replace(N_PANES.get() + 1));
        let labels = Rc::default();
        let registry = highlight::registry().filter(|_| technique == Technique::Highlights);
        let surface: Box<dyn Surface> = match registry {
            Some(registry) => Box::new(Highlights::new(registry, prefix.clone())),
            None => Box::new(Boxes::new(document, host, Rc::clone(&labels))?),
        };
        let sheet = StyleSheet::adopt(window, document, root)?;
        sheet.write(&[], &prefix)?;
        Ok(Self {
            sheet,
            surface: RefCell::new(surface),
            prefix,
            labels,
            positions: RefCell::default(),
            source: RefCell::default(),
            layers: RefCell::default(),
            painted: Cell::default(),
            count: Cell::default(),
        })
    }

    pub fn count(&self) -> PaintCount {
        self.count.get()
    }

    pub fn label(&self, id: LabelId) -> Option<Rc<Label>> {
        let position = *self.positions.borrow().get(&id)?;
        self.labels.borrow().get(position).cloned()
    }

    pub fn set_labels(&self, labels: &[Rc<Label>]) {
        if *self.labels.borrow() == labels {
            return;
        }
        self.surface.borrow_mut().clear();
        *self.positions.borrow_mut() = labels.iter().enumerate().map(|(i, label)| (label.id, i)).collect();
        *self.labels.borrow_mut() = labels.to_vec();
        // A rule that the browser refuses is left out by it; the others stand.
        let _ = self.sheet.write(labels, &self.prefix);
    }

    pub fn set_source(&self, source: Source) {
        *self.source.borrow_mut() = Some(source);
    }

    /// Whether `seen` has been painted and is right.
    pub fn covers(&self, seen: Span) -> bool {
        !self.surface.borrow().is_moved_by_layout() && self.painted.get().is_some_and(|span| span.encloses(seen))
    }

    /// Asks the source without holding on to anything: it may call back.
    pub fn runs(&self, window: Span) -> Vec<Run> {
        let source = self.source.borrow().clone();
        source.map_or_else(Vec::new, |source| source(window))
    }

    /// Paints `window`, and nothing elsewhere.
    pub fn paint(&self, blocks: &Blocks, window: Span) {
        let runs = self.runs(window);
        let mut groups: Vec<Vec<Span>> = vec![Vec::new(); Style::all(self.labels.borrow().len()).count()];
        for run in runs {
            let label = self.positions.borrow().get(&run.label).copied();
            if let (Some(label), Some(span)) = (label, cut(run.span, window)) {
                groups[Style::Mark {
                    label,
                    level: run.level,
                }
                .index()]
                .push(span);
            }
        }
        for layer in Layer::ALL {
            groups[layer as usize] = self.layer_within(layer, window);
        }
        let mut surface = self.surface.borrow_mut();
        let styles = Style::all(self.labels.borrow().len());
        let pieces = styles
            .map(|style| surface.fill(blocks, style, &groups[style.index()]))
            .sum();
        self.painted.set(Some(window));
        self.count.set(PaintCount {
            paints: self.count.get().paints + 1,
            pieces,
        });
    }

    /// Nothing is shown any more.
    pub fn forget(&self) {
        self.surface.borrow_mut().clear();
        self.painted.set(None);
        *self.layers.borrow_mut() = Default::default();
    }

    /// Paints one layer anew, within what is painted. Answers whether it differs from before.
    pub fn set_layer(&self, layer: Layer, spans: Vec<Span>, blocks: Option<&Blocks>) -> bool {
        if self.layers.borrow()[layer as usize] == spans {
            return false;
        }
        self.layers.borrow_mut()[layer as usize] = spans;
        if let (Some(blocks), Some(window)) = (blocks, self.painted.get()) {
            let spans = self.layer_within(layer, window);
            let pieces = self.surface.borrow_mut().fill(blocks, Style::Layer(layer), &spans);
            self.count.set(PaintCount {
                pieces,
                ..self.count.get()
            });
        }
        true
    }

    /// By binary search: there may be many hits.
    fn layer_within(&self, layer: Layer, window: Span) -> Vec<Span> {
        let layers = self.layers.borrow();
        let spans = &layers[layer as usize];
        let from = spans.partition_point(|span| span.end() <= window.start());
        let visible = spans[from..].iter().take_while(|span| span.start() < window.end());
        visible.filter_map(|span| cut(*span, window)).collect()
    }
}

impl fmt::Debug for Painter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Painter")
            .field("painted", &self.painted.get())
            .finish_non_exhaustive()
    }
}

impl Pane {
    /// Paints the visible window and a margin now.
    pub(super) fn repaint(&self) {
        if let Some(blocks) = self.blocks()
            && let Some(window) = self.lay_out_window(&blocks)
        {
            self.painter.paint(&blocks, window);
        }
    }

    /// Paints if something has come into view that is not painted.
    pub(super) fn repaint_what_came_into_view(&self) {
        let Some(blocks) = self.blocks() else { return };
        if self.seen_window(&blocks).is_some_and(|seen| !self.painter.covers(seen)) {
            self.repaint();
        }
    }
}

/// The part of `span` within `window`.
pub(super) fn cut(span: Span, window: Span) -> Option<Span> {
    let (start, end): (ByteOffset, ByteOffset) = (span.start().max(window.start()), span.end().min(window.end()));
    Span::new(start, end)
}
