//! Two passages in words: where they stand among the others, how alike they are, and by what.

use super::joined::JoinedPair;
use crate::core::align::{Reason, ReasonKind};
use crate::core::span::Span;
use crate::editor::count::grouped;
use crate::editor::machine::Editor;
use crate::editor::passages::table::PassagePair;

/// How many things that both say are told.
const MOST: usize = 3;

/// Such as `82 %`. From 1 to 99, since nothing is certain.
pub fn percent(score: f32) -> String {
    let percent = (score * 100.0).round().clamp(1.0, 99.0) as u16;
    format!("{percent} %")
}

/// Such as `Passage 3 of 14: 82 %, both say “189,922”, “February”`.
pub(super) fn place(editor: &Editor, at: usize, pair: &JoinedPair) -> String {
    let n = grouped(editor.joined().pairs.len());
    let words = format!("Passage {} of {n}: {}", grouped(at + 1), percent(pair.score));
    match both_say(editor, pair.at) {
        said if said.is_empty() => words,
        said => format!("{words}, {said}"),
    }
}

/// What a pair of the table shares, such as `both say “189,922”, “February”`; empty where there is nothing to quote.
pub fn both_say(editor: &Editor, at: usize) -> String {
    let table = &editor.view().passages.table;
    let text = table
        .get(at)
        .and_then(|PassagePair { a, .. }| editor.project().article(a.article))
        .map(|article| article.text.clone());
    let Some(text) = text else {
        return String::new();
    };
    let reasons = table.reasons(at);
    let shared = reasons.iter().filter(|reason| is_shared(reason));
    let quotes: Vec<String> = shared
        .flat_map(|reason| &reason.a)
        .filter_map(|span: &Span| Some(format!("“{}”", span.slice(text.as_str())?)))
        .take(MOST)
        .collect();
    match quotes.is_empty() {
        true => quotes.concat(),
        false => format!("both say {}", quotes.join(", ")),
    }
}

fn is_shared(reason: &Reason) -> bool {
    matches!(
        reason.kind,
        ReasonKind::SharedNumber | ReasonKind::SharedDate | ReasonKind::SharedName | ReasonKind::SharedWords
    )
}
