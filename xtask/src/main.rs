//! `cargo xtask`: everything one does with Attest, in one command that needs Rust alone to start.

mod align;
mod bench;
mod browsers;
mod cli;
mod dist;
mod npm;
mod package_manager;
mod program;
mod rust;
mod serve;
mod short_names;
mod split;
mod stylesheets;
mod test;
mod tool_cache;
mod trunk;
mod wasm_sections;
mod workspace;

use cli::Command;
use std::process::ExitCode;
use workspace::Workspace;

fn main() -> ExitCode {
    let outcome = Command::parse(lexopt::Parser::from_env()).and_then(run);
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Help => print!("{}", cli::HELP),
        Command::Serve(options) => serve::run(&workspace, options)?,
        Command::Dist => dist::run(&workspace)?,
        Command::Bench(what) => bench::run(&workspace, &what)?,
        Command::Align(folder) => return align::run(&workspace, &folder),
        Command::Test(selection) => return Ok(test::run(&workspace, &selection)),
    }
    Ok(ExitCode::SUCCESS)
}
