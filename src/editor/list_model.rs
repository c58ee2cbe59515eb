//! The list of mentions, filtered and sorted: ids in order. Rows are made only for what is visible.

use crate::core::id::MentionId;

/// What the list shows, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListModel {
    /// In the order of the list.
    pub rows: Vec<MentionId>,
    /// How many there are without the filters.
    pub n_unfiltered: usize,
    /// Everyone who made a mention that is listed without the filters, sorted; the unnamed left out.
    pub authors: Vec<String>,
    /// How many are still to be looked at: more rows may come. 0 where this is the whole list.
    pub n_left: usize,
    /// Whether these are the rows before a change, which are shown until the new ones are found.
    pub is_old: bool,
}

impl ListModel {
    /// Where the mention stands; where it is no longer listed, the row that came to its old place.
    pub fn row_of(&self, id: MentionId, old_row: usize) -> Option<usize> {
        if self.rows.get(old_row) == Some(&id) {
            return Some(old_row);
        }
        let found = self.rows.iter().position(|row| *row == id);
        found.or_else(|| self.rows.len().checked_sub(1).map(|last| old_row.min(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
