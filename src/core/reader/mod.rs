//! From files and pasted text to article drafts. What can be read is; the rest is told with the file, the place and
//! the reason.
//!
//! The kind of a file is chosen by its name's ending, and by its content where the ending says nothing. Text of an
//! unknown kind is read as it stands, with a notice; files known to be something else are refused by what they are.

mod clutter;
mod date;
pub mod decode;
mod html;
mod incoming;
mod json;
mod json_ld;
mod language;
mod likeness;
mod names;
mod page_meta;
mod page_text;
mod plain;
mod report;
pub mod sample;
mod title;

pub use clutter::{is_clutter, is_page_part};
pub(in crate::core) use date::date_in;
pub use decode::{MAX_FILE_BYTES, refuse_size};
pub use incoming::Incoming;

use super::article_draft::ArticleDraft;
use super::problem::{Problem, Severity};
use report::Report;

/// A file as the host hands it in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedBytes {
    /// With its folders where it has any, divided by `/`; may be empty.
    pub name: String,
    /// The whole file, undecoded.
    pub bytes: Vec<u8>,
}

/// What came of reading one file. Never both lists are empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    /// In the order of the file.
    pub drafts: Vec<ArticleDraft>,
    /// In the order of the file; beyond a hundred, the rest are counted in one.
    pub problems: Vec<Problem>,
}

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Plain,
    Html,
    Json,
    JsonLines,
}

/// Reads every article of one file. Never fails: a file that can't be read gives one `Refused` problem.
pub fn read_articles(file: &NamedBytes) -> Reading {
    let mut report = Report::new(&file.name);
    if let Err(reason) = read_into(&mut report, file) {
        report.add(None, Severity::Refused, reason);
    }
    report.finish()
}

/// Reads the clipboard's HTML, for a paste that brought no plain text.
pub fn read_pasted_html(html: &str) -> Reading {
    read_pasted(&html::fragment_text(html))
}

/// Reads pasted text, kept exactly as pasted. The title is the first line that isn't blank, cut at a word to 80
/// characters.
pub fn read_pasted(text: &str) -> Reading {
    let mut report = Report::new("");
    let text: String = text.strip_prefix('\u{FEFF}').unwrap_or(text).into();
    if let Some(reason) = refuse_size(text.len() as u64) {
        report.add(None, Severity::Refused, reason);
    } else if text.trim().is_empty() {
        report.add(None, Severity::Refused, "There is no text to paste.".into());
    } else {
        report.drafts.push(ArticleDraft {
            title: title::from_text(&text),
            text,
            ..Default::default()
        });
    }
    report.finish()
}

fn read_into(report: &mut Report, file: &NamedBytes) -> Result<(), String> {
    let ending = ending_of(&file.name);
    if let Some(reason) = refuse_size(file.bytes.len() as u64) {
        return Err(reason);
    }
    if let Some(likeness) = likeness::of_ending(&ending) {
        return Err(likeness::refusal(likeness));
    }
    let by_ending = kind_of_ending(&ending);
    let is_page = by_ending == Some(Kind::Html) || (by_ending.is_none() && starts_like_a_page(&file.bytes));
    let decoded = if is_page {
        decode::decode_html(&file.bytes)
    } else {
        decode::decode(&file.bytes)
    }?;
    if let Some(notice) = decoded.notice {
        report.add(None, Severity::Notice, notice);
    }
    let kind = by_ending.unwrap_or_else(|| kind_of_text(&decoded.text));
    if by_ending.is_none() && kind == Kind::Plain {
        if is_web_archive(&decoded.text) {
            return Err(likeness::refusal("a web archive"));
        }
        report.add(None, Severity::Notice, unknown_ending(&ending));
    }
    match kind {
        Kind::Plain => report.drafts.push(plain::read(&file.name, decoded.text)),
        Kind::Html => {
            let (draft, notice) = html::read(&file.name, &decoded.text)?;
            report.drafts.push(draft);
            notice
                .into_iter()
                .for_each(|notice| report.add(None, Severity::Notice, notice));
        }
        Kind::Json => json::read_document(&decoded.text, report),
        Kind::JsonLines => json::read_lines(&decoded.text, report),
    }
    Ok(())
}

/// In lower case, without the dot; empty where there is none.
fn ending_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.')
        .map(|(_, ending)| ending.trim().to_lowercase())
        .unwrap_or_default()
}

fn kind_of_ending(ending: &str) -> Option<Kind> {
    match ending {
        "txt" | "text" | "md" | "markdown" => Some(Kind::Plain),
        "html" | "htm" | "xhtml" | "shtml" => Some(Kind::Html),
        "json" => Some(Kind::Json),
        "jsonl" | "ndjson" => Some(Kind::JsonLines),
        _ => None,
    }
}

fn kind_of_text(text: &str) -> Kind {
    if starts_like_a_page(text.as_bytes()) {
        Kind::Html
    } else if json::is_json(text) {
        Kind::Json
    } else {
        Kind::Plain
    }
}

fn starts_like_a_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| {
        start
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// MHTML: a page and its parts in the form of a mail.
fn is_web_archive(text: &str) -> bool {
    let head: String = text.chars().take(600).collect();
    head.contains("MIME-Version:") && head.contains("multipart/related")
}

fn unknown_ending(ending: &str) -> String {
    let subject = if ending.is_empty() {
        "The file's name has no ending".into()
    } else {
        format!("Files ending in .{ending} are not known")
    };
    format!("{subject}; its text was taken as it stands.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, bytes: &[u8]) -> Reading {
        read_articles(&NamedBytes {
            name: name.into(),
            bytes: bytes.into(),
        })
    }

    /// The titles, then the problems as the person reads them.
    fn check(name: &str, bytes: &[u8], titles: &[&str], problems: &[&str]) {
        let reading = read(name, bytes);
        let found: Vec<&str> = reading.drafts.iter().map(|draft| draft.title.as_str()).collect();
        assert_eq!(found, titles, "{name}: {:?}", reading.problems);
        assert_eq!(reading.problems.len(), problems.len(), "{name}: {:?}", reading.problems);
        for (problem, expected) in reading.problems.iter().zip(problems) {
            assert_eq!(problem.file, name);
            assert!(
                problem.reason.contains(expected),
                "{name}: {} lacks {expected}",
                problem.reason
            );
            assert_eq!(problem.severity == Severity::Refused, titles.is_empty(), "{name}");
        }
    }

    #[test]
    fn the_ending_decides_and_else_the_content() {
        let page = b"<!DOCTYPE html><title>T</title><h1>Storm hits the coast</h1><p>Words enough to read.";
        check("a.txt", page, &["a"], &[]);
        check(
            "a.HTM",
            b"<title>Storm hits the coast</title><p>Words.",
            &["Storm hits the coast"],
            &[],
        );
        check(
            "saved page",
            b" <HTML><title>Storm hits the coast</title><p>Words.",
            &["Storm hits the coast"],
            &[],
        );
        check("a.json", br#"{"text": "x", "title": "A"}"#, &["A"], &[]);
        check(
            "a.ndjson",
            b"{\"text\": \"x\", \"title\": \"A\"}\n{\"text\": \"x\", \"title\": \"B\"}",
            &["A", "B"],
            &[],
        );
        check("export.dat", br#"[{"text": "x", "title": "A"}]"#, &["A"], &[]);
        check("README", b"Words", &["README"], &["no ending"]);
        check("a.rst", b"Words", &["a"], &["ending in .rst"]);
        check("note.md", b"# Storm\n", &["note"], &[]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        check("news/a.pdf", b"%PDF-1.4", &[], &["a PDF document"]);
        check("a.txt", b"%PDF-1.4", &[], &["a PDF document"]);
        check("a.docx", b"PK\x03\x04", &[], &["a word-processor document"]);
        check("a.JPG", b"\xFF\xD8\xFF", &[], &["an image"]);
        check("page.mhtml", b"From: <Saved by Blink>", &[], &["HTML only"]);
        check(
            "page",
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            &[],
            &["a web archive"],
        );
        check("a.txt", b"", &[], &["is empty"]);
        check("a.json", b" \n", &[], &["white space"]);
        check("a.html", b"<script>x()</script>", &[], &["no text"]);
        check("a.json", b"{", &[], &["not valid JSON"]);
        check("a.jsonl", b"{\n[", &[], &["not valid JSON", "not valid JSON"]);
    }

    #[test]
    fn a_guessed_encoding_is_said_and_the_file_loads() {
        check(
            "a.txt",
            &encoding_rs::WINDOWS_1252.encode("La cuestión es “difícil”.").0,
            &["a"],
            &["Windows-1252"],
        );
        check(
            "a.html",
            b"<meta charset=windows-1252><title>La cuesti\xF3n</title><p>S\xED.",
            &["La cuestión"],
            &[],
        );
    }

    #[test]
    fn pasted_text_stays_as_it_is() {
        let text = "\r\n Storm hits coast\u{a0}\r\n\r\nTwo\u{2028}towns ";
        let reading = read_pasted(text);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.drafts[0].text, text);
        assert_eq!(reading.drafts[0].title, "Storm hits coast");
        assert_eq!(reading.drafts[0].file_name, "");
        let reading = read_pasted_html("<p>One<script>x()</script></p><p>Two</p>");
        assert_eq!(reading.drafts[0].text, "One\n\nTwo");
        for reading in [read_pasted("\n"), read_pasted_html("<img src=x>")] {
            assert!(reading.drafts.is_empty());
            assert_eq!(reading.problems[0].to_string(), "There is no text to paste.");
        }
    }

    #[test]
    fn a_flood_of_problems_is_counted() {
        let text = format!("{{\"text\": \"x\"}}\n{}", "oops\n".repeat(1000));
        let reading = read("a.jsonl", text.as_bytes());
        assert_eq!(reading.drafts.len(), 1);
        assert_eq!(reading.problems.len(), 101);
        assert_eq!(
            reading.problems[100].reason,
            "900 more problems of this kind are not listed."
        );
    }
}
