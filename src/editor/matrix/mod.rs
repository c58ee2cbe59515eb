//! The table of claims by articles, filtered and sorted. What a cell shows is made only for those in view.

pub mod cell;
mod differences;

use super::claim_table::{ClaimRow, ClaimTable, Found, stances};
use super::text_filter::TextFilter;
use crate::core::id::{ArticleId, ClaimId};
use crate::core::order;
use crate::core::project::Project;
use std::cmp::Reverse;
use std::rc::Rc;

/// How the table is filtered and sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MatrixQuery {
    /// Which claims.
    pub show: MatrixShow,
    /// Only articles of this outlet.
    pub outlet: Option<String>,
    /// Only claims whose sentence holds this, without regard to case.
    pub text: String,
    /// The order of the claims.
    pub sort: MatrixSort,
}

/// Which claims are shown. What counts is what the articles say that are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MatrixShow {
    /// All of them.
    #[default]
    All,
    /// Those that are put in more than one way: asserted here, denied there.
    Stances,
    /// Those for which two articles give other numbers.
    Numbers,
    /// Those that are not always said in the same words.
    Wording,
    /// Those that are not in every article, and not looked for in some.
    Gaps,
}

/// The order of the claims.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MatrixSort {
    /// As they were made.
    #[default]
    Made,
    /// By sentence, alphabetically.
    Sentence,
    /// Those that most articles make first.
    Articles,
    /// Those that are put in the most ways first, then those with other numbers.
    Disagreement,
}

/// A cell: of a claim the sentence, or what an article says.
pub type MatrixPlace = (ClaimId, Option<ArticleId>);

/// What is shown, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matrix {
    /// All claims and all articles.
    pub table: Rc<ClaimTable>,
    /// Places in the rows of `table`.
    pub rows: Vec<usize>,
    /// Places in the columns of `table`.
    pub columns: Vec<usize>,
    /// All outlets that an article has, sorted.
    pub outlets: Vec<String>,
}

impl Matrix {
    /// What passes the filters.
    pub fn of(project: &Project, table: Rc<ClaimTable>, query: &MatrixQuery) -> Self {
        let outlet_of = |column: usize| project.articles().get(column).map(|it| it.source.outlet.as_str());
        let mut outlets: Vec<String> = Vec::new();
        for article in project.articles() {
            outlets.push(article.source.outlet.clone());
        }
        order::sort(&mut outlets);
        outlets.dedup();
        outlets.retain(|outlet| !outlet.is_empty());
        let is_shown = |column: &usize| match &query.outlet {
            Some(outlet) => outlet_of(*column) == Some(outlet),
            None => true,
        };
        let columns: Vec<usize> = (0..table.articles.len()).filter(is_shown).collect();
        let looking = Looking {
            project,
            table: &table,
            columns: &columns,
        };
        let filter = TextFilter::new(&query.text);
        let passes = |row: &ClaimRow| {
            let has_words = filter.as_ref().is_none_or(|filter| filter.finds_in(&row.claim.text));
            has_words && looking.passes(row, query.show)
        };
        let rows = table.rows.iter().enumerate().filter(|(_, row)| passes(row));
        let rows = looking.sorted(rows.map(|(at, _)| at).collect(), query.sort);
        Self {
            rows,
            columns,
            outlets,
            table,
        }
    }

    /// The claim of a row.
    pub fn claim(&self, row: usize) -> Option<ClaimId> {
        Some(self.table.rows.get(*self.rows.get(row)?)?.claim.id)
    }

    /// The article of a column.
    pub fn article(&self, column: usize) -> Option<ArticleId> {
        self.table.articles.get(*self.columns.get(column)?).copied()
    }

    /// The row and the column of a cell, where column 0 is the claim itself and the articles begin at 1. The first
    /// article's where the place is not shown, or is nowhere.
    pub fn coordinates(&self, place: Option<MatrixPlace>) -> (usize, usize) {
        let first = usize::from(!self.columns.is_empty());
        let Some((claim, article)) = place else {
            return (0, first);
        };
        let row = (0..self.rows.len()).find(|row| self.claim(*row) == Some(claim));
        let column = match article {
            None => Some(0),
            Some(_) => (0..self.columns.len())
                .find(|at| self.article(*at) == article)
                .map(|at| at + 1),
        };
        (row.unwrap_or(0), column.unwrap_or(first))
    }

    /// The inverse of [`Self::coordinates`]; `None` beyond the table.
    pub fn place(&self, (row, column): (usize, usize)) -> Option<MatrixPlace> {
        let article = match column.checked_sub(1) {
            Some(at) => Some(self.article(at)?),
            None => None,
        };
        Some((self.claim(row)?, article))
    }
}

/// What the filters and orders look at.
struct Looking<'a> {
    project: &'a Project,
    table: &'a ClaimTable,
    columns: &'a [usize],
}

impl Looking<'_> {
    fn passes(&self, row: &ClaimRow, show: MatrixShow) -> bool {
        let found = self.shown(row);
        match show {
            MatrixShow::All => true,
            MatrixShow::Stances => stances(found).len() > 1,
            MatrixShow::Numbers => differences::numbers_differ(self.project, &found),
            MatrixShow::Wording => differences::wording_differs(self.project, &found),
            MatrixShow::Gaps => self.has_gap(row),
        }
    }

    /// The mentions in articles that are shown.
    fn shown<'r>(&self, row: &'r ClaimRow) -> Vec<&'r Found> {
        let all = self.columns.len() == self.table.articles.len();
        let is_shown = |found: &&Found| all || self.columns.binary_search(&found.column).is_ok();
        row.found.iter().filter(is_shown).collect()
    }

    fn has_gap(&self, row: &ClaimRow) -> bool {
        let dossier = self.project.dossier();
        self.columns.iter().any(|column| {
            let is_looked_for = self
                .table
                .articles
                .get(*column)
                .is_some_and(|article| dossier.absence(row.claim.id, *article).is_some());
            !is_looked_for && row.in_column(*column).is_empty()
        })
    }

    /// The keys are made once for each row, since some of them cost reading.
    fn sorted(&self, mut rows: Vec<usize>, sort: MatrixSort) -> Vec<usize> {
        let of = |at: &usize| &self.table.rows[*at];
        match sort {
            MatrixSort::Made => {}
            MatrixSort::Sentence => {
                let mut keyed: Vec<(String, usize)> =
                    rows.iter().map(|at| (of(at).claim.text.to_lowercase(), *at)).collect();
                order::sort(&mut keyed);
                rows = keyed.into_iter().map(|(_, at)| at).collect();
            }
            MatrixSort::Articles | MatrixSort::Disagreement => {
                let key = |at: &usize| {
                    let found = self.shown(of(at));
                    match sort {
                        MatrixSort::Disagreement => (
                            stances(found.iter().copied()).len().max(1),
                            differences::numbers_differ(self.project, &found),
                        ),
                        _ => (found.chunk_by(|a, b| a.column == b.column).count(), false),
                    }
                };
                let mut keyed: Vec<(Reverse<(usize, bool)>, usize)> =
                    rows.iter().map(|at| (Reverse(key(at)), *at)).collect();
                order::sort(&mut keyed);
                rows = keyed.into_iter().map(|(_, at)| at).collect();
            }
        }
        rows
    }
}
