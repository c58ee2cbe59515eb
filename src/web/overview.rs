//! Draws the strip beside the text, once per change and frame, and scrolls the text to where the strip is pointed at.

use super::js::canvas::{Canvas, Context};
use super::scroller::SizeWatch;
use crate::editor::change_set::Topics;
use crate::editor::overview::{COLORS_PER_ROW, Overview, overview};
use crate::editor::store::{Store, Subscription};
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// How high a row of the strip is, in CSS pixels.
const ROW: u32 = 2;

/// How wide the mark of a row with hits is, in CSS pixels.
const HIT_WIDTH: f64 = 4.0;

/// A strip that follows the store; when dropped it no longer does.
#[must_use = "the strip is drawn for as long as this lives"]
#[derive(Debug)]
pub struct OverviewStrip {
    _subscription: Subscription,
    _size: Option<SizeWatch>,
}

#[derive(Debug)]
struct Drawing {
    canvas: Canvas,
    store: Store,
    /// Asked for and not drawn yet.
    frame: RefCell<Option<AnimationFrame>>,
    /// What stands there now, and how high the strip was then.
    drawn: RefCell<(Overview, u32)>,
    n_draws: Cell<u32>,
}

impl OverviewStrip {
    /// Draws into `canvas`, a `<canvas>` in the document, at once and whenever what it shows may have changed.
    pub fn mount(canvas: HtmlElement, store: &Store) -> Self {
        let drawing = Rc::new(Drawing {
            canvas: canvas.unchecked_into(),
            store: store.clone(),
            frame: RefCell::default(),
            drawn: RefCell::default(),
            n_draws: Cell::default(),
        });
        let topics = Topics::MENTIONS
            | Topics::OPEN
            | Topics::SCHEMA
            | Topics::CHOSEN
            | Topics::ARMED
            | Topics::LIST
            | Topics::PROJECT
            | Topics::SETTINGS
            | Topics::HITS;
        let schedule = {
            let drawing = drawing.clone();
            move || Drawing::schedule(&drawing)
        };
        let subscription = store.subscribe(topics, {
            let schedule = schedule.clone();
            move |_| schedule()
        });
        Self {
            _size: SizeWatch::new(&drawing.canvas, schedule),
            _subscription: subscription,
        }
    }
}

impl Drawing {
    fn schedule(this: &Rc<Self>) {
        if this.frame.borrow().is_some() {
            return;
        }
        let weak = Rc::downgrade(this);
        let frame = request_animation_frame(move |_| {
            if let Some(this) = weak.upgrade() {
                this.frame.take();
                this.draw();
            }
        });
        *this.frame.borrow_mut() = Some(frame);
    }

    /// Of what is in view anyway a strip would tell nothing, and its places would not be those of the text.
    fn text_is_longer_than_the_view(&self) -> bool {
        let scroller = self.canvas.previous_element_sibling();
        scroller.is_some_and(|it| f64::from(it.scroll_height()) > 1.4 * f64::from(it.client_height()))
    }

    fn draw(&self) {
        let height = u32::try_from(self.canvas.client_height()).unwrap_or(0);
        let width = u32::try_from(self.canvas.client_width()).unwrap_or(0);
        let now = if self.text_is_longer_than_the_view() {
            self.store.read(|editor| overview(editor, height / ROW))
        } else {
            Overview::default()
        };
        if *self.drawn.borrow() == (now.clone(), height) {
            return;
        }
        // Setting a size clears what was drawn.
        self.canvas.set_width(width);
        self.canvas.set_height(height);
        if let Some(context) = self.canvas.context("2d") {
            fill(&context, &now, f64::from(width));
        }
        // For tests: how often it was drawn.
        self.n_draws.set(self.n_draws.get() + 1);
        let _ = self.canvas.set_attribute("data-draws", &self.n_draws.get().to_string());
        self.drawn.replace((now, height));
    }
}

/// One color takes a row's whole width; several share it.
fn fill(context: &Context, now: &Overview, width: f64) {
    let (row_height, slot) = (f64::from(ROW), width / COLORS_PER_ROW as f64);
    for row in &now.rows {
        let top = f64::from(row.row) * row_height;
        let width_of_one = if row.colors.len() == 1 { width } else { slot };
        for (color, at) in row.colors.iter().zip(0_u32..) {
            context.set_fill(&color.to_string());
            context.fill_rect(f64::from(at) * slot, top, width_of_one, row_height);
        }
    }
    // At one side, so that the labels of the row are seen beside it.
    context.set_fill("#c98a00");
    for row in &now.hits {
        context.fill_rect(width - HIT_WIDTH, f64::from(*row) * row_height, HIT_WIDTH, row_height);
    }
    context.set_fill("#1f5fd0");
    for row in &now.chosen {
        context.fill_rect(0.0, f64::from(*row) * row_height - 1.0, width, row_height + 2.0);
    }
}

/// Scrolls `scroller` so that the part of the text at which the strip was pointed comes to the middle of the view.
pub fn scroll_to_pointed(event: &PointerEvent, scroller: &Element) {
    let Some(strip) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return;
    };
    let rect = strip.get_bounding_client_rect();
    let part = (f64::from(event.client_y()) - rect.top()) / rect.height().max(1.0);
    let (all, seen) = (f64::from(scroller.scroll_height()), f64::from(scroller.client_height()));
    super::scroller::scroll_to(scroller, (part * all - seen / 2.0).max(0.0));
}
