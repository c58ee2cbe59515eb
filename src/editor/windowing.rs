//! Which rows of a long list are rendered, and where it has to scroll. All rows are equally high; lengths are CSS
//! pixels.

use std::ops::Range;

/// Rows are rendered in blocks, so that scrolling by one row renders nothing, and a block beyond either edge is ready.
const BLOCK: usize = 8;

/// The same for columns.
const COLUMN_BLOCK: usize = 2;

/// The part of a list that is seen.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Viewport {
    /// How far the list is scrolled; browsers report less than 0 while it bounces.
    pub top: f64,
    /// How much of it is seen.
    pub height: f64,
}

/// The rows to render; they include all that are seen.
pub fn rendered_rows(n_rows: usize, row_height: f64, viewport: Viewport) -> Range<usize> {
    rendered(n_rows, row_height, viewport, BLOCK)
}

/// The columns to render of a table that is wider than what is seen; `across` is what is seen from side to side.
/// Columns are wide, so fewer of them wait beyond the edges.
pub fn rendered_columns(n_columns: usize, column_width: f64, across: Viewport) -> Range<usize> {
    rendered(n_columns, column_width, across, COLUMN_BLOCK)
}

fn rendered(n: usize, size: f64, viewport: Viewport, block: usize) -> Range<usize> {
    let first = row_at(viewport.top, size);
    let last = row_at(viewport.top + viewport.height.max(0.0), size);
    let start = (first / block).saturating_sub(1) * block;
    let end = last.div_ceil(block).saturating_add(1).saturating_mul(block);
    let end = end.min(n);
    // A list that became shorter while it was scrolled down: the browser is about to scroll it back.
    start.min(end.saturating_sub(block) / block * block)..end
}

/// By how many rows a page key moves: those seen whole but one, so that the eye keeps its place.
pub fn rows_per_page(row_height: f64, viewport: Viewport) -> usize {
    row_at(viewport.height, row_height).saturating_sub(1).max(1)
}

/// The first row that is seen whole, where the focus comes to without scrolling.
pub fn first_whole_row(row_height: f64, viewport: Viewport) -> usize {
    row_at((viewport.top + row_height - 1.0).max(0.0), row_height)
}

/// How far to scroll so that the row is seen whole; `None` where it is.
pub fn scroll_to_show(row: usize, row_height: f64, viewport: Viewport) -> Option<f64> {
    let top = row as f64 * row_height;
    let bottom = top + row_height;
    if top < viewport.top || row_height > viewport.height {
        (top != viewport.top).then_some(top)
    } else {
        (bottom > viewport.top + viewport.height).then_some(bottom - viewport.height)
    }
}

/// How far to scroll so that what is seen stays where it is though rows came or went above it; `None` where nothing
/// has to move. The first row that is seen and still there is the one that stays; where none is, the list begins anew.
pub fn scroll_to_keep<T: PartialEq>(old: &[T], new: &[T], row_height: f64, viewport: Viewport) -> Option<f64> {
    let first = row_at(viewport.top, row_height);
    // At the very top new rows are to be seen.
    if first == 0 {
        return None;
    }
    let end = row_at(viewport.top + viewport.height, row_height)
        .saturating_add(1)
        .min(old.len());
    let seen = old.get(first..end)?;
    let found = seen
        .iter()
        .enumerate()
        .find_map(|(i, row)| Some((first + i, new.iter().position(|it| it == row)?)));
    match found {
        Some((was, is)) if was == is => None,
        Some((was, is)) => Some((viewport.top + (is as f64 - was as f64) * row_height).max(0.0)),
        None => Some(0.0),
    }
}

/// The row at this depth; casting saturates, so nonsense becomes the first or the last row.
fn row_at(depth: f64, row_height: f64) -> usize {
    if row_height > 0.0 {
        (depth / row_height) as usize
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn viewport(top: f64, height: f64) -> Viewport {
        Viewport { top, height }
    }

    proptest! {
        #[test]
        fn every_seen_row_is_rendered_and_few_others(n in 0usize..100_000, top in -500.0f64..3e6, height in 0.0f64..2000.0) {
            let rows = rendered_rows(n, 50.0, viewport(top, height));
            prop_assert!(rows.end <= n);
            prop_assert!(rows.len() <= (height / 50.0) as usize + 4 * BLOCK);
            for row in 0..n.min(200) {
                let row = ((top / 50.0) as usize + row).saturating_sub(100);
                let (from, to) = (row as f64 * 50.0, (row + 1) as f64 * 50.0);
                if row < n && from < top + height && to > top {
                    prop_assert!(rows.contains(&row), "{row} is seen and not in {rows:?}");
                }
            }
        }

        #[test]
        fn a_row_that_is_shown_is_seen_whole(row in 0usize..1000, top in 0.0f64..50_000.0) {
            let before = viewport(top, 400.0);
            let after = viewport(scroll_to_show(row, 50.0, before).unwrap_or(top), 400.0);
            let from = row as f64 * 50.0;
            prop_assert!(after.top <= from && from + 50.0 <= after.top + 400.0 + 1e-6);
            prop_assert_eq!(scroll_to_show(row, 50.0, after), None);
        }
    }

    #[test]
    fn of_a_large_table_few_cells_are_rendered() {
        let rows = rendered_rows(2000, 76.0, viewport(40_000.0, 700.0));
        let columns = rendered_columns(500, 208.0, viewport(20_000.0, 1300.0));
        assert!(columns.contains(&96) && columns.contains(&102), "{columns:?}");
        assert!(rows.len() * columns.len() <= 400, "{} by {}", rows.len(), columns.len());
        assert_eq!(rendered_columns(1, 208.0, viewport(0.0, 1300.0)), 0..1);
    }

    #[test]
    fn a_list_that_became_short_still_shows_rows() {
        assert_eq!(rendered_rows(5, 50.0, viewport(10_000.0, 400.0)), 0..5);
        assert_eq!(rendered_rows(0, 50.0, viewport(0.0, 400.0)), 0..0);
        assert_eq!(rendered_rows(9, 0.0, viewport(0.0, 400.0)), 0..8);
    }

    #[test]
    fn what_is_seen_stays() {
        let old: Vec<u32> = (0..100).collect();
        let seen = viewport(1010.0, 400.0);
        let mut with_one_above = old.clone();
        with_one_above.insert(3, 1000);
        assert_eq!(scroll_to_keep(&old, &with_one_above, 50.0, seen), Some(1060.0));
        assert_eq!(scroll_to_keep(&old, &old[1..], 50.0, seen), Some(960.0));
        // The first one that was seen is gone: the next one stays where it was.
        let without_first_seen: Vec<u32> = old.iter().copied().filter(|row| *row != 20).collect();
        assert_eq!(scroll_to_keep(&old, &without_first_seen, 50.0, seen), Some(960.0));
        assert_eq!(scroll_to_keep(&old, &[7, 8], 50.0, seen), Some(0.0));
        assert_eq!(scroll_to_keep(&old, &with_one_above, 50.0, viewport(20.0, 400.0)), None);
    }

    #[test]
    fn the_focus_comes_to_a_row_that_is_seen_whole() {
        let first = |top| first_whole_row(50.0, viewport(top, 400.0));
        assert_eq!(
            [first(-9.0), first(0.0), first(50.0), first(51.0), first(99.0)],
            [0, 0, 1, 2, 2]
        );
    }

    #[test]
    fn a_page_leaves_one_row_in_view() {
        assert_eq!(rows_per_page(50.0, viewport(0.0, 420.0)), 7);
        assert_eq!(rows_per_page(50.0, viewport(0.0, 0.0)), 1);
    }
}
