//! Working out which mentions the list shows, in slices: whoever shows the list asks for the next slice as long as
//! mentions are left to be looked at, and in between the page answers what is typed.
//!
//! A filter that only leaves out more looks only at what the one before had left; what a few edits change is put in its
//! place; and after a change of the data the list stays as it was until the new one is whole.

use super::list_model::ListModel;
use super::list_row::{Passing, Row};
use super::mention_walk::{MentionWalk, Met, SLICE};
use super::text_filter::TextFilter;
use super::view::{ListScope, ListSort, ListView, View};
use crate::core::article::Article;
use crate::core::id::{ArticleId, MentionId};
use crate::core::mention_set::MentionSet;
use crate::core::order;
use crate::core::project::Project;
use crate::core::sorted::SortedSet;
use std::rc::Rc;

/// How far the list is worked out.
#[derive(Debug, Default)]
pub struct Listing {
    /// What the rows are for.
    of: Option<Of>,
    /// Those found so far, sorted; none where the list is neither filtered nor sorted.
    rows: Vec<Row>,
    /// What a wider filter had left, sorted, and is looked at before the walk goes on.
    left: std::vec::IntoIter<Row>,
    walk: MentionWalk,
    n_met: usize,
    /// Whether the walk has come to its end.
    walked: bool,
    /// Whether the rows are no longer those of the project.
    stale: bool,
    /// What is shown; after a change of the project until the new one is whole.
    shown: Option<Rc<ListModel>>,
    n_looked_at: usize,
}

/// How the list is filtered and sorted, and of which article, if of one.
type Of = (ListView, Option<ArticleId>);

impl Listing {
    /// The list as far as it is worked out. Looks at [`SLICE`] mentions at most, and only where it is asked for the first
    /// time after a change; without filters and in text order it looks at none.
    pub fn model(&mut self, project: &Project, view: &View) -> Rc<ListModel> {
        let of = of(view);
        if self.of.as_ref() != Some(&of) {
            let narrows = !self.stale && self.of.as_ref().is_some_and(|before| narrows(before, &of));
            if narrows {
                let left = std::mem::take(&mut self.left);
                self.left = std::mem::take(&mut self.rows)
                    .into_iter()
                    .chain(left)
                    .collect::<Vec<_>>()
                    .into_iter();
            } else {
                self.start_anew();
            }
            self.of = Some(of);
            self.shown = None;
            self.go_on(project, view);
        } else if self.stale {
            self.start_anew();
            self.go_on(project, view);
        }
        self.shown.clone().unwrap_or_default()
    }

    /// Works out another slice, where something is left.
    pub fn further(&mut self, project: &Project, view: &View) {
        if self.stale || self.of != Some(of(view)) {
            self.model(project, view);
        } else if !self.is_whole() {
            self.go_on(project, view);
        }
    }

    fn go_on(&mut self, project: &Project, view: &View) {
        let list = &view.list;
        let articles = in_scope(project, view);
        if is_plain(list) {
            self.walked = true;
            let rows = sets(&articles, project)
                .flat_map(MentionSet::ids_in_text_order)
                .collect();
            return self.show(rows, &articles, project);
        }
        let passing = Passing::new(list, project);
        let mut budget = SLICE;
        while budget > 0 {
            budget -= 1;
            if let Some(row) = self.left.next() {
                let article = articles.get(row.article);
                let mention = article.and_then(|it| project.mentions(it.id)?.get(row.id));
                let passes = article
                    .zip(mention)
                    .is_some_and(|(article, it)| passing.passes(it, article.text.as_str()));
                self.rows.extend(passes.then_some(row));
            } else if let Some(met) = self.walk.next(&articles, project) {
                self.n_met += 1;
                let passes = passing.passes(met.mention, met.article.text.as_str());
                self.rows.extend(passes.then(|| passing.row(met)));
            } else {
                self.walked = true;
                break;
            }
            self.n_looked_at += 1;
        }
        // What was found before is sorted, and is merged with what was found now.
        order::sort(&mut self.rows);
        if self.is_whole()
            || self
                .shown
                .as_ref()
                .is_none_or(|shown| shown.n_left > 0 && !shown.is_old)
        {
            self.show(self.rows.iter().map(|row| row.id).collect(), &articles, project);
        } else if let Some(shown) = &self.shown {
            self.shown = Some(Rc::new(ListModel {
                n_left: self.n_left(shown.n_unfiltered),
                is_old: true,
                ..ListModel::clone(shown)
            }));
        }
    }

    /// The project has changed: `mentions` and nothing else that is listed, or, with `None`, anything.
    pub fn changed(&mut self, mentions: Option<&SortedSet<MentionId>>, project: &Project, view: &View) {
        let is_whole = self.is_whole() && !self.stale && self.of == Some(of(view));
        match mentions.filter(|_| is_whole && !is_plain(&view.list)) {
            Some(ids) => self.put_in_place(ids, project, view),
            None => self.stale = true,
        }
    }

    /// How many mentions were looked at since the start; for tests.
    pub fn n_looked_at(&self) -> usize {
        self.n_looked_at
    }

    fn is_whole(&self) -> bool {
        self.walked && self.left.len() == 0
    }

    fn start_anew(&mut self) {
        *self = Self {
            of: self.of.take(),
            shown: self.shown.take(),
            n_looked_at: self.n_looked_at,
            ..Self::default()
        };
    }

    fn put_in_place(&mut self, ids: &SortedSet<MentionId>, project: &Project, view: &View) {
        let articles = in_scope(project, view);
        let passing = Passing::new(&view.list, project);
        self.rows.retain(|row| !ids.contains(&row.id));
        for mention in ids.iter().filter_map(|id| project.mention(*id)) {
            self.n_looked_at += 1;
            if let Some(at) = articles.iter().position(|article| article.id == mention.article)
                && passing.passes(mention, articles[at].text.as_str())
            {
                let article = articles[at];
                self.rows.push(passing.row(Met { mention, article, at }));
            }
        }
        order::sort(&mut self.rows);
        self.show(self.rows.iter().map(|row| row.id).collect(), &articles, project);
    }

    fn show(&mut self, rows: Vec<MentionId>, articles: &[&Rc<Article>], project: &Project) {
        let n_unfiltered = sets(articles, project).map(MentionSet::len).sum();
        let authors: SortedSet<&String> = sets(articles, project).flat_map(|set| set.authors().keys()).collect();
        self.shown = Some(Rc::new(ListModel {
            rows,
            n_unfiltered,
            authors: authors
                .into_iter()
                .filter(|author| !author.is_empty())
                .cloned()
                .collect(),
            n_left: self.n_left(n_unfiltered),
            is_old: false,
        }));
    }

    /// How many mentions are still to be looked at.
    fn n_left(&self, n_unfiltered: usize) -> usize {
        match self.walked {
            true => self.left.len(),
            false => self.left.len() + n_unfiltered.saturating_sub(self.n_met).max(1),
        }
    }
}

/// Whether all that is listed for `new` is listed for `old`, in the same order.
fn narrows(old: &Of, new: &Of) -> bool {
    let ((old, old_article), (new, new_article)) = (old, new);
    let same_place = (old.scope, old.sort, old_article) == (new.scope, new.sort, new_article);
    let text = match (TextFilter::new(&old.text), TextFilter::new(&new.text)) {
        (None, _) => true,
        (Some(old), Some(new)) => new.implies(&old),
        (Some(_), None) => false,
    };
    same_place
        && !is_plain(old)
        && (old.label.is_none() || old.label == new.label)
        && (old.author.is_none() || old.author == new.author)
        && text
}

fn of(view: &View) -> Of {
    let article = view.article.filter(|_| view.list.scope == ListScope::Article);
    (view.list.clone(), article)
}

fn is_plain(list: &ListView) -> bool {
    !list.filters() && list.sort == ListSort::Text
}

fn in_scope<'a>(project: &'a Project, view: &View) -> Vec<&'a Rc<Article>> {
    match view.list.scope {
        ListScope::Project => project.articles().iter().collect(),
        ListScope::Article => view.article.and_then(|id| project.article(id)).into_iter().collect(),
    }
}

fn sets<'a>(articles: &[&'a Rc<Article>], project: &'a Project) -> impl Iterator<Item = &'a MentionSet> {
    articles.iter().filter_map(|article| project.mentions(article.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Source;
    use crate::core::article_text::ArticleText;
    use crate::core::default_schema::{CLAIM, PERSON, PLACE, default_schema};
    use crate::core::edit::Edit;
    use crate::core::id::LabelId;
    use crate::core::id::{ArticleId, ProjectId};
    use crate::core::mention::Mention;
    use crate::core::offset::ByteOffset;
    use crate::core::sorted::SortedMap;
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
            reference: None,
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
        let view = View {
            article,
            list,
            ..View::default()
        };
        let model = Listing::default().model(&project(), &view);
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
        let nothing_open = Listing::default().model(&project(), &View::default());
        assert_eq!(*nothing_open, ListModel::default());
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
        let view = View {
            list,
            ..View::default()
        };
        let model = Listing::default().model(&project(), &view);
        assert_eq!((model.rows.len(), model.n_unfiltered), (1, 5));
        assert_eq!(model.authors, ["ari", "kim"]);
    }

    /// One article of `n` mentions: every tenth is of “ab”, every fifth of “a”, the others of “x”.
    fn large(n: usize) -> Project {
        let text: String = (0..n)
            .map(|i| ["ab ", "x  ", "x  ", "x  ", "x  ", "a  ", "x  ", "x  ", "x  ", "x  "][i % 10])
            .collect();
        let mention = |i: usize| {
            let len = if i.is_multiple_of(10) { 2 } else { 1 };
            let span = Span::new(ByteOffset::from_index(3 * i), ByteOffset::from_index(3 * i + len));
            Rc::new(Mention {
                spans: Spans::one(span.unwrap()),
                note: String::new(),
                ..mention(i as u128, 1, &["Zoe"], PERSON, "kim").as_ref().clone()
            })
        };
        let empty = Project::new(
            ProjectId::from_u128(1),
            "P".to_owned(),
            Timestamp::default(),
            default_schema(),
        );
        Project::from_parts(empty, vec![article(1, &text)], (0..n).map(mention).collect())
    }

    fn filtered(text: &str) -> View {
        let list = ListView {
            text: text.to_owned(),
            ..all()
        };
        View {
            list,
            ..View::default()
        }
    }

    /// Asks for the next slice until none is left; answers how many were looked at in each.
    fn slices(listing: &mut Listing, project: &Project, view: &View) -> Vec<usize> {
        let mut slices = Vec::new();
        let mut before = listing.n_looked_at();
        let mut model = listing.model(project, view);
        loop {
            slices.push(listing.n_looked_at() - std::mem::replace(&mut before, listing.n_looked_at()));
            if model.n_left == 0 {
                return slices;
            }
            listing.further(project, view);
            let next = listing.model(project, view);
            assert_ne!(next, model, "whoever shows it hears of each slice");
            model = next;
        }
    }

    const LARGE: usize = 3 * SLICE + 10;

    #[test]
    fn no_slice_looks_at_more_than_it_may() {
        let (project, mut listing) = (large(LARGE), Listing::default());
        for sort in [ListSort::Text, ListSort::Quote, ListSort::Label, ListSort::Recent] {
            let mut view = filtered("a");
            view.list.sort = sort;
            assert_eq!(slices(&mut listing, &project, &view), [SLICE, SLICE, SLICE, 10]);
            assert_eq!(listing.model(&project, &view).rows.len(), LARGE.div_ceil(5));
        }
        let plain = filtered("");
        assert_eq!(
            slices(&mut listing, &project, &plain),
            [0],
            "without filters none is looked at"
        );
        assert_eq!(listing.model(&project, &plain).rows.len(), LARGE);
    }

    #[test]
    fn a_filter_that_grows_looks_at_what_is_left() {
        let (project, mut listing) = (large(LARGE), Listing::default());
        slices(&mut listing, &project, &filtered("a"));
        assert_eq!(slices(&mut listing, &project, &filtered("ab")), [LARGE.div_ceil(5)]);
        assert_eq!(listing.model(&project, &filtered("ab")).rows.len(), LARGE.div_ceil(10));
        assert_eq!(
            slices(&mut listing, &project, &filtered("a")).len(),
            4,
            "a wider one looks at all again"
        );
    }

    /// Typed on before the first letter was looked for everywhere.
    #[test]
    fn a_filter_that_grows_meanwhile_goes_on_where_it_was() {
        let (project, mut listing) = (large(LARGE), Listing::default());
        let first = listing.model(&project, &filtered("a"));
        assert_eq!((first.rows.len(), first.n_left), (SLICE / 5, LARGE - SLICE));
        assert_eq!(
            slices(&mut listing, &project, &filtered("ab")).iter().sum::<usize>(),
            LARGE - SLICE + SLICE / 5
        );
        let found = listing.model(&project, &filtered("ab"));
        assert_eq!(found, Listing::whole(&project, &filtered("ab")));
    }

    #[test]
    fn an_edit_looks_at_what_it_changes() {
        let mut listing = Listing::default();
        for sort in [ListSort::Text, ListSort::Quote, ListSort::Label, ListSort::Recent] {
            let mut project = large(LARGE);
            let mut view = filtered("a");
            view.list.sort = sort;
            slices(&mut listing, &project, &view);
            let old = project.mention(MentionId::from_u128(11)).cloned();
            let new = old.clone().map(|old| {
                let (note, label) = ("now a note".to_owned(), PLACE);
                Rc::new(Mention {
                    note,
                    label,
                    ..old.as_ref().clone()
                })
            });
            for edit in [
                Edit::Mention {
                    old: old.clone(),
                    new: new.clone(),
                },
                Edit::Mention { old: new, new: None },
            ] {
                edit.apply(&mut project).unwrap();
                let ids = SortedSet::from_iter([MentionId::from_u128(11)]);
                let before = listing.n_looked_at();
                listing.changed(Some(&ids), &project, &view);
                assert_eq!(listing.model(&project, &view), Listing::whole(&project, &view));
                assert!(listing.n_looked_at() - before <= 1);
            }
        }
    }

    #[test]
    fn after_another_change_the_old_list_stays_until_the_new_one_is_whole() {
        let (mut project, mut listing, view) = (large(LARGE), Listing::default(), filtered("a"));
        slices(&mut listing, &project, &view);
        let old = listing.model(&project, &view);
        Edit::Guidelines {
            old: project.schema().guidelines.clone(),
            new: "x".to_owned(),
        }
        .apply(&mut project)
        .unwrap();
        listing.changed(None, &project, &view);
        let meanwhile = listing.model(&project, &view);
        assert_eq!(
            (&meanwhile.rows, meanwhile.is_old, meanwhile.n_left),
            (&old.rows, true, LARGE - SLICE)
        );
        assert_eq!(
            slices(&mut listing, &project, &view).iter().sum::<usize>(),
            LARGE - SLICE
        );
        assert_eq!(listing.model(&project, &view), old);
    }

    impl Listing {
        /// Worked out at once and from the start.
        fn whole(project: &Project, view: &View) -> Rc<ListModel> {
            let mut listing = Self::default();
            slices(&mut listing, project, view);
            listing.model(project, view)
        }
    }
}
