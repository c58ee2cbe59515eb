//! What could not be read, and where: importers hand back a list of these beside what they could read.

use std::fmt;

/// One thing about an input that the person should know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The file as the person knows it, with its folder where there is one; empty for pasted text.
    pub file: String,
    /// The 1-based line, where it is known.
    pub line: Option<u32>,
    /// Refused, or read with a remark.
    pub severity: Severity,
    /// A whole sentence in plain words.
    pub reason: String,
}

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// It was read; the person may want to check.
    Notice,
    /// This part was left out; the rest was read.
    LeftOut,
    /// Nothing of the file was read.
    Refused,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", None) => write!(f, "{}", self.reason),
            ("", Some(line)) => write!(f, "line {line}: {}", self.reason),
            (file, None) => write!(f, "{file}: {}", self.reason),
            (file, Some(line)) => write!(f, "{file}, line {line}: {}", self.reason),
        }
    }
}
