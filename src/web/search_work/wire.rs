//! What the page and the program of the search say to each other: arrays, told apart by their length, with offsets in
//! typed arrays. Encoding them by hand is less for the page to load than encoders for types would be.

use crate::core::offset::ByteOffset;
use crate::core::search::{Query, Syntax};
use crate::core::span::Span;
use crate::editor::search::SearchState;
use crate::web::sent_number::number;
use js_sys::{Array, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// What the program is asked.
#[derive(Debug)]
pub enum Asked {
    /// To keep this text, in UTF-8, under a number.
    Text(u32, Vec<u8>),
    /// To look for something.
    Find(Find),
}

/// What to look for, and where.
#[derive(Debug)]
pub struct Find {
    /// Of the request.
    pub number: u32,
    /// What.
    pub query: Query,
    /// In which texts, by the numbers under which they are kept, in this order.
    pub texts: Vec<u32>,
}

/// What the program says.
#[derive(Debug)]
pub enum Told {
    /// It has started and listens.
    Ready,
    /// It has begun with a request, and so has let go of those before.
    Begun(u32),
    /// It cannot carry out a request, for this reason.
    Refused(u32, String),
    /// What it has found since it told last.
    Found(FoundIn),
}

/// Hits on their way.
#[derive(Debug)]
pub struct FoundIn {
    /// Of the request.
    pub number: u32,
    /// How far the request is carried out.
    pub state: SearchState,
    /// By the texts' numbers.
    pub hits: Vec<(u32, Vec<Span>)>,
}

impl Asked {
    /// For `postMessage`. The text is copied.
    pub fn text(number: u32, text: &str) -> JsValue {
        Array::of2(&number.into(), &Uint8Array::from(text.as_bytes())).into()
    }

    /// For `postMessage`.
    pub fn find(number: u32, query: &Query, texts: &[u32]) -> JsValue {
        let flags = [
            query.syntax == Syntax::Regex,
            query.match_case,
            query.match_accents,
            query.whole_words,
        ];
        let bits = flags
            .iter()
            .rev()
            .fold(0_u32, |bits, flag| bits << 1 | u32::from(*flag));
        Array::of4(
            &number.into(),
            &query.text.as_str().into(),
            &bits.into(),
            &Uint32Array::from(texts),
        )
        .into()
    }

    /// `None` for what these functions do not make.
    pub fn read(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        let number = number(&parts.get(0))?;
        if parts.length() == 2 {
            return Some(Self::Text(number, parts.get(1).dyn_into::<Uint8Array>().ok()?.to_vec()));
        }
        let bits = self::number(&parts.get(2))?;
        let flag = |bit: u32| bits >> bit & 1 == 1;
        Some(Self::Find(Find {
            number,
            query: Query {
                text: parts.get(1).as_string()?,
                syntax: if flag(0) { Syntax::Regex } else { Syntax::Plain },
                match_case: flag(1),
                match_accents: flag(2),
                whole_words: flag(3),
            },
            texts: parts.get(3).dyn_into::<Uint32Array>().ok()?.to_vec(),
        }))
    }
}

impl Told {
    /// For `postMessage`.
    pub fn write(self) -> JsValue {
        match self {
            Self::Ready => Array::new(),
            Self::Begun(number) => Array::of1(&number.into()),
            Self::Refused(number, reason) => Array::of2(&number.into(), &reason.into()),
            Self::Found(found) => {
                let state: u32 = match found.state {
                    SearchState::Done => 1,
                    SearchState::Capped => 2,
                    _ => 0,
                };
                let mut numbers = Vec::new();
                for (text, spans) in &found.hits {
                    numbers.extend([*text, ByteOffset::from_index(spans.len()).0]);
                    numbers.extend(spans.iter().flat_map(|span| [span.start().0, span.end().0]));
                }
                let numbers = Uint32Array::from(&*numbers);
                Array::of3(&found.number.into(), &state.into(), &numbers)
            }
        }
        .into()
    }

    /// `None` for what [`Self::write`] does not make.
    pub fn read(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        if parts.length() == 0 {
            return Some(Self::Ready);
        }
        let number = number(&parts.get(0))?;
        Some(match parts.length() {
            1 => Self::Begun(number),
            2 => Self::Refused(number, parts.get(1).as_string()?),
            _ => Self::Found(FoundIn {
                number,
                state: match self::number(&parts.get(1))? {
                    1 => SearchState::Done,
                    2 => SearchState::Capped,
                    _ => SearchState::Going,
                },
                hits: hits(&parts.get(2).dyn_into::<Uint32Array>().ok()?.to_vec()),
            }),
        })
    }
}

/// Each text's number, how many hits, and their ends.
fn hits(mut numbers: &[u32]) -> Vec<(u32, Vec<Span>)> {
    let mut hits = Vec::new();
    while let [text, n, rest @ ..] = numbers {
        let (spans, rest) = rest.split_at(rest.len().min(2 * *n as usize));
        let spans = spans.chunks_exact(2);
        let spans = spans.filter_map(|ends| Span::new(ByteOffset(ends[0]), ByteOffset(ends[1])));
        hits.push((*text, spans.collect()));
        numbers = rest;
    }
    hits
}
