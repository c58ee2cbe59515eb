//! An article of a project: its text, and what is known about it.

use super::article_text::ArticleText;
use super::id::ArticleId;
use super::publication_date::PublicationDate;
use super::timestamp::Timestamp;
use std::rc::Rc;

/// One article. The text never changes; the rest is the person's to edit. What is not known is empty.
#[derive(Clone, PartialEq, Debug)]
pub struct Article {
    /// Stays the same through export, import, merge and undo.
    pub id: ArticleId,
    /// Shared between versions of the article that differ in metadata only.
    pub text: Rc<ArticleText>,
    /// Shown in lists; never empty.
    pub title: String,
    /// Who published it, and where.
    pub source: Source,
    /// When it was published.
    pub date: Option<PublicationDate>,
    /// Free words for grouping, in the person's order.
    pub tags: Vec<String>,
    /// The person's note on the whole article.
    pub note: String,
    /// Whether the person has marked it as finished.
    pub done: bool,
    /// When it came into the project.
    pub added: Timestamp,
}

/// Where an article comes from; every field may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Source {
    /// The publisher or site.
    pub outlet: String,
    /// As written in the article, several joined by commas.
    pub author: String,
    /// Where it stood.
    pub url: String,
    /// BCP 47.
    pub language: String,
    /// The file it was read from.
    pub file_name: String,
}
