//! Everything that the page shows of the passages that are chosen side by side.

use super::joined::{JoinedPair, Side};
use super::pair_words::percent;
use super::projection::Proposal;
use super::same_claim::claim_mention;
use crate::core::id::LabelId;
use crate::core::mention::Mention;
use crate::core::segmenter::Segmenter;
use crate::core::span::Span;
use crate::core::word_alignment::{Stretch, WordAlignment};
use crate::editor::commit::short_quote;
use crate::editor::machine::Editor;
use crate::editor::passages::table::ArticlePassage;
use std::rc::Rc;

/// Two joined passages, and what can be done with them.
#[derive(Clone, PartialEq, Debug)]
pub struct BesideSheet {
    /// Which of the joined pairs it is, 0-based.
    pub at: usize,
    /// How many there are.
    pub n: usize,
    /// The passages, that of the first article first.
    pub passages: [ArticlePassage; 2],
    /// Such as `82 %`.
    pub percent: String,
    /// What speaks for it, then what speaks against it, in words.
    pub reasons: Vec<PairReason>,
    /// What only one of them says, as quotes; may be empty.
    pub only: [Vec<String>; 2],
    /// Mentions of one passage that the other has no like of.
    pub projectable: Vec<Projectable>,
    /// Whether both make the same claim already.
    pub is_one_claim: bool,
}

/// Why two passages are thought to say the same, or not to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PairReason {
    /// Whether it speaks against them.
    pub is_against: bool,
    /// Such as `same number: “189,922”`.
    pub words: String,
}

/// A mention that can be made in the other passage too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Projectable {
    /// On which side it is.
    pub side: Side,
    /// Its words, shortened.
    pub quote: String,
    /// Its label.
    pub label: LabelId,
    /// Where it would lie in the other.
    pub proposal: Proposal,
}

/// A piece of a quote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuotePiece {
    /// As it stands in the text.
    pub text: String,
    /// Whether the other quote lacks it.
    pub is_apart: bool,
}

impl BesideSheet {
    /// `None` where no passages are chosen.
    pub fn of(editor: &Editor, segmenter: &dyn Segmenter) -> Option<Self> {
        let (at, pair) = editor.chosen_pair()?;
        let joined = editor.joined();
        let passages = joined.passages(&pair)?;
        let [first, second] = texts(editor, passages)?;
        let table = &editor.view().passages.table;
        let in_words = |reason: &crate::core::align::Reason| {
            let (a, b) = if pair.is_turned {
                (second, first)
            } else {
                (first, second)
            };
            PairReason {
                is_against: reason.kind.is_against(),
                words: reason.in_words(a, b),
            }
        };
        let alignment = alignment(editor, &pair, segmenter)?;
        let quoted = |spans: Vec<Span>, text: &str| {
            let quotes = spans.into_iter().filter_map(|span| span.slice(text).map(str::to_owned));
            quotes.collect()
        };
        let reversed = alignment.reversed();
        let only = [
            quoted(alignment.only_in_a(), first),
            quoted(reversed.only_in_a(), second),
        ];
        let claims = passages.map(|it| claim_mention(editor, it).and_then(|it| it.reference().claim));
        let projectable = Side::BOTH.map(|side| {
            let alignment = match side {
                Side::First => &alignment,
                Side::Second => &reversed,
            };
            projectable(editor, side, passages, alignment)
        });
        Some(Self {
            at,
            n: joined.pairs.len(),
            passages,
            percent: percent(pair.score),
            reasons: table.reasons(pair.at).iter().map(in_words).collect(),
            only,
            projectable: projectable.concat(),
            is_one_claim: claims[0].is_some() && claims[0] == claims[1],
        })
    }
}

/// The words that differ between the chosen passages, in the texts of the first and the second article.
pub fn differences(editor: &Editor, segmenter: &dyn Segmenter) -> Option<[Vec<Span>; 2]> {
    let (_, pair) = editor.chosen_pair()?;
    let alignment = alignment(editor, &pair, segmenter)?;
    Some([alignment.only_in_a(), alignment.reversed().only_in_a()])
}

/// The quote of the mention and that of the proposed span, in pieces.
pub fn proposed_quotes(editor: &Editor, segmenter: &dyn Segmenter) -> Option<[Vec<QuotePiece>; 2]> {
    let proposal = editor.view().beside.proposal?;
    let project = editor.project();
    let mention = project.mention(proposal.mention)?;
    let from = project.article(mention.article)?.text.as_str();
    let to = project.article(proposal.article)?.text.as_str();
    let (a, b) = (mention.spans.hull(), proposal.span);
    let stretch = |text, span| Stretch { text, span };
    let alignment = WordAlignment::new(stretch(from, a), stretch(to, b), &[], segmenter);
    let reversed = alignment.reversed();
    Some([
        pieces(from, a, &alignment.only_in_a()),
        pieces(to, b, &reversed.only_in_a()),
    ])
}

/// `apart` lies within `span`, in order.
fn pieces(text: &str, span: Span, apart: &[Span]) -> Vec<QuotePiece> {
    let mut pieces = Vec::new();
    let mut push = |from, to, is_apart| {
        let piece = Span::new(from, to).and_then(|span| span.slice(text));
        pieces.extend(piece.map(|text| QuotePiece {
            text: text.to_owned(),
            is_apart,
        }));
    };
    let mut at = span.start();
    for stretch in apart {
        push(at, stretch.start(), false);
        push(stretch.start(), stretch.end(), true);
        at = stretch.end();
    }
    push(at, span.end(), false);
    pieces
}

fn texts(editor: &Editor, passages: [ArticlePassage; 2]) -> Option<[&str; 2]> {
    let text = |passage: ArticlePassage| Some(editor.project().article(passage.article)?.text.as_str());
    Some([text(passages[0])?, text(passages[1])?])
}

/// Of the first passage with the second; what the comparison took for the same in other words counts as such.
fn alignment<'e>(editor: &'e Editor, pair: &JoinedPair, segmenter: &dyn Segmenter) -> Option<WordAlignment<'e>> {
    let passages = editor.joined().passages(pair)?;
    let [first, second] = texts(editor, passages)?;
    let reasons = editor.view().passages.table.reasons(pair.at);
    let shared = reasons.iter().filter(|reason| !reason.kind.is_against());
    let known = shared.flat_map(|reason| reason.a.iter().copied().zip(reason.b.iter().copied()));
    let known: Vec<(Span, Span)> = known
        .map(|(a, b)| if pair.is_turned { (b, a) } else { (a, b) })
        .collect();
    let stretch = |text, span| Stretch { text, span };
    let (a, b) = (stretch(first, pair.spans[0]), stretch(second, pair.spans[1]));
    Some(WordAlignment::new(a, b, &known, segmenter))
}

/// `alignment` is from that side to the other.
fn projectable(
    editor: &Editor,
    side: Side,
    passages: [ArticlePassage; 2],
    alignment: &WordAlignment<'_>,
) -> Vec<Projectable> {
    let (here, there) = (side.of(passages), side.other().of(passages));
    let found = mentions_in(editor, here).into_iter().filter_map(|mention| {
        let span = alignment.project(mention.spans.hull())?;
        let has_like = mentions_in(editor, there).iter().any(|other| {
            other.label == mention.label
                && (other.spans.hull().overlaps(span)
                    || (mention.reference.is_some() && other.reference().claim == mention.reference().claim))
        });
        (!has_like).then(|| Projectable {
            side,
            quote: short_quote(&editor.project().quote(&mention)),
            label: mention.label,
            proposal: Proposal {
                mention: mention.id,
                article: there.article,
                span,
            },
        })
    });
    found.collect()
}

/// Those that have a part of the passage, in text order; a span of several counts once.
fn mentions_in(editor: &Editor, passage: ArticlePassage) -> Vec<Rc<Mention>> {
    let Some(mentions) = editor.project().mentions(passage.article) else {
        return Vec::new();
    };
    let mut found: Vec<Rc<Mention>> = Vec::new();
    for (_, id) in mentions.index().overlapping(passage.span) {
        if let Some(mention) = mentions.get(id).filter(|_| found.iter().all(|it| it.id != id)) {
            found.push(mention.clone());
        }
    }
    found
}
