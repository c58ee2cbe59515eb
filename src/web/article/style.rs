//! How marks look: the rules of `::highlight()`, written into a style sheet of the pane's own.
//!
//! A constructed style sheet, because the page's Content-Security-Policy forbids inline ones. Where highlight rules are
//! inherited (Chromium), they are given to the text's element only: there each rule that matches a block costs some
//! microseconds per block, which is seconds for a long text. Elsewhere (Firefox) each block must be matched, and is for
//! nothing.

use crate::core::color::Color;
use crate::core::label::{Label, LineStyle};
use crate::core::label_look::{LabelLook, LineWeight};
use crate::core::paint::{LEVELS, TINTS};
use crate::web::css_length::fine_em;
use std::fmt::Write as _;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Document, HtmlElement, Window};

/// What is painted alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// Mentions of the label at this place in the schema.
    Mark {
        label: usize,
        level: u8,
    },
    Layer(Layer),
}

/// Marks that stand for a moment rather than for a mention; a later one is painted above.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Layer {
    /// Passages that are joined with some of another article.
    Joined,
    /// Of these the one that the person is at.
    Paired,
    /// Of its words those that the other one lacks.
    Apart,
    /// What a search found.
    Hits,
    /// Of these the one that the person is at.
    CurrentHit,
    /// All spans of the mention under the pointer.
    Hovered,
    /// All spans of the chosen mention.
    Chosen,
    /// The selection that waits for a label, as it would be marked.
    Pending,
    /// The chosen mention as it would be after letting a handle go.
    Preview,
}

impl Layer {
    pub(super) const ALL: [Self; 9] = [
        Self::Joined,
        Self::Paired,
        Self::Apart,
        Self::Hits,
        Self::CurrentHit,
        Self::Hovered,
        Self::Chosen,
        Self::Pending,
        Self::Preview,
    ];

    /// Part of highlight names, class names and custom properties.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Paired => "paired",
            Self::Apart => "apart",
            Self::Hits => "hit",
            Self::CurrentHit => "current-hit",
            Self::Hovered => "hovered",
            Self::Chosen => "chosen",
            Self::Pending => "pending",
            Self::Preview => "preview",
        }
    }
}

impl Style {
    /// All there are for so many labels; a style's place here is its index.
    pub fn all(n_labels: usize) -> impl Iterator<Item = Self> {
        let marks = (0..n_labels).flat_map(|label| (0..LEVELS).map(move |level| Self::Mark { label, level }));
        Layer::ALL.into_iter().map(Self::Layer).chain(marks)
    }

    pub fn index(self) -> usize {
        match self {
            Self::Layer(layer) => layer as usize,
            Self::Mark { label, level } => Layer::ALL.len() + label * usize::from(LEVELS) + usize::from(level),
        }
    }

    /// What nests deeper lies above, and what stands for a moment above all.
    pub fn priority(self) -> i32 {
        match self {
            Self::Mark { level, .. } => i32::from(level),
            Self::Layer(layer) => i32::from(LEVELS) + layer as i32,
        }
    }

    /// Of a highlight or a class; `prefix` tells panes apart.
    pub fn name(self, prefix: &str) -> String {
        match self {
            Self::Mark { label, level } => format!("{prefix}-mark-{label}-{level}"),
            Self::Layer(layer) => format!("{prefix}-{}", layer.name()),
        }
    }
}

/// The pane's style sheet; taken out of the document when dropped.
#[derive(Debug)]
pub(super) struct StyleSheet {
    document: Document,
    sheet: CssStyleSheet,
    selector: &'static str,
}

impl StyleSheet {
    /// `root` is the pane's text element, in the document already.
    pub fn adopt(window: &Window, document: &Document, root: &HtmlElement) -> Result<Self, JsValue> {
        let sheet = CssStyleSheet::new()?;
        document.adopted_style_sheets().push(&sheet);
        let inherits = is_inherited(window, document, &sheet, root).unwrap_or(false);
        let selector = if inherits { ".article-text" } else { ".article-block" };
        Ok(Self {
            document: document.clone(),
            sheet,
            selector,
        })
    }

    /// Writes the rules for these labels, in place of earlier ones.
    pub fn write(&self, labels: &[Rc<Label>], prefix: &str) -> Result<(), JsValue> {
        let mut css = String::new();
        for style in Style::all(labels.len()) {
            let declarations = match style {
                Style::Mark { label, level } => match LabelLook::at(labels, label) {
                    Some(look) => mark(labels[label].color, look, level),
                    None => continue,
                },
                Style::Layer(layer) => layer_declarations(layer),
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                css,
                "{}::highlight({}){{{declarations}}}",
                self.selector,
                style.name(prefix)
            );
        }
        self.sheet.replace_sync(&css)
    }
}

impl Drop for StyleSheet {
    fn drop(&mut self) {
        let sheets = self.document.adopted_style_sheets();
        let others = js_sys::Array::new();
        for sheet in sheets.iter().filter(|sheet| !js_sys::Object::is(sheet, &self.sheet)) {
            others.push(&sheet);
        }
        self.document.set_adopted_style_sheets(&others);
    }
}

fn mark(color: Color, look: LabelLook, level: u8) -> String {
    let (offset, thickness) = line_metrics(look, level);
    format!(
        "background-color:{};text-decoration:{} {} {} var(--mark-line,{color});text-underline-offset:{}",
        tint(color, level),
        look.place.css(),
        look.line.name(),
        fine_em(thickness),
        fine_em(offset),
    )
}

/// The background of a mark: enough of the color to be seen, little enough to read on.
pub(super) fn tint(color: Color, level: u8) -> String {
    let mix = |percent| format!("color-mix(in srgb,{color} {percent}%,transparent)");
    let (light, dark) = TINTS[usize::from(level)];
    format!("var(--mark-back,light-dark({},{}))", mix(light), mix(dark))
}

/// Offset of the underline from the baseline and its thickness, in em. What nests deeper lies above, so it is seen whole
/// where a heavy line reaches down to it.
pub(super) fn line_metrics(look: LabelLook, level: u8) -> (f64, f64) {
    let offset = 0.14 + 0.155 * f64::from(level);
    let thin = match look.line {
        LineStyle::Double | LineStyle::Wavy => 0.06,
        LineStyle::Solid | LineStyle::Dashed | LineStyle::Dotted => 0.1,
    };
    match look.weight {
        LineWeight::Thin => (offset, thin),
        LineWeight::Thick => (offset, 2.0 * thin),
    }
}

fn layer_declarations(layer: Layer) -> String {
    let name = layer.name();
    format!(
        "background-color:var(--{name}-back);color:var(--{name}-text,inherit);\
         text-decoration:var(--{name}-line,none);text-underline-offset:0.14em"
    )
}

/// Whether a block takes over what its parent's highlight rules say.
fn is_inherited(
    window: &Window,
    document: &Document,
    sheet: &CssStyleSheet,
    root: &HtmlElement,
) -> Result<bool, JsValue> {
    let child = document.create_element("div")?;
    root.append_child(&child)?;
    sheet.replace_sync(".article-text::highlight(attest-probe){background-color:rgb(1,2,3)}")?;
    let style = window.get_computed_style_with_pseudo_elt(&child, "::highlight(attest-probe)")?;
    let color = style
        .map(|style| style.get_property_value("background-color"))
        .transpose()?;
    child.remove();
    Ok(color.as_deref() == Some("rgb(1, 2, 3)"))
}
