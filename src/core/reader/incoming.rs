//! Files sorted by what they are: articles are read, files of annotations and of labels are told apart from them.

use super::{NamedBytes, Reading, read_articles};
use crate::core::article_draft::ArticleDraft;
use crate::core::formats::{native, schema_file};
use crate::core::problem::Problem;

/// A text file that is no article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedText {
    /// As the person knows it.
    pub name: String,
    /// Without a leading BOM.
    pub text: String,
}

/// What came in, each kind in the order of the files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Incoming {
    /// Files that say they hold annotations in the native format; not read yet.
    pub annotations: Vec<NamedText>,
    /// Files that say they hold labels; not read yet.
    pub schemas: Vec<NamedText>,
    /// Articles.
    pub drafts: Vec<ArticleDraft>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Incoming {
    /// Sorts one file in. Annotations and labels are known by what they say of themselves, and only in UTF-8, as they
    /// are written; everything else is read as articles.
    pub fn take(&mut self, file: NamedBytes) {
        let claims = |is: fn(&str) -> bool| std::str::from_utf8(&file.bytes).is_ok_and(is);
        let list = if claims(native::looks_like_native) {
            &mut self.annotations
        } else if claims(schema_file::looks_like_schema) {
            &mut self.schemas
        } else {
            return self.add(read_articles(&file));
        };
        let text = String::from_utf8_lossy(&file.bytes);
        list.push(NamedText {
            name: file.name,
            text: text.trim_start_matches('\u{feff}').to_owned(),
        });
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

    fn sorted(name: &str, bytes: &[u8]) -> Incoming {
        let mut incoming = Incoming::default();
        incoming.take(NamedBytes {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        });
        incoming
    }

    #[test]
    fn each_file_goes_where_it_belongs() {
        let native = sorted("a.json", b"\xEF\xBB\xBF{ \"format\": \"attest-project\" }");
        assert_eq!(native.annotations[0].text, "{ \"format\": \"attest-project\" }");
        assert!(native.drafts.is_empty() && native.problems.is_empty());
        let schema = sorted("l.json", b"{ \"format\": \"attest-schema\" }");
        assert_eq!(schema.schemas.len(), 1, "{schema:?}");
        assert_eq!(sorted("a.txt", b"Prices rose.").drafts[0].text, "Prices rose.");
        assert_eq!(sorted("a.png", b"\x89PNG").problems.len(), 1);
    }

    #[test]
    fn annotations_in_another_encoding_are_not_taken_for_annotations() {
        let incoming = sorted("a.json", b"{ \"format\": \"attest-project\", \"x\": \"\xFF\" }");
        assert!(incoming.annotations.is_empty());
        assert!(!incoming.problems.is_empty(), "{incoming:?}");
    }
}
