//! The sample project's manifest, JSON: which texts it holds (`articles`) and what each says of itself, and in `note` how
//! that was filled in.
//!
//! A field is empty where the text doesn't say: no date is inferred from an event, no outlet from a style.

use super::{date, title};
use crate::core::article_draft::ArticleDraft;
use crate::core::publication_date::PublicationDate;

/// One text of the sample; every field but `file` may be empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleEntry {
    /// Beside the manifest; a bare file name.
    pub file: String,
    /// The headline, if the text has one.
    pub title: String,
    /// As the text names it.
    pub outlet: String,
    /// As the text names them, several joined by commas.
    pub author: String,
    /// Of the article itself.
    pub url: String,
    /// BCP 47, if the text says it.
    pub language: String,
    /// Of publication, if the text bears it.
    pub date: Option<PublicationDate>,
}

impl SampleEntry {
    /// Of the manifest's entry with these fields; one that is missing counts as empty. The error is a sentence: what is
    /// wrong.
    pub fn from_fields(field: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let text = |name| field(name).unwrap_or_default();
        let (file, date) = (text("file"), text("date"));
        if file.is_empty() || file.contains(['/', '\\']) {
            return Err(format!(
                "The sample's manifest names “{file}”, which is no bare file name."
            ));
        }
        let understood = date::date_in(&date);
        if understood.is_none() && !date.is_empty() {
            return Err(format!(
                "The sample's manifest gives {file} the date “{date}”, which is none."
            ));
        }
        Ok(Self {
            file,
            title: text("title"),
            outlet: text("outlet"),
            author: text("author"),
            url: text("url"),
            language: text("language"),
            date: understood,
        })
    }

    /// The draft with the text of the entry's file, which is UTF-8; a text without a headline is shown under its first
    /// words. The error is a sentence: why the bytes are no text.
    pub fn draft(&self, bytes: Vec<u8>) -> Result<ArticleDraft, String> {
        let text = String::from_utf8(bytes).map_err(|error| format!("It is no UTF-8: {error}."))?;
        let title = if self.title.is_empty() {
            title::from_text(&text)
        } else {
            self.title.clone()
        };
        Ok(ArticleDraft {
            title,
            outlet: self.outlet.clone(),
            author: self.author.clone(),
            url: self.url.clone(),
            language: self.language.clone(),
            date: self.date,
            file_name: self.file.clone(),
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::digest::Digest;
    use serde_json::{Map, Value, json};
    use std::fs;
    use std::path::Path;

    /// The bytes as they were received; they must never change, not even their line ends.
    const DIGESTS: [(&str, &str); 5] = [
        (
            "000_191ffc1c056233be.txt",
            "23fc7ac722a4f8d6e7846b8c72722f0ee7547f2e8bf49efdd4ddf4ee4fe3fea6",
        ),
        (
            "001_1525bc6cc6ed07c5.txt",
            "d68a10faf186b134e9e5328c6d6f1e0dbbb213dd37a9137e985459d0cee9dc0f",
        ),
        (
            "002_ca05ce29a371efd5.txt",
            "c370068be581bdc110b224955151efbfc050527d550e47c32098427a1372f87b",
        ),
        (
            "003_7189a7b7adcd9a16.txt",
            "2a9567439050d7e9eec9c83317af667122675ae5f8a01d3252557c2fe7e24a07",
        ),
        (
            "004_0af2a9ff45b6a59c.txt",
            "de554cbda3e5c4f4412a6bec13adb2809fae2ce563683f0b924b882625cebc4c",
        ),
    ];

    fn folder() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles")
    }

    fn manifest() -> Vec<Map<String, Value>> {
        let manifest: Value =
            serde_json::from_str(&fs::read_to_string(folder().join("manifest.json")).unwrap()).unwrap();
        let entries = manifest["articles"].as_array().unwrap().iter();
        entries.map(|entry| entry.as_object().unwrap().clone()).collect()
    }

    fn read(entry: &Map<String, Value>) -> Result<SampleEntry, String> {
        SampleEntry::from_fields(|name| entry.get(name)?.as_str().map(str::to_owned))
    }

    fn entries() -> Vec<SampleEntry> {
        manifest().iter().map(|entry| read(entry).unwrap()).collect()
    }

    #[test]
    fn the_manifest_names_the_files_that_exist_unchanged() {
        let mut found: Vec<String> = fs::read_dir(folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        found.sort();
        found.retain(|name| name != "manifest.json");
        let named: Vec<String> = entries().into_iter().map(|entry| entry.file).collect();
        assert_eq!(named, found);
        assert_eq!(named, DIGESTS.map(|(name, _)| name));
        for (name, expected) in DIGESTS {
            let text = fs::read_to_string(folder().join(name)).unwrap();
            assert_eq!(Digest::of(&text).to_string(), expected, "{name}");
        }
    }

    #[test]
    fn each_entry_says_only_what_its_text_says() {
        for entry in entries() {
            let bytes = fs::read(folder().join(&entry.file)).unwrap();
            let draft = entry.draft(bytes.clone()).unwrap();
            assert_eq!(draft.text.as_bytes(), bytes, "{}", entry.file);
            assert!(
                draft.text.contains(draft.title.trim_end_matches('…')),
                "{}",
                draft.title
            );
            assert!(!draft.title.is_empty());
            for said in [&entry.title, &entry.outlet]
                .into_iter()
                .map(String::as_str)
                .chain(entry.author.split(", "))
            {
                assert!(draft.text.contains(said), "{}: {said}", entry.file);
            }
            if let Some(date) = entry.date {
                let line = draft.text.lines().find_map(date::date_in);
                assert_eq!(line, Some(date), "{}", entry.file);
            }
            assert_eq!(
                (entry.url.as_str(), entry.language.as_str()),
                ("", ""),
                "no text says these: {}",
                entry.file
            );
        }
    }

    #[test]
    fn what_the_five_say() {
        let said: Vec<_> = entries()
            .iter()
            .map(|entry| {
                let bytes = fs::read(folder().join(&entry.file)).unwrap();
                let draft = entry.draft(bytes).unwrap();
                let date = draft.date.map(|date| date.to_string()).unwrap_or_default();
                [draft.title, draft.outlet, draft.author, date].join(" | ")
            })
            .collect();
        assert_eq!(
            said,
            [
                "Kamala Harris Meets With Guatemalan President To Discuss Immigration | OAN | Brooke Mallory | 2024-03-25",
                "Kamala Meeting With Guatemalan Leader On Immigration |  |  | ",
                "Vice President Kamala Harris, after meeting with Guatemalan President Alejandro… |  |  | ",
                "Kamala Harris will hold talks on immigration and the economy during a visit to Guatemala and Mexico |  |  | ",
                "President Giammattei Talked With the Vice President of the United States, Kamala Harris | GT News | \
                 Pamela Contreras, Brenda Larios | ",
            ]
        );
    }

    #[test]
    fn the_manifest_has_the_fields_that_are_read_and_no_others() {
        for entry in manifest() {
            let names: Vec<&str> = entry.keys().map(String::as_str).collect();
            assert_eq!(names, ["author", "date", "file", "language", "outlet", "title", "url"]);
            assert!(entry.values().all(Value::is_string));
        }
    }

    #[test]
    fn a_wrong_entry_says_why() {
        let entry = |file: &str, date: &str| read(json!({"file": file, "date": date}).as_object().unwrap());
        assert!(entry("a.txt", "").is_ok());
        for (file, date, said) in [
            ("../a.txt", "", "no bare file name"),
            ("", "", "no bare file name"),
            ("a.txt", "soon", "“soon”"),
        ] {
            assert!(entry(file, date).unwrap_err().contains(said), "{file}");
        }
    }
}
