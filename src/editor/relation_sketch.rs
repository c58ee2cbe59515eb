//! What the article pane draws of one mention's relations: a line to each other end that may be in view, and words for the
//! others.

use super::excerpt::excerpt;
use super::machine::Editor;
use super::relating::place_of;
use crate::core::id::MentionId;
use crate::core::relation::{End, Relation, Side};
use crate::core::span::Span;

/// Of one mention of the open article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelationSketch {
    /// The mention's spans.
    pub from: Vec<Span>,
    /// In the order of their making.
    pub links: Vec<Link>,
}

/// One relation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// As it reads from the mention.
    pub reads: String,
    /// At which end the arrow has its head; `None` where it reads the same from both.
    pub head: Option<Side>,
    /// What it leads to.
    pub to: Place,
    /// What that says, and where it stands if elsewhere.
    pub words: String,
}

/// Where the other end stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In the open article: where its first span is.
    Here(Span),
    /// In another article, or above all.
    Elsewhere,
}

/// Of what stands elsewhere.
const MAX_CHARS: usize = 48;

impl RelationSketch {
    /// `None` where the mention is not of the open article or has no relations. Costs what relations the project has.
    pub fn of(editor: &Editor, id: MentionId) -> Option<Self> {
        let project = editor.project();
        let mention = project.mention(id)?;
        if Some(mention.article) != editor.view().article {
            return None;
        }
        let end = End::Mention(id);
        let relations = project.dossier().relations_of(end);
        let links: Vec<Link> = relations.filter_map(|it| link(editor, it, end)).collect();
        let from = mention.spans.as_slice().to_vec();
        (!links.is_empty()).then_some(Self { from, links })
    }
}

fn link(editor: &Editor, relation: &Relation, end: End) -> Option<Link> {
    let project = editor.project();
    let side = relation.side_of(end)?;
    let kind = project.schema().relation_type(relation.kind)?;
    let other = relation.end(side.other());
    let (to, words) = match other {
        End::Mention(id) => {
            let mention = project.mention(id)?;
            let article = project.article(mention.article)?;
            let quote = excerpt(article.text.as_str(), &mention.spans, MAX_CHARS);
            match Some(article.id) == editor.view().article {
                true => (Place::Here(mention.spans.first()), format!("“{quote}”")),
                false => (Place::Elsewhere, format!("“{quote}” · {}", place_of(article))),
            }
        }
        End::Claim(_) | End::Entity(_) => (Place::Elsewhere, project.words_of(other)?),
    };
    Some(Link {
        reads: kind.reads(side).to_owned(),
        head: (!kind.is_symmetric()).then_some(side.other()),
        to,
        words,
    })
}

#[cfg(test)]
mod tests {
    use super::super::dossier::{DossierAction, RelationAction};
    use super::super::link_choices::tests::{act, editor_of, tagged};
    use super::*;
    use crate::core::default_relation_types::{CONTRADICTS, SUPPORTS};
    use crate::core::default_schema::CLAIM;

    #[test]
    fn ends_of_the_open_article_have_a_place_and_others_words() {
        let (mut editor, _) = editor_of(&["Prices rose. Food is dear.", "Prices fell."], "");
        let places = [(1, "Prices fell"), (0, "Prices rose"), (0, "Food is dear")];
        let [fell, rose, dear] = places.map(|(article, words)| tagged(&mut editor, article, words, 0, CLAIM));
        for (kind, from, to) in [(SUPPORTS, dear, rose), (CONTRADICTS, rose, fell)] {
            let (from, to) = (End::Mention(from), End::Mention(to));
            act(
                &mut editor,
                DossierAction::Relation(RelationAction::Relate { kind, from, to }),
            );
        }
        let sketch = RelationSketch::of(&editor, rose).expect("it has relations");
        let links: Vec<_> = sketch
            .links
            .iter()
            .map(|it| (it.reads.as_str(), it.head, it.to, it.words.as_str()))
            .collect();
        let span = editor
            .project()
            .mention(dear)
            .map(|it| it.spans.first())
            .expect("it is there");
        let expected = [
            ("is supported by", Some(Side::From), Place::Here(span), "“Food is dear”"),
            ("contradicts", None, Place::Elsewhere, "“Prices fell” · Article 2"),
        ];
        assert_eq!(links, expected);
        assert_eq!(RelationSketch::of(&editor, fell), None, "its article is not open");
    }
}
