//! `cargo xtask dist`: the static folder.

use crate::npm::Node;
use crate::workspace::Workspace;
use crate::{program, short_names, split, stylesheets, trunk};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Instructions that every browser of the last years runs and that rustc emits. Named one by one, because all that
/// wasm-opt knows would include some that browsers refuse.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the compressed module smallest: no inlining beyond what rustc did, functions that are called often with
/// the shortest numbers, and offsets within the instructions that load and store, which is right because rustc puts
/// nothing but the end of the stack into the first kilobyte of memory. No notes on who made it and for which engines.
const SMALLEST: [&str; 7] = [
    "-Oz",
    "--one-caller-inline-max-function-size",
    "1",
    "--low-memory-unused",
    "--reorder-functions",
    "--strip-producers",
    "--strip-target-features",
];

/// Builds the folder and says where it is.
pub fn run(workspace: &Workspace) -> Result<()> {
    let dist = build(workspace)?;
    println!("{} is ready: put it under any path of any static host.", dist.display());
    Ok(())
}

/// Builds the folder.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    program::run(&mut trunk::command(workspace, "build")?)?;
    let dist = workspace.root.join("dist");
    for wasm in wasm_modules(&dist)? {
        short_names::give(&wasm, &script_of(&wasm))?;
    }
    stylesheets::join(&dist)?;
    match Node::find() {
        Ok(node) => {
            shrink(workspace, &node, &dist)?;
            split::page(&dist, &workspace.linked())?;
            minify(workspace, &node, &dist)?;
            precompress(workspace, &node, &dist)?;
        }
        Err(reason) => {
            split::page(&dist, &workspace.linked())?;
            println!(
                "Note: built without wasm-opt and esbuild, so the page is somewhat larger, and without compressed files: {reason}."
            );
        }
    }
    Ok(dist)
}

fn shrink(workspace: &Workspace, node: &Node, dist: &Path) -> Result<()> {
    let modules = node.install_cached(&workspace.root.join("xtask").join("wasm-opt"))?;
    let wasm_opt = modules.join("binaryen").join("bin").join("wasm-opt");
    for wasm in wasm_modules(dist)? {
        let small = workspace.scratch()?.join("small.wasm");
        let mut command = Command::new(&node.node);
        command
            .arg(&wasm_opt)
            .args(SMALLEST)
            .args(WASM_FEATURES)
            .arg(&wasm)
            .arg("-o")
            .arg(&small);
        program::run(&mut command)?;
        let (before, after) = (size(&wasm)?, size(&small)?);
        fs::copy(&small, &wasm).context("putting the smaller wasm in place")?;
        println!("wasm-opt: {} kB → {} kB", before / 1000, after / 1000);
    }
    Ok(())
}

fn wasm_modules(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(dist).context("reading dist")? {
        modules.push(entry?.path());
    }
    modules.retain(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    Ok(modules)
}

/// Of `name_bg.wasm` it is `name.js`.
fn script_of(wasm: &Path) -> PathBuf {
    let stem = wasm.file_stem().unwrap_or_default().to_string_lossy();
    wasm.with_file_name(format!("{}.js", stem.trim_end_matches("_bg")))
}

/// Writes scripts and styles without comments, white space and long local names.
fn minify(workspace: &Workspace, node: &Node, dist: &Path) -> Result<()> {
    let folder = workspace.root.join("xtask").join("minify");
    let modules = node.install_cached(&folder)?;
    program::run(
        Command::new(&node.node)
            .arg(folder.join("minify.mjs"))
            .args([dist, &modules]),
    )
}

/// Puts compressed files beside the plain ones, for hosts that hand them out.
fn precompress(workspace: &Workspace, node: &Node, dist: &Path) -> Result<()> {
    let script = workspace.root.join("xtask").join("precompress").join("precompress.mjs");
    program::run(Command::new(&node.node).arg(script).arg(dist))
}

fn size(file: &Path) -> Result<u64> {
    let about = fs::metadata(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(about.len())
}
