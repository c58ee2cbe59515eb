//! What Attest reads and writes as files; one module per format. `docs/FORMATS.md` is normative.

mod chosen;
pub mod claims_csv;
mod csv_table;
mod derived_id;
mod file_format;
mod json_node;
mod json_writer;
pub mod mentions_csv;
pub mod native;
mod relation_type_read;
pub mod relations_csv;
pub mod schema_file;
mod schema_read;
mod schema_write;

pub use file_format::FileFormat;

pub(super) use derived_id::derived_id;
pub(super) use schema_read::{free_name, is_same};
pub(super) use schema_write::kind_name;

use super::problem::Problem;
use json_node::{Fields, Report};

/// Refuses another format and a version that cannot be read.
fn check_format(root: &Fields<'_, '_>, format: &str, newest: u32, report: &mut Report<'_>) -> Result<(), Problem> {
    let found = root.text("format", report);
    if found != format {
        return Err(report.refusal(format!("This is no file of the format “{format}”.")));
    }
    let version = root.get("version").and_then(|version| version.count(report));
    match version {
        Some(version) if (1..=newest).contains(&version) => Ok(()),
        Some(version) if version > newest => Err(report.refusal(format!(
            "The file was written by a newer Attest: it has version {version} of the format, and this one reads up to {newest}."
        ))),
        _ => Err(report.refusal(format!("The file does not say which version of the format “{format}” it has."))),
    }
}

/// A JSON object that names the format somewhere; other tools may have sorted its fields.
fn looks_like(text: &str, format: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{') && text.contains(&format!("\"{format}\""))
}
