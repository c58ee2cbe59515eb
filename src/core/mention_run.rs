//! A run of mention edits, applied at once: what it comes to is worked out first, then each article's mentions are
//! merged with it, so that the time grows with the mentions and not with their square.

use super::dossier_edit::STILL_RELATED;
use super::edit::EditError;
use super::id::{ArticleId, MentionId};
use super::mention::Mention;
use super::order;
use super::project::Project;
use crate::core::sorted::SortedMap;
use std::rc::Rc;

/// The old and the new value of a mention edit.
pub(in crate::core) type Change<'a> = (Option<&'a Rc<Mention>>, Option<&'a Rc<Mention>>);

/// Gives what the edits one after the other would give: the same project, or the same refusal and no change.
pub(super) fn apply(run: &[Change<'_>], project: &mut Project) -> Result<(), EditError> {
    let mut outcome = Outcome::new(run, project);
    outcome.run_through(run, project)?;
    let mut by_article: SortedMap<ArticleId, Exchange> = SortedMap::new();
    for (before, after) in outcome.before.into_iter().zip(outcome.after) {
        if let Some(before) = before {
            by_article.entry(before.article).or_default().out.push(before);
        }
        if let Some(after) = after {
            by_article.entry(after.article).or_default().into.push(after);
        }
    }
    for (article, Exchange { out, into }) in by_article {
        if let Some(set) = project.mentions.get_mut(&article) {
            set.exchange(&out, into);
        }
    }
    Ok(())
}

/// What leaves an article's mentions and what comes in, each by ascending id.
#[derive(Default)]
struct Exchange {
    out: Vec<Rc<Mention>>,
    into: Vec<Rc<Mention>>,
}

/// What stands under each id that the run names, before it and after so much of it as was run through.
struct Outcome {
    /// Ascending, each once; the other lists are parallel to it.
    ids: Vec<MentionId>,
    before: Vec<Option<Rc<Mention>>>,
    after: Vec<Option<Rc<Mention>>>,
    /// Where the last one was that was asked for.
    at: usize,
}

impl Outcome {
    fn new(run: &[Change<'_>], project: &Project) -> Self {
        let mut ids: Vec<MentionId> = run
            .iter()
            .flat_map(|(old, new)| old.iter().chain(new))
            .map(|mention| mention.id)
            .collect();
        order::sort(&mut ids);
        ids.dedup();
        let mut before = vec![None; ids.len()];
        for set in project.mentions.values() {
            // The shorter list is walked through.
            if set.len() < ids.len() {
                for mention in set.iter() {
                    if let Ok(at) = ids.binary_search(&mention.id) {
                        before[at] = Some(mention.clone());
                    }
                }
            } else {
                for (id, place) in ids.iter().zip(&mut before) {
                    if let Some(mention) = set.get(*id) {
                        *place = Some(mention.clone());
                    }
                }
            }
        }
        Self {
            ids,
            after: before.clone(),
            before,
            at: 0,
        }
    }

    fn run_through(&mut self, run: &[Change<'_>], project: &Project) -> Result<(), EditError> {
        let articles: SortedMap<ArticleId, _> = project.articles.iter().map(|article| (article.id, article)).collect();
        let related = project.dossier.related_mentions();
        for (old, new) in run {
            if let Some(old) = old {
                let place = self.place(old.id);
                if place.take_if(|is| Rc::ptr_eq(is, old) || is == *old).is_none() {
                    return Err(EditError("the mention to be replaced is not the one expected"));
                }
                if related.contains(&old.id) && new.is_none_or(|new| new.id != old.id) {
                    return Err(STILL_RELATED);
                }
            }
            if let Some(new) = new {
                let article = articles.get(&new.article);
                let fits = article.is_some_and(|it| new.spans.as_slice().iter().all(|span| it.text.fits(*span)));
                let refers = project.dossier.known(new.reference()) == new.reference();
                if !fits || !refers || self.place(new.id).replace((*new).clone()).is_some() {
                    return Err(EditError("the mention does not fit the project"));
                }
            }
        }
        Ok(())
    }

    /// What stands under one of `ids` now.
    fn place(&mut self, id: MentionId) -> &mut Option<Rc<Mention>> {
        // Most runs are in the order of the ids, or taken back in the opposite one.
        let near = [self.at, self.at + 1, self.at.wrapping_sub(1)];
        let found = near.into_iter().find(|at| self.ids.get(*at) == Some(&id));
        self.at = found.unwrap_or_else(|| self.ids.binary_search(&id).unwrap_or_else(|at| at));
        &mut self.after[self.at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Article;
    use crate::core::edit::Edit;
    use crate::testkit::dice::{Dice, arb_dice};
    use crate::testkit::random_project::{arb_project, small_project};
    use crate::testkit::random_step::{edit, stray_edit};
    use proptest::prelude::*;

    /// Mention edits of which most fit the project as the ones before leave it.
    fn run(dice: &mut Dice, project: &Project, other: &Project) -> Vec<Edit> {
        let mut now = project.clone();
        let mut run = Vec::new();
        for _ in 0..dice.below(40) {
            let next = match dice.one_in(60) {
                true => stray_edit(dice, &now, other),
                false => edit(dice, &now),
            };
            if matches!(next, Edit::Mention { .. }) {
                // One that does not fit is what is tried here.
                let _ = next.apply(&mut now);
                run.push(next);
            }
        }
        run
    }

    fn changes(run: &[Edit]) -> Vec<Change<'_>> {
        run.iter().filter_map(Edit::as_mention).collect()
    }

    proptest! {
        #[test]
        fn at_once_is_as_one_by_one(project in arb_project(), other in arb_project(), mut dice in arb_dice(400)) {
            let run = run(&mut dice, &project, &other);
            let mut one_by_one = project.clone();
            let expected = run.iter().try_for_each(|edit| edit.apply(&mut one_by_one));
            let mut at_once = project.clone();
            prop_assert_eq!(&apply(&changes(&run), &mut at_once), &expected);
            prop_assert_eq!(&at_once, if expected.is_ok() { &one_by_one } else { &project });
            at_once.check_invariants();
        }
    }

    #[test]
    fn a_mention_that_moves_to_another_article_leaves_the_first() {
        let project = small_project();
        let home = project.articles()[0].clone();
        let away = Article {
            id: ArticleId::from_u128(9),
            ..home.as_ref().clone()
        };
        let mentions = project.all_mentions().cloned().collect();
        let empty = Project::new(
            project.id(),
            "P".to_owned(),
            project.created(),
            project.schema().clone(),
        );
        let mut project = Project::from_parts(empty, vec![home, Rc::new(away.clone())], mentions);
        let old: Vec<Rc<Mention>> = project.all_mentions().cloned().collect();
        let moved = |old: &Rc<Mention>| {
            Rc::new(Mention {
                article: away.id,
                ..old.as_ref().clone()
            })
        };
        let new: Vec<Rc<Mention>> = old.iter().map(moved).collect();
        let run: Vec<Change<'_>> = old.iter().zip(&new).map(|(old, new)| (Some(old), Some(new))).collect();
        apply(&run, &mut project).unwrap();
        project.check_invariants();
        assert!(project.all_mentions().eq(&new));
    }
}
