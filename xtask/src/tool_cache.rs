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
    pub dependencies: Dependencies,
    /// What to tell the person who waits, on two cores.
    pub minutes: u32,
}

/// Which versions the tool itself is compiled with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dependencies {
    /// Those that its author locked.
    Locked,
    /// The newest that fit.
    Newest,
}

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
                .arg("--root")
                .arg(&root);
            if self.dependencies == Dependencies::Locked {
                install.arg("--locked");
            }
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
