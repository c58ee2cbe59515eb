//! Which articles are written.

use crate::core::article::Article;
use crate::core::id::ArticleId;
use crate::core::project::Project;
use crate::core::sorted::SortedSet;
use std::rc::Rc;

/// Some articles of a project, or all.
#[derive(Debug)]
pub(super) struct Chosen(Option<SortedSet<ArticleId>>);

impl Chosen {
    /// `None` is all of the project.
    pub fn new(articles: Option<&[ArticleId]>) -> Self {
        Self(articles.map(|ids| ids.iter().copied().collect()))
    }

    /// Whether it is among them.
    pub fn has(&self, article: ArticleId) -> bool {
        self.0.as_ref().is_none_or(|ids| ids.contains(&article))
    }

    /// In the project's order.
    pub fn articles<'a>(&self, project: &'a Project) -> impl Iterator<Item = &'a Rc<Article>> {
        project.articles().iter().filter(|article| self.has(article.id))
    }
}
