//! What to paint in a window of the text: the mentions' spans there, each with the level of its underline.
//!
//! Levels keep overlapping spans apart: going through the text, a span takes the lowest level that no span still open
//! uses. So an outer one keeps its level as the window moves, and what nests in it goes below.

use super::id::{LabelId, MentionId};
use super::mention_set::MentionSet;
use super::offset::ByteOffset;
use super::span::Span;

/// How many levels are told apart; what lies deeper shares the last.
pub const LEVELS: u8 = 6;

/// How much of its label's color a mark of each level lays over what is below it, in percent: on light paper, on dark
/// paper. Together so little that the text can be read through all of them (see `tests/contrast.rs`); what nests deeper
/// is told by its underline rather than by its background.
pub const TINTS: [(u8, u8); LEVELS as usize] = [(17, 28), (14, 18), (8, 8), (5, 4), (3, 3), (3, 2)];

/// How far before the window spans are looked at, in bytes, so that levels there are settled when the window begins.
/// Only a chain of overlaps longer than this can get other levels in another window.
const LOOK_BACK: u32 = 8 * 1024;

/// One span of one mention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// Not cut to the window.
    pub span: Span,
    /// Whose mark it is.
    pub mention: MentionId,
    /// Whose color and line it takes.
    pub label: LabelId,
    /// Below [`LEVELS`]; 0 lies nearest to the text.
    pub level: u8,
}

/// The spans that share at least one byte with the window, in text order, enclosing ones first. Costs what lies in
/// the window and shortly before it.
pub fn runs(mentions: &MentionSet, window: Span) -> Vec<Run> {
    let from = ByteOffset(window.start().0.saturating_sub(LOOK_BACK));
    let searched = Span::new(from, window.end()).unwrap_or(window);
    let mut open: Vec<(ByteOffset, u8)> = Vec::new();
    let mut runs = Vec::new();
    for (span, mention) in mentions.index().overlapping(searched) {
        open.retain(|(end, _)| *end > span.start());
        let free = (0..LEVELS).find(|level| open.iter().all(|(_, taken)| taken != level));
        let level = free.unwrap_or(LEVELS - 1);
        open.push((span.end(), level));
        if let Some(of) = mentions.get(mention)
            && span.overlaps(window)
        {
            runs.push(Run {
                span,
                mention,
                label: of.label,
                level,
            });
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::{CLAIM, PERSON};
    use crate::core::id::ArticleId;
    use crate::core::mention::Mention;
    use crate::core::sorted::SortedMap;
    use crate::core::spans::Spans;
    use crate::core::timestamp::Timestamp;
    use std::rc::Rc;

    fn span(start: u32, end: u32) -> Span {
        Span::new(ByteOffset(start), ByteOffset(end)).unwrap()
    }

    fn set(spans: &[(u32, u32)]) -> MentionSet {
        let mention = |(n, (start, end)): (usize, &(u32, u32))| {
            Rc::new(Mention {
                id: MentionId::from_u128(n as u128),
                article: ArticleId::from_u128(1),
                spans: Spans::one(span(*start, *end)),
                label: if n % 2 == 0 { CLAIM } else { PERSON },
                attributes: SortedMap::new(),
                reference: None,
                note: String::new(),
                author: String::new(),
                created: Timestamp::default(),
                modified: Timestamp::default(),
            })
        };
        MentionSet::from_mentions(spans.iter().enumerate().map(mention))
    }

    /// (start, level) of each run.
    fn levels(spans: &[(u32, u32)], window: Span) -> Vec<(u32, u8)> {
        let runs = runs(&set(spans), window);
        runs.iter().map(|run| (run.span.start().0, run.level)).collect()
    }

    #[test]
    fn what_overlaps_differs_in_level() {
        let all = span(0, 100);
        assert_eq!(levels(&[(0, 4), (4, 8)], all), [(0, 0), (4, 0)]);
        assert_eq!(levels(&[(0, 5), (4, 8), (7, 9)], all), [(0, 0), (4, 1), (7, 0)]);
        assert_eq!(levels(&[(2, 6), (0, 9), (3, 4)], all), [(0, 0), (2, 1), (3, 2)]);
        assert_eq!(levels(&[(0, 9), (0, 9), (0, 9)], all), [(0, 0), (0, 1), (0, 2)]);
    }

    #[test]
    fn five_deep_are_told_apart_and_more_share_the_last() {
        let nested: Vec<_> = (0..8).map(|n| (n, 50 - n)).collect();
        let found: Vec<u8> = levels(&nested, span(0, 100))
            .into_iter()
            .map(|(_, level)| level)
            .collect();
        assert_eq!(found, [0, 1, 2, 3, 4, 5, 5, 5]);
    }

    #[test]
    fn a_level_stays_as_the_window_moves() {
        let spans = [(0, 5000), (10, 20), (15, 300), (290, 310), (305, 400), (4000, 4100)];
        let whole = levels(&spans, span(0, 6000));
        for from in (0..5000).step_by(7) {
            for run in levels(&spans, span(from, from + 40)) {
                assert!(whole.contains(&run), "{run:?} in the window from {from}");
            }
        }
    }

    #[test]
    fn only_the_window_is_answered() {
        let spans: Vec<_> = (0..5000).map(|n| (n * 10, n * 10 + 5)).collect();
        assert_eq!(runs(&set(&spans), span(1000, 1100)).len(), 10);
    }
}
