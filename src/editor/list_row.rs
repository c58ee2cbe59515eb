//! Which mentions a list shows, and what orders them.

use super::excerpt::excerpt;
use super::mention_walk::Met;
use super::text_filter::TextFilter;
use super::view::{ListSort, ListView};
use crate::core::id::{LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::project::Project;
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::timestamp::Timestamp;
use std::cmp::Reverse;

/// Quotes that agree this far stay in text order.
const SORTED_CHARS: usize = 100;

/// A mention that is listed. Ordered as the list is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Row {
    key: Key,
    /// The article's place in the list of articles.
    pub article: usize,
    first: Span,
    pub id: MentionId,
}

/// What a mention is sorted by, before its place in the text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    Place,
    Label(usize),
    Recent(Reverse<(Timestamp, MentionId)>),
    Quote(Box<str>),
}

/// What is listed, and by what it is sorted.
pub(super) struct Passing<'a> {
    list: &'a ListView,
    text: Option<TextFilter>,
    labels: SortedMap<LabelId, usize>,
}

impl<'a> Passing<'a> {
    pub fn new(list: &'a ListView, project: &Project) -> Self {
        let labels = project.schema().labels.iter().enumerate();
        Self {
            list,
            text: TextFilter::new(&list.text),
            labels: labels.map(|(at, label)| (label.id, at)).collect(),
        }
    }

    pub fn passes(&self, mention: &Mention, text: &str) -> bool {
        let ListView { label, author, .. } = self.list;
        label.is_none_or(|label| mention.label == label)
            && author.as_ref().is_none_or(|author| mention.author == *author)
            && self.text.as_ref().is_none_or(|filter| holds(mention, text, filter))
    }

    pub fn row(&self, met: Met<'_>) -> Row {
        let mention = met.mention;
        Row {
            key: match self.list.sort {
                ListSort::Text => Key::Place,
                ListSort::Label => Key::Label(self.labels.get(&mention.label).copied().unwrap_or_default()),
                ListSort::Recent => Key::Recent(Reverse((mention.modified, mention.id))),
                ListSort::Quote => {
                    let quote = excerpt(met.article.text.as_str(), &mention.spans, SORTED_CHARS);
                    Key::Quote(quote.to_lowercase().into_boxed_str())
                }
            },
            article: met.at,
            first: mention.spans.first(),
            id: mention.id,
        }
    }
}

fn holds(mention: &Mention, text: &str, filter: &TextFilter) -> bool {
    let spans = &mention.spans;
    let in_quote = match spans.first().slice(text) {
        Some(quote) if !spans.is_discontinuous() => filter.finds_in(quote),
        // What stands on both sides of a gap is found too.
        _ => spans.quote(text).is_some_and(|quote| filter.finds_in(&quote)),
    };
    in_quote || filter.finds_in(&mention.note)
}
