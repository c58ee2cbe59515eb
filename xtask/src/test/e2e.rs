//! The end-to-end tests: the production build in real browsers, driven by Playwright.

use super::report::{self, Count};
use crate::npm::Node;
use crate::workspace::Workspace;
use crate::{browsers, dist};
use anyhow::Result;
use std::process::Command;

pub fn tests(workspace: &Workspace, filters: &[String]) -> Result<Count> {
    let node = Node::find()?;
    let folder = workspace.root.join("tests").join("e2e");
    node.install(&folder)?;
    let [chromium, firefox] = browsers::ensure([&browsers::CHROMIUM, &browsers::FIREFOX])?;
    let dist = dist::build(workspace)?;
    let mut command = Command::new(&node.node);
    command.current_dir(&folder).arg("run.mjs").args(filters);
    command
        .env("DIST", dist)
        .env("CHROMIUM", chromium)
        .env("FIREFOX", firefox);
    report::tests(&mut command)
}
