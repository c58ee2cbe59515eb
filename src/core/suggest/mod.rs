//! What a mention may refer to, by what is known already: who is named, whose office is meant, which claim is alike; and
//! what speaks against a link that was made.
//!
//! Texts are compared folded: in small letters and without accents. How that is done is the host's, because the tables
//! that it needs are large and a browser has them.

mod likeness;
mod names;
mod roles;

pub use likeness::{Likeness, likeness};
pub use names::{NameMatch, Named, plain_name};
pub use roles::{Office, offices};

/// Brings a text into small letters and takes accents away; the rest stays.
pub type Fold<'a> = &'a dyn Fn(&str) -> String;

/// The words of a folded text: letters and digits, and what stands between them without a space, such as `4.5`.
fn words(folded: &str) -> Vec<String> {
    let is_edge = |ch: char| !ch.is_alphanumeric();
    let pieces = folded.split(|ch: char| ch.is_whitespace() || matches!(ch, '-' | '–' | '—' | '/' | '(' | ')'));
    let trimmed = pieces.map(|piece| piece.trim_matches(is_edge));
    trimmed.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Without the ending of a possessive: `Arévalo’s` is Arévalo, `the States’` the States.
fn without_possessive(text: &str) -> &str {
    let text = text.trim_end();
    let ending = ["'s", "’s", "'S", "’S", "'", "’"]
        .into_iter()
        .find(|ending| text.ends_with(ending));
    ending.map_or(text, |ending| &text[..text.len() - ending.len()])
}

/// Words that say nothing of who or what is meant.
fn is_filler(word: &str) -> bool {
    const FILLERS: &str = " the a an of for and in on at to by from with de del la el que is was are were has have had \
        be been it its that this their his her he she they as said will would ";
    let padded = FILLERS.split_whitespace();
    { padded }.any(|filler| filler == word)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::core::entity::{Entity, Role};
    use crate::core::id::EntityId;
    use crate::core::timestamp::Timestamp;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    pub(crate) fn fold(text: &str) -> String {
        let bare: String = text.nfd().filter(|ch| !is_combining_mark(*ch)).collect();
        bare.to_lowercase()
    }

    /// Who was president of Guatemala until 14 January 2024.
    pub(crate) fn giammattei(id: EntityId) -> Entity {
        Entity {
            id,
            name: "Alejandro Giammattei".to_owned(),
            label: Some(crate::core::default_schema::PERSON),
            aliases: Vec::new(),
            identity: String::new(),
            roles: vec![Role {
                title: "President of Guatemala".to_owned(),
                from: "2020-01-14".parse().ok(),
                to: "2024-01-14".parse().ok(),
            }],
            note: String::new(),
            created: Timestamp::default(),
            modified: Timestamp::default(),
        }
    }

    #[test]
    fn words_keep_numbers_whole() {
        assert_eq!(
            words("$5.2 billion, (189,922) u.s.-mexico"),
            ["5.2", "billion", "189,922", "u.s", "mexico"]
        );
    }

    #[test]
    fn possessives_go() {
        for (text, bare) in [
            ("Arévalo’s", "Arévalo"),
            ("the States’", "the States"),
            ("James", "James"),
        ] {
            assert_eq!(without_possessive(text), bare);
        }
    }
}
