//! The relations of one thing, as lists show them.

use super::excerpt::excerpt;
use super::machine::Editor;
use super::relating::{Relating, place_of};
use crate::core::id::RelationId;
use crate::core::project::Project;
use crate::core::relation::{End, Relation, Side};

/// One relation, seen from one of its ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelationLine {
    /// Which.
    pub id: RelationId,
    /// At which end this is seen from.
    pub side: Side,
    /// As it reads from there.
    pub reads: String,
    /// Whether it reads the same from both.
    pub is_symmetric: bool,
    /// What stands at the other end.
    pub other: End,
    /// What that says.
    pub words: String,
    /// Which kind of thing it is; a mention of another article is named by that.
    pub place: String,
    /// The person's note.
    pub note: String,
    /// Whether it may be turned round: it has a direction, and the schema allows the other one.
    pub can_reverse: bool,
    /// Whether the schema would allow it now.
    pub is_allowed: bool,
}

/// Of a quote or a sentence.
const MAX_CHARS: usize = 160;

/// In the order of their making. Costs what relations the project has.
pub fn relation_lines(editor: &Editor, end: End) -> Vec<RelationLine> {
    let project = editor.project();
    let relations = project.dossier().relations_of(end);
    relations.filter_map(|it| line(project, it, end)).collect()
}

fn line(project: &Project, relation: &Relation, end: End) -> Option<RelationLine> {
    let side = relation.side_of(end)?;
    let other = relation.end(side.other());
    let kind = project.schema().relation_type(relation.kind)?;
    let (from, to) = (project.end_kind(relation.from)?, project.end_kind(relation.to)?);
    let (words, place) = shown(project, end, other)?;
    Some(RelationLine {
        id: relation.id,
        side,
        reads: kind.reads(side).to_owned(),
        is_symmetric: kind.is_symmetric(),
        other,
        words,
        place,
        note: relation.note.clone(),
        can_reverse: !kind.is_symmetric() && kind.joins(to, from),
        is_allowed: kind.joins(from, to),
    })
}

fn shown(project: &Project, end: End, other: End) -> Option<(String, String)> {
    let End::Mention(id) = other else {
        let kind = if matches!(other, End::Claim(_)) {
            "claim"
        } else {
            "entity"
        };
        return Some((project.words_of(other)?, kind.to_owned()));
    };
    let mention = project.mention(id)?;
    let article = project.article(mention.article)?;
    let is_here = matches!(end, End::Mention(id) if project.mention(id).is_some_and(|it| it.article == article.id));
    let place = if is_here { "here".to_owned() } else { place_of(article) };
    Some((excerpt(article.text.as_str(), &mention.spans, MAX_CHARS), place))
}

impl RelationLine {
    /// Has the relation of this end say something else.
    pub fn retyping(&self, end: End) -> Relating {
        Relating {
            end,
            other: Some(self.other),
            relation: Some(self.id),
        }
    }
}
