//! What the page and its worker say to each other: records that the browser copies from one to the other.
//!
//! A project travels as its stored records, which both sides write and read.

use super::wire_merging::{Merge, Plan};
use super::wire_reading::Read;
use crate::core::formats::FileFormat;
use crate::core::id::ArticleId;
use crate::core::stored::Records;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// What the worker is asked.
#[derive(Serialize, Deserialize, Debug)]
pub enum Request {
    /// To read these files.
    Files(Vec<FileIn>),
    /// To read HTML from the clipboard.
    Html(String),
    /// To write a file.
    Write(Order),
    /// To work out what taking a file of this name in would do.
    Merge(String, Merge),
}

/// A file that the person opened or dropped.
#[derive(Serialize, Deserialize, Debug)]
pub struct FileIn {
    /// With its folders where it has any.
    pub name: String,
    /// A `File`; the worker reads it.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub file: JsValue,
}

/// A file to write.
#[derive(Serialize, Deserialize, Debug)]
pub struct Order {
    project: WireRecords,
    format: Format,
    articles: Option<Vec<String>>,
}

/// What the worker says.
#[derive(Serialize, Deserialize, Debug)]
pub enum Answer {
    /// It has started and listens.
    Ready,
    /// So many of the request's files are read.
    Progress(u32),
    /// Everything is read; the last answer.
    Read(Read),
    /// The file is written: a `Blob`; the last answer.
    Written(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue),
    /// What taking the file in would do; the last answer.
    Merged(Plan),
    /// It could not go on, for this reason; the last answer.
    Failed(String),
}

/// [`Records`] on their way.
#[derive(Serialize, Deserialize, Debug)]
pub(super) struct WireRecords {
    head: String,
    mentions: Vec<Bytes>,
    texts: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize, Debug)]
struct Bytes {
    name: String,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize, Debug)]
enum Format {
    Native,
    MentionsCsv,
    Schema,
}

impl Order {
    /// `articles` as in [`FileFormat::write`].
    pub fn new(project: Records, format: FileFormat, articles: Option<&[ArticleId]>) -> Self {
        Self {
            project: project.into(),
            format: match format {
                FileFormat::Native => Format::Native,
                FileFormat::MentionsCsv => Format::MentionsCsv,
                FileFormat::Schema => Format::Schema,
            },
            articles: articles.map(|ids| ids.iter().map(ToString::to_string).collect()),
        }
    }

    /// What [`Self::new`] was given.
    pub fn parts(self) -> (Records, FileFormat, Option<Vec<ArticleId>>) {
        let format = match self.format {
            Format::Native => FileFormat::Native,
            Format::MentionsCsv => FileFormat::MentionsCsv,
            Format::Schema => FileFormat::Schema,
        };
        let articles = self.articles;
        let articles = articles.map(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect());
        (self.project.into(), format, articles)
    }
}

impl From<Records> for WireRecords {
    fn from(records: Records) -> Self {
        let mentions = records.mentions.into_iter().map(|(name, bytes)| Bytes { name, bytes });
        Self {
            head: records.head,
            mentions: mentions.collect(),
            texts: records.texts,
        }
    }
}

impl From<WireRecords> for Records {
    fn from(records: WireRecords) -> Self {
        let mentions = records.mentions.into_iter().map(|it| (it.name, it.bytes));
        Self {
            head: records.head,
            mentions: mentions.collect(),
            texts: records.texts,
        }
    }
}
