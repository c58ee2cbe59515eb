//! How keys move through a grid of which one cell has the focus (ARIA APG: data grid).

use super::roving::Step;

/// Where a key leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GridStep {
    /// Along the column.
    Down(Step),
    /// Along the row.
    Across(Step),
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
}

impl GridStep {
    /// The key as the browser names it, and whether Control is held with it.
    pub fn of(key: &str, control: bool) -> Option<Self> {
        match (key, control) {
            ("Home", true) => Some(Self::First),
            ("End", true) => Some(Self::Last),
            (_, true) => None,
            _ => {
                let across = Step::in_toolbar(key).map(Self::Across);
                across.or_else(|| Step::in_list(key).map(Self::Down))
            }
        }
    }

    /// The row and the column of the cell, in a grid of so many of both, which is not empty; `page` is in rows.
    pub fn lead(
        self,
        (row, column): (usize, usize),
        (n_rows, n_columns): (usize, usize),
        page: usize,
    ) -> (usize, usize) {
        let along = |step: Step, from: usize, n: usize| step.stopping(Some(from), n, page).unwrap_or(0);
        match self {
            Self::Down(step) => (along(step, row, n_rows), column),
            Self::Across(step) => (row, along(step, column, n_columns)),
            Self::First => (0, 0),
            Self::Last => (n_rows.saturating_sub(1), n_columns.saturating_sub(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str, control: bool) -> Option<(usize, usize)> {
        GridStep::of(key, control).map(|step| step.lead((3, 2), (10, 4), 5))
    }

    #[test]
    fn each_key_leads_where_the_pattern_says() {
        let plain = |key| press(key, false);
        assert_eq!(plain("ArrowUp"), Some((2, 2)));
        assert_eq!(plain("ArrowDown"), Some((4, 2)));
        assert_eq!(plain("ArrowLeft"), Some((3, 1)));
        assert_eq!(plain("ArrowRight"), Some((3, 3)));
        assert_eq!(plain("Home"), Some((3, 0)));
        assert_eq!(plain("End"), Some((3, 3)));
        assert_eq!(plain("PageUp"), Some((0, 2)));
        assert_eq!(plain("PageDown"), Some((8, 2)));
        assert_eq!(press("Home", true), Some((0, 0)));
        assert_eq!(press("End", true), Some((9, 3)));
        assert_eq!(press("ArrowDown", true), None);
        assert_eq!(plain("x"), None);
    }
}
