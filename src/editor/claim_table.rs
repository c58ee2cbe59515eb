//! Which article makes which claim, found in one pass over the mentions that refer to something.

use crate::core::claim::Claim;
use crate::core::id::{ArticleId, ClaimId, MentionId};
use crate::core::order;
use crate::core::project::Project;
use crate::core::reference::Stance;
use std::rc::Rc;

/// A row for each claim of a project, a column for each article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClaimTable {
    /// The columns, in the project's order.
    pub articles: Vec<ArticleId>,
    /// In the order of their making, which is that of their ids.
    pub rows: Vec<ClaimRow>,
}

/// A claim and where it is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimRow {
    /// As it is now.
    pub claim: Rc<Claim>,
    /// The mentions that make it: by column, then as they stand in the text.
    pub found: Vec<Found>,
}

/// A mention that makes a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The place of its article among the columns.
    pub column: usize,
    /// Which one.
    pub mention: MentionId,
    /// How the article puts it.
    pub stance: Option<Stance>,
}

impl ClaimTable {
    /// Looks once at each mention that refers to something.
    pub fn of(project: &Project) -> Self {
        let mut rows: Vec<ClaimRow> = project
            .dossier()
            .claims()
            .map(|claim| ClaimRow {
                claim: claim.clone(),
                found: Vec::new(),
            })
            .collect();
        let articles: Vec<ArticleId> = project.articles().iter().map(|article| article.id).collect();
        let n_columns = if rows.is_empty() { 0 } else { articles.len() };
        for (column, article) in articles.iter().enumerate().take(n_columns) {
            let mentions = project.mentions(*article).into_iter().flat_map(|set| set.referring());
            let mut making: Vec<_> = mentions.filter(|it| it.reference().claim.is_some()).collect();
            order::sort_by_key(&mut making, |mention| (mention.spans.hull().start(), mention.id));
            for mention in making {
                let reference = mention.reference();
                let at = reference.claim.and_then(|id| row_at(&rows, id));
                if let Some(row) = at.and_then(|at| rows.get_mut(at)) {
                    row.found.push(Found {
                        column,
                        mention: mention.id,
                        stance: reference.stance,
                    });
                }
            }
        }
        Self { articles, rows }
    }

    /// `None` where the project has no such claim.
    pub fn row(&self, claim: ClaimId) -> Option<&ClaimRow> {
        self.rows.get(row_at(&self.rows, claim)?)
    }
}

fn row_at(rows: &[ClaimRow], claim: ClaimId) -> Option<usize> {
    rows.binary_search_by(|row| row.claim.id.cmp(&claim)).ok()
}

impl ClaimRow {
    /// How many articles make it.
    pub fn n_articles(&self) -> usize {
        let columns = self.found.chunk_by(|a, b| a.column == b.column);
        columns.count()
    }

    /// The mentions of one article, as they stand in the text.
    pub fn in_column(&self, column: usize) -> &[Found] {
        let start = self.found.partition_point(|it| it.column < column);
        let end = self.found.partition_point(|it| it.column <= column);
        &self.found[start..end]
    }
}

/// How these put the claim, each way once, in the order in which they are offered.
pub fn stances<'a>(found: impl IntoIterator<Item = &'a Found>) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::new();
    for stance in found.into_iter().filter_map(|it| it.stance) {
        if !stances.contains(&stance) {
            stances.push(stance);
        }
    }
    order::sort(&mut stances);
    stances
}
