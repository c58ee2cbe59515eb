//! Files sorted by what they are: articles are read, files of annotations and of labels are told apart from them.

use super::{NamedBytes, Reading, read_articles};
use crate::core::annotation_file::AnnotationFile;
use crate::core::article_draft::ArticleDraft;
use crate::core::formats::native;
use crate::core::formats::schema_file;
use crate::core::problem::Problem;

/// What came in, each kind in the order of the files.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Incoming {
    /// Files of annotations.
    pub annotations: Vec<AnnotationFile>,
    /// Files of labels.
    pub schemas: Vec<AnnotationFile>,
    /// Articles.
    pub drafts: Vec<ArticleDraft>,
    /// What could not be read, and what to know of the rest.
    pub problems: Vec<Problem>,
}

impl Incoming {
    /// Sorts one file in. Annotations and labels are known by what they say of themselves, and only in UTF-8, as they
    /// are written; everything else is read as articles.
    pub fn take(&mut self, file: NamedBytes) {
        let text = std::str::from_utf8(&file.bytes).ok();
        match text.map(|text| text.trim_start_matches('\u{feff}')) {
            Some(text) if native::looks_like_native(text) => match native::read(&file.name, text) {
                Ok(read) => self.annotations.push(AnnotationFile::new(file.name, &read)),
                Err(problem) => self.problems.push(problem),
            },
            Some(text) if schema_file::looks_like_schema(text) => match schema_file::read(&file.name, text) {
                Ok((schema, remarks)) => {
                    self.schemas.push(AnnotationFile::of_schema(file.name, schema));
                    self.problems.extend(remarks);
                }
                Err(problem) => self.problems.push(problem),
            },
            _ => self.add(read_articles(&file)),
        }
    }

    /// Adds what was read elsewhere.
    pub fn add(&mut self, reading: Reading) {
        self.drafts.extend(reading.drafts);
        self.problems.extend(reading.problems);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::project::Project;
    use crate::testkit::random_project::small_project;

    fn sorted(name: &str, bytes: &[u8]) -> Incoming {
        let mut incoming = Incoming::default();
        incoming.take(NamedBytes {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        });
        incoming
    }

    fn unpacked(file: &AnnotationFile) -> Project {
        file.records.clone().read().unwrap().0
    }

    #[test]
    fn each_file_goes_where_it_belongs() {
        let project = small_project();
        let text = format!("\u{feff}{}", native::write(&project, None));
        let annotations = sorted("a.json", text.as_bytes());
        assert_eq!(unpacked(&annotations.annotations[0]), project);
        assert!(annotations.drafts.is_empty() && annotations.problems.is_empty());
        let schema = sorted("l.json", schema_file::write(project.schema()).as_bytes());
        assert_eq!(unpacked(&schema.schemas[0]).schema(), project.schema());
        assert_eq!(sorted("a.txt", b"Prices rose.").drafts[0].text, "Prices rose.");
        assert_eq!(sorted("a.png", b"\x89PNG").problems.len(), 1);
    }

    #[test]
    fn what_claims_to_be_annotations_and_is_none_is_refused() {
        for bytes in [
            &b"{ \"format\": \"attest-project\" }"[..],
            b"{ \"format\": \"attest-project\", \"x\": \"\xFF\" }",
        ] {
            let incoming = sorted("a.json", bytes);
            assert!(incoming.annotations.is_empty() && incoming.drafts.is_empty());
            assert!(!incoming.problems.is_empty(), "{incoming:?}");
        }
    }
}
