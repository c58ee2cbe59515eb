//! The command line of `cargo xtask`.

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

pub const HELP: &str = "\
cargo xtask <command>

  serve                Build Attest, serve it on this machine only, and open it in the browser.
    --port <N>           The port; without it 8080, or the next free one.
    --no-open            Leave the browser alone.

  test [filter…]       Run every check; the last line says how many passed and failed.
    --only <step>        One of: fmt, clippy, native, wasm, e2e. May be given several times.
    filter…              Run only the tests whose name contains one of these; skips fmt and clippy.
                         BROWSERS=chromium or BROWSERS=firefox keeps e2e to one browser.

  dist                 Build the static folder `dist`, ready for any path of any static host.

  align <folder>       Rank the sentences of the .txt files in a folder by likeness of content across articles,
                       as JSON lines on standard output, highest score first; offsets in code points.

  bench [options]      Measure Attest beside its peers in Chromium; writes bench/RESULTS.md. An hour for all.
    --sizes <list>       Of S,M,L,XL.
    --contenders <list>  Of plain,limit,attest,recogito-spans,recogito-css,recogito-js,mark.
    --only <list>        Of open,memory,scroll,add,export; opening is always measured. And leak, which is
                         measured only if it is named: 50 openings in one page, minutes at XL.
    --repeats <N>        Runs of each; 5 without it.
    --timeout <seconds>  After which a contender is given up; 60 without it.
    --out <folder>       Where the figures go. Without it bench, or bench/out if only a part was measured.
    --native [filter…]   The core alone, without a browser, in place of all this.

  help                 Print this.

Missing tools are installed into a per-user cache, at pinned versions. Only `test`, `bench` and the
last optimization of `dist` need Node; only `test` and `bench` need browsers.
";

/// One run's order.
#[derive(PartialEq, Eq, Debug)]
pub enum Command {
    Help,
    Serve(ServeOptions),
    Dist,
    Test(Selection),
    /// The folder, as it was typed.
    Align(PathBuf),
    Bench(Bench),
}

/// What `bench` measures.
#[derive(PartialEq, Eq, Debug)]
pub enum Bench {
    /// The page; the options go to `bench/run.mjs` as they are, which knows them.
    Page(Vec<OsString>),
    /// The core, by the benchmarks whose names contain one of these.
    Native(Vec<OsString>),
}

#[derive(PartialEq, Eq, Debug, Default)]
pub struct ServeOptions {
    /// Without one, the next free port from 8080 on.
    pub port: Option<u16>,
    pub browser: Browser,
}

/// What happens once the page is served.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Browser {
    #[default]
    Open,
    LeaveAlone,
}

/// What `test` runs; empty lists select everything.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Selection {
    pub only: Vec<StepName>,
    pub filters: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepName {
    Fmt,
    Clippy,
    Native,
    Wasm,
    E2e,
}

impl StepName {
    fn parse(name: &str) -> Result<Self> {
        Ok(match name {
            "fmt" => Self::Fmt,
            "clippy" => Self::Clippy,
            "native" => Self::Native,
            "wasm" => Self::Wasm,
            "e2e" => Self::E2e,
            _ => bail!("there is no step “{name}”: --only takes fmt, clippy, native, wasm or e2e"),
        })
    }
}

impl Command {
    pub fn parse(mut args: Parser) -> Result<Self> {
        let command = match args.next()? {
            None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Self::Help),
            Some(Arg::Value(name)) => name.string()?,
            Some(other) => return Err(other.unexpected().into()),
        };
        match command.as_str() {
            "serve" => serve_options(args),
            "test" => selection(args),
            "dist" => match args.next()? {
                None => Ok(Self::Dist),
                other => help_or_error(other),
            },
            "align" => align(args),
            "bench" => bench(args),
            "help" => Ok(Self::Help),
            _ => bail!("there is no command “{command}”; `cargo xtask help` lists them"),
        }
    }
}

fn serve_options(mut args: Parser) -> Result<Command> {
    let mut options = ServeOptions::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("port") => options.port = Some(args.value()?.parse()?),
            Arg::Long("no-open") => options.browser = Browser::LeaveAlone,
            other => return help_or_error(Some(other)),
        }
    }
    Ok(Command::Serve(options))
}

fn selection(mut args: Parser) -> Result<Command> {
    let mut selection = Selection::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("only") => selection.only.push(StepName::parse(&args.value()?.string()?)?),
            Arg::Value(filter) => selection.filters.push(filter.string()?),
            other => return help_or_error(Some(other)),
        }
    }
    Ok(Command::Test(selection))
}

fn align(mut args: Parser) -> Result<Command> {
    let folder = match args.next()? {
        Some(Arg::Value(folder)) => PathBuf::from(folder),
        None => bail!("say which folder of .txt files is to be read: `cargo xtask align <folder>`"),
        other => return help_or_error(other),
    };
    match args.next()? {
        None => Ok(Command::Align(folder)),
        other => help_or_error(other),
    }
}

fn bench(mut args: Parser) -> Result<Command> {
    let mut rest: Vec<OsString> = args.raw_args()?.collect();
    if rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        return Ok(Command::Help);
    }
    Ok(Command::Bench(if rest.first().is_some_and(|arg| arg == "--native") {
        Bench::Native(rest.split_off(1))
    } else {
        Bench::Page(rest)
    }))
}

fn help_or_error(arg: Option<Arg<'_>>) -> Result<Command> {
    match arg {
        None | Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command> {
        Command::parse(Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn commands_and_their_options() {
        let serve = |port, browser| Command::Serve(ServeOptions { port, browser });
        let cases = [
            ("", Command::Help),
            ("help", Command::Help),
            ("serve --help", Command::Help),
            ("serve", serve(None, Browser::Open)),
            ("serve --port 9000 --no-open", serve(Some(9000), Browser::LeaveAlone)),
            ("serve --port=9000", serve(Some(9000), Browser::Open)),
            ("dist", Command::Dist),
            (
                "bench --sizes S,M --repeats 1",
                Command::Bench(Bench::Page(["--sizes", "S,M", "--repeats", "1"].map(Into::into).into())),
            ),
            (
                "bench --native import",
                Command::Bench(Bench::Native(vec!["import".into()])),
            ),
            ("bench --help", Command::Help),
            ("align static/articles", Command::Align("static/articles".into())),
            ("align --help", Command::Help),
            ("test", Command::Test(Selection::default())),
            (
                "test --only e2e undo offsets",
                Command::Test(Selection {
                    only: vec![StepName::E2e],
                    filters: vec!["undo".into(), "offsets".into()],
                }),
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(parse(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, part) in [
            ("sreve", "sreve"),
            ("test --only lint", "lint"),
            ("serve --port http", "http"),
            ("serve --port 70000", "70000"),
            ("dist --fast", "fast"),
            ("serve 8080", "8080"),
            ("align", "folder"),
            ("align one two", "two"),
            ("align --fast", "fast"),
        ] {
            let message = format!("{:#}", parse(line).unwrap_err());
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
