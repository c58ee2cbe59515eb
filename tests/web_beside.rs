//! Two articles side by side in a browser: what comes from the worker, and columns that scroll together.
#![cfg(target_arch = "wasm32")]
// The configuration that allows it in tests does not know these as tests.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use attest::core::align::{Source, rank};
use attest::core::article::Article;
use attest::core::article_text::ArticleText;
use attest::core::default_schema::default_schema;
use attest::core::id::{ArticleId, ProjectId};
use attest::core::project::Project;
use attest::core::segmenter::UnicodeSegmenter;
use attest::core::timestamp::Timestamp;
use attest::editor::action::Action;
use attest::editor::beside::BesideAction;
use attest::editor::effect::Effect;
use attest::editor::env::Env;
use attest::editor::late_actions::LateHandlers;
use attest::editor::machine::Editor;
use attest::editor::passages::table::{LEAST_SCORE, PassageTable};
use attest::editor::passages::{ComparedArticle, PassagesAction};
use attest::editor::settings::Settings;
use attest::editor::store::{Host, Store};
use attest::web::beside::{BesideElements, BesidePanes};
use attest::web::passages_work::wire::{Asked, Told};
use stage::{document, settle};
use std::ops::ControlFlow;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const FIRST: &str = "Border agents arrested 189,922 people in February.";
const SECOND: &str = "In February 189,922 people were apprehended by border agents.";

/// Answers the comparison at once.
struct Answering;

impl Host for Answering {
    fn with_env(&self, work: &mut dyn FnMut(&Env<'_>)) {
        work(&Env {
            now: Timestamp::from_unix_ms(1_700_000_000_000),
            entropy: &|| [7; 10],
            segmenter: &UnicodeSegmenter,
        });
    }

    fn carry_out(&self, effect: Effect, store: &Store) {
        if let Effect::ComparePassages(order) = effect {
            let sources = order.articles.iter().map(|article| Source {
                text: article.text.as_str(),
                date: article.date,
            });
            let sources: Vec<Source<'_>> = sources.collect();
            let ranking = rank(&sources, LEAST_SCORE, |_| ControlFlow::Continue(())).unwrap();
            let numbers = PassageTable::pack(&ranking);
            store.dispatch(Action::Passages(PassagesAction::Found(order.number, numbers)));
        }
    }
}

/// Both columns, 300 pixels high, beside each other.
struct Columns {
    panes: Option<BesidePanes>,
    around: HtmlElement,
    elements: BesideElements,
    store: Store,
}

impl Columns {
    fn new(texts: [&str; 2]) -> Self {
        let articles = texts.iter().zip(1..).map(|(text, n)| {
            Rc::new(Article {
                id: ArticleId::from_u128(n),
                text: Rc::new(ArticleText::new((*text).to_owned())),
                title: format!("Article {n}"),
                source: Default::default(),
                date: None,
                tags: Vec::new(),
                note: String::new(),
                done: false,
                added: Timestamp::default(),
            })
        });
        let empty = Project::new(
            ProjectId::from_u128(1),
            "P".to_owned(),
            Timestamp::default(),
            default_schema(),
        );
        let project = Project::from_parts(empty, articles.collect(), Vec::new());
        let store = Store::new(Editor::new(project, Settings::default()), Rc::new(Answering));
        store.dispatch(Action::LateArrived(LateHandlers::all()));
        store.dispatch(Action::Beside(BesideAction::Show));
        let around = element("width: 640px; height: 300px; position: fixed; inset: 0 auto auto 0; display: flex");
        let scroller = || element("flex: 1; overflow: auto; overflow-anchor: none; font: 16px serif");
        let (scrollers, gutter) = ([scroller(), scroller()], element("width: 40px"));
        let hosts = scrollers.each_ref().map(|scroller| {
            let host = element("");
            host.set_attribute("tabindex", "0").unwrap();
            scroller.append_child(&host).unwrap();
            host
        });
        for part in [&scrollers[0], &gutter, &scrollers[1]] {
            around.append_child(part).unwrap();
        }
        document().body().unwrap().append_child(&around).unwrap();
        let elements = BesideElements {
            scrollers,
            hosts,
            gutter,
        };
        let panes = BesidePanes::mount(elements.clone(), &store).unwrap();
        Self {
            panes: Some(panes),
            around,
            elements,
            store,
        }
    }

    fn tops(&self) -> [i32; 2] {
        self.elements.scrollers.each_ref().map(|it| it.scroll_top())
    }

    /// As by a wheel over it.
    async fn scroll(&self, column: usize, top: i32) {
        let scroller = &self.elements.scrollers[column];
        scroller.dispatch_event(&Event::new("wheel").unwrap()).unwrap();
        scroller.set_scroll_top(top);
        for _ in 0..4 {
            settle().await;
        }
    }
}

impl Drop for Columns {
    fn drop(&mut self) {
        self.panes.take();
        self.around.remove();
    }
}

fn element(style: &str) -> HtmlElement {
    let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    element.style().set_css_text(style);
    element
}

/// The passage with so many other lines before and behind it, which have no word in common with the other text.
fn long(passage: &str, [before, behind]: [usize; 2], line: &str) -> String {
    let filler = |n: usize| format!("{line}\n").repeat(n);
    format!("{}{passage}\n{}", filler(before), filler(behind))
}

#[wasm_bindgen_test]
async fn one_column_follows_the_other_and_not_itself() {
    let (first, second) = (
        long(FIRST, [60, 200], "Gardens bloom."),
        long(SECOND, [200, 60], "Harbors freeze."),
    );
    let columns = Columns::new([&first, &second]);
    settle().await;
    let n_pairs = columns.store.read(|editor| editor.joined().pairs.len());
    assert_eq!(n_pairs, 1, "what to scroll by");
    let at_first = columns.tops();
    columns.scroll(0, 0).await;
    let at_start = columns.tops();
    columns.scroll(0, at_first[0].max(400)).await;
    let now = columns.tops();
    assert!(now[1] > at_start[1], "the second follows: {at_start:?}, {now:?}");
    for _ in 0..4 {
        settle().await;
    }
    assert_eq!(columns.tops(), now, "and both rest");
    columns.scroll(1, 0).await;
    assert!(
        columns.tops()[0] < now[0],
        "the first follows: {now:?}, {:?}",
        columns.tops()
    );
}

#[wasm_bindgen_test]
async fn bands_are_drawn_for_what_is_in_view_and_everything_goes_with_the_panes() {
    let (first, second) = (
        long(FIRST, [60, 200], "Gardens bloom."),
        long(SECOND, [200, 60], "Harbors freeze."),
    );
    let mut columns = Columns::new([&first, &second]);
    for _ in 0..4 {
        settle().await;
    }
    let gutter = columns.elements.gutter.clone();
    let drawn = || gutter.query_selector_all(".beside-band[d^='M']").unwrap().length();
    assert_eq!(drawn(), 1, "the chosen pair is in view");
    let n_listeners = columns.store.n_listeners();
    columns.panes.take();
    assert!(columns.store.n_listeners() < n_listeners);
    assert_eq!(gutter.child_element_count(), 0);
    for host in &columns.elements.hosts {
        assert_eq!(host.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
fn what_is_asked_and_told_comes_over_as_it_was() {
    let article = |text: &str, date: Option<&str>| ComparedArticle {
        id: ArticleId::from_u128(1),
        text: Rc::new(ArticleText::new(text.to_owned())),
        date: date.map(|date| date.parse().unwrap()),
    };
    let articles = [article("Arévalo\r\n👩‍👩‍👧\u{feff}", Some("2021-04")), article("", None)];
    let (message, transfer) = Asked::write(&articles);
    assert_eq!(transfer.length(), 2);
    let Asked(read) = Asked::read(&message).unwrap();
    let expected = articles.map(|it| (it.text.as_str().to_owned(), it.date));
    assert_eq!(read, expected);

    assert!(matches!(Told::read(&Told::Ready.write().0), Some(Told::Ready)));
    assert!(matches!(
        Told::read(&Told::Progress(3, u32::MAX).write().0),
        Some(Told::Progress(3, u32::MAX))
    ));
    match Told::read(&Told::Found(vec![0, 7, u32::MAX]).write().0).unwrap() {
        Told::Found(numbers) => assert_eq!(numbers, [0, 7, u32::MAX]),
        other => panic!("{other:?}"),
    }
    assert!(Told::read(&JsValue::from("something else")).is_none());
    assert!(Asked::read(&JsValue::NULL).is_none());
}
