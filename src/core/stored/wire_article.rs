//! Articles as they are stored: without their text, which is named by its digest. In JSON, what has a default may be
//! missing.

use super::raw_record::AsBytes;
use super::text_record::AsText;
use crate::core::article::{Article, Source};
use crate::core::article_text::ArticleText;
use crate::core::digest::Digest;
use crate::core::id::ArticleId;
use crate::core::publication_date::PublicationDate;
use crate::core::sorted::SortedMap;
use crate::core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// The stored texts that are whole, by their digest.
pub type Texts = SortedMap<Digest, Rc<ArticleText>>;

#[derive(Serialize, Deserialize)]
pub(super) struct WireArticle<'a> {
    id: AsBytes<ArticleId>,
    text: AsBytes<Digest>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow, default)]
    outlet: Cow<'a, str>,
    #[serde(borrow, default)]
    author: Cow<'a, str>,
    #[serde(borrow, default)]
    url: Cow<'a, str>,
    #[serde(borrow, default)]
    language: Cow<'a, str>,
    #[serde(borrow, default)]
    file: Cow<'a, str>,
    #[serde(default)]
    date: Option<AsText<PublicationDate>>,
    #[serde(default)]
    tags: Cow<'a, [String]>,
    #[serde(borrow, default)]
    note: Cow<'a, str>,
    #[serde(default)]
    done: bool,
    added: i64,
}

impl<'a> WireArticle<'a> {
    pub fn new(article: &'a Article) -> Self {
        Self {
            id: AsBytes(article.id),
            text: AsBytes(article.text.digest()),
            title: Cow::Borrowed(&article.title),
            outlet: Cow::Borrowed(&article.source.outlet),
            author: Cow::Borrowed(&article.source.author),
            url: Cow::Borrowed(&article.source.url),
            language: Cow::Borrowed(&article.source.language),
            file: Cow::Borrowed(&article.source.file_name),
            date: article.date.map(AsText),
            tags: Cow::Borrowed(&article.tags),
            note: Cow::Borrowed(&article.note),
            done: article.done,
            added: article.added.unix_ms(),
        }
    }

    pub fn read(self, texts: &Texts) -> Result<Article, String> {
        let Some(text) = texts.get(&self.text.0) else {
            return Err(format!("the text of “{}” is missing or damaged", self.title));
        };
        Ok(Article {
            id: self.id.0,
            text: text.clone(),
            title: self.title.into_owned(),
            source: Source {
                outlet: self.outlet.into_owned(),
                author: self.author.into_owned(),
                url: self.url.into_owned(),
                language: self.language.into_owned(),
                file_name: self.file.into_owned(),
            },
            date: self.date.map(|date| date.0),
            tags: self.tags.into_owned(),
            note: self.note.into_owned(),
            done: self.done,
            added: Timestamp::from_unix_ms(self.added),
        })
    }
}
