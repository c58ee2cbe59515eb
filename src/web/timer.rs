//! Doing something later.

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use std::pin::Pin;

/// Calls `then` after so many milliseconds, unless the timer is dropped before.
#[must_use = "dropping it calls it off"]
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}

/// Lets the browser do what waits, such as answering what is typed.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}

/// The same for work of the core that is done in slices.
pub fn between_slices() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(pause())
}
