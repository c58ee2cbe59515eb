//! Reads JSON that may be anything: each part knows its path and its line, and what does not fit is reported, not
//! fatal.
//!
//! Parts stay unparsed text until they are asked for, so a large file never stands in memory as a tree.

use crate::core::json_error;
use crate::core::problem::{Problem, Severity};
use serde_json::value::RawValue;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// What is found wrong with one file.
#[derive(Debug)]
pub(super) struct Report<'a> {
    file: &'a str,
    text: &'a str,
    line_starts: OnceCell<Vec<usize>>,
    unknown: BTreeSet<(String, String)>,
    pub problems: Vec<Problem>,
}

/// A part of the file and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a, 'p> {
    json: &'a str,
    path: Path<'p>,
}

/// The fields of an object.
#[derive(Debug)]
pub(super) struct Fields<'a, 'p> {
    node: Node<'a, 'p>,
    map: BTreeMap<String, &'a RawValue>,
}

/// The items of a list.
#[derive(Debug)]
pub(super) struct Items<'a, 'p> {
    path: Path<'p>,
    items: Vec<&'a RawValue>,
}

#[derive(Clone, Copy, Debug)]
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'a> Report<'a> {
    /// `text` is the file's whole text, of which all nodes are parts.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            line_starts: OnceCell::new(),
            unknown: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// For what is read a second time: what it hears was reported already.
    pub fn unheard() -> Self {
        Self::new("", "")
    }

    /// The whole file as an object; otherwise why it is none.
    pub fn root(&self) -> Result<Fields<'a, 'static>, Problem> {
        let path = Path {
            parent: None,
            step: Step::Root,
        };
        let node = Node { json: self.text, path };
        let map = serde_json::from_str(self.text).map_err(|error| {
            let reason = match kind(self.text) {
                _ if error.is_syntax() || error.is_eof() => json_error::reason_of(&error),
                found => format!("This should be a JSON object, but is {found}."),
            };
            Problem {
                line: json_error::line_of(&error),
                ..self.refusal(reason)
            }
        })?;
        Ok(Fields { node, map })
    }

    /// That nothing of the file is read.
    pub fn refusal(&self, reason: String) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line: None,
            severity: Severity::Refused,
            reason,
        }
    }

    /// That a part was read with a remark: a clause that follows the part's path.
    pub fn notice(&mut self, node: Node<'_, '_>, reason: impl fmt::Display) {
        self.add(Severity::Notice, node, reason);
    }

    /// That a part was left out: a clause that follows the part's path.
    pub fn left_out(&mut self, node: Node<'_, '_>, reason: impl fmt::Display) {
        self.add(Severity::LeftOut, node, reason);
    }

    fn add(&mut self, severity: Severity, node: Node<'_, '_>, reason: impl fmt::Display) {
        let problem = Problem {
            file: self.file.to_owned(),
            line: self.line_of(node.json),
            severity,
            reason: format!("{}: {reason}.", node.path),
        };
        self.problems.push(problem);
    }

    fn line_of(&self, part: &str) -> Option<u32> {
        let at = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let starts = self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        u32::try_from(starts.partition_point(|start| *start <= at)).ok()
    }
}

impl<'a, 'p> Node<'a, 'p> {
    /// Reported and `None` where it is no object.
    pub fn fields(self, report: &mut Report<'_>) -> Option<Fields<'a, 'p>> {
        let map = self.parse("an object", report)?;
        Some(Fields { node: self, map })
    }

    /// Reported and empty where it is no list.
    pub fn items(self, report: &mut Report<'_>) -> Items<'a, 'p> {
        Items {
            path: self.path,
            items: self.parse("a list", report).unwrap_or_default(),
        }
    }

    /// Reported and `None` where it is no text.
    pub fn text(self, report: &mut Report<'_>) -> Option<String> {
        self.parse("a text", report)
    }

    /// Reported and `None` where it is neither `true` nor `false`.
    pub fn flag(self, report: &mut Report<'_>) -> Option<bool> {
        self.parse("true or false", report)
    }

    /// Reported and `None` where it is no finite number. Read with Rust's parser, which is exact.
    pub fn number(self, report: &mut Report<'_>) -> Option<f64> {
        let number = self.json.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() || kind(self.json) != "a number" {
            report.left_out(self, format_args!("should be a number, but is {}", kind(self.json)));
            return None;
        }
        number
    }

    /// Reported and `None` where it is no whole number from 0 to 4,294,967,295.
    pub fn count(self, report: &mut Report<'_>) -> Option<u32> {
        self.parse("a whole number, not negative", report)
    }

    fn parse<T: serde::Deserialize<'a>>(self, expected: &str, report: &mut Report<'_>) -> Option<T> {
        match serde_json::from_str(self.json) {
            Ok(value) => Some(value),
            Err(error) if error.is_data() => {
                report.left_out(self, format_args!("should be {expected}, but is {}", kind(self.json)));
                None
            }
            Err(error) => {
                report.left_out(self, format_args!("cannot be read: {error}"));
                None
            }
        }
    }
}

impl<'a, 'p> Fields<'a, 'p> {
    /// The object itself, for reports.
    pub fn node(&self) -> Node<'a, 'p> {
        self.node
    }

    /// `None` where the field is missing or `null`.
    pub fn get<'s>(&'s self, key: &'s str) -> Option<Node<'a, 's>> {
        let raw = self.map.get(key).filter(|raw| raw.get() != "null")?;
        let path = Path {
            parent: Some(&self.node.path),
            step: Step::Key(key),
        };
        Some(Node { json: raw.get(), path })
    }

    /// The field, or why nothing of the file can be read without it. `expected` is a kind as reports name it, such as
    /// `a list`.
    pub fn needed<'s>(&'s self, key: &'s str, expected: &str, report: &Report<'_>) -> Result<Node<'a, 's>, Problem> {
        match self.get(key) {
            Some(node) if kind(node.json) == expected => Ok(node),
            Some(node) => {
                let reason = format!("{}: should be {expected}, but is {}.", node.path, kind(node.json));
                Err(Problem {
                    line: report.line_of(node.json),
                    ..report.refusal(reason)
                })
            }
            None => Err(report.refusal(format!("The file has no “{key}”, so it is not a whole one."))),
        }
    }

    /// Empty where it is missing; reported and empty where it is no text.
    pub fn text(&self, key: &str, report: &mut Report<'_>) -> String {
        self.get(key).and_then(|node| node.text(report)).unwrap_or_default()
    }

    /// `None` where it is missing; reported and `None` where it is not the text of a `T`.
    pub fn parsed<T: FromStr<Err: fmt::Display>>(&self, key: &str, report: &mut Report<'_>) -> Option<T> {
        let node = self.get(key)?;
        match node.text(report)?.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                report.left_out(node, error);
                None
            }
        }
    }

    /// Empty where it is missing; reported and empty where it is no list.
    pub fn items<'s>(&'s self, key: &'s str, report: &mut Report<'_>) -> Items<'a, 's> {
        match self.get(key) {
            Some(node) => node.items(report),
            None => Items {
                path: self.node.path,
                items: Vec::new(),
            },
        }
    }

    /// The texts of a list; reported where one is no text.
    pub fn texts(&self, key: &str, report: &mut Report<'_>) -> Vec<String> {
        self.items(key, report)
            .iter()
            .filter_map(|item| item.text(report))
            .collect()
    }

    /// Reports fields other than `known`: once for each name and kind of object.
    pub fn report_others(&self, object: &str, known: &[&str], report: &mut Report<'_>) {
        for key in self.map.keys().filter(|key| !known.contains(&key.as_str())) {
            if report.unknown.insert((object.to_owned(), key.clone())) {
                let reason = format_args!("the field “{key}” of {object} is not known here and was left out");
                report.notice(self.node, reason);
            }
        }
    }
}

impl<'a, 'p> Items<'a, 'p> {
    /// In their order.
    pub fn iter(&self) -> impl Iterator<Item = Node<'a, '_>> {
        self.items.iter().enumerate().map(|(index, raw)| Node {
            json: raw.get(),
            path: Path {
                parent: Some(&self.path),
                step: Step::Index(index),
            },
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_name_before = match self.parent {
            Some(parent) if !matches!(parent.step, Step::Root) => {
                parent.fmt(f)?;
                true
            }
            _ => false,
        };
        match self.step {
            Step::Root => f.write_str("the file"),
            Step::Key(key) if has_name_before => write!(f, ".{key}"),
            Step::Key(key) => f.write_str(key),
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

/// What a JSON value is, by its first character.
fn kind(json: &str) -> &'static str {
    match json.trim_start().chars().next() {
        Some('{') => "an object",
        Some('[') => "a list",
        Some('"') => "a text",
        Some('t' | 'f') => "true or false",
        Some('n') => "null",
        Some(_) => "a number",
        None => "nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_name_path_and_line() {
        let text = "{\"a\": [\n  {\"b\": 1},\n  {\"b\": \"x\", \"c\": 2},\n 5]}";
        let mut report = Report::new("f.json", text);
        let root = report.root().unwrap();
        let list = root.items("a", &mut report);
        let mut texts = Vec::new();
        for item in list.iter() {
            if let Some(fields) = item.fields(&mut report) {
                texts.push(fields.text("b", &mut report));
                fields.report_others("a thing", &["b"], &mut report);
            }
        }
        assert_eq!(texts, ["", "x"]);
        let shown: Vec<String> = report.problems.iter().map(Problem::to_string).collect();
        let expected = [
            "f.json, line 2: a[0].b: should be a text, but is a number.",
            "f.json, line 3: a[1]: the field “c” of a thing is not known here and was left out.",
            "f.json, line 4: a[2]: should be an object, but is a number.",
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn broken_json_is_refused_with_its_line() {
        let refuse = |text: &str| Report::new("f.json", text).root().unwrap_err();
        assert_eq!(refuse("{\n\"a\": }").line, Some(2));
        assert!(refuse("[]").reason.contains("but is a list"));
        assert!(refuse("").reason.contains("not valid JSON"));
    }

    #[test]
    fn half_a_surrogate_pair_is_reported() {
        let text = r#"{"a": "\ud83d"}"#;
        let mut report = Report::new("", text);
        let root = report.root().unwrap();
        assert_eq!(root.text("a", &mut report), "");
        assert_eq!(report.problems.len(), 1);
    }
}
