//! Painting by CSS highlights: one `Highlight` per style, never one per mention.

use super::blocks::Blocks;
use super::style::Style;
use crate::core::span::Span;
use crate::web::js::highlight::{Highlight, HighlightRegistry};
use std::fmt::Debug;

/// Something that can show spans in styles. The spans are cut to the window that is painted.
pub(super) trait Surface: Debug {
    /// Shows these spans in this style, in place of those shown in it before; answers how many pieces it made.
    fn fill(&mut self, blocks: &Blocks, style: Style, spans: &[Span]) -> u32;

    /// The boxes' places are no longer right; `true` asks to be filled anew.
    fn is_moved_by_layout(&self) -> bool;

    /// Forgets all styles and what is shown in them.
    fn clear(&mut self);
}

/// The page's registry, with this pane's names in it.
#[derive(Debug)]
pub(super) struct Highlights {
    registry: HighlightRegistry,
    prefix: String,
    /// By the style's index; made at first use, since most styles have nothing to show.
    made: Vec<Option<Made>>,
}

#[derive(Debug)]
struct Made {
    name: String,
    highlight: Highlight,
    is_empty: bool,
}

impl Highlights {
    pub fn new(registry: HighlightRegistry, prefix: String) -> Self {
        Self {
            registry,
            prefix,
            made: Vec::new(),
        }
    }

    fn make(&self, style: Style) -> Made {
        let (name, highlight) = (style.name(&self.prefix), Highlight::new());
        highlight.set_priority(style.priority());
        self.registry.set(&name, &highlight);
        Made {
            name,
            highlight,
            is_empty: true,
        }
    }
}

impl Surface for Highlights {
    fn fill(&mut self, blocks: &Blocks, style: Style, spans: &[Span]) -> u32 {
        let index = style.index();
        if spans.is_empty() && self.made.get(index).is_none_or(Option::is_none) {
            return 0;
        }
        if self.made.len() <= index {
            self.made.resize_with(index + 1, || None);
        }
        if self.made[index].is_none() {
            self.made[index] = Some(self.make(style));
        }
        let Some(made) = &mut self.made[index] else { return 0 };
        if !made.is_empty {
            made.highlight.clear();
        }
        let mut n_ranges = 0;
        for range in spans.iter().filter_map(|span| blocks.static_range(*span)) {
            made.highlight.add(&range);
            n_ranges += 1;
        }
        made.is_empty = n_ranges == 0;
        n_ranges
    }

    fn is_moved_by_layout(&self) -> bool {
        false
    }

    fn clear(&mut self) {
        for made in self.made.drain(..).flatten() {
            made.highlight.clear();
            self.registry.delete(&made.name);
        }
    }
}

impl Drop for Highlights {
    fn drop(&mut self) {
        self.clear();
    }
}
