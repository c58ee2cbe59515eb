//! Ranks the sentences of the articles in a folder by likeness of content, for the command line: `cargo xtask align`.
//!
//! Prints JSON lines, highest score first. Offsets are code points, end-exclusive.

use attest::core::align::{FLOOR, Passage, Ranking, Source, rank};
use attest::core::offset_map::OffsetMap;
use serde::Serialize;
use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let outcome = match env::args_os().nth(1) {
        Some(folder) => run(Path::new(&folder)),
        None => Err("say which folder of .txt files is to be read".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where the message cannot be written either, the exit code still tells.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    let articles = read(folder)?;
    let sources: Vec<_> = articles
        .iter()
        .map(|it| Source {
            text: &it.text,
            date: None,
        })
        .collect();
    let ranking = rank(&sources, FLOOR, |_| ControlFlow::Continue(())).expect("nothing breaks the work off");
    match print(&ranking, &articles) {
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// A text file of the folder.
struct Article {
    name: String,
    text: String,
    offsets: OffsetMap,
}

/// The `.txt` files of the folder itself, sorted by name.
fn read(folder: &Path) -> Result<Vec<Article>, String> {
    let fail = |path: &Path, why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let mut articles = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| fail(folder, &error))? {
        let path = entry.map_err(|error| fail(folder, &error))?.path();
        let is_text = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
        if !is_text || !path.is_file() {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| fail(&path, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            fail(
                &path,
                &format!("this is not UTF-8 text; the first wrong byte is at {at}"),
            )
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let offsets = OffsetMap::new(&text);
        articles.push(Article { name, text, offsets });
    }
    if articles.is_empty() {
        return Err(fail(folder, &"there is no .txt file in this folder"));
    }
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(articles)
}

#[derive(Serialize)]
struct Line<'a> {
    a: Side<'a>,
    b: Side<'a>,
    score: f64,
    why: Vec<String>,
}

#[derive(Serialize)]
struct Side<'a> {
    article: &'a str,
    start: u32,
    end: u32,
}

fn print(ranking: &Ranking, articles: &[Article]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for pair in &ranking.pairs {
        let [text_a, text_b] = [pair.a, pair.b].map(|it| articles[it.article].text.as_str());
        let reasons = ranking.reasons(pair);
        let line = Line {
            a: side(pair.a, articles),
            b: side(pair.b, articles),
            // Six digits are more than it can tell, and the same on every machine.
            score: (f64::from(pair.score) * 1e6).round() / 1e6,
            why: reasons.iter().map(|reason| reason.in_words(text_a, text_b)).collect(),
        };
        serde_json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn side(passage: Passage, articles: &[Article]) -> Side<'_> {
    let article = &articles[passage.article];
    Side {
        article: &article.name,
        start: article.offsets.char_from_byte(passage.span.start()).0,
        end: article.offsets.char_from_byte(passage.span.end()).0,
    }
}
