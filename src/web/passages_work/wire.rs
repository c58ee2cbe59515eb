//! What the page and the program that compares passages say to each other: arrays, told apart by their length.

use crate::core::publication_date::PublicationDate;
use crate::editor::passages::ComparedArticle;
use crate::web::sent_number::number;
use js_sys::{Array, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// The texts to compare, each with the article's date where it is known.
#[derive(Debug)]
pub struct Asked(pub Vec<(String, Option<PublicationDate>)>);

/// What the program says.
#[derive(Debug)]
pub enum Told {
    /// It has started and listens.
    Ready,
    /// So much is done, of so much.
    Progress(u32, u32),
    /// What it has found, as [`PassageTable::pack`](crate::editor::passages::table::PassageTable::pack) packs it.
    Found(Vec<u32>),
}

impl Asked {
    /// For `postMessage`: the message, and what of it is handed over rather than copied.
    pub fn write(articles: &[ComparedArticle]) -> (Array, Array) {
        let (message, transfer) = (Array::new(), Array::new());
        for article in articles {
            let bytes = Uint8Array::from(article.text.as_str().as_bytes());
            let date = article.date.map(|date| date.to_string()).unwrap_or_default();
            transfer.push(&bytes.buffer());
            message.push(&Array::of2(&bytes, &date.into()));
        }
        (message, transfer)
    }

    /// `None` for what [`Self::write`] does not make.
    pub fn read(message: &JsValue) -> Option<Self> {
        let read = |article: JsValue| {
            let article: Array = article.dyn_into().ok()?;
            let bytes: Uint8Array = article.get(0).dyn_into().ok()?;
            // It was text before it was sent.
            let text = String::from_utf8(bytes.to_vec()).ok()?;
            Some((text, article.get(1).as_string()?.parse().ok()))
        };
        let articles = message.dyn_ref::<Array>()?.iter().map(read);
        articles.collect::<Option<Vec<_>>>().map(Self)
    }
}

impl Told {
    /// For `postMessage`: the message, and what of it is handed over rather than copied.
    pub fn write(&self) -> (Array, Array) {
        match self {
            Self::Ready => (Array::new(), Array::new()),
            Self::Progress(done, total) => (Array::of2(&(*done).into(), &(*total).into()), Array::new()),
            Self::Found(numbers) => {
                let numbers = Uint32Array::from(numbers.as_slice());
                (Array::of1(&numbers), Array::of1(&numbers.buffer()))
            }
        }
    }

    /// `None` for what [`Self::write`] does not make.
    pub fn read(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        Some(match parts.length() {
            0 => Self::Ready,
            1 => Self::Found(parts.get(0).dyn_into::<Uint32Array>().ok()?.to_vec()),
            _ => Self::Progress(number(&parts.get(0))?, number(&parts.get(1))?),
        })
    }
}
