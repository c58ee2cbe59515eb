//! Lines from one mention of the open article to what it is related to, drawn over the text for as long as the mention is
//! chosen or pointed at.
//!
//! One `svg` and a few words, made anew in each frame in which the text has moved: of one mention only, so that it stays a
//! handful of elements.

use super::article::{Drawer, Ground, Rect};
use super::css_length::px;
use super::pane_binding;
use crate::core::id::MentionId;
use crate::core::relation::Side;
use crate::editor::relation_sketch::{Link, Place, RelationSketch};
use crate::editor::store::Store;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// So many lines and words at each edge; more would be a tangle.
const MOST_LINES: usize = 12;
const MOST_WORDS: usize = 3;

/// How high a word at the edge is, with its gap, in pixels.
const STEP: f64 = 28.0;

/// How long an arrow's head is, and half as wide.
const HEAD: f64 = 8.0;

/// Shows the relations of this mention, or none; for the border of the late part.
pub fn show(store: &Store, mention: Option<MentionId>) {
    let sketch = store.read(|editor| mention.and_then(|id| RelationSketch::of(editor, id)));
    let drawer = sketch.map(|sketch| -> Drawer {
        Rc::new(move |ground| {
            // Fails only where the browser makes no such elements, and then nothing is drawn.
            let _ = draw(&sketch, ground);
        })
    });
    pane_binding::draw_over_text(drawer);
}

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Top,
    Bottom,
}

fn draw(sketch: &RelationSketch, ground: &Ground<'_>) -> Result<(), JsValue> {
    let own = sketch.from.iter().flat_map(|span| ground.rects(*span)).next();
    let Some(own) = own else { return Ok(()) };
    let svg = ground.document.create_element_ns(Some(SVG), "svg")?;
    svg.set_attribute("class", "relation-lines")?;
    ground.layer.append_child(&svg)?;
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let n = sketch.links.len().min(MOST_LINES);
    for (i, link) in sketch.links.iter().take(n).enumerate() {
        let rect = match link.to {
            Place::Here(span) => ground.rects(span).first().copied(),
            Place::Elsewhere => None,
        };
        match (rect, link.to) {
            (Some(rect), _) => line(&svg, ground, &own, &rect, link, fanned(i, n))?,
            (None, Place::Here(span)) if span.start() < sketch.from[0].start() => above.push(link),
            (None, _) => below.push(link),
        }
    }
    let n_more = sketch.links.len() - n;
    edge_words(&svg, ground, &own, &above, Edge::Top, 0)?;
    edge_words(&svg, ground, &own, &below, Edge::Bottom, n_more)
}

/// From -1 to 1, so that several lines do not begin at one point.
fn fanned(i: usize, n: usize) -> f64 {
    match n {
        0 | 1 => 0.0,
        n => 2.0 * i as f64 / (n - 1) as f64 - 1.0,
    }
}

struct Point {
    x: f64,
    y: f64,
}

/// A curve between two stretches of the text, with the type's name on it.
fn line(svg: &Element, ground: &Ground<'_>, own: &Rect, other: &Rect, link: &Link, fan: f64) -> Result<(), JsValue> {
    let spread = (own.width() / 3.0).min(40.0) * fan;
    let x = |rect: &Rect, by: f64| (rect.middle_x() + by).clamp(rect.left, rect.right) - ground.origin.left;
    let y = |at: f64| at - ground.origin.top;
    let is_level = (own.middle() - other.middle()).abs() < own.height() / 2.0;
    let is_below = other.middle() > own.middle();
    // On one line the curve goes over it; else from the edge that faces the other end.
    let (start, end, bend) = if is_level {
        let lift = -(own.height() * 0.9);
        (y(own.top), y(other.top), [lift, lift])
    } else if is_below {
        let bend = ((other.top - own.bottom) / 2.0).max(HEAD);
        (y(own.bottom), y(other.top), [bend, -bend])
    } else {
        let bend = ((own.top - other.bottom) / 2.0).max(HEAD);
        (y(own.top), y(other.bottom), [-bend, bend])
    };
    let (a, d) = (
        Point {
            x: x(own, spread),
            y: start,
        },
        Point {
            x: x(other, 0.0),
            y: end,
        },
    );
    let (b, c) = (a.y + bend[0], d.y + bend[1]);
    path(
        svg,
        "relation-line",
        &format!(
            "M{:.1} {:.1}C{:.1} {b:.1} {:.1} {c:.1} {:.1} {:.1}",
            a.x, a.y, a.x, d.x, d.x, d.y
        ),
    )?;
    match link.head {
        Some(Side::To) => head(svg, &d, is_level || is_below)?,
        Some(Side::From) => head(svg, &a, is_level || !is_below)?,
        None => {}
    }
    // Names of lines that lead to the same place are not at the same place.
    let middle = on_curve(
        [&a, &Point { x: a.x, y: b }, &Point { x: d.x, y: c }, &d],
        0.5 + 0.22 * fan,
    );
    let text = ground.document.create_element_ns(Some(SVG), "text")?;
    text.set_attribute("class", "relation-name")?;
    // An estimate of half its width keeps it from the edges.
    let half = 3.6 * link.reads.chars().count() as f64;
    let (left, right) = (
        ground.port.left - ground.origin.left,
        ground.port.right - ground.origin.left,
    );
    let within = middle.x.max(left + half).min((right - half).max(left + half));
    text.set_attribute("x", &format!("{within:.1}"))?;
    text.set_attribute("y", &format!("{:.1}", middle.y + 4.0))?;
    text.set_text_content(Some(&link.reads));
    svg.append_child(&text)?;
    Ok(())
}

/// The point of a cubic Bézier curve at a share of its way, by Bernstein polynomials.
fn on_curve(points: [&Point; 4], share: f64) -> Point {
    let rest = 1.0 - share;
    let weights = [
        rest.powi(3),
        3.0 * rest.powi(2) * share,
        3.0 * rest * share.powi(2),
        share.powi(3),
    ];
    let sum = |of: fn(&Point) -> f64| {
        points
            .iter()
            .zip(weights)
            .map(|(point, weight)| of(point) * weight)
            .sum()
    };
    Point {
        x: sum(|point| point.x),
        y: sum(|point| point.y),
    }
}

/// A triangle whose tip is there.
fn head(svg: &Element, tip: &Point, points_down: bool) -> Result<(), JsValue> {
    let base = if points_down { tip.y - HEAD } else { tip.y + HEAD };
    let half = HEAD / 2.0;
    path(
        svg,
        "relation-head",
        &format!(
            "M{:.1} {:.1}L{:.1} {base:.1}H{:.1}Z",
            tip.x,
            tip.y,
            tip.x - half,
            tip.x + half
        ),
    )
}

/// What is not in view, in words at the edge towards which it lies, each with a line to there.
fn edge_words(
    svg: &Element,
    ground: &Ground<'_>,
    own: &Rect,
    links: &[&Link],
    edge: Edge,
    n_more: usize,
) -> Result<(), JsValue> {
    let n_shown = links.len().min(MOST_WORDS);
    let n_more = links.len() - n_shown + n_more;
    let mut words: Vec<String> = links.iter().take(n_shown).map(|link| in_words(link, edge)).collect();
    if n_more > 0 {
        words.push(format!("and {n_more} more"));
    }
    let n = words.len();
    for (i, words) in words.into_iter().enumerate() {
        let row = match edge {
            Edge::Top => ground.port.top + 4.0 + STEP * i as f64,
            Edge::Bottom => ground.port.bottom - STEP * (n - i) as f64,
        };
        let chip: HtmlElement = ground.document.create_element("div")?.unchecked_into();
        chip.set_class_name("relation-words");
        chip.set_text_content(Some(&words));
        let (left, top) = (ground.port.left - ground.origin.left + 8.0, row - ground.origin.top);
        // Through CSSOM, which the page's Content-Security-Policy allows.
        let moved = format!("translate({}, {})", px(left), px(top));
        let _ = chip.style().set_property("transform", &moved);
        ground.layer.append_child(&chip)?;
    }
    if n > 0 {
        let x = own.middle_x().min(own.left + 24.0) - ground.origin.left;
        let (from, to) = match edge {
            Edge::Top => (own.top, ground.port.top + 4.0 + STEP * n as f64),
            Edge::Bottom => (own.bottom, ground.port.bottom - STEP * n as f64 - 4.0),
        };
        let (from, to) = (from - ground.origin.top, to - ground.origin.top);
        // Where the mention lies behind the words there is no room for a line.
        let has_room = if edge == Edge::Top { to < from } else { to > from };
        if has_room {
            path(svg, "relation-line away", &format!("M{x:.1} {from:.1}V{to:.1}"))?;
        }
    }
    Ok(())
}

fn in_words(link: &Link, edge: Edge) -> String {
    let arrow = match (link.to, edge) {
        (Place::Here(_), Edge::Top) => "↑",
        (Place::Here(_), Edge::Bottom) => "↓",
        (Place::Elsewhere, _) => "↗",
    };
    format!("{arrow} {} {}", link.reads, link.words)
}

fn path(svg: &Element, class: &str, d: &str) -> Result<(), JsValue> {
    let path = svg
        .owner_document()
        .ok_or("it has a page")?
        .create_element_ns(Some(SVG), "path")?;
    path.set_attribute("class", class)?;
    path.set_attribute("d", d)?;
    svg.append_child(&path)?;
    Ok(())
}
