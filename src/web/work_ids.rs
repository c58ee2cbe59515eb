//! Ids of long work, which tell pieces of work from each other wherever they are done.

use std::cell::Cell;

thread_local! {
    static STARTED: Cell<u32> = const { Cell::new(0) };
}

/// Another one at each call.
pub fn next() -> u32 {
    STARTED.replace(STARTED.get().wrapping_add(1))
}
