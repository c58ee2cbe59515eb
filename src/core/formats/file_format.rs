//! Which files can be written, and writing them.

use super::{claims_csv, mentions_csv, native, relations_csv, schema_file};
use crate::core::id::ArticleId;
use crate::core::project::Project;

/// The formats that can be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileFormat {
    /// The native JSON: everything.
    Native,
    /// One row per mention.
    MentionsCsv,
    /// One row per claim and article.
    ClaimsCsv,
    /// One row per relation.
    RelationsCsv,
    /// The labels and types of relations alone.
    Schema,
}

impl FileFormat {
    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Native | Self::Schema => "application/json",
            Self::MentionsCsv | Self::ClaimsCsv | Self::RelationsCsv => "text/csv",
        }
    }

    /// How a file's name ends, with the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Native => ".attest.json",
            Self::MentionsCsv => ".mentions.csv",
            Self::ClaimsCsv => ".claims.csv",
            Self::RelationsCsv => ".relations.csv",
            Self::Schema => ".labels.json",
        }
    }

    /// The file's content; `None` for the articles is the whole project. A schema has no articles, so they do not
    /// matter there.
    pub fn write(self, project: &Project, articles: Option<&[ArticleId]>) -> String {
        match self {
            Self::Native => native::write(project, articles),
            Self::MentionsCsv => mentions_csv::write(project, articles),
            Self::ClaimsCsv => claims_csv::write(project, articles),
            Self::RelationsCsv => relations_csv::write(project, articles),
            Self::Schema => schema_file::write(project.schema()),
        }
    }
}
