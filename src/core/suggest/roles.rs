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
    let office = |role: &'a Role| {
        let title = office_words(&role.title, fold);
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
