//! How keys move through a list or a toolbar of which one part has the focus (the ARIA practices' roving focus).

/// Where a key leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the one before.
    Back,
    /// To the one after.
    Forth,
    /// A page back.
    PageBack,
    /// A page forth.
    PageForth,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Step {
    /// In a vertical list, which pages; the key as the browser names it.
    pub fn in_list(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::Back),
            "ArrowDown" => Some(Self::Forth),
            "PageUp" => Some(Self::PageBack),
            "PageDown" => Some(Self::PageForth),
            _ => Self::to_an_end(key),
        }
    }

    /// In a horizontal toolbar.
    pub fn in_toolbar(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Back),
            "ArrowRight" => Some(Self::Forth),
            _ => Self::to_an_end(key),
        }
    }

    fn to_an_end(key: &str) -> Option<Self> {
        match key {
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }

    /// The place in a list of `n`, stopping at its ends. From nowhere, `Back` and `PageBack` lead to the last and all
    /// others to the first. `None` where the list is empty.
    pub fn stopping(self, from: Option<usize>, n: usize, page: usize) -> Option<usize> {
        let last = n.checked_sub(1)?;
        Some(match (self, from) {
            (Self::First, _) | (Self::Forth | Self::PageForth, None) => 0,
            (Self::Last, _) | (Self::Back | Self::PageBack, None) => last,
            (Self::Back, Some(at)) => at.saturating_sub(1).min(last),
            (Self::Forth, Some(at)) => at.saturating_add(1).min(last),
            (Self::PageBack, Some(at)) => at.saturating_sub(page).min(last),
            (Self::PageForth, Some(at)) => at.saturating_add(page).min(last),
        })
    }

    /// The place in a ring of `n`, as toolbars do it.
    pub fn wrapping(self, from: Option<usize>, n: usize) -> Option<usize> {
        let last = n.checked_sub(1)?;
        match (self, from) {
            (Self::Back, Some(0)) => Some(last),
            (Self::Forth, Some(at)) if at >= last => Some(0),
            _ => self.stopping(from, n, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stops_at_its_ends() {
        assert_eq!(Step::Back.stopping(Some(0), 5, 3), Some(0));
        assert_eq!(Step::Forth.stopping(Some(4), 5, 3), Some(4));
        assert_eq!(Step::PageForth.stopping(Some(3), 5, 3), Some(4));
        assert_eq!(Step::PageBack.stopping(Some(4), 5, 3), Some(1));
        assert_eq!(Step::Last.stopping(Some(1), 5, 3), Some(4));
        assert_eq!(Step::Forth.stopping(Some(9), 5, 3), Some(4));
    }

    #[test]
    fn from_nowhere_a_key_enters_at_an_end() {
        assert_eq!(Step::Forth.stopping(None, 5, 3), Some(0));
        assert_eq!(Step::Back.stopping(None, 5, 3), Some(4));
        assert_eq!(Step::Forth.stopping(None, 0, 3), None);
    }

    #[test]
    fn a_toolbar_is_a_ring() {
        assert_eq!(Step::Back.wrapping(Some(0), 4), Some(3));
        assert_eq!(Step::Forth.wrapping(Some(3), 4), Some(0));
        assert_eq!(Step::Forth.wrapping(Some(1), 4), Some(2));
        assert_eq!(Step::Forth.wrapping(None, 4), Some(0));
        assert_eq!(Step::Back.wrapping(None, 0), None);
    }

    #[test]
    fn each_has_its_own_keys() {
        assert_eq!(Step::in_list("ArrowRight"), None);
        assert_eq!(Step::in_toolbar("ArrowDown"), None);
        assert_eq!(Step::in_list("End"), Some(Step::Last));
        assert_eq!(Step::in_toolbar("Home"), Some(Step::First));
    }
}
