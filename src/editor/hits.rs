//! What a search has found, as a list of articles with their hits.

use crate::core::id::ArticleId;
use crate::core::offset::ByteOffset;
use crate::core::segment::Toward;
use crate::core::span::Span;
use std::rc::Rc;

/// The hits by article. Cloning shares them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hits {
    /// Invariant: by ascending `place`, none without hits; `before` counts the hits of those before.
    groups: Vec<HitGroup>,
}

/// The hits of one article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HitGroup {
    /// Whose they are.
    pub article: ArticleId,
    /// In text order, disjoint; at least one.
    pub spans: Rc<[Span]>,
    place: usize,
    before: usize,
}

/// Which hit: of which group, and which of its spans; both 0-based.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HitIndex {
    /// Of [`Hits::groups`].
    pub group: usize,
    /// Of the group's spans.
    pub hit: usize,
}

/// What stands in a row of the list: an article's title, or a hit below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HitRow {
    /// The title of the group's article.
    Title(usize),
    /// A hit.
    Hit(HitIndex),
}

/// Whether the list has a row for the title of each article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Titles {
    /// It has.
    Shown,
    /// Hits alone.
    Hidden,
}

impl Hits {
    /// In the order of the articles.
    pub fn groups(&self) -> &[HitGroup] {
        &self.groups
    }

    /// How many hits there are.
    pub fn len(&self) -> usize {
        self.groups.last().map_or(0, |group| group.before + group.spans.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Of one article, in text order.
    pub fn of(&self, article: ArticleId) -> Option<&Rc<[Span]>> {
        let group = self.groups.iter().find(|group| group.article == article)?;
        Some(&group.spans)
    }

    /// Puts in articles that had no hits so far: each with its place among the articles, and its hits.
    pub(super) fn add(&mut self, found: impl Iterator<Item = (ArticleId, usize, Vec<Span>)>) {
        for (article, place, spans) in found.filter(|(.., spans)| !spans.is_empty()) {
            // Nearly always behind the others, since they are looked through in their order.
            let at = self.groups.partition_point(|group| group.place < place);
            let group = HitGroup {
                article,
                spans: spans.into(),
                place,
                before: 0,
            };
            self.groups.insert(at, group);
        }
        let mut before = 0;
        for group in &mut self.groups {
            group.before = before;
            before += group.spans.len();
        }
    }

    /// The hit's article and where it lies.
    pub fn get(&self, at: HitIndex) -> Option<(ArticleId, Span)> {
        let group = self.groups.get(at.group)?;
        Some((group.article, *group.spans.get(at.hit)?))
    }

    /// Which hit lies exactly there.
    pub fn find(&self, article: ArticleId, span: Span) -> Option<HitIndex> {
        let group = self.groups.iter().position(|group| group.article == article)?;
        let hit = self.groups[group].spans.binary_search(&span).ok()?;
        Some(HitIndex { group, hit })
    }

    /// The hit’s number among all, counted from 1.
    pub fn number(&self, at: HitIndex) -> usize {
        self.groups.get(at.group).map_or(0, |group| group.before) + at.hit + 1
    }

    /// How many hits lie before a place in an article, which is told by its place among the articles.
    pub(super) fn n_before(&self, article: usize, at: ByteOffset) -> usize {
        let group = self.groups.partition_point(|group| group.place < article);
        match self.groups.get(group) {
            Some(group) if group.place == article => {
                group.before + group.spans.partition_point(|span| span.start() < at)
            }
            Some(group) => group.before,
            None => self.len(),
        }
    }

    /// The hit of this number, counted from 0.
    pub fn nth(&self, n: usize) -> Option<HitIndex> {
        let group = self.groups.partition_point(|group| group.before <= n).checked_sub(1)?;
        let hit = n - self.groups[group].before;
        (hit < self.groups[group].spans.len()).then_some(HitIndex { group, hit })
    }

    /// The neighbor of a hit, around the ends. `None` where there is no hit at all.
    pub fn step(&self, from: HitIndex, toward: Toward) -> Option<HitIndex> {
        let n = self.len();
        let at = self.number(from) - 1;
        match toward {
            Toward::End => self.nth((at + 1) % n.max(1)),
            Toward::Start => self.nth(at.checked_sub(1).unwrap_or(n.saturating_sub(1))),
        }
    }

    /// How many rows the list has.
    pub fn n_rows(&self, titles: Titles) -> usize {
        self.len()
            + match titles {
                Titles::Shown => self.groups.len(),
                Titles::Hidden => 0,
            }
    }

    /// What stands in a row, 0-based.
    pub fn row(&self, row: usize, titles: Titles) -> Option<HitRow> {
        if titles == Titles::Hidden {
            return self.nth(row).map(HitRow::Hit);
        }
        // A group's title has as many titles above it as there are groups before it.
        let mut group = 0;
        let mut size = self.groups.len();
        while size > 1 {
            let half = size / 2;
            if self.groups[group + half].before + group + half <= row {
                group += half;
            }
            size -= half;
        }
        let within = row.checked_sub(self.groups.get(group)?.before + group)?;
        match within.checked_sub(1) {
            None => Some(HitRow::Title(group)),
            Some(hit) => (hit < self.groups[group].spans.len()).then_some(HitRow::Hit(HitIndex { group, hit })),
        }
    }

    /// In which row a hit stands.
    pub fn row_of(&self, at: HitIndex, titles: Titles) -> usize {
        match titles {
            // Below its own title and those before; a number counts from 1.
            Titles::Shown => self.number(at) + at.group,
            Titles::Hidden => self.number(at) - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(starts: &[u32]) -> Vec<Span> {
        let span = |start: &u32| Span::new(ByteOffset(*start), ByteOffset(start + 1)).unwrap();
        starts.iter().map(span).collect()
    }

    fn article(n: u128) -> ArticleId {
        ArticleId::from_u128(n)
    }

    /// Three articles, the last found first; one has no hits.
    fn hits() -> Hits {
        let mut hits = Hits::default();
        hits.add([(article(3), 2, spans(&[5, 7, 9]))].into_iter());
        let rest = [(article(1), 0, spans(&[1, 2])), (article(2), 1, Vec::new())];
        hits.add(rest.into_iter());
        hits
    }

    fn at(group: usize, hit: usize) -> HitIndex {
        HitIndex { group, hit }
    }

    #[test]
    fn hits_stand_in_the_order_of_the_articles() {
        let hits = hits();
        assert_eq!(hits.len(), 5);
        let articles: Vec<_> = hits.groups().iter().map(|group| group.article).collect();
        assert_eq!(articles, [article(1), article(3)]);
        assert_eq!(hits.find(article(3), spans(&[7])[0]), Some(at(1, 1)));
        assert_eq!(hits.number(at(1, 1)), 4);
        assert_eq!(hits.get(at(1, 1)), Some((article(3), spans(&[7])[0])));
        assert_eq!(hits.find(article(3), spans(&[1])[0]), None);
        assert_eq!(hits.of(article(2)), None);
        let before = |article, at| hits.n_before(article, ByteOffset(at));
        assert_eq!(
            [before(0, 2), before(0, 3), before(1, 0), before(2, 6), before(3, 0)],
            [1, 2, 2, 3, 5]
        );
    }

    #[test]
    fn steps_go_around() {
        let hits = hits();
        assert_eq!(hits.step(at(0, 1), Toward::End), Some(at(1, 0)));
        assert_eq!(hits.step(at(1, 2), Toward::End), Some(at(0, 0)));
        assert_eq!(hits.step(at(0, 0), Toward::Start), Some(at(1, 2)));
        assert_eq!(Hits::default().step(at(0, 0), Toward::End), None);
        assert_eq!(Hits::default().step(at(0, 0), Toward::Start), None);
    }

    #[test]
    fn rows_are_titles_and_hits() {
        let hits = hits();
        let titles = Titles::Shown;
        let rows: Vec<_> = (0..9).map_while(|row| hits.row(row, titles)).collect();
        let hit = |group, hit| HitRow::Hit(at(group, hit));
        let expected = [
            HitRow::Title(0),
            hit(0, 0),
            hit(0, 1),
            HitRow::Title(1),
            hit(1, 0),
            hit(1, 1),
            hit(1, 2),
        ];
        assert_eq!(rows, expected);
        assert_eq!(hits.n_rows(titles), rows.len());
        for titles in [Titles::Shown, Titles::Hidden] {
            for n in 0..hits.len() {
                let index = hits.nth(n).unwrap();
                assert_eq!(hits.row(hits.row_of(index, titles), titles), Some(HitRow::Hit(index)));
            }
            assert_eq!(hits.row(hits.n_rows(titles), titles), None);
            assert_eq!(Hits::default().row(0, titles), None);
        }
    }
}
