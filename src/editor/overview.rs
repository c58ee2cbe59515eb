//! What a narrow strip beside the text shows: for each of its rows, which labels lie in that part of the open article,
//! and whether the search found something there.
//!
//! Costs what the strip is high, not how many mentions or hits there are: of each row only the first few are looked at.

use super::machine::Editor;
use crate::core::color::Color;
use crate::core::id::LabelId;
use crate::core::mention_set::MentionSet;
use crate::core::offset::ByteOffset;
use crate::core::span::Span;

/// So many labels are told apart in one row.
pub const COLORS_PER_ROW: usize = 3;

/// Of a crowded row so many mentions are looked at.
const LOOKED_AT: usize = 12;

/// One row of the strip that shows something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OverviewRow {
    /// Which row, 0-based from the top.
    pub row: u32,
    /// Of the labels there, in text order; with a label kept or filtered by, that one alone. At least one, at most
    /// [`COLORS_PER_ROW`].
    pub colors: Vec<Color>,
}

/// The whole strip.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Overview {
    /// From the top.
    pub rows: Vec<OverviewRow>,
    /// Rows in which a hit of the search begins.
    pub hits: Vec<u32>,
    /// Rows that the chosen mention touches.
    pub chosen: Vec<u32>,
}

/// The open article in `n_rows` rows of equally many bytes.
pub fn overview(editor: &Editor, n_rows: u32) -> Overview {
    let (Some(article), Some(mentions)) = (editor.article(), editor.open_mentions()) else {
        return Overview::default();
    };
    let len = article.text.end().index() as u64;
    let only = editor.view().armed.or(editor.view().list.label);
    let rows = (0..n_rows).filter_map(|row| {
        let window = window(row, n_rows, len)?;
        let labels = labels_in(mentions, window, only);
        let colors: Vec<Color> = labels
            .into_iter()
            .filter_map(|id| Some(editor.project().schema().label(id)?.color))
            .collect();
        (!colors.is_empty()).then_some(OverviewRow { row, colors })
    });
    let rows = rows.collect();
    let found = editor.view().search.hits.of(article.id);
    let hits = found.map_or_else(Vec::new, |spans| {
        let begins_in = |row: &u32| window(*row, n_rows, len).is_some_and(|window| begins_within(spans, window));
        (0..n_rows).filter(begins_in).collect()
    });
    let chosen = editor.chosen().filter(|chosen| chosen.article == article.id);
    let chosen = chosen.map_or_else(Vec::new, |mention| {
        let touched = mention.spans.as_slice().iter().flat_map(|span| {
            let last = span.end().index().saturating_sub(1);
            row_of(span.start().index(), n_rows, len)..=row_of(last, n_rows, len)
        });
        touched.collect()
    });
    Overview { rows, hits, chosen }
}

/// The bytes that a row stands for; `None` where the text is shorter than the strip and the row has none.
fn window(row: u32, n_rows: u32, len: u64) -> Option<Span> {
    let edge = |row: u32| ByteOffset::from_index((u64::from(row) * len / u64::from(n_rows)) as usize);
    Span::new(edge(row), edge(row + 1))
}

fn row_of(at: usize, n_rows: u32, len: u64) -> u32 {
    let row = (at as u64 * u64::from(n_rows)).checked_div(len).unwrap_or(0);
    u32::try_from(row).unwrap_or(u32::MAX).min(n_rows.saturating_sub(1))
}

/// Whether one of the spans, which are sorted, starts in the window.
fn begins_within(spans: &[Span], window: Span) -> bool {
    let at = spans.partition_point(|span| span.start() < window.start());
    spans.get(at).is_some_and(|span| span.start() < window.end())
}

fn labels_in(mentions: &MentionSet, window: Span, only: Option<LabelId>) -> Vec<LabelId> {
    let mut labels = Vec::with_capacity(COLORS_PER_ROW);
    for (_, id) in mentions.index().overlapping(window).take(LOOKED_AT) {
        let Some(label) = mentions.get(id).map(|mention| mention.label) else {
            continue;
        };
        if only.is_none_or(|only| only == label) && !labels.contains(&label) {
            labels.push(label);
            if labels.len() == COLORS_PER_ROW {
                break;
            }
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::{CLAIM, PERSON, default_schema};
    use crate::core::formats::native;
    use crate::core::search::Query;
    use crate::editor::action::{Action, AnnotateAction, ChooseAction};
    use crate::editor::effect::Effect;
    use crate::editor::env::tests::update;
    use crate::editor::search::{Found, SearchAction, SearchState};
    use crate::editor::settings::Settings;
    use crate::testkit::random_project::small_project;

    #[test]
    fn rows_show_what_lies_in_their_part_of_the_text() {
        let mut editor = Editor::new(small_project(), Settings::default());
        let schema = default_schema();
        let color = |id| schema.label(id).unwrap().color;
        let mentions = editor.open_mentions().unwrap();
        let spans: Vec<_> = mentions
            .in_text_order()
            .map(|it| (it.spans.first(), it.label))
            .collect();
        let len = editor.article().unwrap().text.end().index() as u64;
        let n_rows = 8;
        for OverviewRow { row, colors } in overview(&editor, n_rows).rows {
            let window = window(row, n_rows, len).unwrap();
            let labels = spans.iter().filter(|(span, _)| span.overlaps(window));
            let mut expected: Vec<Color> = labels.map(|(_, label)| color(*label)).collect();
            expected.dedup();
            assert_eq!(colors, expected, "row {row}");
        }
        assert!(
            !overview(&editor, n_rows).rows.is_empty(),
            "{}",
            native::write(editor.project(), None)
        );
        assert_eq!(overview(&editor, n_rows).chosen, Vec::<u32>::new());

        let first = editor.open_mentions().unwrap().in_text_order().next().unwrap().id;
        update(&mut editor, Action::Choose(ChooseAction::Mention(first)));
        assert!(!overview(&editor, n_rows).chosen.is_empty());

        let absent = [CLAIM, PERSON]
            .into_iter()
            .find(|label| spans.iter().all(|(_, it)| it != label));
        if let Some(absent) = absent {
            update(&mut editor, Action::Annotate(AnnotateAction::Arm(Some(absent))));
            assert_eq!(overview(&editor, n_rows).rows, []);
        }
    }

    #[test]
    fn rows_show_where_hits_begin() {
        let mut editor = Editor::new(small_project(), Settings::default());
        let len = editor.article().unwrap().text.end();
        let query = Query {
            text: "a".to_owned(),
            ..Query::default()
        };
        let number = update(&mut editor, Action::Search(SearchAction::Set(query)))
            .effects
            .into_iter()
            .find_map(|effect| match effect {
                Effect::Search(order) => Some(order.number),
                _ => None,
            });
        let span = |start, end| Span::new(ByteOffset(start), ByteOffset(end)).unwrap();
        let found = Found {
            number: number.unwrap(),
            hits: vec![(0, vec![span(0, 1), span(len.0 / 2, len.0 / 2 + 1)])],
            state: SearchState::Done,
        };
        update(&mut editor, Action::Search(SearchAction::Found(found)));
        assert_eq!(overview(&editor, 4).hits, [0, 2]);
    }

    #[test]
    fn a_text_shorter_than_the_strip_has_rows_without_text() {
        assert_eq!(window(0, 10, 3), None);
        assert_eq!(window(3, 10, 3).map(|span| span.len()), Some(1));
        assert_eq!((row_of(2, 10, 3), row_of(0, 10, 0)), (6, 0));
    }
}
