//! Taking a file into a project.
use crate::core::{
    edit::Edit, formats::native::NativeFile, problem::Problem, project::Project, schema::Schema, timestamp::Timestamp,
};
#[derive(Debug)]
pub enum MergeMode {
    Add,
    Replace,
}
#[derive(Debug)]
pub struct MergeReport;
impl MergeReport {
    pub fn problems(&self, _: &str) -> Vec<Problem> {
        vec![]
    }
    pub fn summary(&self) -> Vec<String> {
        vec![]
    }
}
#[derive(Debug)]
pub struct MergePlan {
    pub edits: Vec<Edit>,
    pub report: MergeReport,
}
pub fn plan(_: &Project, _: &NativeFile, _: MergeMode, _: Timestamp) -> MergePlan {
    unreachable!()
}
pub fn plan_schema(_: &Project, _: &Schema) -> Vec<Edit> {
    vec![]
}
