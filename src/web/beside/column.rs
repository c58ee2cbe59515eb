//! One of two articles side by side: its pane, and what is painted there.

use crate::core::article_text::ArticleText;
use crate::core::paint::runs;
use crate::core::span::Span;
use crate::editor::beside::joined::{Joined, Side};
use crate::editor::beside::sheet::differences;
use crate::editor::machine::Editor;
use crate::editor::store::Store;
use crate::web::article::{ArticlePane, Layer, PaneEvent, Source};
use crate::web::browser_segmenter::BrowserSegmenter;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The pane of one article.
#[derive(Debug)]
pub struct Column {
    side: Side,
    pane: ArticlePane,
    shown: RefCell<Option<Rc<ArticleText>>>,
}

/// What a column shows beside the text.
#[derive(Default)]
struct Marks {
    joined: Vec<Span>,
    paired: Vec<Span>,
    apart: Vec<Span>,
    proposed: Option<Span>,
    /// The mention that is being projected.
    chosen: Vec<Span>,
}

impl Column {
    /// Into an element as [`ArticlePane::mount`] needs it.
    pub fn mount(side: Side, host: HtmlElement, store: &Store, tell: Rc<dyn Fn(PaneEvent)>) -> Result<Self, JsValue> {
        let pane = ArticlePane::mount(host, tell)?;
        pane.set_source(source(side, store));
        Ok(Self {
            side,
            pane,
            shown: RefCell::default(),
        })
    }

    /// The pane itself, to look where things lie and to scroll.
    pub fn pane(&self) -> &ArticlePane {
        &self.pane
    }

    /// What the editor says now; answers whether that is another text than before.
    pub fn show(&self, store: &Store) -> bool {
        let (text, labels, marks) = store.read(|editor| {
            let article = article(self.side, editor);
            let text = article
                .and_then(|id| editor.project().article(id))
                .map(|it| it.text.clone());
            (text, editor.project().schema().labels.clone(), self.marks(editor))
        });
        let Some(text) = text else { return false };
        self.pane.set_labels(&labels);
        let is_other = self
            .shown
            .borrow()
            .as_ref()
            .is_none_or(|shown| !Rc::ptr_eq(shown, &text));
        if is_other {
            self.shown.replace(Some(text.clone()));
            // Appending text to an element of our own cannot fail.
            self.pane.show(text).unwrap_or_default();
        }
        self.pane.set_layer(Layer::Joined, marks.joined);
        self.pane.set_layer(Layer::Paired, marks.paired);
        self.pane.set_layer(Layer::Apart, marks.apart);
        self.pane.set_layer(Layer::Chosen, marks.chosen);
        self.pane.set_layer(Layer::Preview, Vec::new());
        self.pane.set_pending(marks.proposed);
        self.pane.set_handles(marks.proposed);
        is_other
    }

    /// Mentions have changed.
    pub fn repaint(&self) {
        self.pane.repaint();
    }

    fn marks(&self, editor: &Editor) -> Marks {
        let joined: Rc<Joined> = editor.joined();
        let mut all: Vec<Span> = joined.pairs.iter().map(|pair| self.side.of(pair.spans)).collect();
        crate::core::order::sort(&mut all);
        let paired = editor.chosen_pair().map(|(_, pair)| self.side.of(pair.spans));
        let proposal = editor.view().beside.proposal;
        let here = article(self.side, editor);
        let proposed = proposal.filter(|it| Some(it.article) == here).map(|it| it.span);
        let projected = proposal.and_then(|it| editor.project().mention(it.mention));
        let projected = projected.filter(|mention| Some(mention.article) == here);
        Marks {
            joined: all,
            paired: paired.into_iter().collect(),
            apart: differences(editor, &BrowserSegmenter)
                .map(|both| self.side.of(both))
                .unwrap_or_default(),
            proposed,
            chosen: projected.map_or_else(Vec::new, |mention| mention.spans.as_slice().to_vec()),
        }
    }
}

fn article(side: Side, editor: &Editor) -> Option<crate::core::id::ArticleId> {
    editor.view().beside.articles.map(|both| side.of(both))
}

/// The mentions of whichever article is on that side.
fn source(side: Side, store: &Store) -> Source {
    let store = store.clone();
    Rc::new(move |window| {
        store.read(|editor| {
            let mentions = article(side, editor).and_then(|id| editor.project().mentions(id));
            mentions.map(|mentions| runs(mentions, window)).unwrap_or_default()
        })
    })
}
