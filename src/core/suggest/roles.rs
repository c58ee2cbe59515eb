//! Whether a text names somebody by an office, and who held it on a date.

use super::{Fold, is_filler, without_possessive, words};
use crate::core::entity::{Entity, Role};
use crate::core::publication_date::PublicationDate;

/// An office of an entity that a text names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Office<'a> {
    /// The office.
    pub role: &'a Role,
    /// Whether the text names all of it, such as the country too: “the president” alone is any.
    pub is_whole: bool,
    /// Whether it was held then; `None` where the date is not known.
    pub is_held: Option<bool>,
}

/// The entity's offices that the quote names, in its own order.
pub fn offices<'a>(quote: &str, entity: &'a Entity, date: Option<PublicationDate>, fold: Fold<'_>) -> Vec<Office<'a>> {
    let named = office_words(quote, fold);
    let led_by_named = beside_leader(&named);
    let office = |role: &'a Role| {
        let mut named = named.clone();
        let mut title = office_words(&role.title, fold);
        if let (Some(led), Some(by_title)) = (&led_by_named, beside_leading_office(&title)) {
            // Both lead; what is left to compare is whom or what.
            (named, title) = (led.clone(), by_title);
            named.push("leader".to_owned());
            title.push("leader".to_owned());
        }
        let all_in =
            |some: &[String], all: &[String]| some.iter().all(|one| all.iter().any(|other| is_alike(one, other)));
        let names_it = !named.is_empty() && all_in(&named, &title);
        names_it.then(|| Office {
            role,
            is_whole: all_in(&title, &named),
            is_held: date.map(|date| role.covers(date)),
        })
    };
    entity.roles.iter().filter_map(office).collect()
}

fn office_words(text: &str, fold: Fold<'_>) -> Vec<String> {
    let words = words(&fold(text)).into_iter();
    let bare = words.map(|word| without_possessive(&word).to_owned());
    bare.filter(|word| !is_filler(word)).collect()
}

/// What else is said where somebody is called a leader: “the Guatemalan leader”. English only, as the offices below.
fn beside_leader(named: &[String]) -> Option<Vec<String>> {
    let has = |word: &str| named.iter().any(|it| it == word);
    let is_head = has("head") && (has("state") || has("government"));
    let says_so = |word: &String| word == "leader" || (is_head && ["head", "state", "government"].contains(&&**word));
    let rest: Vec<String> = named.iter().filter(|word| !says_so(word)).cloned().collect();
    (rest.len() < named.len()).then_some(rest)
}

/// Who leads a country is mostly called one of these.
const LEADING: [&str; 8] = [
    "president",
    "prime",
    "minister",
    "chancellor",
    "premier",
    "king",
    "queen",
    "emperor",
];

/// What else the title of an office says where its holder leads.
fn beside_leading_office(title: &[String]) -> Option<Vec<String>> {
    let has = |word: &str| title.iter().any(|it| it == word);
    let leads = LEADING.iter().any(|word| *word != "minister" && has(word));
    let rest = title.iter().filter(|word| !LEADING.contains(&&***word));
    (leads && !has("vice") && !has("deputy")).then(|| rest.cloned().collect())
}

/// The same word, or a country and what belongs to it: Guatemala, Guatemalan.
fn is_alike(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    a == b || (shared >= 5 && longest - shared <= 3)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fold, giammattei};
    use super::*;
    use crate::core::id::EntityId;

    fn named(quote: &str, date: &str) -> Option<(bool, Option<bool>)> {
        let entity = giammattei(EntityId::from_u128(1));
        let offices = offices(quote, &entity, date.parse().ok(), &fold);
        offices.first().map(|office| (office.is_whole, office.is_held))
    }

    #[test]
    fn an_office_is_named_in_other_words_and_held_for_a_time() {
        for quote in [
            "the president of Guatemala",
            "Guatemalan President",
            "GUATEMALA’S PRESIDENT",
        ] {
            assert_eq!(named(quote, "2021-06-07"), Some((true, Some(true))), "{quote}");
            assert_eq!(named(quote, "2024-03-25"), Some((true, Some(false))), "{quote}");
            assert_eq!(named(quote, ""), Some((true, None)), "{quote}");
        }
    }

    #[test]
    fn a_leader_is_who_holds_the_office_that_leads() {
        for quote in ["the Guatemalan leader", "Guatemala’s head of state"] {
            assert_eq!(named(quote, "2021"), Some((true, Some(true))), "{quote}");
        }
        assert_eq!(named("the leader", "2021"), Some((false, Some(true))));
        for other in [
            "the opposition leader",
            "the leader of Honduras",
            "the head of the state bank",
        ] {
            assert_eq!(named(other, "2021"), None, "{other}");
        }
        let title = |title: &str| beside_leading_office(&office_words(title, &fold)).map(|rest| rest.join(" "));
        assert_eq!(title("Prime Minister of Honduras").as_deref(), Some("honduras"));
        assert_eq!(title("Minister of Health"), None);
        assert_eq!(title("Vice President of the United States"), None);
    }

    #[test]
    fn a_part_of_it_is_said_to_be_one() {
        assert_eq!(named("the president", "2021"), Some((false, Some(true))));
        for other in [
            "the vice president of Guatemala",
            "president of Honduras",
            "the",
            "Guatemalan officials",
        ] {
            assert_eq!(named(other, "2021"), None, "{other}");
        }
    }
}
