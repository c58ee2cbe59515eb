//! What the outside world hands in with each action: the time, randomness, and where words and characters begin.

use crate::core::id::{
    ArticleId, AttributeId, ClaimId, EntityId, LabelId, MentionId, ProjectId, RelationId, RelationTypeId, TransactionId,
};
use crate::core::segmenter::Segmenter;
use crate::core::timestamp::Timestamp;

/// Valid for one action.
pub struct Env<'a> {
    /// The time at which the action happens.
    pub now: Timestamp,
    /// Ten fresh random bytes at each call.
    pub entropy: &'a dyn Fn() -> [u8; 10],
    /// Finds words and visible characters.
    pub segmenter: &'a dyn Segmenter,
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
    new_entity_id -> EntityId,
    new_claim_id -> ClaimId,
    new_relation_id -> RelationId,
    new_relation_type_id -> RelationTypeId,
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::core::segmenter::UnicodeSegmenter;
    use crate::editor::action::Action;
    use crate::editor::machine::{Editor, Outcome};
    use std::cell::Cell;

    /// Does an action at a fixed time, with ids that differ.
    pub(crate) fn update(editor: &mut Editor, action: Action) -> Outcome {
        thread_local!(static NEXT: Cell<u8> = const { Cell::new(0) });
        let entropy = || {
            NEXT.set(NEXT.get().wrapping_add(1));
            [NEXT.get(); 10]
        };
        let env = Env {
            now: Timestamp::from_unix_ms(1_700_000_000_000),
            entropy: &entropy,
            segmenter: &UnicodeSegmenter,
        };
        editor.update(action, &env)
    }
}
