//! The checks of what is compiled for the browser; the tests run in a real one.

use super::report::{self, Count};
use crate::package_manager::is_root;
use crate::workspace::Workspace;
use crate::{browsers, program, rust, trunk};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What is built for the browser: the library, the page's program and the tests that run in a page. The other tests
/// read files or need threads, and are checked natively.
const TARGETS: [&str; 8] = [
    "--package",
    "attest",
    "--target",
    rust::WASM,
    "--lib",
    "--bins",
    "--test",
    "web*",
];

pub fn clippy(workspace: &Workspace) -> Result<Count> {
    rust::ensure_components()?;
    rust::ensure_wasm_target()?;
    let mut command = program::cargo();
    command
        .current_dir(&workspace.root)
        .arg("clippy")
        .args(TARGETS)
        .args(["--", "-D", "warnings"]);
    report::check(&mut command)
}

/// In Chromium; in Firefox, too, where its driver is installed.
pub fn tests(workspace: &Workspace, filters: &[String]) -> Result<Count> {
    rust::ensure_wasm_target()?;
    let runner = trunk::wasm_bindgen(workspace)?;
    let [chromium, chromedriver] = browsers::ensure([&browsers::CHROMIUM, &browsers::CHROMEDRIVER])?;
    let sandbox = if is_root() { r#""--no-sandbox""# } else { "" };
    let chromium = json_string(&chromium.to_string_lossy());
    let mut drivers = vec![Driver {
        variable: "CHROMEDRIVER",
        program: chromedriver,
        capabilities: format!(r#"{{"goog:chromeOptions": {{"binary": {chromium}, "args": [{sandbox}]}}}}"#),
    }];
    match program::find("geckodriver") {
        Some(program) => drivers.push(Driver {
            variable: "GECKODRIVER",
            program,
            capabilities: "{}".into(),
        }),
        None => println!("Note: not in Firefox, because geckodriver is not installed; the end-to-end tests run there."),
    }
    let mut count = Count::default();
    for driver in &drivers {
        // The runner takes one filter at a time.
        let passes = if filters.is_empty() {
            vec![None]
        } else {
            filters.iter().map(Some).collect()
        };
        for filter in passes {
            count += driver.run(workspace, &runner, filter)?;
        }
    }
    Ok(count)
}

/// What drives one browser.
struct Driver {
    /// How the test runner learns of the program.
    variable: &'static str,
    program: PathBuf,
    /// WebDriver capabilities, as JSON.
    capabilities: String,
}

impl Driver {
    fn run(&self, workspace: &Workspace, runner: &Path, filter: Option<&String>) -> Result<Count> {
        let capabilities = workspace.scratch()?.join("webdriver.json");
        fs::write(&capabilities, &self.capabilities).context("writing the browser's settings")?;
        let mut command = program::cargo();
        command
            .current_dir(&workspace.root)
            .args(["test", "--package", "attest", "--target", rust::WASM]);
        command.args(["--no-fail-fast", "--test", "web*", "--"]).args(filter);
        // By name and PATH, because cargo splits this variable at spaces.
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        command.env("PATH", program::path_with(&[runner.to_owned()])?);
        command
            .env(self.variable, &self.program)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities);
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        report::tests(&mut command)
    }
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', r#"\""#))
}
