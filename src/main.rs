//! The page's entry point.

fn main() {
    #[cfg(target_arch = "wasm32")]
    assert!(web_sys::window().is_some(), "the application runs in a page");
}
