//! A file of annotations or of labels that was read and not yet taken in: packed, since most of it need not be looked at
//! until then, with what the person should know of it.

use super::formats::native::{NativeFile, problems_of};
use super::history::History;
use super::id::ProjectId;
use super::problem::Problem;
use super::project::Project;
use super::schema::Schema;
use super::stored::Records;
use super::timestamp::Timestamp;

/// The file.
#[derive(Clone, PartialEq, Debug)]
pub struct AnnotationFile {
    /// Its name.
    pub file_name: String,
    /// Of the project in it.
    pub id: ProjectId,
    /// Of the project in it.
    pub name: String,
    /// How many articles it holds.
    pub n_articles: usize,
    /// How many mentions it holds.
    pub n_mentions: usize,
    /// How many labels it holds.
    pub n_labels: usize,
    /// Of those mentions, how many stand elsewhere in the text than the file says.
    pub n_moved: usize,
    /// How many mentions were not found in the text; they are left out.
    pub n_unplaced: usize,
    /// What was noticed while reading.
    pub problems: Vec<Problem>,
    /// The project in it; it reads back whole.
    pub records: Records,
}

impl AnnotationFile {
    /// Packs what was read.
    pub fn new(file_name: String, file: &NativeFile) -> Self {
        Self {
            n_moved: file.moved.len(),
            n_unplaced: file.unplaced.len(),
            problems: problems_of(file, &file_name),
            ..Self::of_project(file_name, &file.project)
        }
    }

    /// A file that holds labels alone: as a project without articles.
    pub fn of_schema(file_name: String, schema: Schema) -> Self {
        let id = ProjectId::from_u128(0);
        let project = Project::new(id, String::new(), Timestamp::default(), schema);
        Self::of_project(file_name, &project)
    }

    fn of_project(file_name: String, project: &Project) -> Self {
        Self {
            file_name,
            id: project.id(),
            name: project.name().to_owned(),
            n_articles: project.articles().len(),
            n_mentions: project.n_mentions(),
            n_labels: project.schema().labels.len(),
            n_moved: 0,
            n_unplaced: 0,
            problems: Vec::new(),
            records: Records::of(project, &History::default()),
        }
    }
}
