//! How high the window is.

/// Whether a place (CSS pixels from the window's top) lies so low that there is more room above it than below.
pub fn is_low(y: f64) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.is_some_and(|height| y > height / 2.0)
}
