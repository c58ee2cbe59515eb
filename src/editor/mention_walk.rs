//! Walking through the mentions of several articles with stops in between, for work that is done in slices.

use crate::core::article::Article;
use crate::core::mention::Mention;
use crate::core::project::Project;
use std::rc::Rc;

/// How many mentions are looked at in one slice. Some milliseconds in a browser, so that it answers what is typed.
pub const SLICE: usize = 8_000;

/// Where a walk has come to. It is meant for a project that stays the same; on one that has changed it goes on
/// somewhere near.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MentionWalk {
    /// 0-based in the list of articles.
    article: usize,
    /// 0-based among the spans of the article's mentions.
    entry: usize,
}

/// A mention on the way.
#[derive(Clone, Copy, Debug)]
pub struct Met<'a> {
    /// The mention.
    pub mention: &'a Rc<Mention>,
    /// Its article.
    pub article: &'a Article,
    /// The article's 0-based place in the list.
    pub at: usize,
}

impl MentionWalk {
    /// The next mention: article by article, each in text order. `articles` is the same list at each call.
    pub fn next<'a>(&mut self, articles: &[&'a Rc<Article>], project: &'a Project) -> Option<Met<'a>> {
        loop {
            let article = articles.get(self.article)?;
            let set = project.mentions(article.id);
            let Some((set, (span, id))) = set.and_then(|set| Some((set, set.index().entries().get(self.entry)?)))
            else {
                self.article += 1;
                self.entry = 0;
                continue;
            };
            self.entry += 1;
            // One of several spans is met at the first of them.
            if let Some(mention) = set.get(*id).filter(|mention| mention.spans.first() == *span) {
                let at = self.article;
                return Some(Met { mention, article, at });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_mention_is_met_once_and_in_order(project in arb_project()) {
            let articles: Vec<_> = project.articles().iter().collect();
            let mut walk = MentionWalk::default();
            let met = std::iter::from_fn(|| walk.next(&articles, &project));
            let met: Vec<_> = met.map(|met| (met.at, met.mention.id)).collect();
            let all = project.all_mentions();
            let expected: Vec<_> = all.map(|it| (project.article_position(it.article).unwrap(), it.id)).collect();
            prop_assert_eq!(met, expected);
        }
    }
}
