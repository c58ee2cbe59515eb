//! All words of the articles: which of them are names, and which stand for the same term.

use super::dictionary::{Dictionary, Pronoun, Role, Tier};
use super::stem::stem;
use rustc_hash::FxHashMap;

/// A word in one spelling, but for case and accents.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct WordId(u32);

/// What words, numbers and dates are compared by: words that mean the same are one term.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct TermId(pub u32);

/// A word and what is known of it.
#[derive(Debug)]
pub(super) struct Word {
    folded: String,
    pub tier: Tier,
    pub role: Option<Role>,
    pub pronoun: Option<Pronoun>,
    pub is_negation: bool,
    /// Whether it tells that someone says something.
    pub is_saying: bool,
    /// How often it stands in lower case, and as a capital where none has to be.
    n_lower: u32,
    n_capital: u32,
    /// Set by [`Vocabulary::settle`].
    pub term: TermId,
    pub is_name: bool,
}

/// How a word stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Case {
    Lower,
    /// Within a sentence that is not written in capitals as headlines are.
    Capital,
    /// As a capital that tells nothing, or in a script without case.
    Any,
}

/// Grows while the articles are read, then is settled.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub dictionary: Dictionary,
    by_folded: FxHashMap<String, WordId>,
    words: Vec<Word>,
    by_key: FxHashMap<String, TermId>,
    /// For each term the term of its first letters.
    openings: Vec<Option<TermId>>,
}

/// What a longer word's first letters are called as a term, and how many they are.
const OPENING: (char, usize) = ('^', 5);

/// What is put behind a country's name to make it an adjective or a people.
const ENDINGS: [&str; 8] = ["n", "an", "ian", "ese", "i", "ish", "s", "ns"];

impl Vocabulary {
    pub fn new() -> Self {
        Self {
            dictionary: Dictionary::new(),
            by_folded: FxHashMap::default(),
            words: Vec::new(),
            by_key: FxHashMap::default(),
            openings: Vec::new(),
        }
    }

    /// The word in this folded spelling, seen once more.
    pub fn see(&mut self, folded: &str, case: Case) -> WordId {
        let id = match self.by_folded.get(folded) {
            Some(id) => *id,
            None => self.add(folded),
        };
        let word = &mut self.words[id.0 as usize];
        match case {
            Case::Lower => word.n_lower += 1,
            Case::Capital => word.n_capital += 1,
            Case::Any => {}
        }
        id
    }

    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// Decides what is a name and which words are one term. To be called once, when all words have been seen.
    pub fn settle(&mut self) {
        for word in &mut self.words {
            word.is_name = word.tier != Tier::Function && word.n_capital > 3 * word.n_lower;
        }
        for at in 0..self.words.len() {
            let key = self.key(&self.words[at]);
            self.words[at].term = self.term(&key);
        }
    }

    /// The term with this key, made if there is none.
    pub fn term(&mut self, key: &str) -> TermId {
        if let Some(id) = self.by_key.get(key) {
            return *id;
        }
        let opening = opening(key).map(|opening| self.term(&opening));
        let id = TermId(self.openings.len() as u32);
        self.openings.push(opening);
        self.by_key.insert(key.to_owned(), id);
        id
    }

    /// The term with this key, if the articles have it.
    pub fn existing_term(&self, key: &str) -> Option<TermId> {
        self.by_key.get(key).copied()
    }

    /// The term of the first letters, which words of one family share; none for short words, groups and numbers.
    pub fn opening(&self, term: TermId) -> Option<TermId> {
        self.openings[term.0 as usize]
    }

    pub fn n_terms(&self) -> usize {
        self.openings.len()
    }

    fn add(&mut self, folded: &str) -> WordId {
        let id = WordId(self.words.len() as u32);
        self.words.push(Word {
            folded: folded.to_owned(),
            tier: self.dictionary.tier(folded),
            role: self.dictionary.role(folded),
            pronoun: self.dictionary.pronoun(folded),
            is_negation: self.dictionary.is_negation(folded),
            is_saying: self.dictionary.is_saying(folded),
            n_lower: 0,
            n_capital: 0,
            term: TermId::default(),
            is_name: false,
        });
        self.by_folded.insert(folded.to_owned(), id);
        id
    }

    fn key(&self, word: &Word) -> String {
        let folded = word.folded.as_str();
        if word.tier == Tier::Function {
            return folded.to_owned();
        }
        if let Some(country) = self.dictionary.country(folded) {
            return country.to_owned();
        }
        match self.dictionary.group(folded) {
            // The mark keeps a group apart from a word that is spelled like it.
            Some(head) => format!("={head}"),
            None if word.is_name => self.base_name(folded).to_owned(),
            None => stem(folded).to_owned(),
        }
    }

    /// The country's name for the name of its people, if the articles have both.
    fn base_name<'w>(&self, folded: &'w str) -> &'w str {
        let is_known = |base: &&str| {
            let word = self.by_folded.get(*base).map(|id| self.word(*id));
            base.len() > 3 && word.is_some_and(|word| word.is_name)
        };
        let bases = ENDINGS.iter().filter_map(|ending| folded.strip_suffix(ending));
        bases.filter(is_known).min_by_key(|base| base.len()).unwrap_or(folded)
    }
}

fn opening(key: &str) -> Option<String> {
    let is_word = key.len() > OPENING.1 && key.bytes().all(|byte| byte.is_ascii_lowercase());
    is_word.then(|| format!("{}{}", OPENING.0, &key[..OPENING.1]))
}
