//! Addresses of what a project holds: the fragment of the page's URL. They stay good, because ids never change.
//!
//! | address | of |
//! |---|---|
//! | `#/p/PROJECT` | the project |
//! | `#/p/PROJECT/a/ARTICLE` | an article |
//! | `#/p/PROJECT/a/ARTICLE/m/MENTION` | a mention |
//! | `#/p/PROJECT/e/ENTITY` | an entity |
//! | `#/p/PROJECT/c/CLAIM` | a claim |
//! | `#/p/PROJECT/c/CLAIM/a/ARTICLE` | what is known of a claim in an article |

use super::id::{ArticleId, ClaimId, EntityId, MentionId, ProjectId};
use std::fmt;
use std::str::FromStr;

/// One place of one project.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Address {
    /// The project.
    pub project: ProjectId,
    /// The place in it.
    pub place: AddressedPlace,
}

/// What an address leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressedPlace {
    /// The project as it was left.
    Project,
    /// An article.
    Article(ArticleId),
    /// A mention; the article is where it is, for the reader.
    Mention(ArticleId, MentionId),
    /// An entity.
    Entity(EntityId),
    /// A claim.
    Claim(ClaimId),
    /// A claim and an article.
    Cell(ClaimId, ArticleId),
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/p/{}", self.project)?;
        match self.place {
            AddressedPlace::Project => Ok(()),
            AddressedPlace::Article(article) => write!(f, "/a/{article}"),
            AddressedPlace::Mention(article, mention) => write!(f, "/a/{article}/m/{mention}"),
            AddressedPlace::Entity(entity) => write!(f, "/e/{entity}"),
            AddressedPlace::Claim(claim) => write!(f, "/c/{claim}"),
            AddressedPlace::Cell(claim, article) => write!(f, "/c/{claim}/a/{article}"),
        }
    }
}

/// It is no address of this form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AddressError;

impl FromStr for Address {
    type Err = AddressError;

    /// With or without the `#`.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.strip_prefix('#').unwrap_or(text);
        let parts: Vec<&str> = text.strip_prefix("/p/").ok_or(AddressError)?.split('/').collect();
        let (project, place) = parts.split_first().ok_or(AddressError)?;
        let place = match *place {
            [] => AddressedPlace::Project,
            ["a", article] => AddressedPlace::Article(id(article)?),
            ["a", article, "m", mention] => AddressedPlace::Mention(id(article)?, id(mention)?),
            ["e", entity] => AddressedPlace::Entity(id(entity)?),
            ["c", claim] => AddressedPlace::Claim(id(claim)?),
            ["c", claim, "a", article] => AddressedPlace::Cell(id(claim)?, id(article)?),
            _ => return Err(AddressError),
        };
        let project = id(project)?;
        Ok(Self { project, place })
    }
}

fn id<T: FromStr>(text: &str) -> Result<T, AddressError> {
    text.parse().map_err(|_| AddressError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reads_back() {
        let (article, claim) = (ArticleId::from_u128(2), ClaimId::from_u128(5));
        let places = [
            AddressedPlace::Project,
            AddressedPlace::Article(article),
            AddressedPlace::Mention(article, MentionId::from_u128(3)),
            AddressedPlace::Entity(EntityId::from_u128(4)),
            AddressedPlace::Claim(claim),
            AddressedPlace::Cell(claim, article),
        ];
        for place in places {
            let address = Address {
                project: ProjectId::from_u128(1),
                place,
            };
            let text = address.to_string();
            assert_eq!(text.parse(), Ok(address), "{text}");
            assert_eq!(text[1..].parse(), Ok(address), "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        let id = "0199c8a0-1b2c-7d3e-8f40-5a6b7c8d9e0f";
        let wrong = [
            String::new(),
            "#".to_owned(),
            "#/p/".to_owned(),
            format!("#/p/{id}/"),
            format!("#/p/{id}/a"),
            format!("#/p/{id}/x/{id}"),
            format!("#/p/{id}/m/{id}"),
            format!("#/p/{id}/a/{id}/m/{id}/a/{id}"),
            format!("#/p/{id}/a/7"),
        ];
        for text in wrong {
            assert_eq!(text.parse::<Address>(), Err(AddressError), "{text}");
        }
    }
}
