//! The entry point of the comparison of passages: a program of its own, so that neither the page nor the reading of files
//! has to load the words and weights that it goes by.

#[cfg(target_arch = "wasm32")]
mod listener;

fn main() {
    #[cfg(target_arch = "wasm32")]
    listener::listen();
}
