//! Claims that are made where the same is said as in a mention.

use crate::core::id::ClaimId;
use crate::core::mention::Mention;
use crate::editor::beside::apart::is_apart;
use crate::editor::beside::pair_words::{both_say, percent};
use crate::editor::beside::same_claim::claim_mention;
use crate::editor::machine::Editor;
use crate::editor::matrix::cell::column_name;
use crate::editor::passages::table::ArticlePassage;

/// A claim that a passage of another article makes.
#[derive(Clone, PartialEq, Debug)]
pub struct ElsewhereClaim {
    /// Which one.
    pub claim: ClaimId,
    /// How likely it is that the passages have the same content, from 0 to 1.
    pub score: f32,
    /// Such as `82 % the same passage in OAN, both say “189,922”`.
    pub why: String,
}

/// Less likely passages give no reason.
const LEAST: f32 = 0.2;

/// By the passages that are known to be alike, the likeliest first; each claim once.
pub fn claims_elsewhere(editor: &Editor, mention: &Mention) -> Vec<ElsewhereClaim> {
    let is_here = |it: &ArticlePassage| {
        let mut spans = mention.spans.as_slice().iter();
        it.article == mention.article && spans.any(|span| span.overlaps(it.span))
    };
    let mut found: Vec<ElsewhereClaim> = Vec::new();
    for (at, pair) in editor.view().passages.table.pairs() {
        if pair.score < LEAST {
            break;
        }
        let there = match (is_here(&pair.a), is_here(&pair.b)) {
            (true, _) => pair.b,
            (_, true) => pair.a,
            _ => continue,
        };
        let claim = claim_mention(editor, there).and_then(|it| it.reference().claim);
        let article = editor.project().article(there.article);
        let (Some(claim), Some(article)) = (claim, article) else {
            continue;
        };
        if is_apart(editor.project(), [pair.a, pair.b]) || found.iter().any(|it| it.claim == claim) {
            continue;
        }
        let said = both_say(editor, at);
        let comma = if said.is_empty() { "" } else { ", " };
        let (percent, name) = (percent(pair.score), column_name(article));
        found.push(ElsewhereClaim {
            claim,
            score: pair.score,
            why: format!("{percent} the same passage in {name}{comma}{said}"),
        });
    }
    found
}
