//! Names that are also told by the first letters of their words: “Federal Bureau of Investigation” and “FBI”.

use super::profile::Place;
use super::tokens::Token;
use super::vocabulary::WordId;
use rustc_hash::FxHashMap;

/// Words that stand in capitals, by their letters.
#[derive(Debug, Default)]
pub(super) struct Acronyms(FxHashMap<String, WordId>);

/// How many letters an acronym has; of two letters there are too many.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

/// Words within a name whose first letter is left out.
const LEFT_OUT: [&str; 5] = ["of", "and", "for", "the", "on"];

impl Acronyms {
    /// Takes note of the acronyms of a sentence.
    pub fn see(&mut self, text: &str, tokens: &[Token]) {
        let letters = tokens.iter().map(|token| (slice(text, token), token.word));
        let found: Vec<_> = letters.filter(|(letters, _)| is_acronym(letters)).collect();
        // Where more words are in capitals, they are a headline.
        if 2 * found.len() < tokens.len() {
            self.0
                .extend(found.into_iter().map(|(letters, word)| (letters.to_owned(), word)));
        }
    }

    /// The acronyms that the sentence spells out, and where.
    pub fn spelled_out(&self, text: &str, tokens: &[Token]) -> Vec<(WordId, Place)> {
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        for from in 0..tokens.len() {
            let mut initials = String::new();
            for (at, token) in tokens.iter().enumerate().skip(from) {
                let is_apart = at > from && &text[tokens[at - 1].end as usize..token.start as usize] != " ";
                let word = slice(text, token);
                let initial = word
                    .chars()
                    .next()
                    .filter(|it| it.is_ascii_uppercase() && word.len() > 1);
                match initial {
                    Some(initial) if !is_apart && initials.len() < *LETTERS.end() => initials.push(initial),
                    None if !is_apart && at > from && LEFT_OUT.contains(&word) => continue,
                    _ => break,
                }
                if let Some(acronym) = self.0.get(&initials).filter(|_| initials.len() > 1) {
                    found.push((*acronym, (tokens[from].start, token.end)));
                }
            }
        }
        found
    }
}

fn is_acronym(word: &str) -> bool {
    LETTERS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn slice<'t>(text: &'t str, token: &Token) -> &'t str {
    &text[token.start as usize..token.end as usize]
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    /// What of the second text spells out an acronym of the first.
    fn spelled_out(acronyms: &str, text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::new();
        let mut seen = Acronyms::default();
        seen.see(acronyms, &tokens(acronyms, 0, acronyms.len(), &mut vocabulary));
        let tokens = tokens(text, 0, text.len(), &mut vocabulary);
        let found = seen.spelled_out(text, &tokens).into_iter();
        found
            .map(|(_, (start, end))| text[start as usize..end as usize].to_owned())
            .collect()
    }

    #[test]
    fn first_letters_are_found_in_full_names() {
        let name = "Federal Bureau of Investigation";
        assert_eq!(
            spelled_out(
                "The FBI said so.",
                "Agents of the Federal Bureau of Investigation came."
            ),
            [name]
        );
        assert_eq!(
            spelled_out("The WFP buys it.", "The World Food Program, in Rome"),
            ["World Food Program"]
        );
    }

    #[test]
    fn what_only_seems_to_be_one() {
        assert!(
            spelled_out("THE FBI RAIDS FARM", "Farmers Bought It").is_empty(),
            "a headline in capitals"
        );
        assert!(spelled_out("The FBI said so.", "Frank, Bob, Ina").is_empty(), "apart");
        assert!(spelled_out("The FBI said so.", "from both inns").is_empty(), "no names");
        assert!(
            spelled_out("He said so.", "Federal Bureau of Investigation").is_empty(),
            "never so called"
        );
    }
}
