//! The browsers that tests run in: found, or installed where the system lets us.

use crate::package_manager::{PackageManager, Packages};
use crate::program;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;

/// A browser or driver, and how to come by it.
pub struct Browser {
    name: &'static str,
    /// Where the person may say which one to use.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Where macOS and Windows keep it, outside PATH; `%NAME%` at the start stands for that variable.
    places: &'static [&'static str],
    packages: Packages,
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe",
    ],
    packages: Packages {
        apt: &["chromium", "chromium-browser"],
        dnf: &["chromium"],
        pacman: &["chromium"],
        brew: &["google-chrome"],
        winget: &["Google.Chrome"],
    },
};

pub const CHROMEDRIVER: Browser = Browser {
    name: "chromedriver",
    variable: "CHROMEDRIVER",
    programs: &["chromedriver"],
    places: &[],
    packages: Packages {
        apt: &["chromium-driver", "chromium-chromedriver"],
        dnf: &["chromedriver"],
        pacman: &["chromium"],
        brew: &["chromedriver"],
        winget: &["Chromium.ChromeDriver"],
    },
};

pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"%ProgramFiles%\Mozilla Firefox\firefox.exe",
        r"%ProgramFiles(x86)%\Mozilla Firefox\firefox.exe",
    ],
    packages: Packages {
        apt: &["firefox-esr", "firefox"],
        dnf: &["firefox"],
        pacman: &["firefox"],
        brew: &["firefox"],
        winget: &["Mozilla.Firefox"],
    },
};

/// So that the scripts of the tests' texts show on a bare server, too.
const FONTS: [Packages; 3] = [
    Packages::of_apt(&["fonts-noto-core"]),
    Packages::of_apt(&["fonts-noto-cjk"]),
    Packages::of_apt(&["fonts-noto-color-emoji"]),
];

impl Browser {
    fn find(&self) -> Option<PathBuf> {
        let chosen = env::var_os(self.variable).map(PathBuf::from);
        let on_path = || self.programs.iter().find_map(|name| program::find(name));
        let in_place = || {
            self.places
                .iter()
                .filter_map(|place| expand(place))
                .find(|file| file.is_file())
        };
        chosen.or_else(on_path).or_else(in_place)
    }
}

/// Where each of them lies, after installing what is missing. The error is one line that says what to install.
pub fn ensure<const N: usize>(wanted: [&Browser; N]) -> Result<[PathBuf; N]> {
    if wanted.iter().any(|browser| browser.find().is_none())
        && let Some(manager) = PackageManager::find()
    {
        for browser in wanted.iter().filter(|browser| browser.find().is_none()) {
            manager.install(&browser.packages);
        }
        for font in &FONTS {
            manager.install(font);
        }
    }
    let found = wanted.map(Browser::find);
    let missing: Vec<_> = wanted.iter().zip(&found).filter(|(_, file)| file.is_none()).collect();
    if missing.is_empty() {
        return Ok(found.map(Option::unwrap_or_default));
    }
    let to_install = missing
        .iter()
        .map(|(it, _)| format!("{} (or set {} to where it lies)", it.name, it.variable));
    bail!("please install {}", to_install.collect::<Vec<_>>().join(" and "))
}

fn expand(place: &str) -> Option<PathBuf> {
    let Some((variable, rest)) = place.strip_prefix('%').and_then(|place| place.split_once('%')) else {
        return Some(place.into());
    };
    let mut file = env::var_os(variable)?;
    file.push(rest);
    Some(file.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_may_start_with_a_variable() {
        let mut home = env::var_os("PATH").unwrap();
        home.push("/x");
        assert_eq!(expand("%PATH%/x"), Some(home.into()));
        assert_eq!(expand("%NO_SUCH_VARIABLE%/x"), None);
        assert_eq!(expand("/Applications/x"), Some("/Applications/x".into()));
    }
}
