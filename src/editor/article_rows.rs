//! What the list of articles shows: one row per article that passes the filter, and how far the work is.

use super::article_list::{neighbor, passes_filter};
use super::machine::Editor;
use crate::core::article::Article;
use crate::core::segment::Toward;
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
    /// Whether the list shows one before it.
    pub has_above: bool,
    /// Whether the list shows one after it.
    pub has_below: bool,
}

impl PartialEq for ArticleRow {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && (self.index, self.n_mentions, self.is_open) == (other.index, other.n_mentions, other.is_open)
            && (self.has_above, self.has_below) == (other.has_above, other.has_below)
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
    let mut rows: Vec<ArticleRow> = shown
        .map(|(index, article)| ArticleRow {
            has_above: true,
            has_below: true,
            ..row(editor, index, article)
        })
        .collect();
    if let Some(first) = rows.first_mut() {
        first.has_above = false;
    }
    if let Some(last) = rows.last_mut() {
        last.has_below = false;
    }
    ArticleRows {
        rows,
        n_articles: articles.len(),
        n_done: articles.iter().filter(|article| article.done).count(),
    }
}

/// The open article, whatever the filter leaves out.
pub fn open_row(editor: &Editor) -> Option<ArticleRow> {
    let article = editor.article()?;
    let index = editor.project().article_position(article.id)?;
    Some(ArticleRow {
        has_above: neighbor(editor, article.id, Toward::Start).is_some(),
        has_below: neighbor(editor, article.id, Toward::End).is_some(),
        ..row(editor, index, article)
    })
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
        has_above: false,
        has_below: false,
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
    fn what_lies_above_and_below_is_what_the_list_shows() {
        let mut editor = editor(&["Rain 1", "Sun", "Rain 2"]);
        editor.view.article_filter = "rain".to_owned();
        let around = |row: &ArticleRow| (row.has_above, row.has_below);
        let rows = article_rows(&editor).rows;
        assert_eq!(
            rows.iter().map(around).collect::<Vec<_>>(),
            [(false, true), (true, false)]
        );
        assert_eq!(open_row(&editor).as_ref(), rows.first(), "the same in both places");
        editor.view.article = Some(ArticleId::from_u128(2));
        assert_eq!(
            open_row(&editor).as_ref().map(around),
            Some((true, true)),
            "though it is hidden itself"
        );
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
