//! Which articles make a claim, which do not, and which nobody has looked through for it.

use super::id::{ArticleId, ClaimId};
use super::timestamp::Timestamp;

/// That a person has looked through an article for a claim, and it is not there. Where it is, a mention says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Absence {
    /// What was looked for.
    pub claim: ClaimId,
    /// Where.
    pub article: ArticleId,
    /// Who looked, as they named themselves; may be empty.
    pub author: String,
    /// When.
    pub checked: Timestamp,
}

impl Absence {
    /// What no two of a project share.
    pub fn key(&self) -> (ClaimId, ArticleId) {
        (self.claim, self.article)
    }
}
