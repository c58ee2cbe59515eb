//! The worker's entry point: a program of its own, so that the page does not load what only this needs.

#[cfg(target_arch = "wasm32")]
mod listener;

fn main() {
    #[cfg(target_arch = "wasm32")]
    listener::listen();
}
