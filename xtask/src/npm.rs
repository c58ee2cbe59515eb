//! Node and the npm packages that committed lock files name.

use crate::{program, workspace};
use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Older ones cannot run the end-to-end tests.
const OLDEST_NODE: u32 = 20;

/// Node and its package manager.
pub struct Node {
    pub node: PathBuf,
    npm: PathBuf,
}

impl Node {
    /// The error says what to install.
    pub fn find() -> Result<Self> {
        let (Some(node), Some(npm)) = (program::find("node"), program::find("npm")) else {
            bail!("Node {OLDEST_NODE} or newer with npm is not installed (https://nodejs.org)");
        };
        let told = program::output(Command::new(&node).arg("--version")).unwrap_or_default();
        match major_version(&told) {
            Some(major) if major >= OLDEST_NODE => Ok(Self { node, npm }),
            _ => bail!("Node {OLDEST_NODE} or newer is needed (https://nodejs.org), and this one is “{told}”"),
        }
    }

    /// Installs what a folder's lock file names beside it, unless that was done for this very lock file.
    pub fn install(&self, folder: &Path) -> Result<()> {
        let lock = fs::read(folder.join("package-lock.json")).context("reading package-lock.json")?;
        let stamp = folder.join("node_modules").join(".installed-lock.json");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        println!("Installing npm packages into {}, some seconds.", folder.display());
        program::run(
            Command::new(&self.npm)
                .current_dir(folder)
                .args(["ci", "--no-audit", "--no-fund"]),
        )?;
        fs::write(stamp, lock).context("noting what was installed")
    }

    /// The same in the per-user cache; answers its `node_modules`.
    pub fn install_cached(&self, folder: &Path) -> Result<PathBuf> {
        let lock = fs::read(folder.join("package-lock.json")).context("reading package-lock.json")?;
        let mut hasher = DefaultHasher::new();
        lock.hash(&mut hasher);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let cached = workspace::cache_dir()?
            .join("tools")
            .join(format!("npm-{name}-{:016x}", hasher.finish()));
        fs::create_dir_all(&cached).with_context(|| format!("creating {}", cached.display()))?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(folder.join(file), cached.join(file)).with_context(|| format!("copying {file}"))?;
        }
        self.install(&cached)?;
        Ok(cached.join("node_modules"))
    }
}

fn major_version(told: &str) -> Option<u32> {
    told.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_tells_its_version() {
        assert_eq!(major_version("v20.20.2"), Some(20));
        assert_eq!(major_version(""), None);
    }
}
