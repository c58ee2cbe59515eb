//! The schema as a file of its own, to be shared between projects: format name `attest-schema`, version 2.
//! Version 1 had no types of relations.

use super::json_node::Report;
use super::json_writer::JsonWriter;
use super::schema_read::read_schema;
use super::schema_write::write_schema;
use super::{check_format, looks_like};
use crate::core::problem::Problem;
use crate::core::schema::Schema;

/// The format's name, in the file's field `format`.
pub const FORMAT: &str = "attest-schema";

/// The version that is written, and the newest that can be read.
pub const VERSION: u32 = 2;

/// The same bytes for the same schema.
pub fn write(schema: &Schema) -> String {
    let mut w = JsonWriter::default();
    w.object(|w| {
        w.field("format").text(FORMAT);
        w.field("version").count(VERSION);
        write_schema(w.field("schema"), schema);
    });
    w.finish()
}

/// A schema without faults, and what had to be mended or left out for that. Fails where it is not such a file at all,
/// or of another version.
pub fn read(file_name: &str, text: &str) -> Result<(Schema, Vec<Problem>), Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let mut report = Report::new(file_name, text);
    let root = report.root()?;
    check_format(&root, FORMAT, VERSION, &mut report)?;
    root.report_others("the file", &["format", "version", "schema"], &mut report);
    let Some(node) = root.get("schema") else {
        return Err(report.refusal("The file has no field “schema”.".to_owned()));
    };
    let schema = read_schema(node, &mut report);
    Ok((schema, report.problems))
}

/// Whether a text is likely such a file; cheap, for choosing a reader.
pub fn looks_like_schema(text: &str) -> bool {
    looks_like(text, FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::default_schema;
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_reads_back(project in arb_project()) {
            let text = write(project.schema());
            prop_assert!(looks_like_schema(&text));
            let (schema, problems) = read("s.json", &text).unwrap();
            prop_assert_eq!(problems, vec![]);
            prop_assert_eq!(&schema, project.schema());
            prop_assert_eq!(write(&schema), text);
        }
    }

    #[test]
    fn faults_are_mended_and_reported() {
        let mut schema = default_schema();
        for name in ["Claim", " "] {
            let label = schema.labels[0].as_ref().clone();
            schema.labels.push(std::rc::Rc::new(crate::core::label::Label {
                id: crate::core::id::LabelId::from_u128(schema.labels.len() as u128),
                name: name.to_owned(),
                ..label
            }));
        }
        let text = write(&schema)
            .replace("#d65f2e", "red")
            .replace("\"Type\"", "\"Check-worthy\"")
            .replace("\"yes\", \"no\"", "\"yes\", \"yes\", \"\"");
        let (read, problems) = read("s.json", &text).unwrap();
        for label in &read.labels {
            assert_eq!(read.faults(label), Vec::<String>::new());
        }
        assert_eq!(read.labels.len(), default_schema().labels.len() + 1);
        assert_eq!(read.labels[8].name, "Claim (2)");
        let reasons: Vec<&str> = problems.iter().map(|problem| problem.reason.as_str()).collect();
        for expected in [
            "schema.labels[0].color: “red” is not a colour: write #rrggbb.",
            "schema.labels[0].attributes[1]: there are two attributes “Check-worthy”; this one is now “Check-worthy (2)”.",
            "schema.labels[0].attributes[1]: choices that were empty or there twice were left out.",
            "schema.labels[8]: there are two labels “Claim”; this one is now “Claim (2)”.",
            "schema.labels[8].key: the key c already tags as “Claim”.",
            "schema.labels[9]: a label without a name was left out.",
        ] {
            assert!(reasons.contains(&expected), "{expected} is missing in {reasons:#?}");
        }
        assert!(problems.iter().all(|problem| problem.line.is_some_and(|line| line > 3)));
    }

    #[test]
    fn other_files_are_refused() {
        for text in [
            "",
            "[]",
            "{}",
            "{\"format\": \"attest-project\", \"version\": 1}",
            "{\"format\": \"attest-schema\"}",
        ] {
            assert!(read("s.json", text).is_err(), "{text}");
        }
        let newer = write(&default_schema()).replace("\"version\": 2", "\"version\": 3");
        assert!(read("s.json", &newer).unwrap_err().reason.contains("version 3"));
    }
}
