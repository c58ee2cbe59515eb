//! Mentions of one article as columns in binary: small, and read without looking at one mention twice.
//!
//! Best in text order, so that most numbers are small differences. Written with postcard, whose integers take as many bytes
//! as they need; 100,000 mentions take about 2.5 MB, a ninth of what they took as JSON.

use super::VERSION;
use super::form::{MentionsRead, WITH_DOSSIER, take_from_bytes, to_bytes};
use super::wire_reference::WireReference;
use super::wire_value::Values;
use crate::core::id::{ArticleId, LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::mention_set::MentionSet;
use crate::core::offset::ByteOffset;
use crate::core::slices::{Pause, Slices, at_once, no_pause};
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// One value of each column per mention, where nothing else is said.
#[derive(Serialize, Deserialize, Default)]
struct Columns<'a> {
    v: u32,
    /// The mentions' ids, 16 bytes each.
    #[serde(borrow)]
    ids: Cow<'a, [u8]>,
    /// The ids of the labels that occur, 16 bytes each; `label` counts in these.
    #[serde(borrow)]
    labels: Cow<'a, [u8]>,
    label: Vec<u32>,
    /// The authors that occur; `author` counts in these.
    #[serde(borrow)]
    authors: Vec<Cow<'a, str>>,
    author: Vec<u32>,
    /// How many spans each has.
    n_spans: Vec<u32>,
    /// Of every span: where it starts after the start of the span before it, of whichever mention, in bytes. A
    /// discontinuous mention makes the next one go back.
    starts: Vec<i64>,
    /// Of every span, in bytes.
    lens: Vec<u32>,
    /// Milliseconds after the creation of the mention before.
    created: Vec<i64>,
    /// Milliseconds after its own creation.
    modified: Vec<i64>,
    /// Only of mentions that have values or a note.
    #[serde(borrow)]
    extras: Vec<Extra<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Extra<'a> {
    /// Which mention, 0-based.
    row: u32,
    #[serde(borrow)]
    values: Values<'a>,
    #[serde(borrow)]
    note: Cow<'a, str>,
}

/// What occurs again and again, each once, in the order of its first occurrence.
struct Distinct<T> {
    places: SortedMap<T, u32>,
    list: Vec<T>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self {
            places: SortedMap::new(),
            list: Vec::new(),
        }
    }
}

impl<T: Ord + Copy> Distinct<T> {
    fn place(&mut self, item: T) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        *self.places.entry(item).or_insert_with(|| {
            self.list.push(item);
            next
        })
    }
}

/// The record of one article's mentions.
pub fn write_mentions(mentions: &MentionSet) -> Vec<u8> {
    at_once(write_mentions_in_slices(mentions, &no_pause))
}

/// The same in slices.
pub async fn write_mentions_in_slices(mentions: &MentionSet, pause: Pause<'_>) -> Vec<u8> {
    let mut writing = Writing::default();
    let mut slices = Slices::new(pause);
    for mention in mentions.in_text_order() {
        writing.add(mention);
        slices.step().await;
    }
    writing.finish()
}

/// Mentions of one article, of which none need be in its project; they come back in the same order.
pub(super) fn write_columns<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Vec<u8> {
    let mut writing = Writing::default();
    mentions.for_each(|mention| writing.add(mention));
    writing.finish()
}

/// A record that is being made.
#[derive(Default)]
struct Writing<'m> {
    columns: Columns<'m>,
    ids: Vec<u8>,
    labels: Distinct<LabelId>,
    authors: Distinct<&'m str>,
    references: Vec<WireReference<'m>>,
    row: u32,
    /// Where the span before starts.
    start: i64,
    /// When the mention before was made.
    created: i64,
}

impl<'m> Writing<'m> {
    fn add(&mut self, mention: &'m Mention) {
        let columns = &mut self.columns;
        self.ids.extend(mention.id.as_u128().to_be_bytes());
        columns.label.push(self.labels.place(mention.label));
        columns.author.push(self.authors.place(mention.author.as_str()));
        let spans = mention.spans.as_slice();
        columns.n_spans.push(u32::try_from(spans.len()).unwrap_or(u32::MAX));
        for span in spans {
            let here = i64::from(span.start().0);
            columns.starts.push(here - std::mem::replace(&mut self.start, here));
            columns.lens.push(span.end().0 - span.start().0);
        }
        let made = mention.created.unix_ms();
        let before = std::mem::replace(&mut self.created, made);
        columns.created.push(made.wrapping_sub(before));
        columns.modified.push(mention.modified.unix_ms().wrapping_sub(made));
        let row = self.row;
        if let Some(reference) = mention.reference.as_deref() {
            self.references.push(WireReference::new(row, *reference));
        }
        if !(mention.attributes.is_empty() && mention.note.is_empty()) {
            columns.extras.push(Extra {
                row,
                values: Values::new(&mention.attributes),
                note: Cow::Borrowed(&mention.note),
            });
        }
        self.row += 1;
    }

    fn finish(self) -> Vec<u8> {
        let labels = self.labels.list.iter();
        let columns = Columns {
            v: VERSION,
            ids: self.ids.into(),
            labels: labels.flat_map(|label| label.as_u128().to_be_bytes()).collect(),
            authors: self.authors.list.into_iter().map(Cow::Borrowed).collect(),
            ..self.columns
        };
        let mut bytes = to_bytes(&columns);
        bytes.extend(to_bytes(&self.references));
        bytes
    }
}

/// The mentions of a record in its order; a single one that is broken gives its reason in its place. An error says why
/// the record as a whole cannot be read.
pub(super) fn read_columns(record: &[u8], home: ArticleId) -> Result<MentionsRead<'_>, String> {
    let (columns, rest): (Columns<'_>, _) = take_from_bytes(record)?;
    let references: Vec<WireReference<'_>> = match columns.v {
        WITH_DOSSIER.. => postcard::from_bytes(rest).map_err(|error| error.to_string())?,
        _ => Vec::new(),
    };
    if !columns.is_even() {
        return Err("its columns are not of the same length".to_owned());
    }
    let ids: Vec<MentionId> = u128s(&columns.ids).map(MentionId::from_u128).collect();
    let labels: Vec<LabelId> = u128s(&columns.labels).map(LabelId::from_u128).collect();
    let authors = columns.authors;
    let mut references = references.into_iter().peekable();
    let mut places = columns.starts.into_iter().zip(columns.lens);
    let mut extras = columns.extras.into_iter().peekable();
    let (mut start, mut created) = (0_i64, 0_i64);
    let rows = ids
        .into_iter()
        .zip(columns.label)
        .zip(columns.author)
        .zip(columns.n_spans);
    let times = columns.created.into_iter().zip(columns.modified);
    let read = move |(((((id, label), author), n_spans), (after, later)), row): Row| {
        let spans = places.by_ref().take(n_spans as usize).map(|(by, len)| {
            start = start.wrapping_add(by);
            span(start, len)
        });
        let spans = spans.collect::<Option<Vec<_>>>().and_then(Spans::from_unsorted);
        created = created.wrapping_add(after);
        let extra = extras.next_if(|extra| extra.row == row);
        let (values, note) = extra.map_or_else(Default::default, |extra| (extra.values, extra.note));
        let reference = references.next_if(|reference| reference.row == row);
        let (Some(spans), Some(label), Some(author)) =
            (spans, labels.get(label as usize), authors.get(author as usize))
        else {
            return Err(format!("mention {id} has no valid span, label or author"));
        };
        let reference = reference.map(WireReference::read).transpose()?;
        Ok(Rc::new(Mention {
            id,
            article: home,
            spans,
            label: *label,
            attributes: values.read(),
            reference: reference.map(Rc::new),
            note: note.into_owned(),
            author: author.clone().into_owned(),
            created: Timestamp::from_unix_ms(created),
            modified: Timestamp::from_unix_ms(created.wrapping_add(later)),
        }))
    };
    Ok(Box::new(rows.zip(times).zip(0_u32..).map(read)))
}

/// Id, label, author, number of spans; when made and changed; which row.
type Row = (((((MentionId, u32), u32), u32), (i64, i64)), u32);

impl Columns<'_> {
    /// Whether each column has a value for each mention or span.
    fn is_even(&self) -> bool {
        let n_mentions = self.label.len();
        let n_spans: u64 = self.n_spans.iter().map(|n| u64::from(*n)).sum();
        self.ids.len() == 16 * n_mentions
            && [
                self.author.len(),
                self.n_spans.len(),
                self.created.len(),
                self.modified.len(),
            ] == [n_mentions; 4]
            && [self.starts.len(), self.lens.len()].map(|n| n as u64) == [n_spans; 2]
    }
}

fn u128s(bytes: &[u8]) -> impl Iterator<Item = u128> + '_ {
    bytes
        .as_chunks::<16>()
        .0
        .iter()
        .map(|chunk| u128::from_be_bytes(*chunk))
}

fn span(start: i64, len: u32) -> Option<Span> {
    let start = u32::try_from(start).ok()?;
    Span::new(ByteOffset(start), ByteOffset(start.checked_add(len)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn mentions_come_back(project in arb_project()) {
            for article in project.articles() {
                let mentions = project.mentions(article.id).unwrap();
                let record = write_mentions(mentions);
                let read = read_columns(&record, article.id).unwrap().map(Result::unwrap);
                prop_assert_eq!(&MentionSet::from_mentions(read), mentions);
            }
        }

        /// Whatever is cut off or overwritten: an answer, never a panic.
        #[test]
        fn damage_is_told(project in arb_project(), at in any::<prop::sample::Index>(), byte: u8, cut: bool) {
            for article in project.articles() {
                let mut record = write_mentions(project.mentions(article.id).unwrap());
                let at = at.index(record.len());
                if cut {
                    record.truncate(at);
                    prop_assert!(read_columns(&record, article.id).is_err());
                } else {
                    record[at] = byte;
                    let _ = read_columns(&record, article.id).map(Iterator::count);
                }
            }
        }
    }

    #[test]
    fn a_mention_takes_few_bytes() {
        let article = ArticleId::from_u128(1);
        let mention = |n: u32| {
            Rc::new(Mention {
                id: MentionId::from_u128(u128::from(n)),
                article,
                spans: Spans::one(span(i64::from(n) * 50, 12).unwrap()),
                label: LabelId::from_u128(7),
                attributes: SortedMap::new(),
                reference: None,
                note: String::new(),
                author: "Someone".to_owned(),
                created: Timestamp::from_unix_ms(1_700_000_000_000 + i64::from(n) * 900),
                modified: Timestamp::from_unix_ms(1_700_000_000_000 + i64::from(n) * 900),
            })
        };
        let set = MentionSet::from_mentions((0..1000).map(mention));
        assert!(write_mentions(&set).len() < 25 * 1000);
    }

    #[test]
    fn a_newer_record_is_named_as_such() {
        let mut record = write_mentions(&MentionSet::default());
        record[0] = 9;
        let error = read_columns(&record, ArticleId::from_u128(1)).err().unwrap();
        assert!(error.contains("format 9"), "{error}");
    }
}
