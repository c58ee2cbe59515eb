//! The system's package manager, where it can be used without asking anything.

use crate::program;
use std::process::Command;

/// How to install packages with one manager.
pub struct PackageManager {
    program: &'static str,
    /// Run once before the first installation.
    refresh: Option<&'static [&'static str]>,
    install: &'static [&'static str],
    /// Whether it changes the system for all users.
    needs_root: bool,
}

const MANAGERS: [PackageManager; 5] = [
    PackageManager {
        program: "apt-get",
        refresh: Some(&["update"]),
        install: &["install", "--yes", "--no-install-recommends"],
        needs_root: true,
    },
    PackageManager {
        program: "dnf",
        refresh: None,
        install: &["install", "--assumeyes"],
        needs_root: true,
    },
    PackageManager {
        program: "pacman",
        refresh: Some(&["-Sy", "--noconfirm"]),
        install: &["-S", "--needed", "--noconfirm"],
        needs_root: true,
    },
    PackageManager {
        program: "brew",
        refresh: None,
        install: &["install"],
        needs_root: false,
    },
    PackageManager {
        program: "winget",
        refresh: None,
        install: &[
            "install",
            "--silent",
            "--accept-package-agreements",
            "--accept-source-agreements",
            "--exact",
            "--id",
        ],
        needs_root: false,
    },
];

/// Package names by manager; several are alternatives, of which the first that installs is taken.
pub struct Packages {
    pub apt: &'static [&'static str],
    pub dnf: &'static [&'static str],
    pub pacman: &'static [&'static str],
    pub brew: &'static [&'static str],
    pub winget: &'static [&'static str],
}

impl Packages {
    /// What only Debian and its kin lack by default.
    pub const fn of_apt(apt: &'static [&'static str]) -> Self {
        Self {
            apt,
            dnf: &[],
            pacman: &[],
            brew: &[],
            winget: &[],
        }
    }
}

impl PackageManager {
    /// The one of this system, with its list of packages fresh.
    pub fn find() -> Option<Self> {
        let manager = MANAGERS
            .into_iter()
            .find(|manager| program::find(manager.program).is_some())?;
        let allowed = !manager.needs_root || is_root() || sudo_asks_nothing();
        if !allowed {
            return None;
        }
        if let Some(refresh) = manager.refresh {
            println!("Installing missing browsers with {}.", manager.program);
            // A stale list may still do.
            let _ = program::run(&mut manager.command(refresh));
        }
        Some(manager)
    }

    /// Whether one of the alternatives could be installed.
    pub fn install(&self, packages: &Packages) -> bool {
        let alternatives = match self.program {
            "apt-get" => packages.apt,
            "dnf" => packages.dnf,
            "pacman" => packages.pacman,
            "brew" => packages.brew,
            _ => packages.winget,
        };
        alternatives.iter().any(|package| {
            println!("Installing {package}.");
            program::run(self.command(self.install).arg(package)).is_ok()
        })
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = if self.needs_root && !is_root() {
            let mut sudo = Command::new("sudo");
            sudo.args(["--non-interactive", "DEBIAN_FRONTEND=noninteractive", self.program]);
            sudo
        } else {
            Command::new(program::find(self.program).unwrap_or_else(|| self.program.into()))
        };
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}

/// Also what makes Chromium refuse its sandbox.
pub fn is_root() -> bool {
    cfg!(unix) && program::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn sudo_asks_nothing() -> bool {
    cfg!(unix) && program::output(Command::new("sudo").args(["--non-interactive", "true"])).is_some()
}
