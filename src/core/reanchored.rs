//! What became of mentions whose text is not the one they were made on.

use super::anchor::How;
use super::id::{ArticleId, MentionId};
use super::problem::{Problem, Severity};

/// A mention that was found at another place, or where the text now reads differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// Where it is now.
    pub article: ArticleId,
    /// For showing.
    pub article_title: String,
    /// Its id, which stays.
    pub mention: MentionId,
    /// What its file says that it covers; several spans joined by ` … `.
    pub old_quote: String,
    /// What it covers now.
    pub new_quote: String,
    /// Whether the two are the same to the letter.
    pub how: How,
}

/// A mention that found no place in the text and was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unplaced {
    /// In whose text it was looked for.
    pub article: ArticleId,
    /// For showing.
    pub article_title: String,
    /// Its id in the file.
    pub mention: MentionId,
    /// Its label's name.
    pub label: String,
    /// What its file says that it covers; several spans joined by ` … `.
    pub quote: String,
}

impl Moved {
    /// As a remark on the file that it came from.
    pub fn problem(&self, file: &str) -> Problem {
        let (title, old, new) = (&self.article_title, &self.old_quote, &self.new_quote);
        let reason = match self.how {
            How::Exact => format!("In “{title}”, the mention “{old}” was found at another place than the file says."),
            How::Approximate => format!("In “{title}”, the mention “{old}” is now on “{new}”."),
        };
        problem(file, Severity::Notice, reason)
    }
}

impl Unplaced {
    /// As a remark on the file that it came from.
    pub fn problem(&self, file: &str) -> Problem {
        let (title, label, quote) = (&self.article_title, &self.label, &self.quote);
        let reason = format!("In “{title}”, the text of the {label} mention “{quote}” was not found; it was left out.");
        problem(file, Severity::LeftOut, reason)
    }
}

fn problem(file: &str, severity: Severity, reason: String) -> Problem {
    Problem {
        file: file.to_owned(),
        line: None,
        severity,
        reason,
    }
}
