//! What the outside world hands in with each action: the time, randomness, and the words of a text.

use crate::core::id::{ArticleId, AttributeId, LabelId, MentionId, ProjectId, TransactionId};
use crate::core::segment::WordBreaker;
use crate::core::timestamp::Timestamp;

/// Valid for one action.
pub struct Env<'a> {
    /// The time at which the action happens.
    pub now: Timestamp,
    /// Ten fresh random bytes at each call.
    pub entropy: &'a dyn Fn() -> [u8; 10],
    /// Finds word boundaries.
    pub words: &'a dyn WordBreaker,
}

macro_rules! new_ids {
    ($($function:ident -> $id:ident),*) => {
        impl Env<'_> {
            $(
                /// A fresh id (UUIDv7 of this action's time).
                pub fn $function(&self) -> $id {
                    $id::new(u64::try_from(self.now.unix_ms()).unwrap_or(0), (self.entropy)())
                }
            )*
        }
    };
}

new_ids!(
    new_article_id -> ArticleId,
    new_mention_id -> MentionId,
    new_label_id -> LabelId,
    new_attribute_id -> AttributeId,
    new_project_id -> ProjectId,
    new_transaction_id -> TransactionId
);

impl std::fmt::Debug for Env<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Env").field("now", &self.now).finish_non_exhaustive()
    }
}
