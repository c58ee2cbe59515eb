//! The list of all claims: which pass the filter, and what a row says.

use super::claim_table::{ClaimTable, stances};
use super::text_filter::TextFilter;
use crate::core::id::ClaimId;
use crate::core::reference::Stance;

/// The claims whose sentence holds `text`, in the order of their making.
pub fn listed(table: &ClaimTable, text: &str) -> Vec<ClaimId> {
    let filter = TextFilter::new(text);
    let passes = |sentence: &str| filter.as_ref().is_none_or(|filter| filter.finds_in(sentence));
    let rows = table.rows.iter().filter(|row| passes(&row.claim.text));
    rows.map(|row| row.claim.id).collect()
}

/// One row, ready to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimLine {
    /// The sentence.
    pub text: String,
    /// Such as `2 of 5 articles`.
    pub made_by: String,
    /// How they put it, each way once.
    pub stances: Vec<Stance>,
}

impl ClaimLine {
    /// `None` where the project has no such claim.
    pub fn of(table: &ClaimTable, claim: ClaimId) -> Option<Self> {
        let row = table.row(claim)?;
        let n_articles = table.articles.len();
        let noun = if n_articles == 1 { "article" } else { "articles" };
        Some(Self {
            text: row.claim.text.clone(),
            made_by: format!("{} of {n_articles} {noun}", row.n_articles()),
            stances: stances(&row.found),
        })
    }
}
