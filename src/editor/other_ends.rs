//! What something may be related to, found by a few letters.
//!
//! Mentions are looked through in slices, so that typing stays immediate however many there are.

use super::excerpt::excerpt;
use super::hit_excerpt::HitExcerpt;
use super::machine::Editor;
use super::mention_walk::{MentionWalk, Met, SLICE};
use super::relating::{Phrase, Relating, place_of};
use super::text_filter::TextFilter;
use crate::core::article::Article;
use crate::core::id::LabelId;
use crate::core::mention::Mention;
use crate::core::relation::{End, Side};
use crate::core::relation_type::{EndKind, RelationType};
use std::rc::Rc;

/// What may stand at the other end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherEnd {
    /// Which.
    pub end: End,
    /// What it says.
    pub words: String,
    /// Where it stands: what surrounds it, or its article.
    pub place: String,
    /// The mention's label, or the entity's type.
    pub label: Option<LabelId>,
}

/// Of each kind, so many are shown; letters find the others.
const MOST: usize = 60;

/// Of a quote or a sentence.
const MAX_CHARS: usize = 120;

/// What the schema allows there and holds each word of the query.
#[derive(Debug)]
pub struct OtherEnds {
    wanted: Wanted,
    here: Mentions,
    claims: Vec<OtherEnd>,
    entities: Vec<OtherEnd>,
    elsewhere: Mentions,
    n_looked_at: usize,
}

#[derive(Debug)]
struct Wanted {
    not: End,
    /// What they are to stand to.
    end: EndKind,
    kind: Rc<RelationType>,
    side: Side,
    words: Vec<TextFilter>,
}

#[derive(Clone, Copy)]
enum Place {
    /// In the open article.
    Here,
    /// In another one.
    Elsewhere,
}

/// Mentions of the open article, or of the others.
#[derive(Debug, Default)]
struct Mentions {
    found: Vec<OtherEnd>,
    walk: MentionWalk,
    is_through: bool,
}

impl OtherEnds {
    /// Looks through everything but mentions, and through the first slice of these. `None` where what is to be related, or
    /// how, is gone.
    pub fn new(editor: &Editor, relating: &Relating, phrase: &Phrase, query: &str) -> Option<Self> {
        let project = editor.project();
        let wanted = Wanted {
            not: relating.end,
            end: project.end_kind(relating.end)?,
            kind: project.schema().relation_type(phrase.kind)?.clone(),
            side: phrase.side,
            words: query.split_whitespace().filter_map(TextFilter::new).collect(),
        };
        let mut ends = Self {
            claims: wanted.claims(editor),
            entities: wanted.entities(editor),
            wanted,
            here: Mentions::default(),
            elsewhere: Mentions::default(),
            n_looked_at: 0,
        };
        ends.further(editor);
        Some(ends)
    }

    /// Whether no mention is left to be looked at, or enough are found.
    pub fn is_whole(&self) -> bool {
        self.here.is_through && self.elsewhere.is_through
    }

    /// How many mentions were looked at.
    pub fn n_looked_at(&self) -> usize {
        self.n_looked_at
    }

    /// Looks at the next [`SLICE`] of mentions, if some are left.
    pub fn further(&mut self, editor: &Editor) {
        let open = editor.view().article;
        let articles = editor.project().articles().iter();
        let (ours, others): (Vec<_>, Vec<_>) = articles.partition(|it| Some(it.id) == open);
        let mut budget = SLICE;
        let before = budget;
        self.here.further(&self.wanted, Place::Here, &ours, editor, &mut budget);
        self.elsewhere
            .further(&self.wanted, Place::Elsewhere, &others, editor, &mut budget);
        self.n_looked_at += before - budget;
    }

    /// What is found so far: first what is of the same kind; mentions of the open article stand for all mentions, and those
    /// of others come last.
    pub fn found(&self) -> Vec<OtherEnd> {
        let (here, claims, entities) = (&self.here.found, &self.claims, &self.entities);
        let first = match self.wanted.not {
            End::Mention(_) => [here, claims, entities],
            End::Claim(_) => [claims, here, entities],
            End::Entity(_) => [entities, here, claims],
        };
        let parts = first.into_iter().chain([&self.elsewhere.found]);
        parts.flatten().cloned().collect()
    }
}

impl Mentions {
    fn further(
        &mut self,
        wanted: &Wanted,
        place: Place,
        articles: &[&Rc<Article>],
        editor: &Editor,
        budget: &mut usize,
    ) {
        while !self.is_through && *budget > 0 {
            *budget -= 1;
            let Some(Met { mention, article, .. }) = self.walk.next(articles, editor.project()) else {
                self.is_through = true;
                return;
            };
            if wanted.takes_mention(mention, article, place) {
                self.found.push(OtherEnd {
                    end: End::Mention(mention.id),
                    words: excerpt(article.text.as_str(), &mention.spans, MAX_CHARS),
                    place: place.of(mention, article),
                    label: Some(mention.label),
                });
                self.is_through = self.found.len() == MOST;
            }
        }
    }
}

impl Wanted {
    fn takes(&self, other: EndKind) -> bool {
        match self.side {
            Side::From => self.kind.joins(self.end, other),
            Side::To => self.kind.joins(other, self.end),
        }
    }

    fn finds(&self, in_any_of: &[&str]) -> bool {
        let is_in = |word: &TextFilter| in_any_of.iter().any(|text| word.finds_in(text));
        self.words.iter().all(is_in)
    }

    /// Words of an article's title mean those of other articles: all of the open one have them.
    fn takes_mention(&self, mention: &Mention, article: &Article, place: Place) -> bool {
        if End::Mention(mention.id) == self.not || !self.takes(EndKind::Mention(mention.label)) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let quote = mention.spans.quote(article.text.as_str()).unwrap_or_default();
        match place {
            Place::Here => self.finds(&[&quote, &mention.note]),
            Place::Elsewhere => self.finds(&[&quote, &mention.note, &article.title, &article.source.outlet]),
        }
    }

    fn claims(&self, editor: &Editor) -> Vec<OtherEnd> {
        let claims = editor.project().dossier().claims().filter(|claim| {
            let is_other = End::Claim(claim.id) != self.not;
            is_other && self.finds(&[&claim.text])
        });
        let claims = claims.map(|claim| OtherEnd {
            end: End::Claim(claim.id),
            words: claim.text.clone(),
            place: "claim".to_owned(),
            label: None,
        });
        claims.take(self.most(EndKind::Claim)).collect()
    }

    fn entities(&self, editor: &Editor) -> Vec<OtherEnd> {
        let entities = editor.project().dossier().entities().filter(|entity| {
            let names: Vec<&str> = entity.names().collect();
            End::Entity(entity.id) != self.not && self.finds(&names)
        });
        let entities = entities.map(|entity| OtherEnd {
            end: End::Entity(entity.id),
            words: entity.name.clone(),
            place: "entity".to_owned(),
            label: entity.label,
        });
        entities.take(self.most(EndKind::Entity)).collect()
    }

    /// None of a kind that may not stand there.
    fn most(&self, kind: EndKind) -> usize {
        if self.takes(kind) { MOST } else { 0 }
    }
}

impl Place {
    /// Where such a mention stands, in words.
    fn of(self, mention: &Mention, article: &Article) -> String {
        match self {
            Self::Here => {
                let around = HitExcerpt::of(article.text.as_str(), mention.spans.first());
                format!("{} [⋯] {}", around.before.trim_end(), around.after.trim_start())
            }
            Self::Elsewhere => place_of(article),
        }
    }
}
