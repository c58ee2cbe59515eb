//! Why a query cannot be searched for, in words for the person who typed it.

use crate::core::offset::CharOffset;
use regex_syntax::ast::{self, ErrorKind};
use std::fmt;

/// What is wrong, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueryError {
    /// Where it begins in the query; `None` where all of it is meant.
    pub at: Option<CharOffset>,
    /// A sentence.
    pub reason: String,
}

impl QueryError {
    /// What the parser of expressions has to say about `pattern`; `None` where nothing.
    pub(super) fn of_pattern(pattern: &str) -> Option<Self> {
        match regex_syntax::parse(pattern) {
            Ok(_) => None,
            Err(regex_syntax::Error::Parse(error)) => {
                let at = error.span().start.offset;
                Some(Self::at(pattern, at, parse_reason(&error, pattern)))
            }
            Err(regex_syntax::Error::Translate(error)) => {
                let at = error.span().start.offset;
                Some(Self::at(pattern, at, sentence(&error.kind().to_string())))
            }
            Err(_) => Some(Self::too_large()),
        }
    }

    /// It is right and cannot be searched for all the same.
    pub(super) fn too_large() -> Self {
        Self {
            at: None,
            reason: "The expression is too large: let it repeat less.".to_owned(),
        }
    }

    fn at(pattern: &str, byte: usize, reason: String) -> Self {
        let before = pattern.get(..byte).unwrap_or(pattern);
        Self {
            at: Some(CharOffset::from_index(before.chars().count())),
            reason,
        }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = self.at {
            // People count from 1.
            write!(f, "Character {}: ", at.0 + 1)?;
        }
        f.write_str(&self.reason)
    }
}

/// The faults that are made while typing in plain words, the rest in the parser's.
fn parse_reason(error: &ast::Error, pattern: &str) -> String {
    let span = error.span();
    let rest = pattern.get(span.start.offset..).unwrap_or_default();
    // A fault between two characters is about the one behind it.
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let len = (span.end.offset - span.start.offset).max(first);
    let what = rest.get(..len).unwrap_or_default();
    match error.kind() {
        ErrorKind::GroupUnclosed => "This “(” is not closed.".to_owned(),
        ErrorKind::GroupUnopened => "This “)” closes nothing.".to_owned(),
        ErrorKind::ClassUnclosed => "This “[” is not closed.".to_owned(),
        ErrorKind::ClassRangeInvalid => format!("The range “{what}” runs backwards."),
        ErrorKind::RepetitionMissing => format!("There is nothing before “{what}” for it to repeat."),
        ErrorKind::RepetitionCountUnclosed => "This “{” is not closed.".to_owned(),
        ErrorKind::RepetitionCountInvalid => format!("“{what}” counts backwards."),
        ErrorKind::EscapeUnexpectedEof => "A “\\” needs something behind it.".to_owned(),
        ErrorKind::EscapeUnrecognized => format!("“{what}” has no meaning."),
        ErrorKind::UnsupportedLookAround => "Looking ahead or behind is not supported.".to_owned(),
        ErrorKind::UnsupportedBackreference => "Referring back to a group is not supported.".to_owned(),
        other => sentence(&other.to_string()),
    }
}

fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    let mut sentence: String = first.chain(chars).collect();
    sentence.push('.');
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, at: u32, reason: &str) {
        let expected = QueryError {
            at: Some(CharOffset(at)),
            reason: reason.to_owned(),
        };
        assert_eq!(QueryError::of_pattern(pattern), Some(expected), "{pattern}");
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        check("él (a", 3, "This “(” is not closed.");
        check("a)", 1, "This “)” closes nothing.");
        check("[a-", 0, "This “[” is not closed.");
        check("[z-a]", 1, "The range “z-a” runs backwards.");
        check("*a", 0, "There is nothing before “*” for it to repeat.");
        check("a{2,1}", 1, "“{2,1}” counts backwards.");
        check("a\\", 1, "A “\\” needs something behind it.");
        check("é\\y", 1, "“\\y” has no meaning.");
        check("(?=a)", 0, "Looking ahead or behind is not supported.");
        check("(a)\\1", 3, "Referring back to a group is not supported.");
        check("\\p{Klingon}", 0, "Unicode property not found.");
        let error = QueryError::of_pattern("a)").unwrap();
        assert_eq!(error.to_string(), "Character 2: This “)” closes nothing.");
        assert_eq!(QueryError::of_pattern("(?i)a+ \\p{Greek}"), None);
    }

    #[test]
    fn the_rest_is_a_sentence_too() {
        let error = QueryError::of_pattern("(?<a>.)(?<a>.)").unwrap();
        assert_eq!(error.at, Some(CharOffset(10)));
        assert!(error.reason.starts_with(char::is_uppercase) && error.reason.ends_with('.'));
    }
}
