//! An entity as it is being typed: what stands in the fields may not be an entity yet.

use crate::core::entity::{Entity, Role};
use crate::core::id::LabelId;
use crate::core::publication_date::PublicationDate;

/// What the fields hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntityDraft {
    /// The name.
    pub name: String,
    /// The type.
    pub label: Option<LabelId>,
    /// One on each line.
    pub aliases: String,
    /// A URI, or a Wikidata id.
    pub identity: String,
    /// In order.
    pub roles: Vec<RoleDraft>,
    /// The note.
    pub note: String,
}

/// What the fields of a role hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoleDraft {
    /// The office.
    pub title: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// Before a Wikidata id, as Wikidata writes it itself.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

impl EntityDraft {
    /// What the entity is now.
    pub fn of(entity: &Entity) -> Self {
        let date = |date: Option<PublicationDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let role = |role: &Role| RoleDraft {
            title: role.title.clone(),
            from: date(role.from),
            to: date(role.to),
        };
        Self {
            name: entity.name.clone(),
            label: entity.label,
            aliases: entity.aliases.join("\n"),
            identity: entity.identity.clone(),
            roles: entity.roles.iter().map(role).collect(),
            note: entity.note.clone(),
        }
    }

    /// The entity with what can be read of the fields; what cannot stays as it was. Roles without a title are none yet.
    pub fn applied_to(&self, entity: &Entity) -> Entity {
        let mut aliases: Vec<String> = Vec::new();
        for alias in self.aliases.lines().map(str::trim).filter(|alias| !alias.is_empty()) {
            if !aliases.iter().any(|other| other == alias) {
                aliases.push(alias.to_owned());
            }
        }
        let name = self.name.trim();
        let roles = self.roles.iter().filter(|role| !role.title.trim().is_empty());
        Entity {
            name: if name.is_empty() {
                entity.name.clone()
            } else {
                name.to_owned()
            },
            label: self.label,
            aliases,
            identity: uri(&self.identity),
            roles: roles.map(RoleDraft::read).collect(),
            note: self.note.clone(),
            ..entity.clone()
        }
    }

    /// What is wrong with the name; `None` if nothing.
    pub fn name_fault(&self) -> Option<&'static str> {
        self.name.trim().is_empty().then_some("An entity needs a name.")
    }
}

impl RoleDraft {
    fn read(&self) -> Role {
        Role {
            title: self.title.trim().to_owned(),
            from: self.from.trim().parse().ok(),
            to: self.to.trim().parse().ok(),
        }
    }

    /// What is wrong with its dates; `None` if nothing.
    pub fn fault(&self) -> Option<String> {
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => text.parse::<PublicationDate>().map(Some),
        };
        match (read(&self.from), read(&self.to)) {
            (Err(error), _) | (_, Err(error)) => Some(format!("{error}.")),
            (Ok(Some(from)), Ok(Some(to))) if from.first_day() > to.last_day() => {
                Some("It ends before it begins.".to_owned())
            }
            _ => None,
        }
    }
}

/// A Wikidata id becomes its URI; anything else stays.
fn uri(identity: &str) -> String {
    let identity = identity.trim();
    match identity.strip_prefix(['Q', 'q']) {
        Some(number) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{WIKIDATA}Q{number}")
        }
        _ => identity.to_owned(),
    }
}

/// The Wikidata id that a URI is of, such as `Q774`.
pub fn wikidata_id(identity: &str) -> Option<&str> {
    let rest = identity.split_once("wikidata.org/")?.1;
    let id = rest.strip_prefix("entity/").or_else(|| rest.strip_prefix("wiki/"))?;
    let number = id.strip_prefix('Q')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(id)
}

/// Whether it is an address that a browser opens.
pub fn is_web_address(identity: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| identity.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::super::link_choices::tests::giammattei;
    use super::*;
    use crate::core::id::EntityId;

    #[test]
    fn what_is_typed_becomes_the_entity() {
        let entity = giammattei(EntityId::from_u128(1));
        let mut draft = EntityDraft::of(&entity);
        assert_eq!(draft.applied_to(&entity), entity);
        draft.aliases = "Giammattei \n\nthe president\nGiammattei".to_owned();
        draft.identity = "q1234".to_owned();
        draft.roles.push(RoleDraft::default());
        draft.name = " ".to_owned();
        let read = draft.applied_to(&entity);
        assert_eq!(read.aliases, ["Giammattei", "the president"]);
        assert_eq!(read.identity, "http://www.wikidata.org/entity/Q1234");
        assert_eq!(wikidata_id(&read.identity), Some("Q1234"));
        assert_eq!(wikidata_id("https://example.org/Q1"), None);
        assert_eq!((read.roles.len(), read.name.as_str()), (1, "Alejandro Giammattei"));
        assert!(read.is_sound() && draft.name_fault().is_some());
    }

    #[test]
    fn dates_are_as_exact_as_they_are_typed() {
        let fault = |from: &str, to: &str| {
            let draft = RoleDraft {
                title: "President".to_owned(),
                from: from.to_owned(),
                to: to.to_owned(),
            };
            draft.fault()
        };
        assert_eq!(fault("2020", "2024-01-14"), None);
        assert_eq!(fault("", ""), None);
        assert_eq!(fault("2024", "2020").as_deref(), Some("It ends before it begins."));
        assert!(fault("14.1.2020", "").is_some_and(|fault| fault.contains("2021-04-26")));
    }
}
