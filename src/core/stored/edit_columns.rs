//! Many edits of mentions of one article, as the columns that mentions are stored in.
//!
//! Written one by one, a hundred thousand edits would be some 30 MB, in the journal and in the history of every
//! snapshot until the step is forgotten; so they are a tenth of that. The records around them are JSON, and so the bytes
//! are written as Base64.

use super::mention_columns::{read_columns, write_columns};
use super::text_record::AsText;
use crate::core::edit::Edit;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Fewer edits in a row are written one by one, which can be read by eye.
const MANY: usize = 32;

/// More are written in several parts, so that they can be read in slices.
const MOST: usize = 10_000;

/// The edits' old and new mentions, each kind in the order of the edits.
#[derive(Serialize, Deserialize)]
pub(super) struct EditColumns {
    of: AsText<ArticleId>,
    /// A byte for each edit: the sum of [`OLD`] and [`NEW`].
    has: String,
    old: String,
    new: String,
}

const OLD: u8 = 1;
const NEW: u8 = 2;

/// The edits at the start of `edits` that can be written together, with their number; `None` where they are not many.
pub(super) fn columns_of(edits: &[Edit]) -> Option<(usize, EditColumns)> {
    let of = article_of(edits.first()?)?;
    let alike = edits.iter().take(MOST).take_while(|edit| article_of(edit) == Some(of));
    let n = alike.count();
    if n < MANY {
        return None;
    }
    let pairs = || edits[..n].iter().filter_map(Edit::as_mention);
    let has: Vec<u8> = pairs()
        .map(|(old, new)| u8::from(old.is_some()) * OLD + u8::from(new.is_some()) * NEW)
        .collect();
    let columns = EditColumns {
        of: AsText(of),
        has: STANDARD.encode(has),
        old: STANDARD.encode(write_columns(&mut pairs().filter_map(|(old, _)| old.map(Rc::as_ref)))),
        new: STANDARD.encode(write_columns(&mut pairs().filter_map(|(_, new)| new.map(Rc::as_ref)))),
    };
    Some((n, columns))
}

/// The one article that the edit's mentions are of.
fn article_of(edit: &Edit) -> Option<ArticleId> {
    let (old, new) = edit.as_mention()?;
    let of = old.or(new)?.article;
    new.is_none_or(|new| new.article == of).then_some(of)
}

impl EditColumns {
    pub fn read(self) -> Result<Vec<Edit>, String> {
        let (mut old, mut new) = (mentions(&self.old, self.of.0)?, mentions(&self.new, self.of.0)?);
        let mut next = |has: u8| {
            let one = |kind: u8, list: &mut std::vec::IntoIter<Rc<Mention>>| match has & kind {
                0 => Ok(None),
                _ => list.next().map(Some).ok_or("its columns are not of the same length"),
            };
            Ok(Edit::Mention {
                old: one(OLD, &mut old)?,
                new: one(NEW, &mut new)?,
            })
        };
        bytes(&self.has)?.into_iter().map(&mut next).collect()
    }
}

fn mentions(column: &str, of: ArticleId) -> Result<std::vec::IntoIter<Rc<Mention>>, String> {
    let read: Result<Vec<Rc<Mention>>, String> = read_columns(&bytes(column)?, of)?
        .into_iter()
        .map(|mention| mention.map(Rc::new))
        .collect();
    Ok(read?.into_iter())
}

fn bytes(text: &str) -> Result<Vec<u8>, String> {
    STANDARD.decode(text).map_err(|error| error.to_string())
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

    fn read_edits(record: &str, texts: &Texts) -> Result<Vec<Edit>, String> {
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
    fn few_edits_can_be_read_by_eye() {
        let record = write_edits(&edits(8));
        assert!(record.contains("\"note\":\"new\""), "{record}");
        assert_eq!(read_edits(&record, &Texts::new()), Ok(edits(8)));
    }

    #[test]
    fn damage_is_told() {
        let record = write_edits(&edits(100));
        for (whole, broken) in [
            ("\"has\":\"", "\"has\":\"AwMD"),
            ("\"new\":\"", "\"new\":\"AAAA"),
            ("\"old\":\"", "\"old\":\"*"),
        ] {
            let broken = record.replacen(whole, broken, 1);
            assert_ne!(broken, record);
            assert!(read_edits(&broken, &Texts::new()).is_err());
        }
    }
}
