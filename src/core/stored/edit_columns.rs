//! Edits of mentions of one article that follow each other, as the columns that mentions are stored in.
//!
//! One takes hardly more bytes than it would by itself. Of a hundred thousand, a step takes some 5 MB, in the journal and
//! in the history of every snapshot until it is forgotten; one by one it took 30.

use super::bytes_record::Bytes;
use super::mention_columns::{read_columns, write_columns};
use super::raw_record::AsBytes;
use crate::core::edit::Edit;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use crate::core::mention_run::Change;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// More are written in several parts, so that they can be read in slices.
const MOST: usize = 10_000;

/// The edits' old and new mentions, each kind in the order of the edits.
#[derive(Serialize, Deserialize)]
pub(super) struct EditColumns<'a> {
    of: AsBytes<ArticleId>,
    /// A byte for each edit: the sum of [`OLD`] and [`NEW`].
    #[serde(borrow)]
    has: Bytes<'a>,
    #[serde(borrow)]
    old: Bytes<'a>,
    #[serde(borrow)]
    new: Bytes<'a>,
    /// The article of the new ones, where it is another one.
    #[serde(default)]
    to: Option<AsBytes<ArticleId>>,
}

const OLD: u8 = 1;
const NEW: u8 = 2;

/// The edits at the start of `edits` that are of mentions of the same articles as `first`, the change of the first of
/// them, and not too many; and the edits behind.
pub(super) fn columns_of<'e>(first: Change<'_>, edits: &'e [Edit]) -> (EditColumns<'static>, &'e [Edit]) {
    let (of, to) = articles_of(first);
    let n = edits
        .iter()
        .take(MOST)
        .take_while(|edit| edit.as_mention().map(articles_of) == Some((of, to)))
        .count();
    let (these, rest) = edits.split_at(n);
    let pairs = || these.iter().filter_map(Edit::as_mention);
    let has: Vec<u8> = pairs()
        .map(|(old, new)| u8::from(old.is_some()) * OLD + u8::from(new.is_some()) * NEW)
        .collect();
    let columns = EditColumns {
        of: AsBytes(of),
        has: Bytes(has.into()),
        old: Bytes(write_columns(pairs().filter_map(|(old, _)| old.map(Rc::as_ref))).into()),
        new: Bytes(write_columns(pairs().filter_map(|(_, new)| new.map(Rc::as_ref))).into()),
        to: (to != of).then_some(AsBytes(to)),
    };
    (columns, rest)
}

/// The articles of the old and the new mention; what is missing counts as of the other's, and as of none where both are.
fn articles_of((old, new): Change<'_>) -> (ArticleId, ArticleId) {
    let (old, new) = (old.map(|it| it.article), new.map(|it| it.article));
    let nowhere = ArticleId::from_u128(0);
    (old.or(new).unwrap_or(nowhere), new.or(old).unwrap_or(nowhere))
}

impl EditColumns<'_> {
    pub fn read(self) -> Result<Vec<Edit>, String> {
        let (of, to) = (self.of.0, self.to.unwrap_or(self.of).0);
        let (mut old, mut new) = (mentions(&self.old, of)?, mentions(&self.new, to)?);
        let mut next = |has: &u8| {
            let one = |kind: u8, list: &mut std::vec::IntoIter<Rc<Mention>>| match has & kind {
                0 => Ok(None),
                _ => list.next().map(Some).ok_or("its columns are not of the same length"),
            };
            Ok(Edit::Mention {
                old: one(OLD, &mut old)?,
                new: one(NEW, &mut new)?,
            })
        };
        self.has.0.iter().map(&mut next).collect()
    }
}

fn mentions(column: &Bytes<'_>, of: ArticleId) -> Result<std::vec::IntoIter<Rc<Mention>>, String> {
    let read: Result<Vec<Rc<Mention>>, String> = read_columns(&column.0, of)?.collect();
    Ok(read?.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::stored::{EditsRecord, Texts, write_edits};
    use crate::testkit::random_project::small_project;

    fn edits(n: u128) -> Vec<Edit> {
        let project = small_project();
        let first = project.all_mentions().next().unwrap().clone();
        let numbered = |n: u128, note: &str| {
            Some(Rc::new(Mention {
                id: crate::core::id::MentionId::from_u128(n),
                note: note.to_owned(),
                ..first.as_ref().clone()
            }))
        };
        let edit = |n: u128| Edit::Mention {
            old: (!n.is_multiple_of(3)).then(|| numbered(n, "")).flatten(),
            new: (n % 3 != 1).then(|| numbered(n, "new")).flatten(),
        };
        (0..n).map(edit).collect()
    }

    fn read_edits(record: &[u8], texts: &Texts) -> Result<Vec<Edit>, String> {
        let parts: Result<Vec<Vec<Edit>>, String> = EditsRecord::parse(record)?
            .parts()
            .map(|part| part.read(texts))
            .collect();
        Ok(parts?.concat())
    }

    #[test]
    fn many_edits_come_back_and_take_few_bytes() {
        let mut many = edits(2 * MOST as u128 + 100);
        many.insert(
            500,
            Edit::Name {
                old: "a".to_owned(),
                new: "b".to_owned(),
            },
        );
        let record = write_edits(&many);
        assert_eq!(read_edits(&record, &Texts::new()), Ok(many));
        assert!(record.len() < 60 * 2 * MOST, "{}", record.len());
        let n_parts = EditsRecord::parse(&record).unwrap().parts().count();
        assert_eq!(n_parts, 4, "500 edits, the name, and the rest in slices");
    }

    #[test]
    fn a_single_edit_takes_few_bytes() {
        let record = write_edits(&edits(1));
        assert!(record.len() < 120, "{}", record.len());
        assert_eq!(read_edits(&record, &Texts::new()), Ok(edits(1)));
    }

    /// No command makes such edits, but an edit can be one.
    #[test]
    fn a_mention_may_go_to_another_article_or_nowhere() {
        let mut edits = edits(3);
        let Some(Edit::Mention { old: Some(old), .. }) =
            edits.iter().find(|edit| edit.as_mention().unwrap().0.is_some())
        else {
            unreachable!("some have an old mention");
        };
        let moved = Mention {
            article: ArticleId::from_u128(7),
            ..old.as_ref().clone()
        };
        edits.push(Edit::Mention {
            old: Some(old.clone()),
            new: Some(Rc::new(moved)),
        });
        edits.push(Edit::Mention { old: None, new: None });
        assert_eq!(read_edits(&write_edits(&edits), &Texts::new()), Ok(edits));
    }

    #[test]
    fn damage_is_told() {
        let record = write_edits(&edits(100));
        for len in 0..record.len() {
            assert!(read_edits(&record[..len], &Texts::new()).is_err(), "{len} bytes");
        }
        // The first edit has an old and a new mention that it had not, and then a column is too short.
        let has = record.windows(3).position(|bytes| bytes == [2, 1, 3]).unwrap();
        let mut longer = record;
        longer[has] = OLD + NEW;
        assert!(read_edits(&longer, &Texts::new()).is_err());
    }
}
