//! Annotating all that a search has found: hits become mentions, as one step.

use super::annotate;
use super::command::Command;
use super::commit::{Committed, Step, commit};
use super::count::count;
use super::dialog::Dialog;
use super::effect::Effect;
use super::hits::Hits;
use super::machine::{Context, Editor};
use super::search;
use super::toast::Offer;
use super::view::{LowerPanel, SidePanel};
use crate::core::edit::Edit;
use crate::core::id::{ArticleId, LabelId};
use crate::core::mention_set::MentionSet;
use crate::core::reference::Reference;
use crate::core::search::{Query, Syntax};
use crate::core::span::Span;
use std::rc::Rc;

/// Which hits become mentions of what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HitsToTag {
    /// The mentions' label.
    pub label: LabelId,
    /// What they refer to; what does not fit the label is left out.
    pub reference: Reference,
    /// Where, in bytes of the articles' texts.
    pub places: Vec<(ArticleId, Span)>,
}

/// The hits that no mention of the label stands on exactly, by their number, counted from 0, in ascending order.
pub fn untagged(editor: &Editor, hits: &Hits, label: LabelId) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut n = 0;
    for group in hits.groups() {
        let set = editor.project().mentions(group.article);
        for span in group.spans.iter() {
            if !set.is_some_and(|set| is_tagged(set, *span, label)) {
                numbers.push(n);
            }
            n += 1;
        }
    }
    numbers
}

fn is_tagged(set: &MentionSet, span: Span, label: LabelId) -> bool {
    let mut here = set.index().overlapping(span).filter(|(other, _)| *other == span);
    here.any(|(_, id)| {
        let mention = set.get(id);
        mention.is_some_and(|mention| mention.label == label && mention.spans.as_slice().len() == 1)
    })
}

/// Looks for the words of the chosen mention, or for what the search looks for already, and asks which of the hits are meant.
pub(super) fn ask(editor: &mut Editor, cx: &mut Context<'_>) {
    let words = editor.chosen().map(|mention| editor.project.quote(mention));
    let query = match words {
        Some(words) if words.contains(['\n', '\r']) => {
            return cx.announce("A mention that goes over several lines cannot be looked for.");
        }
        Some(words) => Query {
            text: words,
            syntax: Syntax::Plain,
            whole_words: true,
            ..editor.view.search.query.clone()
        },
        None if editor.view.search.query.is_empty() => {
            return cx.announce("Choose a mention first, or search for something.");
        }
        None => editor.view.search.query.clone(),
    };
    cx.effects.push(Effect::PrepareSearch);
    search::set(editor, query, cx);
    editor.view.dialog = Some(Dialog::TagHits);
    cx.changed(super::change_set::Topics::DIALOG);
}

/// The dialog is closed: where the panel of the search is not in view, the hits go with it.
pub(super) fn leave(editor: &mut Editor, cx: &mut Context<'_>) {
    let view = &editor.view;
    if view.below != LowerPanel::Search && view.side != SidePanel::Search {
        search::let_go(editor, cx);
    }
}

/// Those that have the label already are passed over, so that doing it again changes nothing.
pub(super) fn tag(editor: &mut Editor, hits: &HitsToTag, cx: &mut Context<'_>) {
    let Some(label) = editor.project.schema().label(hits.label).cloned() else {
        return;
    };
    let reference = editor
        .project
        .dossier()
        .known(annotate::fitting(hits.reference, label.kind));
    let mut edits = Vec::new();
    for (article, span) in &hits.places {
        let is_new = |set: &MentionSet| !is_tagged(set, *span, label.id);
        if !editor.project.mentions(*article).is_some_and(is_new) {
            continue;
        }
        let mut mention = annotate::new_mention(editor, *article, *span, label.id, cx);
        mention.refer_to(reference);
        edits.push(Edit::Mention {
            old: None,
            new: Some(Rc::new(mention)),
        });
    }
    let made = count(edits.len(), "occurrence");
    if edits.is_empty() {
        return cx.announce("All of them are tagged already.");
    }
    if commit(editor, Step::new(format!("tag {made} as {}", label.name), edits), cx) == Committed::Yes {
        editor.toast(
            format!("{made} tagged as {}.", label.name),
            Some(Offer::Run(Command::Undo)),
            cx,
        );
    }
}
