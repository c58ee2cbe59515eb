//! Places where a quote may stand: the best of them, and whether another one is as good.

use super::anchor::Certainty;

/// Which part of the context must speak for the chosen place and against another one, or else the choice is not clear.
const CLOSE_CALL: usize = 8;

/// A candidate. Ordered by cost, then by distance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Place {
    pub cost: usize,
    pub distance: usize,
    pub start: usize,
    pub end: usize,
    pub errors: usize,
}

/// The best of the places looked at, and how good the best beside it is.
#[derive(Default)]
pub(super) struct Candidates {
    pub best: Option<Place>,
    rival_cost: Option<usize>,
}

impl Candidates {
    /// The same place may come again.
    pub fn extend(&mut self, places: impl IntoIterator<Item = Place>) {
        for place in places {
            let Some(best) = self.best else {
                self.best = Some(place);
                continue;
            };
            let (winner, loser) = if place < best { (place, best) } else { (best, place) };
            self.best = Some(winner);
            if loser.end <= winner.start || winner.end <= loser.start {
                self.rival_cost = Some(self.rival_cost.map_or(loser.cost, |cost| cost.min(loser.cost)));
            }
        }
    }

    pub fn agrees_wholly(&self) -> bool {
        self.best.is_some_and(|place| place.cost == 0)
    }

    /// Whether it need not be looked for farther away, or with errors; `worst_cost` is that of a place where nothing
    /// agrees.
    pub fn is_good(&self, worst_cost: usize) -> bool {
        self.best.is_some_and(|place| place.cost <= worst_cost / 8)
    }

    /// `context_weight` is what is lost where no context agrees.
    pub fn certainty(&self, context_weight: usize) -> Certainty {
        let margin = context_weight / CLOSE_CALL;
        let is_close = |(best, rival): (Place, usize)| best.distance > 0 && rival <= best.cost + margin;
        if self.best.zip(self.rival_cost).is_some_and(is_close) {
            Certainty::Ambiguous
        } else {
            Certainty::Clear
        }
    }
}
