//! What the list of articles shows: one row per article that passes the filter, and how far the work is.

use super::article_list::passes_filter;
use super::machine::Editor;
use crate::core::article::Article;
use std::rc::Rc;

/// The rows under the filter, and the counts of the whole project.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ArticleRows {
    /// In the project's order.
    pub rows: Vec<ArticleRow>,
    /// Of the project, without the filter.
    pub n_articles: usize,
    /// How many of them are marked as done.
    pub n_done: usize,
}

/// One article of the list. Compared by pointer where the article is concerned: every change makes a new one.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    /// What it shows.
    pub article: Rc<Article>,
    /// Its 0-based place in the project, whatever the filter leaves out.
    pub index: usize,
    /// How many mentions it has.
    pub n_mentions: usize,
    /// Whether it is the open one.
    pub is_open: bool,
}

impl PartialEq for ArticleRow {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && (self.index, self.n_mentions, self.is_open) == (other.index, other.n_mentions, other.is_open)
    }
}

/// Reads the articles of the open project.
pub fn article_rows(editor: &Editor) -> ArticleRows {
    let filter = &editor.view().article_filter;
    let articles = editor.project().articles();
    let shown = articles
        .iter()
        .enumerate()
        .filter(|(_, article)| passes_filter(article, filter));
    ArticleRows {
        rows: shown.map(|(index, article)| row(editor, index, article)).collect(),
        n_articles: articles.len(),
        n_done: articles.iter().filter(|article| article.done).count(),
    }
}

/// The open article, whatever the filter leaves out.
pub fn open_row(editor: &Editor) -> Option<ArticleRow> {
    let article = editor.article()?;
    let index = editor.project().article_position(article.id)?;
    Some(row(editor, index, article))
}

fn row(editor: &Editor, index: usize, article: &Rc<Article>) -> ArticleRow {
    ArticleRow {
        article: article.clone(),
        index,
        n_mentions: editor
            .project()
            .mentions(article.id)
            .map_or(0, |mentions| mentions.len()),
        is_open: editor.view().article == Some(article.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Source;
    use crate::core::article_text::ArticleText;
    use crate::core::default_schema::default_schema;
    use crate::core::id::{ArticleId, ProjectId};
    use crate::core::project::Project;
    use crate::core::timestamp::Timestamp;
    use crate::editor::settings::Settings;

    fn editor(titles: &[&str]) -> Editor {
        let now = Timestamp::from_unix_ms(0);
        let articles = titles.iter().zip(1..).map(|(title, id)| {
            Rc::new(Article {
                id: ArticleId::from_u128(id),
                text: Rc::new(ArticleText::new("Text.".to_owned())),
                title: (*title).to_owned(),
                source: Source::default(),
                date: None,
                tags: Vec::new(),
                note: String::new(),
                done: title.starts_with("Done"),
                added: now,
            })
        });
        let empty = Project::new(ProjectId::from_u128(1), "P".to_owned(), now, default_schema());
        Editor::new(
            Project::from_parts(empty, articles.collect(), Vec::new()),
            Settings::default(),
        )
    }

    #[test]
    fn a_filter_leaves_places_and_counts_as_they_are() {
        let mut editor = editor(&["Done: rain", "Sun", "More rain"]);
        editor.view.article_filter = "rain more".to_owned();
        let list = article_rows(&editor);
        let shown: Vec<(usize, bool)> = list.rows.iter().map(|row| (row.index, row.is_open)).collect();
        assert_eq!((shown, list.n_articles, list.n_done), (vec![(2, false)], 3, 1));
        assert_eq!(open_row(&editor).map(|row| row.index), Some(0));
    }

    #[test]
    fn rows_are_equal_as_long_as_the_article_is_the_same() {
        let (one, other) = (editor(&["Sun"]), editor(&["Sun"]));
        assert_eq!(article_rows(&one), article_rows(&one));
        assert_ne!(article_rows(&one), article_rows(&other));
    }

    #[test]
    fn an_empty_project_has_no_rows() {
        assert_eq!(article_rows(&editor(&[])), ArticleRows::default());
        assert_eq!(open_row(&editor(&[])), None);
    }
}
