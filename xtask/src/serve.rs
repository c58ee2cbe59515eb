//! `cargo xtask serve`: the page on this machine, rebuilt as the sources change.

use crate::cli::{Browser, ServeOptions};
use crate::workspace::Workspace;
use crate::{program, trunk};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener};

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

pub fn run(workspace: &Workspace, options: ServeOptions) -> Result<()> {
    let port = match options.port {
        Some(port) if is_free(port) => port,
        Some(port) => bail!("port {port} is taken; choose another, or leave --port out"),
        None => (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
            .find(|port| is_free(*port))
            .with_context(|| format!("no port is free from {FIRST_PORT} on; choose one with --port"))?,
    };
    let mut command = trunk::command(workspace, "serve")?;
    // Not into `dist`, which is for `cargo xtask dist`.
    command.arg("--dist").arg(workspace.scratch()?.join("serve"));
    command.arg("--port").arg(port.to_string());
    if options.browser == Browser::Open {
        command.arg("--open");
    }
    println!("Attest will be at http://127.0.0.1:{port}/ once it is built; the first time takes a minute or two.");
    println!("It is rebuilt when a source file changes; Ctrl+C ends it.");
    program::run(&mut command)
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
