//! The list of entities, and where one of them is mentioned.

use super::hit_excerpt::HitExcerpt;
use super::machine::Editor;
use crate::core::entity::Entity;
use crate::core::id::{ArticleId, EntityId, LabelId, MentionId};
use crate::core::order;
use crate::core::sorted::SortedMap;
use std::rc::Rc;

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntityRow {
    /// Which entity.
    pub id: EntityId,
    /// Its name.
    pub name: String,
    /// Its type.
    pub label: Option<LabelId>,
    /// How many mentions name it.
    pub n_mentions: usize,
}

/// The entities that the filter finds by a name, folded, in the order of their names; and how many there are in all.
pub fn entity_rows(editor: &Editor, filter: &str, fold: &dyn Fn(&str) -> String) -> (Vec<EntityRow>, usize) {
    let project = editor.project();
    let mut counts: SortedMap<EntityId, usize> = project.dossier().entities().map(|it| (it.id, 0)).collect();
    for mention in project.referring_mentions() {
        if let Some(count) = mention.reference().entity.and_then(|id| counts.get_mut(&id)) {
            *count += 1;
        }
    }
    let words: Vec<String> = fold(filter).split_whitespace().map(str::to_owned).collect();
    let is_found = |entity: &&Rc<Entity>| {
        let names = || entity.names().map(fold).collect::<Vec<_>>();
        words.is_empty()
            || names()
                .iter()
                .any(|name| words.iter().all(|word| name.contains(word.as_str())))
    };
    let found = project.dossier().entities().filter(is_found);
    let mut rows: Vec<(String, EntityRow)> = found
        .map(|entity| {
            let row = EntityRow {
                id: entity.id,
                name: entity.name.clone(),
                label: entity.label,
                n_mentions: counts.get(&entity.id).copied().unwrap_or_default(),
            };
            (fold(&entity.name), row)
        })
        .collect();
    order::sort_by_key(&mut rows, |(name, row)| (name.clone(), row.id));
    (rows.into_iter().map(|(_, row)| row).collect(), counts.len())
}

/// A mention of an entity with what stands around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedHere {
    /// Which mention.
    pub id: MentionId,
    /// Where.
    pub article: ArticleId,
    /// The article's title, where the mention is the first of it.
    pub title: Option<String>,
    /// Its line.
    pub excerpt: HitExcerpt,
}

/// The entity's mentions in all articles, in their order, at most so many; and how many there are.
pub fn named_here(editor: &Editor, id: EntityId, most: usize) -> (Vec<NamedHere>, usize) {
    let project = editor.project();
    let mut found: Vec<_> = Vec::new();
    for (mention, n) in project.referring_mentions().zip(0..) {
        if mention.reference().entity == Some(id) {
            let article = project.article_position(mention.article);
            found.push((article, mention.spans.first().start(), n, mention));
        }
    }
    order::sort_by_key(&mut found, |(article, start, n, _)| (*article, *start, *n));
    let n = found.len();
    let mut rows: Vec<NamedHere> = Vec::new();
    for (.., mention) in found.into_iter().take(most) {
        let Some(article) = project.article(mention.article) else {
            continue;
        };
        let is_first = rows.last().is_none_or(|last| last.article != article.id);
        rows.push(NamedHere {
            id: mention.id,
            article: article.id,
            title: is_first.then(|| article.title.clone()),
            excerpt: HitExcerpt::of(article.text.as_str(), mention.spans.first()),
        });
    }
    (rows, n)
}

#[cfg(test)]
mod tests {
    use super::super::dossier::{DossierAction, Pick};
    use super::super::link_choices::tests::{act, editor_of, fold, mention};
    use super::*;

    #[test]
    fn entities_are_listed_by_name_and_found_without_accents() {
        let (mut editor, id) = editor_of(&["Giammattei met Ánna.", "Giammattei left."], "");
        let mentions = [("Giammattei", 0), ("Ánna", 0), ("Giammattei", 1)];
        for (words, article) in mentions {
            let it = mention(&mut editor, article, words, 0);
            let pick = if words == "Ánna" {
                Pick::New(words.to_owned())
            } else {
                Pick::Known(id)
            };
            act(&mut editor, DossierAction::Link(it, pick));
        }
        let listed = |filter: &str| {
            let (rows, n) = entity_rows(&editor, filter, &fold);
            let rows: Vec<_> = rows.into_iter().map(|row| (row.name, row.n_mentions)).collect();
            (rows, n)
        };
        let (giammattei, anna) = (("Alejandro Giammattei".to_owned(), 2), ("Ánna".to_owned(), 1));
        assert_eq!(listed(""), (vec![giammattei, anna.clone()], 2));
        assert_eq!(listed("anna"), (vec![anna], 2));
        assert_eq!(listed("nobody"), (vec![], 2));
        let (rows, n) = named_here(&editor, id, 9);
        let rows: Vec<_> = rows.into_iter().map(|row| (row.title, row.excerpt.after)).collect();
        let title = |n: usize| Some(format!("Article {n}"));
        assert_eq!(
            (rows, n),
            (
                vec![(title(1), " met Ánna.".to_owned()), (title(2), " left.".to_owned())],
                2
            )
        );
        assert_eq!(named_here(&editor, id, 1).1, 2, "all are counted");
    }
}
