//! The only way to change a project. An edit holds the old and the new value, so its inverse needs no project.

use super::article::Article;
use super::claim::Claim;
use super::coverage::Absence;
use super::distinction::{Distinction, DistinctionKey};
use super::dossier_edit;
use super::entity::Entity;
use super::id::{ArticleId, ClaimId, EntityId, LabelId, MentionId, RelationId, RelationTypeId};
use super::label::Label;
use super::mention::Mention;
use super::mention_run::Change;
use super::mention_set::MentionSet;
use super::project::Project;
use super::relation::{End, Relation};
use super::relation_type::RelationType;
use super::timestamp::Timestamp;
use std::fmt;
use std::rc::Rc;

/// One change of one thing. `old` and `new` are what stood there before and stands there after; `None` is absence,
/// so the same shape makes, changes and deletes.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// The project's name.
    Name { old: String, new: String },
    /// The schema's guidelines.
    Guidelines { old: String, new: String },
    /// A label at its place in the schema.
    Label {
        old: Option<Placed<Label>>,
        new: Option<Placed<Label>>,
    },
    /// An article at its place in the project. One that is taken out must have no mentions, absences and distinctions left.
    Article {
        old: Option<Placed<Article>>,
        new: Option<Placed<Article>>,
    },
    /// A mention. One that is taken out must not be related.
    Mention {
        old: Option<Rc<Mention>>,
        new: Option<Rc<Mention>>,
    },
    /// An entity. One that is taken out must be neither referred to nor related.
    Entity {
        old: Option<Rc<Entity>>,
        new: Option<Rc<Entity>>,
    },
    /// A claim. One that is taken out must be neither referred to nor related, nor have absences.
    Claim {
        old: Option<Rc<Claim>>,
        new: Option<Rc<Claim>>,
    },
    /// That a claim is not in an article.
    Absence {
        old: Option<Rc<Absence>>,
        new: Option<Rc<Absence>>,
    },
    /// A type of relations at its place in the schema. One that is taken out must have no relations left.
    RelationType {
        old: Option<Placed<RelationType>>,
        new: Option<Placed<RelationType>>,
    },
    /// A relation.
    Relation {
        old: Option<Rc<Relation>>,
        new: Option<Rc<Relation>>,
    },
    /// That two passages are not the same.
    Distinction {
        old: Option<Rc<Distinction>>,
        new: Option<Rc<Distinction>>,
    },
}

/// A thing and its 0-based place in the list it belongs to.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed<T> {
    /// Where it stands: on removal where it stood, on insertion where it will stand.
    pub index: usize,
    /// The thing.
    pub item: Rc<T>,
}

/// The project is not in the state that the edit starts from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditError(
    /// Which expectation failed.
    pub &'static str,
);

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What an edit touches, for telling listeners and for storing what changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Touched {
    /// The project's own fields.
    Project,
    /// The schema.
    Label(LabelId),
    /// An article's presence, place or metadata.
    Article(ArticleId),
    /// A mention of an article.
    Mention(ArticleId, MentionId),
    /// An entity.
    Entity(EntityId),
    /// A claim.
    Claim(ClaimId),
    /// Whether a claim is absent from an article.
    Absence(ClaimId, ArticleId),
    /// A type of relations.
    RelationType(RelationTypeId),
    /// A relation.
    Relation(RelationId),
    /// Whether two passages are told apart.
    Distinction(DistinctionKey),
}

impl Edit {
    /// Changes the project, or leaves it as it was and says which expectation failed.
    pub fn apply(&self, project: &mut Project) -> Result<(), EditError> {
        match self {
            Self::Name { old, new } => replace(&mut project.name, old, new),
            Self::Guidelines { old, new } => replace(&mut project.schema.guidelines, old, new),
            Self::Label { old, new } => {
                let key = |label: &Label| label.id;
                swap_in_list(&mut project.schema.labels, old.as_ref(), new.as_ref(), key)
            }
            Self::Article { old, new } => apply_article(project, old.as_ref(), new.as_ref()),
            Self::Mention { old, new } => apply_mention(project, old.as_ref(), new.as_ref()),
            Self::Entity { old, new } => dossier_edit::entity(project, old.as_ref(), new.as_ref()),
            Self::Claim { old, new } => dossier_edit::claim(project, old.as_ref(), new.as_ref()),
            Self::Absence { old, new } => dossier_edit::absence(project, old.as_ref(), new.as_ref()),
            Self::RelationType { old, new } => apply_relation_type(project, old.as_ref(), new.as_ref()),
            Self::Relation { old, new } => dossier_edit::relation(project, old.as_ref(), new.as_ref()),
            Self::Distinction { old, new } => dossier_edit::distinction(project, old.as_ref(), new.as_ref()),
        }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn invert(&self) -> Self {
        match self.clone() {
            Self::Name { old, new } => Self::Name { old: new, new: old },
            Self::Guidelines { old, new } => Self::Guidelines { old: new, new: old },
            Self::Label { old, new } => Self::Label { old: new, new: old },
            Self::Article { old, new } => Self::Article { old: new, new: old },
            Self::Mention { old, new } => Self::Mention { old: new, new: old },
            Self::Entity { old, new } => Self::Entity { old: new, new: old },
            Self::Claim { old, new } => Self::Claim { old: new, new: old },
            Self::Absence { old, new } => Self::Absence { old: new, new: old },
            Self::RelationType { old, new } => Self::RelationType { old: new, new: old },
            Self::Relation { old, new } => Self::Relation { old: new, new: old },
            Self::Distinction { old, new } => Self::Distinction { old: new, new: old },
        }
    }

    /// The old and the new value, where it is a mention's.
    pub(in crate::core) fn as_mention(&self) -> Option<Change<'_>> {
        match self {
            Self::Mention { old, new } => Some((old.as_ref(), new.as_ref())),
            _ => None,
        }
    }

    /// Whether what stands there afterwards is what stood there before, but for the time of the last change.
    pub fn changes_nothing(&self) -> bool {
        match self {
            Self::Name { old, new } | Self::Guidelines { old, new } => old == new,
            Self::Label { old, new } => old == new,
            Self::Article { old, new } => old == new,
            Self::Mention { old, new } => is_same(old, new, |it| &mut it.modified),
            Self::Entity { old, new } => is_same(old, new, |it| &mut it.modified),
            Self::Claim { old, new } => is_same(old, new, |it| &mut it.modified),
            Self::Absence { old, new } => old == new,
            Self::RelationType { old, new } => old == new,
            Self::Relation { old, new } => is_same(old, new, |it| &mut it.modified),
            Self::Distinction { old, new } => old == new,
        }
    }

    /// The thing that it changes; `None` for an edit from nothing to nothing.
    pub fn touched(&self) -> Option<Touched> {
        match self {
            Self::Name { .. } | Self::Guidelines { .. } => Some(Touched::Project),
            Self::Label { old, new } => old
                .as_ref()
                .or(new.as_ref())
                .map(|placed| Touched::Label(placed.item.id)),
            Self::Article { old, new } => old
                .as_ref()
                .or(new.as_ref())
                .map(|placed| Touched::Article(placed.item.id)),
            Self::Mention { old, new } => old.as_ref().or(new.as_ref()).map(|m| Touched::Mention(m.article, m.id)),
            Self::Entity { old, new } => old.as_ref().or(new.as_ref()).map(|it| Touched::Entity(it.id)),
            Self::Claim { old, new } => old.as_ref().or(new.as_ref()).map(|it| Touched::Claim(it.id)),
            Self::Absence { old, new } => {
                let either = old.as_ref().or(new.as_ref());
                either.map(|it| Touched::Absence(it.claim, it.article))
            }
            Self::RelationType { old, new } => {
                let either = old.as_ref().or(new.as_ref());
                either.map(|placed| Touched::RelationType(placed.item.id))
            }
            Self::Relation { old, new } => old.as_ref().or(new.as_ref()).map(|it| Touched::Relation(it.id)),
            Self::Distinction { old, new } => {
                let either = old.as_ref().or(new.as_ref());
                either.map(|it| Touched::Distinction(it.key()))
            }
        }
    }
}

/// Whether two values are equal but for the time of the last change.
fn is_same<T: Clone + PartialEq>(
    old: &Option<Rc<T>>,
    new: &Option<Rc<T>>,
    modified: impl Fn(&mut T) -> &mut Timestamp,
) -> bool {
    let timeless = |it: &Rc<T>| {
        let mut it = T::clone(it);
        *modified(&mut it) = Timestamp::default();
        it
    };
    old == new || old.as_ref().map(timeless) == new.as_ref().map(timeless)
}

fn replace(place: &mut String, old: &str, new: &str) -> Result<(), EditError> {
    if place != old {
        return Err(EditError("the text to be replaced is not the one expected"));
    }
    new.clone_into(place);
    Ok(())
}

/// Takes `old` out and puts `new` in, after checking both.
fn swap_in_list<T: PartialEq, K: PartialEq>(
    list: &mut Vec<Rc<T>>,
    old: Option<&Placed<T>>,
    new: Option<&Placed<T>>,
    key: impl Fn(&T) -> K,
) -> Result<(), EditError> {
    if let Some(old) = old
        && list.get(old.index) != Some(&old.item)
    {
        return Err(EditError("the item to be replaced is not where it is expected"));
    }
    if let Some(new) = new {
        let rest = list.len() - usize::from(old.is_some());
        let own = old.map(|old| old.index);
        let taken = list
            .iter()
            .enumerate()
            .any(|(i, item)| Some(i) != own && key(item) == key(&new.item));
        if new.index > rest || taken {
            return Err(EditError("the item cannot be put there"));
        }
    }
    if let Some(old) = old {
        list.remove(old.index);
    }
    if let Some(new) = new {
        list.insert(new.index, new.item.clone());
    }
    Ok(())
}

fn apply_article(
    project: &mut Project,
    old: Option<&Placed<Article>>,
    new: Option<&Placed<Article>>,
) -> Result<(), EditError> {
    let (before, after) = (old.map(|old| old.item.id), new.map(|new| new.item.id));
    if before != after
        && let Some(id) = before
        && project.mentions.get(&id).is_some_and(|set| !set.is_empty())
    {
        return Err(EditError("the article still has mentions"));
    }
    if before != after
        && let Some(id) = before
        && project.dossier.absences().any(|absence| absence.article == id)
    {
        return Err(EditError("it is still said of the article that a claim is absent"));
    }
    if before != after
        && let Some(id) = before
        && project.dossier.distinctions().any(|it| it.is_of(id))
    {
        return Err(EditError("a passage of the article is still told apart from another"));
    }
    if let (Some(old), Some(new)) = (old, new)
        && before == after
        && old.item.text != new.item.text
    {
        return Err(EditError("an article's text never changes"));
    }
    swap_in_list(&mut project.articles, old, new, |article| article.id)?;
    if before != after {
        if let Some(id) = before {
            project.mentions.remove(&id);
        }
        if let Some(id) = after {
            project.mentions.insert(id, MentionSet::default());
        }
    }
    Ok(())
}

fn apply_relation_type(
    project: &mut Project,
    old: Option<&Placed<RelationType>>,
    new: Option<&Placed<RelationType>>,
) -> Result<(), EditError> {
    if let Some(old) = old.map(|old| old.item.id)
        && new.is_none_or(|new| new.item.id != old)
        && project.dossier.relations().any(|it| it.kind == old)
    {
        return Err(EditError("there are still relations of the type"));
    }
    swap_in_list(&mut project.schema.relation_types, old, new, |kind| kind.id)
}

fn apply_mention(project: &mut Project, old: Option<&Rc<Mention>>, new: Option<&Rc<Mention>>) -> Result<(), EditError> {
    if let Some(old) = old
        && project.mention(old.id) != Some(old)
    {
        return Err(EditError("the mention to be replaced is not the one expected"));
    }
    dossier_edit::stays_related(
        project,
        old.map(|it| End::Mention(it.id)),
        new.map(|it| End::Mention(it.id)),
    )?;
    if let Some(new) = new {
        let known = project.mention(new.id).is_some() && old.is_none_or(|old| old.id != new.id);
        let article = project.article(new.article);
        let fits = article.is_some_and(|article| new.spans.as_slice().iter().all(|span| article.text.fits(*span)));
        let refers = project.dossier.known(new.reference()) == new.reference();
        if known || !fits || !refers {
            return Err(EditError("the mention does not fit the project"));
        }
    }
    if let Some(old) = old
        && let Some(set) = project.mentions.get_mut(&old.article)
    {
        set.remove(old.id);
    }
    if let Some(new) = new
        && let Some(set) = project.mentions.get_mut(&new.article)
    {
        set.insert(new.clone());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article_text::ArticleText;
    use crate::core::offset::ByteOffset;
    use crate::core::span::Span;
    use crate::core::spans::Spans;
    use crate::testkit::dice::arb_dice;
    use crate::testkit::random_project::{arb_project, small_project};
    use crate::testkit::random_step::{edit, stray_edit};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_applies_can_be_taken_back(project in arb_project(), mut dice in arb_dice(60)) {
            let edit = edit(&mut dice, &project);
            let mut after = project.clone();
            prop_assert_eq!(edit.apply(&mut after), Ok(()));
            after.check_invariants();
            prop_assert!(edit.touched().is_some());
            prop_assert_eq!(&edit.invert().invert(), &edit);
            let done = after.clone();
            prop_assert_eq!(edit.invert().apply(&mut after), Ok(()));
            prop_assert_eq!(&after, &project);
            prop_assert_eq!(edit.apply(&mut after), Ok(()));
            prop_assert_eq!(&after, &done);
        }

        #[test]
        fn what_does_not_fit_changes_nothing(
            project in arb_project(),
            other in arb_project(),
            mut dice in arb_dice(60),
        ) {
            let edit = stray_edit(&mut dice, &project, &other);
            let mut after = project.clone();
            match edit.apply(&mut after) {
                Err(_) => prop_assert_eq!(&after, &project),
                Ok(()) => {
                    prop_assert_eq!(edit.invert().apply(&mut after), Ok(()));
                    prop_assert_eq!(&after, &project);
                }
            }
        }
    }

    #[test]
    fn each_expectation_is_checked() {
        let mut project = small_project();
        let mention = project.all_mentions().next().unwrap().clone();
        let article = Placed {
            index: 0,
            item: project.articles()[0].clone(),
        };
        let moved = Rc::new(Mention {
            spans: Spans::one(Span::new(ByteOffset(0), ByteOffset(9999)).unwrap()),
            ..mention.as_ref().clone()
        });
        let other_text = Rc::new(Article {
            text: Rc::new(ArticleText::new("other".to_owned())),
            ..article.item.as_ref().clone()
        });
        let stray = [
            Edit::Name {
                old: "not its name".to_owned(),
                new: "x".to_owned(),
            },
            // Still has mentions.
            Edit::Article {
                old: Some(article.clone()),
                new: None,
            },
            // There twice.
            Edit::Article {
                old: None,
                new: Some(article.clone()),
            },
            // Another text.
            Edit::Article {
                old: Some(article.clone()),
                new: Some(Placed {
                    index: 0,
                    item: other_text,
                }),
            },
            // There twice.
            Edit::Mention {
                old: None,
                new: Some(mention.clone()),
            },
            // Outside the text.
            Edit::Mention {
                old: Some(mention),
                new: Some(moved),
            },
        ];
        let before = project.clone();
        for edit in stray {
            assert!(edit.apply(&mut project).is_err(), "{edit:?}");
            assert_eq!(project, before);
        }
    }
}
