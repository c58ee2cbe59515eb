//! Saying that two passages make the same claim: with mentions where there are none, and one claim for both.

use super::projection::makes_claims;
use crate::core::claim::Claim;
use crate::core::edit::Edit;
use crate::core::id::ClaimId;
use crate::core::label::LabelKind;
use crate::core::mention::Mention;
use crate::core::reference::Reference;
use crate::core::span::Span;
use crate::editor::annotate::new_mention;
use crate::editor::change_set::Topics;
use crate::editor::commit::{Committed, Step, commit, short_quote};
use crate::editor::dialog::Dialog;
use crate::editor::dossier::claims::made;
use crate::editor::dossier::coverage::found_there;
use crate::editor::dossier::references::referring;
use crate::editor::machine::{Context, Editor};
use crate::editor::passages::table::ArticlePassage;
use std::rc::Rc;

pub(super) fn say(editor: &mut Editor, pair: [ArticlePassage; 2], cx: &mut Context<'_>) {
    let [a, b] = pair;
    let known = [claim_mention(editor, a), claim_mention(editor, b)];
    let claims = known
        .each_ref()
        .map(|it| it.as_ref().and_then(|it| it.reference().claim));
    let claim = match claims {
        [Some(one), Some(other)] if one != other => return ask(editor, pair, [one, other], cx),
        [Some(one), Some(_)] => {
            let said = claim_words(editor, one);
            return cx.announce(format!("Both make the claim {said} already"));
        }
        [Some(id), None] | [None, Some(id)] => Ok(id),
        [None, None] => {
            let quote = match &known[0] {
                Some(mention) => editor.project.quote(mention),
                None => quote(editor, a),
            };
            let Some(claim) = made(&quote, cx) else {
                return cx.announce("A claim needs a sentence.");
            };
            Err(Rc::new(claim))
        }
    };
    let id = claim.as_ref().map_or_else(|new: &Rc<Claim>| new.id, |known| *known);
    let mut edits = Vec::new();
    let words = match claim {
        Ok(known) => claim_words(editor, known),
        Err(new) => {
            let words = short_quote(&new.text);
            edits.push(Edit::Claim {
                old: None,
                new: Some(new),
            });
            words
        }
    };
    for (passage, mention) in pair.into_iter().zip(known) {
        let Some(edit) = making(editor, passage, mention, id, cx) else {
            return cx.announce("There is no label for claims. Make one first.");
        };
        edits.extend(edit);
        edits.extend(found_there(&editor.project, Some(id), passage.article));
    }
    let step = Step::new(format!("attach both passages to the claim {words}"), edits);
    if commit(editor, step, cx) == Committed::Yes {
        editor.view.beside.two_claims = None;
        cx.changed(Topics::BESIDE);
        cx.announce(format!("Both make the claim {words}"));
    }
}

/// The person is asked whether the claims are one.
fn ask(editor: &mut Editor, pair: [ArticlePassage; 2], claims: [ClaimId; 2], cx: &mut Context<'_>) {
    if editor.view.dialog != Some(Dialog::Beside) {
        super::open_pair(editor, pair, cx);
    }
    editor.view.beside.two_claims = Some(claims);
    cx.changed(Topics::BESIDE);
    cx.announce("They make two claims. They can be merged.");
}

/// The edit that has the passage make the claim, if one is needed; `None` where there is no label for it.
fn making(
    editor: &Editor,
    passage: ArticlePassage,
    mention: Option<Rc<Mention>>,
    claim: ClaimId,
    cx: &Context<'_>,
) -> Option<Option<Edit>> {
    if let Some(mention) = mention {
        let reference = mention.reference();
        let claim = Some(claim);
        return Some((reference.claim != claim).then(|| referring(&mention, Reference { claim, ..reference }, cx)));
    }
    let labels = &editor.project.schema().labels;
    let label = labels.iter().find(|label| label.kind == LabelKind::Claim)?;
    let mut mention = new_mention(editor, passage.article, passage.span, label.id, cx);
    mention.refer_to(Reference {
        claim: Some(claim),
        ..Reference::default()
    });
    Some(Some(Edit::Mention {
        old: None,
        new: Some(Rc::new(mention)),
    }))
}

/// The mention that says what the passage claims: of those that have half of either in common, one that makes a claim of
/// the project, then the one that covers most.
pub fn claim_mention(editor: &Editor, passage: ArticlePassage) -> Option<Rc<Mention>> {
    let mentions = editor.project.mentions(passage.article)?;
    let near = mentions.index().overlapping(passage.span);
    let found = near.into_iter().filter_map(|(_, id)| mentions.get(id));
    let fitting = found.filter_map(|mention| {
        let common = common(mention.spans.hull(), passage.span);
        let shorter = mention.spans.hull().len().min(passage.span.len());
        (2 * common >= shorter && makes_claims(&editor.project, mention)).then_some((common, mention))
    });
    let best = fitting.max_by_key(|(common, mention)| (mention.reference().claim.is_some(), *common, mention.id));
    best.map(|(_, mention)| mention.clone())
}

/// In bytes.
fn common(a: Span, b: Span) -> usize {
    Span::new(a.start().max(b.start()), a.end().min(b.end())).map_or(0, Span::len)
}

fn quote(editor: &Editor, passage: ArticlePassage) -> String {
    let article = editor.project.article(passage.article);
    let quote = article.and_then(|article| passage.span.slice(article.text.as_str()));
    quote.unwrap_or_default().to_owned()
}

fn claim_words(editor: &Editor, id: ClaimId) -> String {
    let claim = editor.project.dossier().claim(id);
    short_quote(claim.map_or("", |claim| claim.text.as_str()))
}
