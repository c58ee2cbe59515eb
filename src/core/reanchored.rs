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

/// As remarks on the file that they came from: each mention that was left out, each whose words changed, and how many
/// only changed their place.
pub(super) fn problems_of_places(moved: &[Moved], unplaced: &[Unplaced], file: &str) -> Vec<Problem> {
    let left_out = unplaced.iter().map(|it| {
        let (title, label, quote) = (&it.article_title, &it.label, &it.quote);
        let reason = format!("In “{title}”, the text of the {label} mention “{quote}” was not found; it was left out.");
        problem(file, Severity::LeftOut, reason)
    });
    let changed = moved.iter().filter(|it| it.how == How::Approximate).map(|it| {
        let (title, old, new) = (&it.article_title, &it.old_quote, &it.new_quote);
        let reason = format!("In “{title}”, the mention “{old}” is now on “{new}”.");
        problem(file, Severity::Notice, reason)
    });
    let n_elsewhere = moved.iter().filter(|it| it.how == How::Exact).count();
    let elsewhere = match n_elsewhere {
        0 => None,
        1 => Some("1 mention was found at another place than the file says, with the same words.".to_owned()),
        n => Some(format!(
            "{n} mentions were found at other places than the file says, with the same words."
        )),
    };
    let elsewhere = elsewhere.map(|reason| problem(file, Severity::Notice, reason));
    left_out.chain(changed).chain(elsewhere).collect()
}

fn problem(file: &str, severity: Severity, reason: String) -> Problem {
    Problem {
        file: file.to_owned(),
        line: None,
        severity,
        reason,
    }
}
