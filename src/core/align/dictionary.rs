//! The lexicon, made ready for looking words up.

use super::lexicon;
use super::stem::stem;
use rustc_hash::{FxHashMap, FxHashSet};

/// How much a word tells by what it is, before how rare it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Tier {
    /// Grammar.
    Function,
    /// In most news.
    Common,
    /// All others.
    Content,
}

/// Words of the lexicon by their folded form or their stem.
#[derive(Debug)]
pub(super) struct Dictionary {
    tiers: FxHashMap<&'static str, Tier>,
    /// By folded form, or else by stem: the first word of the group.
    groups: FxHashMap<&'static str, &'static str>,
    /// By folded form: the first word of the line, and which line.
    countries: FxHashMap<&'static str, &'static str>,
    roles: FxHashMap<&'static str, Role>,
    negations: FxHashSet<&'static str>,
    /// Words of two parts, joined by a hyphen, and their first parts.
    compounds: FxHashSet<&'static str>,
    openers: FxHashSet<&'static str>,
}

/// A word for someone who was named before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pronoun {
    He,
    She,
}

/// Which office or position a title names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Role(pub u8);

impl Dictionary {
    pub fn new() -> Self {
        let mut tiers = FxHashMap::default();
        tiers.extend(lexicon::FUNCTION.split_whitespace().map(|word| (word, Tier::Function)));
        tiers.extend(lexicon::COMMON.split_whitespace().map(|word| (word, Tier::Common)));
        let mut groups: FxHashMap<_, _> = members(lexicon::groups()).map(|(head, word)| (word, head)).collect();
        for (head, word) in members(lexicon::groups()) {
            groups.entry(stem(word)).or_insert(head);
        }
        let lines = lexicon::ROLES.iter().zip(0..);
        let roles = lines.flat_map(|(line, n)| line.split_whitespace().map(move |word| (word, Role(n))));
        let all = members(lexicon::groups())
            .chain(members(lexicon::COUNTRIES.iter().copied()))
            .chain(members(lexicon::ROLES.iter().copied()));
        let compounds: FxHashSet<_> = all.map(|(_, word)| word).filter(|word| word.contains('-')).collect();
        Self {
            tiers,
            groups,
            countries: members(lexicon::COUNTRIES.iter().copied())
                .map(|(head, word)| (word, head))
                .collect(),
            roles: roles.collect(),
            negations: lexicon::NEGATIONS.split_whitespace().collect(),
            openers: compounds.iter().filter_map(|word| word.split('-').next()).collect(),
            compounds,
        }
    }

    pub fn tier(&self, folded: &str) -> Tier {
        let is_letter = folded.len() == 1 && !folded.as_bytes()[0].is_ascii_digit();
        let default = if is_letter { Tier::Function } else { Tier::Content };
        self.tiers.get(folded).copied().unwrap_or(default)
    }

    /// The word that stands for all that mean the same as this one.
    pub fn group(&self, folded: &str) -> Option<&'static str> {
        self.groups
            .get(folded)
            .or_else(|| self.groups.get(stem(folded)))
            .copied()
    }

    /// The country that the word names or belongs to.
    pub fn country(&self, folded: &str) -> Option<&'static str> {
        self.countries.get(folded).copied()
    }

    pub fn role(&self, folded: &str) -> Option<Role> {
        self.roles.get(folded).copied()
    }

    pub fn pronoun(&self, folded: &str) -> Option<Pronoun> {
        let is_in = |words: &str| words.split(' ').any(|word| word == folded);
        let she = || is_in(lexicon::SHE).then_some(Pronoun::She);
        is_in(lexicon::HE).then_some(Pronoun::He).or_else(she)
    }

    pub fn is_negation(&self, folded: &str) -> bool {
        self.negations.contains(folded) || folded.ends_with("n't")
    }

    pub fn is_saying(&self, folded: &str) -> bool {
        folded == "according" || self.groups.get(folded) == Some(&"say")
    }

    /// Whether a word of two parts may start with this.
    pub fn opens_compound(&self, folded: &str) -> bool {
        self.openers.contains(folded)
    }

    pub fn is_compound(&self, joined: &str) -> bool {
        self.compounds.contains(joined)
    }
}

/// Each word of each line, with the line's first.
fn members(lines: impl Iterator<Item = &'static str>) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines.flat_map(|line| {
        let head = line.split(' ').next().unwrap_or_default();
        line.split_whitespace().map(move |word| (head, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_in_two_groups() {
        let mut lines: FxHashMap<&str, &str> = FxHashMap::default();
        let mut twice = Vec::new();
        for line in lexicon::groups() {
            assert!(line.contains(' '), "{line} stands alone");
            let words = line.split(' ');
            twice.extend(words.filter_map(|word| lines.insert(word, line).map(|before| (word, before, line))));
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }

    #[test]
    fn opposites_are_groups_or_words_of_none() {
        let dictionary = Dictionary::new();
        for (a, b) in lexicon::OPPOSITES {
            for word in [a, b] {
                assert!(dictionary.group(word).is_none_or(|head| head == *word), "{word}");
            }
        }
    }

    #[test]
    fn words_are_found_in_their_inflections() {
        let dictionary = Dictionary::new();
        assert_eq!(dictionary.group("apprehending"), dictionary.group("arrests"));
        assert_eq!(dictionary.country("guatemalan"), None);
        assert_eq!(dictionary.country("french"), Some("france"));
        assert_eq!(dictionary.role("premier"), dictionary.role("prime-minister"));
        assert!(dictionary.is_negation("didn't"));
    }
}
