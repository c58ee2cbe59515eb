//! Articles with labeled pairs.

use attest::core::align::{Pair, Source};
use attest::core::offset::ByteOffset;
use attest::core::span::Span;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A folder of articles about one event or several like it.
pub struct Set {
    pub articles: Vec<(String, String)>,
    pub labels: Vec<Label>,
}

/// What is known of two stretches.
pub struct Label {
    pub grade: Grade,
    a: (usize, Span),
    b: (usize, Span),
}

/// How much of the content two stretches have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grade {
    /// Both report the same, though one may tell more.
    Same,
    /// They share one of several statements, or one follows from the other.
    Partly,
    /// They only look alike: another year, person or number.
    Lookalike,
}

/// The articles that are shown on the first visit.
const SAMPLE: &str = "static/articles";

impl Set {
    pub fn load(name: &'static str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = root.join("tests/align/sets").join(name);
        let texts = if name == "harris" {
            root.join(SAMPLE)
        } else {
            folder.clone()
        };
        let mut articles: Vec<(String, String)> = Vec::new();
        for entry in fs::read_dir(texts).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let file = path.file_name().unwrap().to_string_lossy().into_owned();
                articles.push((file, fs::read_to_string(&path).unwrap()));
            }
        }
        articles.sort();
        let lines = fs::read_to_string(folder.join("pairs.jsonl")).unwrap();
        let labels = lines.lines().map(|line| Label::read(line, &articles)).collect();
        Self { articles, labels }
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        self.articles
            .iter()
            .map(|(_, text)| Source { text, date: None })
            .collect()
    }
}

impl Label {
    /// A quote stands once in its article.
    fn read(line: &str, articles: &[(String, String)]) -> Self {
        let line: Value = serde_json::from_str(line).unwrap();
        let side = |side: &Value| {
            let (file, quote) = (side["article"].as_str().unwrap(), side["quote"].as_str().unwrap());
            let at = articles.iter().position(|(name, _)| name == file).unwrap();
            let mut places = articles[at].1.match_indices(quote);
            let (start, _) = places
                .next()
                .unwrap_or_else(|| panic!("{file} does not hold “{quote}”"));
            assert!(places.next().is_none(), "{file} holds “{quote}” twice");
            let offset = ByteOffset::from_index;
            (at, Span::new(offset(start), offset(start + quote.len())).unwrap())
        };
        Self {
            grade: match line["kind"].as_str().unwrap() {
                "same" => Grade::Same,
                "partly" => Grade::Partly,
                "lookalike" => Grade::Lookalike,
                other => panic!("no such kind: {other}"),
            },
            a: side(&line["a"]),
            b: side(&line["b"]),
        }
    }

    /// Whether both sides lie where those of the label do: half of the shorter stretch is shared.
    pub fn is_met(&self, pair: &Pair) -> bool {
        let meets = |(article, span): (usize, Span), other: (usize, Span)| {
            let start = span.start().max(other.1.start()).index();
            let end = span.end().min(other.1.end()).index();
            article == other.0 && 2 * end.saturating_sub(start) >= span.len().min(other.1.len())
        };
        let (a, b) = ((pair.a.article, pair.a.span), (pair.b.article, pair.b.span));
        meets(self.a, a) && meets(self.b, b) || meets(self.a, b) && meets(self.b, a)
    }
}
