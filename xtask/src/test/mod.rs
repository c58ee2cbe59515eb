//! `cargo xtask test`: every check, each reported even when one before it failed.

mod e2e;
mod native;
mod report;
mod wasm;

use crate::cli::{Selection, StepName};
use crate::workspace::Workspace;
use report::{Count, Report};
use std::process::ExitCode;

/// Answers failure if anything failed, or if nothing ran.
pub fn run(workspace: &Workspace, selection: &Selection) -> ExitCode {
    let filters = &selection.filters;
    let wanted = |step, takes_filters: bool| {
        (selection.only.is_empty() || selection.only.contains(&step)) && (takes_filters || filters.is_empty())
    };
    let mut report = Report::default();
    if wanted(StepName::Fmt, false) {
        report.step("format", || native::format(workspace));
    }
    if wanted(StepName::Clippy, false) {
        report.step("clippy, native", || native::clippy(workspace));
        report.step("clippy, wasm", || wasm::clippy(workspace));
    }
    if wanted(StepName::Native, true) {
        report.step("native tests", || native::tests(workspace, filters));
    }
    if wanted(StepName::Wasm, true) {
        report.step("wasm tests", || wasm::tests(workspace, filters));
    }
    if wanted(StepName::E2e, true) {
        report.step("end-to-end tests", || e2e::tests(workspace, filters));
    }
    match report.finish() {
        Count { passed: 1.., failed: 0 } => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
