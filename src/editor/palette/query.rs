//! What is typed into the palette, and how well a name fits it.

/// How well a name fits: the less, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    Begins,
    WordBegins,
    Holds,
}

#[derive(Debug)]
pub struct Query {
    /// Lower-cased and trimmed.
    pub text: String,
    words: Vec<String>,
    /// Holds the name that is being compared, to save an allocation for each.
    buffer: String,
}

impl Query {
    pub fn new(query: &str) -> Self {
        let text = query.trim().to_lowercase();
        Self {
            words: text.split_whitespace().map(str::to_owned).collect(),
            buffer: String::new(),
            text,
        }
    }

    /// `None` if the name, given in parts, lacks a word of the query.
    pub fn rank<'a>(&mut self, name: impl IntoIterator<Item = &'a str>) -> Option<Rank> {
        self.buffer.clear();
        for part in name {
            if part.is_ascii() {
                let at = self.buffer.len();
                self.buffer.push_str(part);
                self.buffer[at..].make_ascii_lowercase();
            } else {
                self.buffer.extend(part.chars().flat_map(char::to_lowercase));
            }
        }
        let name = &self.buffer;
        if !self.words.iter().all(|word| name.contains(word.as_str())) {
            return None;
        }
        let first = self.words.first().map_or("", String::as_str);
        Some(if name.starts_with(&self.text) {
            Rank::Begins
        } else if name
            .split(|ch: char| !ch.is_alphanumeric())
            .any(|word| word.starts_with(first))
        {
            Rank::WordBegins
        } else {
            Rank::Holds
        })
    }
}
