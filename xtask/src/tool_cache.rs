//! Build tools from crates.io, compiled once into the per-user cache and kept by version.

use crate::{program, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// A pinned tool.
pub struct Tool {
    /// The crate's name.
    pub name: &'static str,
    /// The program that shows that it is there.
    pub program: &'static str,
    pub version: String,
    /// For `cargo install`, beside the name and the version.
    pub options: &'static [&'static str],
    /// What to tell the person who waits, on two cores.
    pub minutes: u32,
}

/// These tools run for seconds, so what counts is how soon they are there: this halves the time to compile Trunk.
const QUICK_TO_COMPILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

impl Tool {
    /// The folder of the tool's programs: one that is on PATH in the very version, or the cache's, filled if need be.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(dir) = self.on_path() {
            return Ok(dir);
        }
        let root = workspace::cache_dir()?
            .join("tools")
            .join(format!("{}-{}", self.name, self.version));
        let bin = root.join("bin");
        if !program::installed(&bin, self.program).is_file() {
            println!(
                "Installing {} {} for the first time, about {} minutes; it stays in {}.",
                self.name,
                self.version,
                self.minutes,
                root.display()
            );
            let mut install = program::cargo();
            install
                .arg("install")
                .arg(format!("{}@{}", self.name, self.version))
                .args(self.options);
            install.arg("--root").arg(&root).envs(QUICK_TO_COMPILE);
            program::run(&mut install).with_context(|| format!("installing {} {}", self.name, self.version))?;
        }
        Ok(bin)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let file = program::find(self.program)?;
        let told = program::output(Command::new(&file).arg("--version"))?;
        let same = told.split_whitespace().any(|word| word == self.version);
        same.then(|| file.parent().map(PathBuf::from)).flatten()
    }
}
