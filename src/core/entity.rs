//! Entities: who or what is meant, across articles and whatever each of them calls it.

use super::id::{EntityId, LabelId};
use super::publication_date::PublicationDate;
use super::timestamp::Timestamp;

/// Someone or something that mentions refer to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// Stays the same when the entity is renamed or merged into.
    pub id: EntityId,
    /// What it is called here; not empty. Two entities may have the same name.
    pub name: String,
    /// What it is: a label of the schema, of the kind `entity`. `None` if that was not said.
    pub label: Option<LabelId>,
    /// Other names that texts use, in the person's order; none empty, none twice.
    pub aliases: Vec<String>,
    /// Its identity elsewhere, a URI such as `http://www.wikidata.org/entity/Q202718`; may be empty.
    pub identity: String,
    /// The offices and functions that it held, in the person's order.
    pub roles: Vec<Role>,
    /// The person's note; may be empty.
    pub note: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// What an entity was at a time, such as “President of Guatemala”.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// As texts put it; not empty.
    pub title: String,
    /// The first day, month or year; `None` if it is not known.
    pub from: Option<PublicationDate>,
    /// The last day, month or year, which still belongs to it; `None` if it is not known, or lasts.
    pub to: Option<PublicationDate>,
}

impl Entity {
    /// All that texts may call it: the name first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether each part is as it must be.
    pub fn is_sound(&self) -> bool {
        let is_empty = |text: &str| text.trim().is_empty();
        let is_repeated = |(at, alias): (usize, &String)| self.aliases[..at].contains(alias);
        !is_empty(&self.name)
            && !self.aliases.iter().any(|alias| is_empty(alias))
            && !self.aliases.iter().enumerate().any(is_repeated)
            && !self.roles.iter().any(|role| is_empty(&role.title))
    }
}

impl Role {
    /// Whether it was held then. Dates that say no more than a year or month are taken in the role's favor.
    pub fn covers(&self, date: PublicationDate) -> bool {
        let starts_after = self.from.is_some_and(|from| from.first_day() > date.last_day());
        let ended_before = self.to.is_some_and(|to| to.last_day() < date.first_day());
        !starts_after && !ended_before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(from: &str, to: &str, date: &str) -> bool {
        let role = Role {
            title: "President".to_owned(),
            from: from.parse().ok(),
            to: to.parse().ok(),
        };
        role.covers(date.parse().unwrap())
    }

    #[test]
    fn a_role_covers_its_last_day_and_not_the_next() {
        assert!(covers("2020-01-14", "2024-01-14", "2024-01-14"));
        assert!(!covers("2020-01-14", "2024-01-14", "2024-01-15"));
        assert!(covers("2020-01-14", "2024-01-14", "2020-01-14"));
        assert!(!covers("2020-01-14", "2024-01-14", "2020-01-13"));
    }

    #[test]
    fn what_is_not_known_speaks_for_the_role() {
        assert!(covers("", "", "2021"));
        assert!(covers("2024-01-15", "", "2024"), "some of 2024 is covered");
        assert!(covers("", "2024", "2024-12-31"));
        assert!(!covers("", "2024", "2025-01"));
        assert!(!covers("2024-02", "", "2024-01"));
    }
}
