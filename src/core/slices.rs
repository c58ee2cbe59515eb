//! Long work that lets others have their turn: it pauses after each slice, and whoever has it done says how.
//!
//! The core knows no event loop. What takes long is written as a future that waits for nothing but these pauses.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Begins one pause. The work goes on when it is over.
pub type Pause<'p> = &'p dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// So many small things, such as mentions, are a slice: some 10 ms in a browser.
pub const SLICE: usize = 20_000;

/// Where there is nobody who could have a turn.
pub fn no_pause() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(std::future::ready(()))
}

/// Does the work at once. It must wait for nothing, so its pauses are [`no_pause`].
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// Pauses after every [`SLICE`] of what it counts.
pub(super) struct Slices<'p> {
    pause: Pause<'p>,
    n_done: usize,
}

impl<'p> Slices<'p> {
    /// Nothing is done yet.
    pub fn new(pause: Pause<'p>) -> Self {
        Self { pause, n_done: 0 }
    }

    /// One more is done.
    pub async fn step(&mut self) {
        self.n_done += 1;
        if self.n_done.is_multiple_of(SLICE) {
            (self.pause)().await;
        }
    }

    /// Something that cannot be cut is done, or follows. Pauses where there has been a slice, and there may be much to do.
    pub async fn rest(&self) {
        if self.n_done >= SLICE {
            (self.pause)().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn there_is_a_pause_after_each_slice_and_none_in_little_work() {
        let paused = Cell::new(0);
        let pause = || {
            paused.set(paused.get() + 1);
            no_pause()
        };
        let work = async |n: usize| {
            let mut slices = Slices::new(&pause);
            for _ in 0..n {
                slices.step().await;
            }
            slices.rest().await;
        };
        at_once(work(SLICE - 1));
        assert_eq!(paused.get(), 0);
        at_once(work(2 * SLICE + 1));
        assert_eq!(paused.get(), 3);
    }
}
