//! `cargo xtask align`: same-content passages of the texts in a folder, by a program of the package's own.
//!
//! A program beside this one, so that `cargo xtask` itself does not have to compile the library before it starts.

use crate::program;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::ExitCode;

/// The folder is as seen from where the command was typed. What is wrong with it has been said when this answers failure.
pub fn run(workspace: &Workspace, folder: &Path) -> Result<ExitCode> {
    let mut command = program::cargo();
    command
        .args([
            "run",
            "--release",
            "--features",
            "align",
            "--bin",
            "attest-align",
            "--manifest-path",
        ])
        .arg(workspace.root.join("Cargo.toml"))
        .arg("--")
        .arg(folder);
    let status = command.status().context("starting cargo")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
