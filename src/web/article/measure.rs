//! Where text lies on the screen, in client coordinates.

use super::blocks::Blocks;
use super::event::End;
use super::geometry::Rect;
use crate::core::blocks::BlockPosition;
use crate::core::offset::ByteOffset;
use crate::core::segment::whole_graphemes;
use crate::core::span::Span;
use crate::web::browser_segmenter::BrowserSegmenter;
use web_sys::{Element, window};

impl Blocks {
    /// One rectangle per line and direction of writing, in text order. Costs what the span is long: cut it to the
    /// window first.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        let (first, last) = (
            self.table.locate(span.start(), &self.text),
            self.table.locate_end(span.end(), &self.text),
        );
        let mut rects = Vec::new();
        for block in first.block..=last.block {
            let from = if block == first.block { first.within } else { 0 };
            let to = if block == last.block {
                last.within
            } else {
                self.len(block)
            };
            rects.extend(
                self.rects_within(block, from, to)
                    .into_iter()
                    .filter(|rect| rect.width() > 0.0),
            );
        }
        rects
    }

    /// The caret before the character at `at`: without width, as high as the line's letters.
    pub fn caret_rect(&self, at: ByteOffset) -> Option<Rect> {
        self.caret_rect_in(self.table.locate(at, &self.text))
    }

    /// The caret at an end of `span`, on the side where the span lies.
    pub fn edge_rect(&self, span: Span, end: End) -> Option<Rect> {
        match end {
            End::Start => self.caret_rect(span.start()),
            End::End => {
                let start = self.text.as_str().floor_char_boundary(span.end().index() - 1);
                let last = Span::new(ByteOffset::from_index(start), span.end())
                    .and_then(|last| whole_graphemes(last, self.text.as_str(), &BrowserSegmenter))?;
                self.far_side(last).or_else(|| self.caret_rect(span.end()))
            }
        }
    }

    fn caret_rect_in(&self, position: BlockPosition) -> Option<Rect> {
        let BlockPosition { block, within } = position;
        if let Some(rect) = self.rects_within(block, within, within).last() {
            return Some(self.at_next_line(position, rect).unwrap_or(*rect));
        }
        if within > 0 {
            // Behind a line end browsers draw no caret: it stands behind the last character that is seen.
            let before = self.table.byte_at(
                BlockPosition {
                    block,
                    within: within - 1,
                },
                &self.text,
            );
            let before = self.table.locate(before, &self.text);
            return if before.within == 0 {
                self.caret_rect_in(before)
            } else {
                self.rects_within(block, before.within, before.within).last().copied()
            }
            .or_else(|| self.empty_line(block));
        }
        self.empty_line(block)
    }

    /// At a soft line break a place lies at the end of one line and at the start of the next, and browsers differ in
    /// which they answer. It is the start of the next, where the text goes on.
    fn at_next_line(&self, position: BlockPosition, rect: &Rect) -> Option<Rect> {
        let BlockPosition { block, within } = position;
        if within == 0 || within >= self.len(block) {
            return None;
        }
        let next = self
            .rects_within(block, within, within + 1)
            .into_iter()
            .find(|next| next.top >= rect.bottom)?;
        let x = if is_leftward(&self.element(block)?) {
            next.right
        } else {
            next.left
        };
        Some(Rect {
            left: x,
            right: x,
            ..next
        })
    }

    /// The side of a character's rectangle at which it ends: right, or left where it is written right to left.
    fn far_side(&self, grapheme: Span) -> Option<Rect> {
        let rect = self.rects(grapheme).pop()?;
        let start = self.caret_rect(grapheme.start())?;
        let leftward = (start.left - rect.right).abs() < (start.left - rect.left).abs();
        let x = if leftward { rect.left } else { rect.right };
        Some(Rect {
            left: x,
            right: x,
            ..rect
        })
    }

    fn rects_within(&self, block: usize, from: u32, to: u32) -> Vec<Rect> {
        let node = self.node(block);
        let set = self
            .ruler
            .set_start(&node, from)
            .and_then(|()| self.ruler.set_end(&node, to));
        let list = set.ok().and_then(|()| self.ruler.get_client_rects());
        list.map_or_else(Vec::new, |list| {
            (0..list.length())
                .filter_map(|i| list.item(i))
                .map(Rect::from)
                .collect()
        })
    }

    /// The caret in a line without characters, or in one that is not laid out.
    fn empty_line(&self, block: usize) -> Option<Rect> {
        let element = self.element(block)?;
        let rect = Rect::from(element.get_bounding_client_rect());
        let x = if is_leftward(&element) { rect.right } else { rect.left };
        Some(Rect {
            left: x,
            right: x,
            ..rect
        })
    }

    fn len(&self, block: usize) -> u32 {
        let (start, end) = self.table.utf16(block);
        end.0 - start.0
    }
}

fn is_leftward(element: &Element) -> bool {
    let style = window().and_then(|window| window.get_computed_style(element).ok().flatten());
    style.is_some_and(|style| {
        style
            .get_property_value("direction")
            .is_ok_and(|direction| direction == "rtl")
    })
}
