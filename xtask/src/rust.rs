//! The parts of the Rust toolchain that the build needs beside the compiler.

use crate::program;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for the browser.
pub fn ensure_wasm_target() -> Result<()> {
    let libdir = program::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libdir.is_some_and(|dir| Path::new(&dir).is_dir()) {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Options for rustc by which what it builds names files without the folders of this machine.
pub fn nameless_paths(workspace: &Workspace) -> Result<Vec<String>> {
    let sysroot =
        program::output(Command::new("rustc").args(["--print", "sysroot"])).context("asking rustc where it lies")?;
    let cargo_home = match env::var_os("CARGO_HOME") {
        Some(dir) => PathBuf::from(dir),
        None => env::home_dir()
            .context("no home folder is set in the environment")?
            .join(".cargo"),
    };
    let folders = [
        workspace.root.clone(),
        cargo_home.join("registry").join("src"),
        sysroot.into(),
    ];
    Ok(folders
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        .to_vec())
}

/// rustfmt and clippy.
pub fn ensure_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if program::output(program::cargo().args([subcommand, "--version"])).is_none() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    let wanted = args.last().copied().unwrap_or_default();
    let Some(rustup) = program::find("rustup") else {
        bail!("this Rust has no {wanted} and no rustup to add it: install Rust by rustup, or that part by your system");
    };
    println!("Adding {wanted} to the Rust toolchain.");
    program::run(Command::new(rustup).args(args))
}
