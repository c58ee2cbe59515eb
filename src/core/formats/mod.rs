//! Files of annotations.
pub mod mentions_csv;
pub mod native;
pub mod schema_file;
