//! Doing something later.

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;

/// Calls `then` after so many milliseconds, unless the timer is dropped before.
#[must_use = "dropping it calls it off"]
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}

/// Lets the browser do what waits, such as answering what is typed.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}
