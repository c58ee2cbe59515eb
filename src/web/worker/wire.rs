//! What the page and its worker say to each other.
//!
//! A project travels as its stored records, which both sides write and read.

use super::packing::Message;
use super::wire_merging::{Merge, Plan};
use super::wire_reading::Read;
use super::wire_renewing::Renewed;
use crate::core::formats::FileFormat;
use crate::core::id::ArticleId;
use crate::core::stored::Records;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
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
    /// To read records of which some are in an older form.
    Renew(WireRecords),
}

impl Message for Request {
    fn values(&mut self) -> Vec<&mut JsValue> {
        match self {
            Self::Files(files) => files.iter_mut().map(|file| &mut file.file).collect(),
            Self::Html(_) | Self::Write(_) | Self::Merge(..) | Self::Renew(_) => Vec::new(),
        }
    }
}

/// A file that the person opened or dropped.
#[derive(Serialize, Deserialize, Debug)]
pub struct FileIn {
    /// With its folders where it has any.
    pub name: String,
    /// A `File`; the worker reads it.
    #[serde(skip)]
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
    Written(#[serde(skip)] JsValue),
    /// What taking the file in would do; the last answer.
    Merged(Plan),
    /// The project of the records, or the sentence that says why there is none; the last answer.
    Renewed(Result<Renewed, String>),
    /// It could not go on, for this reason; the last answer.
    Failed(String),
}

impl Message for Answer {
    fn values(&mut self) -> Vec<&mut JsValue> {
        match self {
            Self::Written(blob) => vec![blob],
            Self::Ready | Self::Progress(_) | Self::Read(_) | Self::Merged(_) | Self::Renewed(_) | Self::Failed(_) => {
                Vec::new()
            }
        }
    }
}

/// [`Records`] on their way.
#[derive(Serialize, Deserialize, Debug)]
pub struct WireRecords {
    head: ByteBuf,
    mentions: Vec<(String, ByteBuf)>,
    texts: Vec<(String, String)>,
    journal: Vec<(u64, ByteBuf)>,
}

#[derive(Serialize, Deserialize, Debug)]
enum Format {
    Native,
    MentionsCsv,
    ClaimsCsv,
    RelationsCsv,
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
                FileFormat::ClaimsCsv => Format::ClaimsCsv,
                FileFormat::RelationsCsv => Format::RelationsCsv,
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
            Format::ClaimsCsv => FileFormat::ClaimsCsv,
            Format::RelationsCsv => FileFormat::RelationsCsv,
            Format::Schema => FileFormat::Schema,
        };
        let articles = self.articles;
        let articles = articles.map(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect());
        (self.project.into(), format, articles)
    }
}

impl From<Records> for WireRecords {
    fn from(records: Records) -> Self {
        let mentions = records.mentions.into_iter();
        let journal = records.journal.into_iter();
        Self {
            head: records.head.into(),
            mentions: mentions.map(|(article, record)| (article, record.into())).collect(),
            texts: records.texts,
            journal: journal.map(|(number, record)| (number, record.into())).collect(),
        }
    }
}

impl From<WireRecords> for Records {
    fn from(records: WireRecords) -> Self {
        let mentions = records.mentions.into_iter();
        let journal = records.journal.into_iter();
        Self {
            head: records.head.into_vec(),
            mentions: mentions.map(|(article, record)| (article, record.into_vec())).collect(),
            texts: records.texts,
            journal: journal.map(|(number, record)| (number, record.into_vec())).collect(),
        }
    }
}
