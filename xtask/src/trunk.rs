//! Trunk, which turns the crate and `index.html` into a page, and the tools that it calls.

use crate::program;
use crate::rust;
use crate::tool_cache::Tool;
use crate::workspace::Workspace;
use anyhow::Result;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// `trunk <subcommand>` for a release build, with everything it needs installed.
pub fn command(workspace: &Workspace, subcommand: &str) -> Result<Command> {
    rust::ensure_wasm_target()?;
    let wasm_bindgen = wasm_bindgen(workspace)?;
    let trunk = Tool {
        name: "trunk",
        program: "trunk",
        version: "0.21.14".into(),
        // Without what it needs for the network, which it must not use here.
        options: &["--locked", "--no-default-features"],
        minutes: 4,
    }
    .ensure()?;
    // Trunk builds offline, so what the lock file names must be there already.
    let mut fetch = program::cargo();
    program::run(
        fetch
            .current_dir(&workspace.root)
            .args(["fetch", "--quiet", "--locked", "--target", rust::WASM]),
    )?;

    let mut command = Command::new(program::installed(&trunk, "trunk"));
    command
        .current_dir(&workspace.root)
        .env("PATH", program::path_with(&[wasm_bindgen])?);
    command.args([subcommand, "--release", "--offline", "--skip-version-check"]);
    // Messages of panics name files; not those of the machine that built the page.
    let mut options = rust::nameless_paths(workspace)?;
    // The linker tells what refers to what, which `split` goes by.
    options.push("-Clink-arg=--emit-relocs".into());
    command.env("CARGO_ENCODED_RUSTFLAGS", options.join("\u{1f}"));
    if env::var_os("NO_COLOR").is_some() {
        // The convention is any value; Trunk takes none but this.
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// The folder of `wasm-bindgen` and its test runner, of the version that the crate is built with.
pub fn wasm_bindgen(workspace: &Workspace) -> Result<PathBuf> {
    Tool {
        name: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: workspace.locked_version("wasm-bindgen")?,
        // Not `--locked`: its own lock file names a release that is gone.
        options: &[],
        minutes: 3,
    }
    .ensure()
}
