//! The list of mentions, filtered and sorted: ids in order. Rows are made only for what is visible.

use super::excerpt::excerpt;
use super::text_filter::TextFilter;
use super::view::{ListScope, ListSort, ListView, View};
use crate::core::article::Article;
use crate::core::id::{LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::mention_set::MentionSet;
use crate::core::project::Project;
use crate::core::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

/// What the list shows, in order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ListModel {
    /// In the order of the list.
    pub rows: Vec<MentionId>,
    /// How many there are without the filters.
    pub n_unfiltered: usize,
    /// Everyone who made a mention that is listed without the filters, sorted; the unnamed left out.
    pub authors: Vec<String>,
}

/// A mention with the text it is of, found once per article.
#[derive(Clone, Copy)]
struct Listed<'a> {
    mention: &'a Mention,
    text: &'a str,
}

/// Quotes that agree this far stay in text order.
const SORTED_CHARS: usize = 100;

impl ListModel {
    /// Without filters, in text order, looks at no mention. Quotes are cut out only where they are sorted by.
    pub fn new(project: &Project, view: &View) -> Self {
        let sets = in_scope(project, view);
        let rows = if view.list.filters() || view.list.sort != ListSort::Text {
            let passes = passing(&view.list);
            let mut shown: Vec<Listed<'_>> = sets.iter().flat_map(|set| set.listed(&passes)).collect();
            sort(&mut shown, view.list.sort, project);
            shown.into_iter().map(|listed| listed.mention.id).collect()
        } else {
            sets.iter().flat_map(|set| set.mentions.ids_in_text_order()).collect()
        };
        let authors: SortedSet<&String> = sets.iter().flat_map(|set| set.mentions.authors().keys()).collect();
        Self {
            rows,
            n_unfiltered: sets.iter().map(|set| set.mentions.len()).sum(),
            authors: authors
                .into_iter()
                .filter(|author| !author.is_empty())
                .cloned()
                .collect(),
        }
    }

    /// Where the mention stands; where it is no longer listed, the row that came to its old place.
    pub fn row_of(&self, id: MentionId, old_row: usize) -> Option<usize> {
        if self.rows.get(old_row) == Some(&id) {
            return Some(old_row);
        }
        let found = self.rows.iter().position(|row| *row == id);
        found.or_else(|| self.rows.len().checked_sub(1).map(|last| old_row.min(last)))
    }
}

/// The mentions of one article, with its text.
struct InScope<'a> {
    mentions: &'a MentionSet,
    text: &'a str,
}

impl<'a> InScope<'a> {
    /// In text order. Filtered before they are put in order, which few or none then need.
    fn listed(&self, passes: impl Fn(&Listed<'a>) -> bool) -> Vec<Listed<'a>> {
        let text = self.text;
        let all = self.mentions.iter().map(|mention| Listed { mention, text });
        let mut listed: Vec<Listed<'a>> = all.filter(passes).collect();
        listed.sort_unstable_by_key(|listed| (listed.mention.spans.first(), listed.mention.id));
        listed
    }
}

fn in_scope<'a>(project: &'a Project, view: &View) -> Vec<InScope<'a>> {
    let articles: Vec<&Rc<Article>> = match view.list.scope {
        ListScope::Project => project.articles().iter().collect(),
        ListScope::Article => view.article.and_then(|id| project.article(id)).into_iter().collect(),
    };
    let set = |article: &&'a Rc<Article>| {
        let mentions = project.mentions(article.id)?;
        let text = article.text.as_str();
        Some(InScope { mentions, text })
    };
    articles.iter().filter_map(set).collect()
}

fn passing<'a>(list: &ListView) -> impl Fn(&Listed<'a>) -> bool {
    let (label, author) = (list.label, list.author.clone());
    let filter = TextFilter::new(&list.text);
    move |listed| {
        label.is_none_or(|label| listed.mention.label == label)
            && author.as_ref().is_none_or(|author| listed.mention.author == *author)
            && filter.as_ref().is_none_or(|filter| listed.holds(filter))
    }
}

impl Listed<'_> {
    fn holds(&self, filter: &TextFilter) -> bool {
        let spans = &self.mention.spans;
        let in_quote = match spans.first().slice(self.text) {
            Some(quote) if !spans.is_discontinuous() => filter.finds_in(quote),
            // What stands on both sides of a gap is found too.
            _ => spans.quote(self.text).is_some_and(|quote| filter.finds_in(&quote)),
        };
        in_quote || filter.finds_in(&self.mention.note)
    }
}

fn sort(shown: &mut [Listed<'_>], by: ListSort, project: &Project) {
    match by {
        ListSort::Text => {}
        ListSort::Quote => {
            shown.sort_by_cached_key(|listed| excerpt(listed.text, &listed.mention.spans, SORTED_CHARS).to_lowercase())
        }
        ListSort::Recent => shown.sort_by_key(|listed| std::cmp::Reverse((listed.mention.modified, listed.mention.id))),
        ListSort::Label => {
            let labels = project.schema().labels.iter();
            let order: SortedMap<LabelId, usize> = labels.enumerate().map(|(i, label)| (label.id, i)).collect();
            shown.sort_by_key(|listed| order.get(&listed.mention.label).copied());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Source;
    use crate::core::article_text::ArticleText;
    use crate::core::default_schema::{CLAIM, PERSON, PLACE, default_schema};
    use crate::core::id::{ArticleId, ProjectId};
    use crate::core::offset::ByteOffset;
    use crate::core::span::Span;
    use crate::core::spans::Spans;
    use crate::core::timestamp::Timestamp;

    const FIRST: &str = "Zoe met Ana in Lima. Ana’s ÉLAN held.";
    const SECOND: &str = "Bob stayed\nat home.";

    fn article(n: u128, text: &str) -> Rc<Article> {
        Rc::new(Article {
            id: ArticleId::from_u128(n),
            text: Rc::new(ArticleText::new(text.to_owned())),
            title: format!("Article {n}"),
            source: Source::default(),
            date: None,
            tags: Vec::new(),
            note: String::new(),
            done: false,
            added: Timestamp::default(),
        })
    }

    /// A mention of the places where `parts` stand in the text of article `of`; the later made, the later changed.
    fn mention(n: u128, of: u128, parts: &[&str], label: LabelId, author: &str) -> Rc<Mention> {
        let text = if of == 1 { FIRST } else { SECOND };
        let spans = parts.iter().map(|part| {
            let at = text.find(part).unwrap();
            Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + part.len())).unwrap()
        });
        Rc::new(Mention {
            id: MentionId::from_u128(n),
            article: ArticleId::from_u128(of),
            spans: Spans::from_unsorted(spans.collect()).unwrap(),
            label,
            attributes: SortedMap::new(),
            note: if n == 3 {
                "Check the Date".to_owned()
            } else {
                String::new()
            },
            author: author.to_owned(),
            created: Timestamp::default(),
            modified: Timestamp::from_unix_ms(i64::try_from(n % 4).unwrap()),
        })
    }

    fn project() -> Project {
        let empty = Project::new(
            ProjectId::from_u128(1),
            "P".to_owned(),
            Timestamp::default(),
            default_schema(),
        );
        let mentions = vec![
            mention(1, 1, &["Lima"], PLACE, "kim"),
            mention(2, 1, &["Zoe met Ana"], CLAIM, "ari"),
            mention(3, 1, &["Zoe"], PERSON, ""),
            mention(4, 2, &["Bob"], PERSON, "kim"),
            mention(5, 1, &["Zoe", "ÉLAN"], CLAIM, "ari"),
        ];
        Project::from_parts(empty, vec![article(1, FIRST), article(2, SECOND)], mentions)
    }

    fn rows(list: ListView) -> Vec<u128> {
        let article = Some(ArticleId::from_u128(1));
        let model = ListModel::new(
            &project(),
            &View {
                article,
                list,
                ..View::default()
            },
        );
        let number = |id: &MentionId| (1..9).find(|n| MentionId::from_u128(*n) == *id).unwrap();
        model.rows.iter().map(number).collect()
    }

    fn all() -> ListView {
        ListView {
            scope: ListScope::Project,
            ..ListView::default()
        }
    }

    #[test]
    fn the_scope_is_the_open_article_or_all() {
        assert_eq!(rows(ListView::default()), [2, 3, 5, 1]);
        assert_eq!(rows(all()), [2, 3, 5, 1, 4]);
        let nothing_open = ListModel::new(&project(), &View::default());
        assert_eq!(nothing_open, ListModel::default());
    }

    #[test]
    fn filters_join() {
        let filtered = |label, author: Option<&str>, text: &str| {
            let author = author.map(str::to_owned);
            rows(ListView {
                label,
                author,
                text: text.to_owned(),
                ..all()
            })
        };
        assert_eq!(filtered(Some(PERSON), None, ""), [3, 4]);
        assert_eq!(filtered(None, Some("ari"), ""), [2, 5]);
        assert_eq!(filtered(None, None, "ANA"), [2]);
        assert_eq!(filtered(None, None, "élan"), [5]);
        assert_eq!(filtered(None, None, "zoe … é"), [5]);
        assert_eq!(filtered(None, None, "the date"), [3]);
        assert_eq!(filtered(Some(PERSON), Some("kim"), "o"), [4]);
        assert_eq!(filtered(Some(PLACE), Some("ari"), ""), []);
    }

    #[test]
    fn sorts_as_asked() {
        let sorted = |sort| rows(ListView { sort, ..all() });
        assert_eq!(sorted(ListSort::Quote), [4, 1, 3, 2, 5]);
        assert_eq!(sorted(ListSort::Label), [2, 5, 3, 4, 1]);
        assert_eq!(sorted(ListSort::Recent), [3, 2, 5, 1, 4]);
    }

    #[test]
    fn counts_and_authors_are_those_without_filters() {
        let list = ListView {
            label: Some(PLACE),
            ..all()
        };
        let model = ListModel::new(
            &project(),
            &View {
                list,
                ..View::default()
            },
        );
        assert_eq!((model.rows.len(), model.n_unfiltered), (1, 5));
        assert_eq!(model.authors, ["ari", "kim"]);
    }

    #[test]
    fn a_row_is_found_again_or_its_place_is() {
        let model = ListModel {
            rows: [7, 8, 9].map(MentionId::from_u128).to_vec(),
            ..ListModel::default()
        };
        assert_eq!(model.row_of(MentionId::from_u128(8), 1), Some(1));
        assert_eq!(model.row_of(MentionId::from_u128(9), 0), Some(2));
        assert_eq!(model.row_of(MentionId::from_u128(1), 1), Some(1));
        assert_eq!(model.row_of(MentionId::from_u128(1), 7), Some(2));
        assert_eq!(ListModel::default().row_of(MentionId::from_u128(1), 0), None);
    }
}
