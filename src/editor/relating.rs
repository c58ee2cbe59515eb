//! Relating something to something else, step by step: how, as far as the schema allows it, and to what.

use super::dossier::RelationAction;
use super::excerpt::excerpt;
use super::hit_excerpt::HitExcerpt;
use super::machine::Editor;
use super::text_filter::TextFilter;
use crate::core::article::Article;
use crate::core::id::{LabelId, RelationId, RelationTypeId};
use crate::core::mention::Mention;
use crate::core::mention_set::MentionSet;
use crate::core::project::Project;
use crate::core::relation::{End, Side};
use crate::core::relation_type::{EndKind, RelationType};

/// What is being related.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Relating {
    /// Where it was begun.
    pub end: End,
    /// To what, where that is known already.
    pub other: Option<End>,
    /// The relation that is to say something else; `None` for a new one.
    pub relation: Option<RelationId>,
}

/// One way in which something can stand to something else: a type, and at which of its ends the person is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phrase {
    /// The type.
    pub kind: RelationTypeId,
    /// Where [`Relating::end`] would stand.
    pub side: Side,
    /// As it reads from there, such as “is supported by”.
    pub words: String,
    /// What the type means; may be empty.
    pub detail: String,
}

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

impl Relating {
    /// Something new about this.
    pub fn from_end(end: End) -> Self {
        Self {
            end,
            other: None,
            relation: None,
        }
    }

    /// The ways that the schema allows, in its order; each type first as it reads forward.
    pub fn phrases(&self, project: &Project) -> Vec<Phrase> {
        let Some(end) = project.end_kind(self.end) else {
            return Vec::new();
        };
        let other = self.other.and_then(|other| project.end_kind(other));
        let fits = |kind: &RelationType, side: Side| match (other, side) {
            (None, side) => kind.takes(side, end),
            (Some(other), Side::From) => kind.joins(end, other),
            (Some(other), Side::To) => kind.joins(other, end),
        };
        let mut phrases = Vec::new();
        for kind in &project.schema().relation_types {
            let sides: &[Side] = match kind.is_symmetric() {
                true => &[Side::From],
                false => &[Side::From, Side::To],
            };
            for side in sides.iter().copied().filter(|side| fits(kind, *side)) {
                phrases.push(Phrase {
                    kind: kind.id,
                    side,
                    words: kind.reads(side).to_owned(),
                    detail: kind.description.clone(),
                });
            }
        }
        phrases
    }

    /// What makes it so, once both are known.
    pub fn action(&self, phrase: &Phrase, other: End) -> RelationAction {
        let kind = phrase.kind;
        let (from, to) = match phrase.side {
            Side::From => (self.end, other),
            Side::To => (other, self.end),
        };
        match self.relation {
            Some(relation) => RelationAction::Retype {
                relation,
                kind,
                from,
                to,
            },
            None => RelationAction::Relate { kind, from, to },
        }
    }

    /// What may stand at the other end and holds each word of the query: first what is of the same kind, with mentions of the
    /// open article before those of others, which come last; of each kind the first some. Costs what must be looked at until these are found.
    pub fn other_ends(&self, editor: &Editor, phrase: &Phrase, query: &str) -> Vec<OtherEnd> {
        let project = editor.project();
        let here = project.end_kind(self.end);
        let kind = project.schema().relation_type(phrase.kind);
        let Some((here, kind)) = here.zip(kind) else {
            return Vec::new();
        };
        let words: Vec<TextFilter> = query.split_whitespace().filter_map(TextFilter::new).collect();
        let search = Search {
            project,
            not: self.end,
            takes: &|other| match phrase.side {
                Side::From => kind.joins(here, other),
                Side::To => kind.joins(other, here),
            },
            words: &words,
        };
        let open = editor.view().article;
        let (ours, others): (Vec<_>, Vec<_>) = project.articles().iter().partition(|it| Some(it.id) == open);
        let (near, claims, entities) = (search.mentions(ours, Place::Here), search.claims(), search.entities());
        let far = search.mentions(others, Place::Elsewhere);
        match self.end {
            End::Mention(_) => [near, claims, entities, far].concat(),
            End::Claim(_) => [claims, near, entities, far].concat(),
            End::Entity(_) => [entities, near, claims, far].concat(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Here,
    Elsewhere,
}

struct Search<'a> {
    project: &'a Project,
    not: End,
    takes: &'a dyn Fn(EndKind) -> bool,
    words: &'a [TextFilter],
}

impl Search<'_> {
    fn finds(&self, in_any_of: &[&str]) -> bool {
        let is_in = |word: &TextFilter| in_any_of.iter().any(|text| word.finds_in(text));
        self.words.iter().all(is_in)
    }

    fn mentions(&self, articles: Vec<&std::rc::Rc<Article>>, place: Place) -> Vec<OtherEnd> {
        let mut found = Vec::new();
        for article in articles {
            let mentions = self.project.mentions(article.id);
            for mention in mentions.into_iter().flat_map(MentionSet::in_text_order) {
                let is_other = End::Mention(mention.id) != self.not && (self.takes)(EndKind::Mention(mention.label));
                if is_other && self.is_meant(mention, article, place) {
                    found.push(mention_end(mention, article, place));
                    if found.len() == MOST {
                        return found;
                    }
                }
            }
        }
        found
    }

    /// Words of an article's title mean those of other articles: all of the open one have them.
    fn is_meant(&self, mention: &Mention, article: &Article, place: Place) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let quote = mention.spans.quote(article.text.as_str()).unwrap_or_default();
        match place {
            Place::Here => self.finds(&[&quote, &mention.note]),
            Place::Elsewhere => self.finds(&[&quote, &mention.note, &article.title, &article.source.outlet]),
        }
    }

    fn claims(&self) -> Vec<OtherEnd> {
        if !(self.takes)(EndKind::Claim) {
            return Vec::new();
        }
        let claims = self.project.dossier().claims();
        let meant = claims.filter(|claim| End::Claim(claim.id) != self.not && self.finds(&[&claim.text]));
        let shown = meant.take(MOST).map(|claim| OtherEnd {
            end: End::Claim(claim.id),
            words: claim.text.clone(),
            place: "claim".to_owned(),
            label: None,
        });
        shown.collect()
    }

    fn entities(&self) -> Vec<OtherEnd> {
        if !(self.takes)(EndKind::Entity) {
            return Vec::new();
        }
        let entities = self.project.dossier().entities();
        let meant = entities.filter(|entity| {
            let names: Vec<&str> = entity.names().collect();
            End::Entity(entity.id) != self.not && self.finds(&names)
        });
        let shown = meant.take(MOST).map(|entity| OtherEnd {
            end: End::Entity(entity.id),
            words: entity.name.clone(),
            place: "entity".to_owned(),
            label: entity.label,
        });
        shown.collect()
    }
}

fn mention_end(mention: &Mention, article: &Article, place: Place) -> OtherEnd {
    let text = article.text.as_str();
    OtherEnd {
        end: End::Mention(mention.id),
        words: excerpt(text, &mention.spans, MAX_CHARS),
        place: match place {
            Place::Here => {
                let around = HitExcerpt::of(text, mention.spans.first());
                format!("{} [⋯] {}", around.before.trim_end(), around.after.trim_start())
            }
            Place::Elsewhere => place_of(article),
        },
        label: Some(mention.label),
    }
}

/// An article by its outlet and title.
pub fn place_of(article: &Article) -> String {
    match article.source.outlet.as_str() {
        "" => article.title.clone(),
        outlet => format!("{outlet}: {}", article.title),
    }
}
