//! What is looked for, and how.

/// What the person has typed and set.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// What the text means.
    pub syntax: Syntax,
    /// Whether `Us` is other than `us`.
    pub match_case: bool,
    /// Whether `é` is other than `e`. Of no account to a regular expression, which says itself what it means.
    pub match_accents: bool,
    /// Whether a hit must begin and end where words do.
    pub whole_words: bool,
}

/// How the text of a query is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Syntax {
    /// As it reads. White space around it does not count, since keyboards of phones put some behind each word.
    #[default]
    Plain,
    /// A regular expression, in the syntax of the `regex` crate. `^` and `$` are the ends of a line.
    Regex,
}

impl Query {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        match self.syntax {
            Syntax::Plain => self.text.trim().is_empty(),
            Syntax::Regex => self.text.is_empty(),
        }
    }
}
