//! A mention of one passage, as it would be in the other: proposed, moved by the person, accepted or not.

use crate::core::edit::Edit;
use crate::core::id::{ArticleId, MentionId};
use crate::core::label::LabelKind;
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::project::Project;
use crate::core::segment::{Toward, nudged};
use crate::core::span::Span;
use crate::editor::annotate::new_mention;
use crate::editor::change_set::Topics;
use crate::editor::choose::moved_end;
use crate::editor::commit::{Committed, Step, commit, short_quote};
use crate::editor::dossier::coverage::found_there;
use crate::editor::machine::{Context, Editor};
use std::rc::Rc;

/// Where a mention would lie in another article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// Whose label, answers and reference it takes.
    pub mention: MentionId,
    /// Where it would be made.
    pub article: ArticleId,
    /// In bytes of that article's text.
    pub span: Span,
}

impl Proposal {
    /// Whether all that it speaks of is still there.
    pub(super) fn holds(&self, project: &Project) -> bool {
        let fits = |article: &Rc<crate::core::article::Article>| article.text.fits(self.span);
        project.mention(self.mention).is_some() && project.article(self.article).is_some_and(fits)
    }
}

pub(super) fn propose(editor: &mut Editor, proposal: Proposal, cx: &mut Context<'_>) {
    if !proposal.holds(&editor.project) {
        return;
    }
    editor.view.beside.proposal = Some(proposal);
    cx.changed(Topics::BESIDE);
    let quote = quote(editor, &proposal);
    cx.announce(format!("Proposed: {quote}. Enter accepts it, Escape declines it."));
}

pub(super) fn move_end(editor: &mut Editor, end: Toward, to: ByteOffset, exact: bool, cx: &mut Context<'_>) {
    let change =
        |editor: &Editor, span, text: &str, cx: &Context<'_>| moved_end(editor, text, span, end, (to, exact), cx);
    put(editor, &change, cx);
}

pub(super) fn nudge_end(editor: &mut Editor, end: Toward, toward: Toward, cx: &mut Context<'_>) {
    let change = |_: &Editor, span, text: &str, cx: &Context<'_>| nudged(span, end, toward, text, cx.env.segmenter);
    put(editor, &change, cx);
}

type Change<'c> = &'c dyn Fn(&Editor, Span, &str, &Context<'_>) -> Option<Span>;

fn put(editor: &mut Editor, change: Change<'_>, cx: &mut Context<'_>) {
    let Some(proposal) = editor.view.beside.proposal else {
        return;
    };
    let text = editor.project.article(proposal.article).map(|it| it.text.clone());
    let moved = text.and_then(|text| change(editor, proposal.span, text.as_str(), cx));
    let Some(span) = moved else {
        return cx.announce("It cannot become any shorter.");
    };
    let moved = Proposal { span, ..proposal };
    editor.view.beside.proposal = Some(moved);
    cx.changed(Topics::BESIDE);
    cx.announce(quote(editor, &moved));
}

/// One step: the mention, and that the claim which it makes is no longer absent there.
pub(super) fn accept(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(proposal) = editor.view.beside.proposal.filter(|it| it.holds(&editor.project)) else {
        return;
    };
    let Some(like) = editor.project.mention(proposal.mention).cloned() else {
        return;
    };
    let made = Mention {
        attributes: like.attributes.clone(),
        reference: like.reference.clone(),
        ..new_mention(editor, proposal.article, proposal.span, like.label, cx)
    };
    let mut edits = found_there(&editor.project, like.reference().claim, proposal.article);
    edits.push(Edit::Mention {
        old: None,
        new: Some(Rc::new(made)),
    });
    let quote = quote(editor, &proposal);
    let label = editor.project.schema().label(like.label);
    let name = label.map_or_else(String::new, |label| label.name.clone());
    let step = Step::new(format!("tag {quote} as {name}, as in the other article"), edits);
    if commit(editor, step, cx) == Committed::Yes {
        editor.view.beside.proposal = None;
        cx.changed(Topics::BESIDE);
        cx.announce(format!("{quote} tagged as {name}"));
    }
}

pub(super) fn decline(editor: &mut Editor, cx: &mut Context<'_>) {
    if editor.view.beside.proposal.take().is_some() {
        cx.changed(Topics::BESIDE);
        cx.announce("Declined");
    }
}

/// Whether the label of a mention is one of claims.
pub(super) fn makes_claims(project: &Project, mention: &Mention) -> bool {
    let label = project.schema().label(mention.label);
    label.is_some_and(|label| label.kind == LabelKind::Claim)
}

fn quote(editor: &Editor, proposal: &Proposal) -> String {
    let article = editor.project.article(proposal.article);
    let quote = article.and_then(|article| proposal.span.slice(article.text.as_str()));
    short_quote(quote.unwrap_or_default())
}
