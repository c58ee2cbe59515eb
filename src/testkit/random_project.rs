//! Random projects: nasty texts, labels with every kind of attribute, mentions of one or more spans.

use super::dice::{Dice, arb_dice};
use super::random_dossier;
use super::random_relations;
use crate::core::article::{Article, Source};
use crate::core::article_text::ArticleText;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::attribute_value::AttributeValue;
use crate::core::color::Color;
use crate::core::default_schema;
use crate::core::id::{ArticleId, AttributeId, LabelId, MentionId, ProjectId};
use crate::core::label::{Label, LabelKind, LineStyle};
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::project::Project;
use crate::core::schema::Schema;
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::core::timestamp::Timestamp;
use proptest::prelude::Strategy;
use std::rc::Rc;

/// What texts are made of: every width in each unit, clusters, both directions, line ends, and characters that
/// break careless writers of JSON and CSV.
const CHUNKS: [&str; 32] = [
    "a",
    " ",
    "Prices rose 4%",
    "the ",
    "the ",
    "é",
    "e\u{301}",
    "👩‍👩‍👧",
    "🇬🇹",
    "👍🏽",
    "שלום ",
    "السلام ",
    "สวัสดี",
    "東京都知事",
    "\r\n",
    "\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{85}",
    "\u{0}",
    "\"",
    "\\",
    "=1+1",
    ",",
    "<b>",
    "“Arévalo”",
    "𝒳",
    ". ",
    "said",
];

/// A project with up to four articles and some thirty mentions; its schema has no faults.
pub(crate) fn arb_project() -> impl Strategy<Value = Project> {
    arb_dice(400).prop_map(|mut dice| project(&mut dice))
}

/// One article, “Prices rose 4% in Guatemala.”, of which the default schema's Claim and Place are tagged.
pub(crate) fn small_project() -> Project {
    let mut dice = Dice::default();
    let text = "Prices rose 4% in Guatemala.";
    let article = Article {
        text: Rc::new(ArticleText::new(text.to_owned())),
        ..article(&mut dice)
    };
    let mention = |dice: &mut Dice, quote: &str, label| {
        let at = text.find(quote).expect("the quote is of the text");
        let span = Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + quote.len()));
        Rc::new(Mention {
            id: MentionId::from_u128(dice.fresh(5)),
            article: article.id,
            spans: Spans::one(span.expect("the quote is not empty")),
            label,
            attributes: SortedMap::new(),
            reference: None,
            note: String::new(),
            author: "A".to_owned(),
            created: time(dice),
            modified: time(dice),
        })
    };
    let mentions = vec![
        mention(&mut dice, "Prices rose 4%", default_schema::CLAIM),
        mention(&mut dice, "Guatemala", default_schema::PLACE),
    ];
    let id = ProjectId::from_u128(dice.fresh(1));
    let schema = default_schema::default_schema();
    let empty = Project::new(id, "Small".to_owned(), time(&mut dice), schema);
    Project::from_parts(empty, vec![Rc::new(article)], mentions)
}

/// A text of up to `n` chunks.
pub(crate) fn text(dice: &mut Dice, n: usize) -> String {
    (0..dice.below(n)).filter_map(|_| dice.pick(&CHUNKS)).copied().collect()
}

/// A text with at least one character that shows.
pub(crate) fn title(dice: &mut Dice) -> String {
    format!("T{}", text(dice, 4))
}

fn project(dice: &mut Dice) -> Project {
    let mut schema = Schema {
        guidelines: text(dice, 5),
        ..Schema::default()
    };
    for _ in 0..=dice.below(4) {
        let label = Rc::new(label(dice, &schema));
        schema.labels.push(label);
    }
    for _ in 0..dice.below(4) {
        let kind = Rc::new(random_relations::relation_type(dice, &schema));
        schema.relation_types.push(kind);
    }
    let id = ProjectId::from_u128(dice.fresh(1));
    let empty = Project::new(id, title(dice), time(dice), schema);
    let articles: Vec<_> = (0..dice.below(5)).map(|_| Rc::new(article(dice))).collect();
    let dossier = random_dossier::dossier(dice, empty.schema(), &articles);
    let empty = empty.with_dossier(dossier);
    let mut mentions = Vec::new();
    for article in &articles {
        for _ in 0..dice.below(9) {
            let made = mention(dice, article, empty.schema());
            mentions.extend(made.map(|mut mention| {
                mention.refer_to(random_dossier::reference(dice, empty.dossier()));
                Rc::new(mention)
            }));
        }
    }
    let mut project = Project::from_parts(empty, articles, mentions);
    for _ in 0..dice.below(6) {
        if let Some(edit) = random_relations::edit(dice, &project) {
            edit.apply(&mut project).expect("the generator makes edits that apply");
        }
    }
    project
}

/// A label without faults in `schema`.
pub(crate) fn label(dice: &mut Dice, schema: &Schema) -> Label {
    let id = dice.fresh(2);
    let free_key = |key: &char| schema.label_by_key(*key).is_none();
    let keys: Vec<char> = ('a'..='z').filter(free_key).collect();
    Label {
        id: LabelId::from_u128(id),
        kind: LabelKind::ALL[dice.below(2)],
        name: format!("{} {id:x}", title(dice)),
        description: text(dice, 3),
        color: Color::rgb(dice.below(256) as u8, dice.below(256) as u8, dice.below(256) as u8),
        line: LineStyle::ALL[dice.below(5)],
        key: dice.pick(&keys).copied().filter(|_| dice.one_in(2)),
        attributes: (0..dice.below(6)).map(|n| attribute(dice, n)).collect(),
    }
}

fn attribute(dice: &mut Dice, n: usize) -> Attribute {
    let choices = |dice: &mut Dice| (0..=dice.below(3)).map(|n| format!("{} {n}", title(dice))).collect();
    Attribute {
        id: AttributeId::from_u128(dice.fresh(3)),
        name: format!("{} {n}", title(dice)),
        description: text(dice, 3),
        kind: match dice.below(5) {
            0 => AttributeKind::Text,
            1 => AttributeKind::Number,
            2 => AttributeKind::YesNo,
            3 => AttributeKind::OneOf(choices(dice)),
            _ => AttributeKind::ManyOf(choices(dice)),
        },
    }
}

/// An article; its text may be empty.
pub(crate) fn article(dice: &mut Dice) -> Article {
    Article {
        id: ArticleId::from_u128(dice.fresh(4)),
        text: Rc::new(ArticleText::new(text(dice, 40))),
        title: title(dice),
        source: Source {
            outlet: text(dice, 2),
            author: text(dice, 2),
            url: text(dice, 2),
            language: text(dice, 2),
            file_name: text(dice, 2),
        },
        date: dice
            .pick(&["2021", "2021-04", "2021-04-26"])
            .and_then(|date| date.parse().ok()),
        tags: (0..dice.below(3)).map(|_| title(dice)).collect(),
        note: text(dice, 3),
        done: dice.one_in(3),
        added: time(dice),
    }
}

/// `None` where the text is empty or the schema has no label.
pub(crate) fn mention(dice: &mut Dice, article: &Article, schema: &Schema) -> Option<Mention> {
    let label = dice.pick(&schema.labels)?;
    Some(Mention {
        id: MentionId::from_u128(dice.fresh(5)),
        article: article.id,
        spans: spans(dice, article.text.as_str())?,
        label: label.id,
        attributes: values(dice, label),
        reference: None,
        note: text(dice, 3),
        author: text(dice, 2),
        created: time(dice),
        modified: time(dice),
    })
}

/// `None` where the text is empty.
pub(crate) fn spans(dice: &mut Dice, text: &str) -> Option<Spans> {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let n_chars = edges.len() - 1;
    let n_spans = if dice.one_in(4) { 3 } else { 1 };
    let mut list = Vec::new();
    for _ in 0..n_spans {
        let start = dice.below(n_chars);
        let end = (start + 1 + dice.below(12)).min(n_chars);
        list.extend(Span::new(
            ByteOffset::from_index(edges[start]),
            ByteOffset::from_index(edges[end]),
        ));
    }
    Spans::from_unsorted(list)
}

/// Values of some of the label's attributes.
pub(crate) fn values(dice: &mut Dice, label: &Label) -> SortedMap<AttributeId, AttributeValue> {
    let mut values = SortedMap::new();
    for attribute in &label.attributes {
        let value = match &attribute.kind {
            AttributeKind::Text => AttributeValue::Text(title(dice)),
            AttributeKind::Number => AttributeValue::Number(number(dice)),
            AttributeKind::YesNo => AttributeValue::YesNo(dice.one_in(2)),
            AttributeKind::OneOf(choices) => AttributeValue::OneOf(choices[dice.below(choices.len())].clone()),
            AttributeKind::ManyOf(choices) => AttributeValue::ManyOf(choices[dice.below(choices.len())..].to_vec()),
        };
        if dice.one_in(2) {
            values.insert(attribute.id, value);
        }
    }
    values
}

fn number(dice: &mut Dice) -> f64 {
    let awkward = [
        0.0,
        -0.0,
        0.1,
        1e300,
        -2.5e-300,
        f64::MAX,
        f64::MIN_POSITIVE,
        9_007_199_254_740_993.0,
        1e21,
    ];
    match dice.below(3) {
        0 => dice.below(1000) as f64,
        1 => awkward[dice.below(awkward.len())],
        _ => dice.below(usize::MAX) as f64 / 997.0,
    }
}

/// A moment near any other, so that the same one comes up again.
pub(crate) fn time(dice: &mut Dice) -> Timestamp {
    Timestamp::from_unix_ms(1_700_000_000_000 + dice.below(5000) as i64)
}
