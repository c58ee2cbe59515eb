//! Where things lie: the checkout, the build folder, the per-user cache, the locked versions.

use crate::rust;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The checkout that `cargo xtask` was started in.
pub struct Workspace {
    pub root: PathBuf,
}

impl Workspace {
    /// Cargo tells where the running package lies; the checkout is the folder above.
    pub fn locate() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start it as `cargo xtask`")?;
        let root = Path::new(&manifest)
            .parent()
            .context("xtask lies in a folder of the checkout")?;
        Ok(Self { root: root.to_owned() })
    }

    /// Where Cargo puts what it builds.
    fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// The page's program as the linker wrote it, before anything else worked on it.
    pub fn linked(&self) -> PathBuf {
        self.target().join(rust::WASM).join("release").join("attest.wasm")
    }

    /// For what a run writes and nobody keeps.
    pub fn scratch(&self) -> Result<PathBuf> {
        let scratch = self.target().join("xtask");
        fs::create_dir_all(&scratch).with_context(|| format!("creating {}", scratch.display()))?;
        Ok(scratch)
    }

    /// The exact version of a crate that the build uses.
    pub fn locked_version(&self, name: &str) -> Result<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).context("reading Cargo.lock")?;
        locked_version(&lock, name).with_context(|| format!("Cargo.lock holds no {name}"))
    }
}

/// Where tools are kept between checkouts.
pub fn cache_dir() -> Result<PathBuf> {
    cache_dir_of(env::consts::OS, |name| {
        env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
    })
    .context("neither a cache folder nor a home folder is set in the environment")
}

fn cache_dir_of(os: &str, variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = match os {
        "windows" => variable("LOCALAPPDATA")?,
        "macos" => variable("HOME")?.join("Library").join("Caches"),
        _ => variable("XDG_CACHE_HOME")
            .filter(|dir| dir.is_absolute())
            .or_else(|| Some(variable("HOME")?.join(".cache")))?,
    };
    Some(base.join("attest"))
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let name_line = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| **line != name_line);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_is_read_for_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn each_system_has_its_own_cache_folder() {
        let home = |name: &str| (name == "HOME").then(|| PathBuf::from("/home/a"));
        assert_eq!(cache_dir_of("linux", home), Some("/home/a/.cache/attest".into()));
        assert_eq!(
            cache_dir_of("macos", home),
            Some("/home/a/Library/Caches/attest".into())
        );
        assert_eq!(cache_dir_of("windows", home), None);
        let xdg = |name: &str| (name == "XDG_CACHE_HOME").then(|| PathBuf::from("/var/c"));
        assert_eq!(cache_dir_of("linux", xdg), Some("/var/c/attest".into()));
        let local = |name: &str| (name == "LOCALAPPDATA").then(|| PathBuf::from("L"));
        assert_eq!(cache_dir_of("windows", local), Some(Path::new("L").join("attest")));
    }
}
