//! The entry point of the search: a program of its own, so that neither the page nor the reading of files has to load
//! the engine of regular expressions.

#[cfg(target_arch = "wasm32")]
mod listener;
#[cfg(target_arch = "wasm32")]
mod task;

fn main() {
    #[cfg(target_arch = "wasm32")]
    listener::listen();
}
