//! The workload of the benchmarks of the core: the sample's articles repeated, a mention on every few words.
//!
//! Much like what `bench/workload` makes for the page, though not the same spans.

use attest::core::article::{Article, Source};
use attest::core::article_text::ArticleText;
use attest::core::default_schema::{CLAIM, PERSON, PLACE, default_schema};
use attest::core::edit::Edit;
use attest::core::id::{ArticleId, MentionId, ProjectId, TransactionId};
use attest::core::mention::Mention;
use attest::core::offset::ByteOffset;
use attest::core::project::Project;
use attest::core::sorted::SortedMap;
use attest::core::span::Span;
use attest::core::spans::Spans;
use attest::core::timestamp::Timestamp;
use attest::core::transaction::{Place, Transaction};
use std::rc::Rc;

pub const SIZES: [&str; 4] = ["S", "M", "L", "XL"];

const ARTICLES: [&str; 5] = [
    include_str!("../../static/articles/000_191ffc1c056233be.txt"),
    include_str!("../../static/articles/001_1525bc6cc6ed07c5.txt"),
    include_str!("../../static/articles/002_ca05ce29a371efd5.txt"),
    include_str!("../../static/articles/003_7189a7b7adcd9a16.txt"),
    include_str!("../../static/articles/004_0af2a9ff45b6a59c.txt"),
];

const ARTICLE: ArticleId = ArticleId::from_u128(1);

/// Texts of about so many bytes: the sample's sentences in another order in each, and every ninth word one that only
/// some of the texts have.
pub fn articles(count: usize, n_bytes: usize) -> Vec<String> {
    let sentences: Vec<&str> = ARTICLES.iter().flat_map(|text| text.split_inclusive('\n')).collect();
    let text = |n: usize| {
        let mut text = String::new();
        let mut at = n * 7;
        while text.len() < n_bytes {
            for (word, i) in sentences[at % sentences.len()].split_inclusive(' ').zip(1..) {
                text.push_str(word);
                if i % 9 == 0 {
                    text.push_str(&format!("w{} ", (n * 31 + at * 7 + i) % 5_000));
                }
            }
            at += 1 + n % 5;
        }
        text
    };
    (0..count).map(text).collect()
}

/// One article and where its mentions lie, in text order.
pub struct Workload {
    text: Rc<ArticleText>,
    spans: Vec<Span>,
}

impl Workload {
    pub fn new(size: &str) -> Self {
        let (n_bytes, n_mentions) = match size {
            "S" => (2_600, 50),
            "M" => (100_000, 2_000),
            "L" => (1_000_000, 20_000),
            _ => (5_000_000, 100_000),
        };
        let mut text = String::new();
        for article in ARTICLES.iter().cycle() {
            if text.len() >= n_bytes {
                break;
            }
            text.push_str(article);
        }
        let spans = spans(&text, n_mentions);
        Self {
            text: Rc::new(ArticleText::new(text)),
            spans,
        }
    }

    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// So many bytes or a few more, in the middle of the text.
    pub fn middle(&self, n_bytes: usize) -> Span {
        let text = self.text();
        let start = text.ceil_char_boundary(text.len() / 2);
        let end = text.ceil_char_boundary((start + n_bytes).min(text.len()));
        span(start, end)
    }

    pub fn entries(&self) -> Vec<(Span, MentionId)> {
        let spans = self.spans.iter().enumerate();
        spans.map(|(i, span)| (*span, mention_id(i))).collect()
    }

    pub fn mentions(&self) -> impl Iterator<Item = Rc<Mention>> {
        let spans = self.spans.iter().enumerate();
        spans.map(|(i, span)| Rc::new(mention(mention_id(i), *span, i)))
    }

    pub fn project(&self) -> Project {
        Project::from_parts(empty(), vec![Rc::new(self.article())], self.mentions().collect())
    }

    pub fn project_without_mentions(&self) -> Project {
        Project::from_parts(empty(), vec![Rc::new(self.article())], Vec::new())
    }

    /// Makes one more mention, in the middle of the text.
    pub fn step(&self) -> Transaction {
        Transaction {
            id: TransactionId::from_u128(1),
            title: "tag".into(),
            at: Timestamp::default(),
            merge_key: None,
            edits: vec![Edit::Mention {
                old: None,
                new: Some(Rc::new(mention(Self::new_mention_id(), self.middle(40), 0))),
            }],
            before: Place::default(),
            after: Place::default(),
        }
    }

    /// Makes all mentions.
    pub fn step_of_all(&self) -> Transaction {
        let edits = self.mentions().map(|mention| Edit::Mention {
            old: None,
            new: Some(mention),
        });
        Transaction {
            edits: edits.collect(),
            ..self.step()
        }
    }

    /// Of a mention that no workload has.
    pub fn new_mention_id() -> MentionId {
        MentionId::from_u128(u128::MAX)
    }

    fn article(&self) -> Article {
        Article {
            id: ARTICLE,
            text: Rc::clone(&self.text),
            title: "Workload".into(),
            source: Source::default(),
            date: None,
            tags: Vec::new(),
            note: String::new(),
            done: false,
            added: Timestamp::default(),
        }
    }
}

fn empty() -> Project {
    Project::new(
        ProjectId::from_u128(1),
        "Bench".into(),
        Timestamp::default(),
        default_schema(),
    )
}

fn mention_id(i: usize) -> MentionId {
    MentionId::from_u128(i as u128)
}

fn mention(id: MentionId, span: Span, i: usize) -> Mention {
    Mention {
        id,
        article: ARTICLE,
        spans: Spans::one(span),
        label: [CLAIM, PERSON, PLACE][i % 3],
        attributes: SortedMap::new(),
        reference: None,
        note: String::new(),
        author: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
    }
}

/// Of 1 to 12 words, beginning at words that lie evenly apart, so that the longer ones reach over the next.
fn spans(text: &str, count: usize) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            words.push((start, start + word.len()));
        }
        start += piece.len();
    }
    let placed = (0..count).map(|i| {
        let first = i * words.len() / count;
        let last = (first + i * 7 % 12).min(words.len() - 1);
        span(words[first].0, words[last].1)
    });
    placed.collect()
}

fn span(start: usize, end: usize) -> Span {
    Span::new(ByteOffset::from_index(start), ByteOffset::from_index(end)).expect("words are not empty")
}
