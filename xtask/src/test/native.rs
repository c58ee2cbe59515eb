//! The checks that need no browser.

use super::report::{self, Count};
use crate::workspace::Workspace;
use crate::{program, rust};
use anyhow::Result;

pub fn format(workspace: &Workspace) -> Result<Count> {
    rust::ensure_components()?;
    report::check(
        program::cargo()
            .current_dir(&workspace.root)
            .args(["fmt", "--all", "--", "--check"]),
    )
}

pub fn clippy(workspace: &Workspace) -> Result<Count> {
    rust::ensure_components()?;
    let mut command = program::cargo();
    command.current_dir(&workspace.root);
    // With the programs that nothing builds otherwise.
    command.args(["clippy", "--workspace", "--all-targets", "--features", "attest/align"]);
    report::check(command.args(["--", "-D", "warnings"]))
}

pub fn tests(workspace: &Workspace, filters: &[String]) -> Result<Count> {
    let mut command = program::cargo();
    command
        .current_dir(&workspace.root)
        .args(["test", "--workspace", "--no-fail-fast", "--", "--quiet"]);
    report::tests(command.args(filters))
}
