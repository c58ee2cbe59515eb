//! Where the list of mentions scrolls when it changes by itself. A person who walks through it keeps their place.

use super::list_model::ListModel;
use super::view::ListView;
use super::windowing::{Viewport, scroll_to_keep, scroll_to_show};
use crate::core::id::MentionId;
use std::rc::Rc;

/// What the list shows at one moment.
#[derive(Clone, PartialEq, Debug)]
pub struct ListMoment {
    /// Its rows.
    pub model: Rc<ListModel>,
    /// How they came about.
    pub view: ListView,
    /// The chosen mention, listed or not.
    pub chosen: Option<MentionId>,
}

impl ListMoment {
    /// The chosen mention's row.
    pub fn chosen_row(&self) -> Option<usize> {
        let chosen = self.chosen?;
        self.model.rows.iter().position(|id| *id == chosen)
    }

    /// How far to scroll, coming from the moment `before`; `None` where the list stays.
    ///
    /// A mention that is chosen elsewhere comes into view, and so does one that was made just now, since it is the chosen
    /// one. Rows that otherwise come or go out of view leave in their place those that are seen.
    pub fn scroll_from(&self, before: Option<&Self>, row_height: f64, viewport: Viewport) -> Option<f64> {
        let show = || scroll_to_show(self.chosen_row()?, row_height, viewport);
        let Some(before) = before else {
            return show();
        };
        if before.view != self.view {
            let top = Viewport { top: 0.0, ..viewport };
            let chosen = self.chosen_row().and_then(|row| scroll_to_show(row, row_height, top));
            return Some(chosen.unwrap_or(0.0));
        }
        if before.chosen != self.chosen && self.chosen_row().is_some() {
            return show();
        }
        scroll_to_keep(&before.model.rows, &self.model.rows, row_height, viewport)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: usize) -> MentionId {
        MentionId::from_u128(n as u128)
    }

    fn moment(rows: impl IntoIterator<Item = usize>, chosen: Option<usize>) -> ListMoment {
        ListMoment {
            model: Rc::new(ListModel {
                rows: rows.into_iter().map(id).collect(),
                ..ListModel::default()
            }),
            view: ListView::default(),
            chosen: chosen.map(id),
        }
    }

    const SEEN: Viewport = Viewport {
        top: 1000.0,
        height: 400.0,
    };

    #[test]
    fn what_is_chosen_elsewhere_comes_into_view() {
        let before = moment(0..100, None);
        let scroll = |now: &ListMoment| now.scroll_from(Some(&before), 50.0, SEEN);
        assert_eq!(scroll(&moment(0..100, Some(2))), Some(100.0));
        assert_eq!(scroll(&moment(0..100, Some(22))), None);
        assert_eq!(moment(0..100, Some(2)).scroll_from(None, 50.0, SEEN), Some(100.0));
    }

    #[test]
    fn what_was_made_just_now_comes_into_view() {
        let before = moment(0..100, Some(99));
        let below = moment(0..=100, Some(100));
        assert_eq!(below.scroll_from(Some(&before), 50.0, SEEN), Some(101.0 * 50.0 - 400.0));
        let above = moment([500].into_iter().chain(0..100), Some(500));
        assert_eq!(above.scroll_from(Some(&before), 50.0, SEEN), Some(0.0));
    }

    #[test]
    fn what_comes_from_elsewhere_leaves_the_list_where_it_is() {
        let before = moment(0..100, None);
        let above = moment([500].into_iter().chain(0..100), None);
        assert_eq!(above.scroll_from(Some(&before), 50.0, SEEN), Some(1050.0));
        let filtered_out = moment([500].into_iter().chain(0..100), Some(600));
        assert_eq!(filtered_out.scroll_from(Some(&before), 50.0, SEEN), Some(1050.0));
    }

    #[test]
    fn another_filter_begins_at_the_top_or_at_what_is_chosen() {
        let before = moment(0..100, Some(90));
        let other = |chosen| ListMoment {
            view: ListView {
                text: "a".to_owned(),
                ..ListView::default()
            },
            ..moment((0..100).step_by(2), chosen)
        };
        assert_eq!(other(None).scroll_from(Some(&before), 50.0, SEEN), Some(0.0));
        assert_eq!(other(Some(4)).scroll_from(Some(&before), 50.0, SEEN), Some(0.0));
        assert_eq!(
            other(Some(90)).scroll_from(Some(&before), 50.0, SEEN),
            Some(46.0 * 50.0 - 400.0)
        );
    }

    #[test]
    fn another_article_begins_at_the_top() {
        let before = moment(0..100, None);
        assert_eq!(moment(200..300, None).scroll_from(Some(&before), 50.0, SEEN), Some(0.0));
    }
}
