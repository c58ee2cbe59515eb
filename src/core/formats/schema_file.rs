//! Files of annotations.
use crate::core::{problem::Problem, schema::Schema};
pub fn looks_like_schema(t: &str) -> bool {
    t.is_empty()
}
pub fn read(_: &str, _: &str) -> Result<(Schema, Vec<Problem>), Problem> {
    unreachable!()
}
pub fn write(_: &Schema) -> String {
    String::new()
}
