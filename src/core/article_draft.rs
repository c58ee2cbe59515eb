//! An article as a reader found it in a file, before the project gives it an id.

use super::publication_date::PublicationDate;

/// What a file tells of one article. What it does not say stays empty; nothing is guessed but the title, which
/// falls back to the file's name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ArticleDraft {
    /// Never empty: a headline, or the file's name without its ending.
    pub title: String,
    /// The publisher or site.
    pub outlet: String,
    /// As written, several joined by commas.
    pub author: String,
    /// Where it stood, if the file says so.
    pub url: String,
    /// BCP 47, if the file says so.
    pub language: String,
    /// As exact as the file says.
    pub date: Option<PublicationDate>,
    /// The file's name as the person knows it; empty for pasted text.
    pub file_name: String,
    /// Exactly as decoded: line ends and white space kept, no leading BOM. Never empty.
    pub text: String,
}
