//! Whether a text names somebody: case, accents, possessives, titles and initials do not matter.

use super::{Fold, without_possessive, words};

/// How well a name fits, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NameMatch {
    /// It is the name.
    Whole,
    /// A part of the name stands for it, such as a surname; or the name and more.
    Part,
    /// Initials stand for it: `K. Harris`, `UN`.
    Initials,
}

/// What a mention calls somebody, ready to be compared with many names.
#[derive(Debug)]
pub struct Named {
    words: Vec<String>,
    /// The quote as it stands, without spaces and points, if it is all capitals: `UN`, `U.S.`
    acronym: Option<String>,
}

impl Named {
    /// What the quote calls somebody.
    pub fn new(quote: &str, fold: Fold<'_>) -> Self {
        let quote = without_possessive(quote);
        let letters: String = quote.chars().filter(|ch| ch.is_alphanumeric()).collect();
        let is_acronym = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
        Self {
            words: name_words(quote, fold),
            acronym: is_acronym.then(|| fold(&letters)),
        }
    }

    /// How it fits one of somebody's names; `None` where it does not.
    pub fn fits(&self, name: &str, fold: Fold<'_>) -> Option<NameMatch> {
        let theirs = name_words(without_possessive(name), fold);
        let ours = &self.words;
        if ours.is_empty() || theirs.is_empty() {
            return None;
        }
        if *ours == theirs {
            return Some(NameMatch::Whole);
        }
        let all_in = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word) && word.len() > 2);
        if all_in(ours, &theirs) || all_in(&theirs, ours) {
            return Some(NameMatch::Part);
        }
        let is_acronym = self.acronym.as_ref().is_some_and(|acronym| {
            let initials = theirs.iter().filter_map(|word| word.chars().next());
            theirs.len() > 1 && initials.eq(acronym.chars())
        });
        (is_acronym || has_initials(ours, &theirs)).then_some(NameMatch::Initials)
    }
}

/// The name for a new entity that a quote suggests: without an article before it and a possessive behind it, on one line.
pub fn plain_name(quote: &str) -> String {
    let quote = without_possessive(quote.trim());
    let mut words: Vec<&str> = quote.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "the" | "The" | "a" | "A" | "an" | "An") {
        words.remove(0);
    }
    words.join(" ")
}

/// `k harris` for `kamala harris`, `kamala d harris` for `kamala devi harris`: the same number of words, at least one of
/// them whole.
fn has_initials(ours: &[String], theirs: &[String]) -> bool {
    let is_initial = |word: &str, of: &str| word.chars().count() == 1 && of.starts_with(word);
    let fits =
        |(ours, theirs): (&String, &String)| ours == theirs || is_initial(ours, theirs) || is_initial(theirs, ours);
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(fits)
        && ours
            .iter()
            .zip(theirs)
            .any(|(ours, theirs)| ours == theirs && ours.chars().count() > 1)
}

/// The folded words of a name, without titles where something else is left.
fn name_words(name: &str, fold: Fold<'_>) -> Vec<String> {
    let all: Vec<String> = words(&fold(name))
        .iter()
        .map(|word| without_possessive(word).to_owned())
        .collect();
    let is_bare = |word: &&String| !is_title(word) && !matches!(word.as_str(), "the" | "a" | "an");
    let bare: Vec<String> = all.iter().filter(is_bare).cloned().collect();
    if bare.is_empty() { all } else { bare }
}

fn is_title(word: &str) -> bool {
    const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady president vice senator sen representative \
        rep congressman congresswoman governor gov mayor minister prime chancellor secretary ambassador judge justice \
        general gen colonel col captain capt king queen prince princess pope reverend rev director chairman";
    TITLES.split_whitespace().any(|title| title == word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::fold;
    use super::*;

    fn fits(quote: &str, name: &str) -> Option<NameMatch> {
        Named::new(quote, &fold).fits(name, &fold)
    }

    #[test]
    fn case_accents_possessives_and_titles_do_not_matter() {
        assert_eq!(fits("AREVALO’S", "Arévalo"), Some(NameMatch::Whole));
        assert_eq!(
            fits("President Bernardo Arévalo", "Bernardo Arevalo"),
            Some(NameMatch::Whole)
        );
        assert_eq!(
            fits("Vice President Kamala Harris", "Kamala Harris"),
            Some(NameMatch::Whole)
        );
        assert_eq!(fits("Are\u{301}valo", "Arévalo"), Some(NameMatch::Whole));
    }

    #[test]
    fn a_surname_is_a_part_and_another_name_is_not() {
        assert_eq!(fits("Arevalo’s", "Bernardo Arévalo"), Some(NameMatch::Part));
        assert_eq!(
            fits("Bernardo Arévalo de León", "Bernardo Arévalo"),
            Some(NameMatch::Part)
        );
        assert_eq!(fits("Giammattei", "Bernardo Arévalo"), None);
        assert_eq!(fits("Ann Lee", "Ann Smith"), None);
    }

    #[test]
    fn initials_stand_for_names_and_names_for_initials() {
        assert_eq!(fits("K. Harris", "Kamala Harris"), Some(NameMatch::Initials));
        assert_eq!(fits("Kamala Harris", "K. Harris"), Some(NameMatch::Initials));
        assert_eq!(fits("UN", "United Nations"), Some(NameMatch::Initials));
        assert_eq!(fits("U.S.", "United States"), Some(NameMatch::Initials));
        assert_eq!(fits("J. Harris", "Kamala Harris"), None);
        assert_eq!(fits("un", "United Nations"), None, "in Spanish it is an article");
    }

    #[test]
    fn nothing_fits_nothing() {
        assert_eq!(fits("", "Arévalo"), None);
        assert_eq!(fits("…", "…"), None);
        assert_eq!(fits("the president", "Arévalo"), None);
    }

    #[test]
    fn a_new_name_is_bare() {
        assert_eq!(plain_name("the Biden\n administration’s"), "Biden administration");
        assert_eq!(plain_name("A"), "A");
    }
}
