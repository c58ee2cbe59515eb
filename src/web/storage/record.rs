//! What goes into the store and comes out of it.

use serde::{Deserialize, Serialize};

/// What a list of projects shows. Times are milliseconds since the Unix epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectRow {
    pub id: String,
    pub created_ms: i64,
    /// Set while the project is deleted but not yet purged.
    pub deleted_ms: Option<i64>,
    /// The number of the last transaction that the snapshot covers.
    pub snapshot_seq: u64,
    pub summary: Summary,
}

/// The part of the row that follows every transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub name: String,
    pub modified_ms: i64,
    pub n_articles: u32,
    pub n_mentions: u32,
}

/// One project as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub row: ProjectRow,
    /// The project at the snapshot without its texts and mentions.
    pub head: Vec<u8>,
    /// By article id, at the snapshot.
    pub mentions: Vec<(String, Vec<u8>)>,
    /// By digest.
    pub texts: Vec<(String, String)>,
    /// The transactions after the snapshot, ascending.
    pub journal: Vec<(u64, Vec<u8>)>,
}

/// Transactions to add to the journal.
#[derive(Clone, Debug)]
pub struct Append {
    /// The number of the first entry: one more than that of the last stored transaction.
    pub first_seq: u64,
    pub entries: Vec<Vec<u8>>,
    /// By digest: the texts that the entries bring in.
    pub texts: Vec<(String, String)>,
    pub summary: Summary,
}

/// A snapshot to write: the head as a whole, of the rest what has changed since the last snapshot.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Its `snapshot_seq` is the number of the last transaction that this snapshot covers.
    pub row: ProjectRow,
    pub head: Vec<u8>,
    /// By article id; None removes the article's mentions.
    pub mentions: Vec<(String, Option<Vec<u8>>)>,
    /// By digest.
    pub texts: Vec<(String, String)>,
    /// The digests of texts that nothing needs any more.
    pub delete_texts: Vec<String>,
}
