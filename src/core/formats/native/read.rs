//! Reads the native format: whatever the JSON says, the result is a whole project and a list of what was wrong.

use super::read_article::read_article;
use super::read_dossier::{read_dossier, with_all};
use super::{FORMAT, NativeFile, VERSION};
use crate::core::article::Article;
use crate::core::dossier::Dossier;
use crate::core::formats::check_format;
use crate::core::formats::derived_id::derived_id;
use crate::core::formats::json_node::{Fields, Report};
use crate::core::formats::schema_read::read_schema;
use crate::core::id::{ArticleId, LabelId, MentionId, ProjectId};
use crate::core::mention::Mention;
use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::reanchored::{Moved, Unplaced};
use crate::core::schema::Schema;
use crate::core::timestamp::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What has been read so far.
pub(super) struct Reader<'a> {
    pub report: Report<'a>,
    /// Grows where a mention has a label that it lacks.
    pub schema: Schema,
    /// Labels that are not in the schema by their id, but by their name.
    pub label_aliases: BTreeMap<LabelId, LabelId>,
    /// Stands in for a time that is missing or cannot be read.
    pub created: Timestamp,
    /// What mentions may refer to.
    pub dossier: Dossier,
    pub articles: Vec<Rc<Article>>,
    pub article_ids: BTreeSet<ArticleId>,
    pub mentions: Vec<Rc<Mention>>,
    pub mention_ids: BTreeSet<MentionId>,
    pub moved: Vec<Moved>,
    pub unplaced: Vec<Unplaced>,
}

/// Fails where the file is not of this format at all, no JSON, of a version that cannot be read, or lacks its project,
/// schema or list of articles. Everything else is mended or left out, and reported with JSON path and line.
pub fn read(file_name: &str, text: &str) -> Result<NativeFile, Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let mut report = Report::new(file_name, text);
    let root = report.root()?;
    check_format(&root, FORMAT, VERSION, &mut report)?;
    const KNOWN: [&str; 9] = [
        "format",
        "version",
        "project",
        "schema",
        "entities",
        "claims",
        "relations",
        "distinctions",
        "articles",
    ];
    root.report_others("the file", &KNOWN, &mut report);
    // Taken for a whole project, a file that lacks one of these could only destroy what is there.
    let project = root.needed("project", "an object", &report)?;
    let schema = root.needed("schema", "an object", &report)?;
    let articles = root.needed("articles", "a list", &report)?;
    let Some(project) = project.fields(&mut report) else {
        return Err(report.refusal("Its “project” cannot be read.".to_owned()));
    };
    let schema = read_schema(schema, &mut report);
    let (id, name, created) = read_project_fields(&project, &mut report);
    let dossier = read_dossier(&root, &schema, created, &mut report);
    let mut reader = Reader {
        report,
        dossier,
        schema,
        label_aliases: BTreeMap::new(),
        created,
        articles: Vec::new(),
        article_ids: BTreeSet::new(),
        mentions: Vec::new(),
        mention_ids: BTreeSet::new(),
        moved: Vec::new(),
        unplaced: Vec::new(),
    };
    for node in articles.items(&mut reader.report).iter() {
        if let Some(fields) = node.fields(&mut reader.report) {
            read_article(&fields, &mut reader);
        }
    }
    let dossier = with_all(&root, &mut reader);
    let empty = Project::new(id, name, created, reader.schema).with_dossier(dossier);
    Ok(NativeFile {
        project: Project::from_parts(empty, reader.articles, reader.mentions),
        problems: reader.report.problems,
        moved: reader.moved,
        unplaced: reader.unplaced,
    })
}

fn read_project_fields(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> (ProjectId, String, Timestamp) {
    fields.report_others("the project", &["id", "name", "created"], report);
    let name = Some(fields.text("name", report)).filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| {
        report.notice(fields.node(), "the project has no name");
        UNTITLED.to_owned()
    });
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(fields.node(), "the project has no id; it got one made from its name");
        ProjectId::from_u128(derived_id(&["project", &name]))
    });
    let created = fields.parsed("created", report).unwrap_or_default();
    (id, name, created)
}

/// Stands in for a name or title that is missing.
pub(super) const UNTITLED: &str = "Untitled";
