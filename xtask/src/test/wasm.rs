//! The checks of what is compiled for the browser; the tests run in a real one.

use super::report::{self, Count};
use crate::package_manager::is_root;
use crate::workspace::Workspace;
use crate::{browsers, program, rust, trunk};
use anyhow::{Context, Result};
use std::fs;

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
    let [chromium, driver] = browsers::ensure([&browsers::CHROMIUM, &browsers::CHROMEDRIVER])?;
    let runner = trunk::wasm_bindgen(workspace)?;
    let sandbox = if is_root() { r#", "--no-sandbox""# } else { "" };
    let binary = json_string(&chromium.to_string_lossy());
    let chromium = format!(
        r#"{{"goog:chromeOptions": {{"binary": {binary}, "args": ["--headless", "--disable-gpu", "--disable-dev-shm-usage"{sandbox}]}}}}"#
    );
    let capabilities = workspace.scratch()?.join("chromium.json");
    fs::write(&capabilities, chromium).context("writing the browser's settings")?;

    let mut count = Count::default();
    // The runner takes one filter at a time.
    let passes = if filters.is_empty() {
        vec![None]
    } else {
        filters.iter().map(Some).collect()
    };
    for filter in passes {
        let mut command = program::cargo();
        command
            .current_dir(&workspace.root)
            .args(["test", "--package", "attest", "--target", rust::WASM]);
        command.args(["--no-fail-fast", "--test", "web*", "--"]).args(filter);
        // By name and PATH, because cargo splits this variable at spaces.
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        command.env("PATH", program::path_with(std::slice::from_ref(&runner))?);
        command
            .env("CHROMEDRIVER", &driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities);
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        count += report::tests(&mut command)?;
    }
    Ok(count)
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', r#"\""#))
}
