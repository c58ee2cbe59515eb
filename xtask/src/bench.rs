//! `cargo xtask bench`: how fast the page is beside its peers, or the core by itself.

use crate::cli::Bench;
use crate::npm::Node;
use crate::workspace::Workspace;
use crate::{browsers, dist, program};
use anyhow::Result;
use std::ffi::OsString;
use std::process::Command;

pub fn run(workspace: &Workspace, what: &Bench) -> Result<()> {
    match what {
        Bench::Page(options) => page(workspace, options),
        Bench::Native(filters) => native(workspace, filters),
    }
}

fn page(workspace: &Workspace, options: &[OsString]) -> Result<()> {
    let node = Node::find()?;
    let folder = workspace.root.join("bench");
    node.install(&folder)?;
    let mut tests = Command::new(&node.node);
    program::run(
        tests
            .current_dir(&folder)
            .args(["--test", "--test-reporter=dot", "workload/"]),
    )?;
    let [chromium] = browsers::ensure([&browsers::CHROMIUM])?;
    let dist = dist::build(workspace)?;
    let mut command = Command::new(&node.node);
    command.current_dir(&folder).arg("run.mjs").args(options);
    program::run(command.env("DIST", dist).env("CHROMIUM", chromium))
}

fn native(workspace: &Workspace, filters: &[OsString]) -> Result<()> {
    let mut command = program::cargo();
    command
        .current_dir(&workspace.root)
        .args(["bench", "--bench", "core", "--"]);
    program::run(command.args(filters))
}
