//! A project of everything that breaks careless writers and readers: scripts, line ends, formulas, each kind of answer,
//! entities, claims and relations with and without each of their parts.

use attest::core::article::{Article, Source};
use attest::core::article_text::ArticleText;
use attest::core::attribute::{Attribute, AttributeKind};
use attest::core::attribute_value::AttributeValue;
use attest::core::claim::{CheckWorthy, Claim, ClaimKind, ClaimSource, Verdict};
use attest::core::color::Color;
use attest::core::coverage::Absence;
use attest::core::default_relation_types::{CONTRADICTS, PART_OF, SUPPORTS};
use attest::core::default_schema::{CLAIM, CLAIM_TYPE, PERSON, PLACE, default_schema};
use attest::core::distinction::{Distinction, PassageAddress};
use attest::core::dossier::Dossier;
use attest::core::entity::{Entity, Role};
use attest::core::id::{
    ArticleId, AttributeId, ClaimId, EntityId, LabelId, MentionId, ProjectId, RelationId, RelationTypeId,
};
use attest::core::label::{Label, LabelKind, LineStyle};
use attest::core::mention::Mention;
use attest::core::offset::ByteOffset;
use attest::core::project::Project;
use attest::core::reference::{Reference, Stance};
use attest::core::relation::{End, Relation};
use attest::core::relation_type::{EndRule, MentionRule, RelationType};
use attest::core::sorted::SortedMap;
use attest::core::span::Span;
use attest::core::spans::Spans;
use attest::core::timestamp::Timestamp;
use std::rc::Rc;

/// Title, text, and for each mention its label and the stretches it is on, the first occurrence of each.
pub type Case = (
    &'static str,
    &'static str,
    &'static [(LabelId, &'static [&'static str])],
);

const EVERYTHING: LabelId = LabelId::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001);

pub const CASES: [Case; 9] = [
    (
        "Emoji families, flags, skin tones",
        "The 👩‍👩‍👧 went to 🇬🇹🇭🇳 and waved 👍🏽 twice 👍🏽. 𝒳 = 5%.",
        &[
            (PERSON, &["👩‍👩‍👧"]),
            (PLACE, &["🇬🇹"]),
            (PLACE, &["🇭🇳"]),
            (CLAIM, &["waved 👍🏽 twice"]),
            (EVERYTHING, &["𝒳 = 5%"]),
            (PERSON, &["👩‍👩‍👧", "👍🏽"]),
        ],
    ),
    (
        "Combining marks, both forms",
        "Are\u{301}valo met Arévalo; Vie\u{302}\u{323}t Nam and Việt Nam; 각 and \u{1100}\u{1161}\u{11a8}.",
        &[
            (PERSON, &["Are\u{301}valo"]),
            (PERSON, &["Arévalo"]),
            (PLACE, &["Vie\u{302}\u{323}t Nam"]),
            (PLACE, &["Việt Nam"]),
            (EVERYTHING, &["\u{1100}\u{1161}\u{11a8}"]),
        ],
    ),
    (
        "Arabic with English between",
        "قال الرئيس إن الأسعار ارتفعت 4% في غواتيمالا (Guatemala) أمس.",
        &[
            (CLAIM, &["الأسعار ارتفعت 4%"]),
            (PLACE, &["غواتيمالا"]),
            (PLACE, &["(Guatemala) أمس"]),
        ],
    ),
    (
        "Hebrew with points",
        "הַנָּשִׂיא אמר: ״המחירים עלו ב־4%״.\u{200f}",
        &[(PERSON, &["הַנָּשִׂיא"]), (CLAIM, &["המחירים עלו ב־4%"])],
    ),
    (
        "Thai, without spaces",
        "ประธานาธิบดีกล่าวว่าราคาสินค้าเพิ่มขึ้นร้อยละ ๔ ที่กรุงเทพฯ",
        &[
            (PERSON, &["ประธานาธิบดี"]),
            (CLAIM, &["ราคาสินค้าเพิ่มขึ้นร้อยละ ๔"]),
            (PLACE, &["กรุงเทพฯ"]),
        ],
    ),
    (
        "Chinese and Japanese, with a character beyond the basic plane",
        "東京都知事は「物価が4％上がった」と述べた。𠮷野家在北京。",
        &[
            (PERSON, &["東京都知事"]),
            (CLAIM, &["物価が4％上がった"]),
            (EVERYTHING, &["𠮷野家"]),
            (PLACE, &["北京"]),
        ],
    ),
    (
        "CR LF, CR, tab, NBSP",
        "First line.\r\nPrices\u{a0}rose\r\nagain.\rOld Mac line.\n\tTabbed\u{a0}– “end”.\r\n",
        &[
            (CLAIM, &["Prices\u{a0}rose\r\nagain"]),
            (EVERYTHING, &["\n"]),
            (EVERYTHING, &["\tTabbed\u{a0}–"]),
        ],
    ),
    (
        "U+2028, U+2029, U+0085, U+FEFF, NUL",
        "\u{feff}one\u{2028}two\u{2029}three\u{85}four\u{feff}five\u{0}six\u{1f}\"seven\\\u{7f}.",
        &[
            (CLAIM, &["one\u{2028}two\u{2029}three"]),
            (EVERYTHING, &["\u{85}four\u{feff}"]),
            (EVERYTHING, &["five\u{0}six\u{1f}\"seven\\\u{7f}"]),
            (EVERYTHING, &["\u{feff}"]),
        ],
    ),
    (
        "=Formulas, overlap, nesting, the same span twice",
        "=SUM(A1), said the president of Guatemala, Bernardo Arévalo, “-5 and +3, not @7”.",
        &[
            (CLAIM, &["=SUM(A1)"]),
            (CLAIM, &["-5 and +3, not @7"]),
            (CLAIM, &["+3, not @7”."]),
            (PERSON, &["president of Guatemala, Bernardo Arévalo"]),
            (PLACE, &["Guatemala"]),
            (EVERYTHING, &["Guatemala"]),
            (PERSON, &["president", "Bernardo", "Arévalo"]),
        ],
    ),
];

/// The project; the files that are kept hold it.
pub fn project() -> Project {
    let mut schema = default_schema();
    schema.guidelines = "Tag what is said.\nNot what is meant.".to_owned();
    schema.labels.push(Rc::new(everything()));
    schema.relation_types.push(Rc::new(hedged()));
    let at = |n: usize| Timestamp::from_unix_ms(1_760_000_000_000 + 61_001 * n as i64);
    let mut mentions = Vec::new();
    let mut articles = Vec::new();
    for (a, (title, text, tagged)) in CASES.into_iter().enumerate() {
        let id = ArticleId::from_u128(0x0199_0000_0000_7000_8000_0000_0001_0000 + a as u128);
        articles.push(Rc::new(article(id, title, text, at(a))));
        for (m, (label, quotes)) in tagged.iter().enumerate() {
            let number = 100 * a + m;
            let mut mention = Mention {
                id: MentionId::from_u128(0x0199_0000_0000_7000_8000_0000_0002_0000 + number as u128),
                article: id,
                spans: spans(text, quotes),
                label: *label,
                attributes: values(*label, number),
                reference: None,
                note: if m == 0 {
                    "=1+1 is “a note”,\nwith two lines".to_owned()
                } else {
                    String::new()
                },
                author: "Áine".to_owned(),
                created: at(number),
                modified: at(number + 1),
            };
            mention.refer_to(reference(*label, number));
            mentions.push(Rc::new(mention));
        }
    }
    let id = ProjectId::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000);
    let empty = Project::new(id, "Nasty \"texts\" \u{2028}".to_owned(), at(0), schema);
    let dossier = dossier(articles[1].id, at).with_relations(relations(&mentions, at));
    let empty = empty.with_dossier(dossier.with_distinctions(vec![distinction(&mentions, at(6))]));
    let project = Project::from_parts(empty, articles, mentions);
    project.check_invariants();
    project
}

const ENTITY: EntityId = EntityId::from_u128(0x0199_0000_0000_7000_8000_0000_0004_0000);
const CLAIMED: ClaimId = ClaimId::from_u128(0x0199_0000_0000_7000_8000_0000_0005_0000);

fn dossier(absent_from: ArticleId, at: impl Fn(usize) -> Timestamp) -> Dossier {
    let entity = Entity {
        id: ENTITY,
        name: "Bernardo Arévalo \"=Tío\"".to_owned(),
        label: Some(PERSON),
        aliases: vec!["Are\u{301}valo".to_owned(), "阿雷瓦洛".to_owned()],
        identity: "http://www.wikidata.org/entity/Q56281683".to_owned(),
        roles: vec![
            Role {
                title: "President\u{2028}of Guatemala".to_owned(),
                from: "2024-01-15".parse().ok(),
                to: None,
            },
            Role {
                title: "Member of Congress".to_owned(),
                from: "2020".parse().ok(),
                to: "2024-01".parse().ok(),
            },
        ],
        note: "=1+1".to_owned(),
        created: at(1),
        modified: at(2),
    };
    let claim = Claim {
        id: CLAIMED,
        text: "Prices rose by 4\u{a0}%.".to_owned(),
        kind: Some(ClaimKind::Quantity),
        check_worthy: Some(CheckWorthy::Unsure),
        verdict: Some(Verdict::NotEnough),
        sources: vec![ClaimSource {
            url: "https://example.org/?a=1&b=“2”".to_owned(),
            note: "Table 3,\nline 1".to_owned(),
        }],
        note: String::new(),
        created: at(3),
        modified: at(4),
    };
    let bare_entity = Entity {
        id: EntityId::from_u128(ENTITY.as_u128() + 1),
        label: None,
        aliases: Vec::new(),
        identity: String::new(),
        roles: Vec::new(),
        ..entity.clone()
    };
    let bare_claim = Claim {
        id: ClaimId::from_u128(CLAIMED.as_u128() + 1),
        kind: None,
        check_worthy: None,
        verdict: None,
        sources: Vec::new(),
        ..claim.clone()
    };
    let absence = Absence {
        claim: CLAIMED,
        article: absent_from,
        author: "Áine".to_owned(),
        checked: at(5),
    };
    Dossier::from_parts(vec![entity, bare_entity], vec![claim, bare_claim], vec![absence])
}

/// Between each kind of ends, in one article and across.
fn relations(mentions: &[Rc<Mention>], at: impl Fn(usize) -> Timestamp) -> Vec<Relation> {
    let mention = |n: usize| End::Mention(mentions[n].id);
    let claim = |n: u128| End::Claim(ClaimId::from_u128(CLAIMED.as_u128() + n));
    let entity = |n: u128| End::Entity(EntityId::from_u128(ENTITY.as_u128() + n));
    let joined = [
        (SUPPORTS, mention(3), claim(0), "=1+1"),
        (CONTRADICTS, mention(3), mention(11), ""),
        (PART_OF, entity(0), entity(1), "“so”,\nit says\u{2028}"),
        (SUPPORTS, claim(0), claim(1), ""),
        (hedged().id, mention(0), entity(0), ""),
    ];
    let relation = |(n, (kind, from, to, note)): (usize, (RelationTypeId, End, End, &str))| Relation {
        id: RelationId::from_u128(0x0199_0000_0000_7000_8000_0000_0006_0000 + n as u128),
        kind,
        from,
        to,
        note: note.to_owned(),
        author: "Áine".to_owned(),
        created: at(n),
        modified: at(n + 1),
    };
    joined.into_iter().enumerate().map(relation).collect()
}

fn distinction(mentions: &[Rc<Mention>], at: Timestamp) -> Distinction {
    let passage = |mention: &Mention| PassageAddress {
        article: mention.article,
        span: mention.spans.hull(),
    };
    Distinction::new(passage(&mentions[3]), passage(&mentions[11]), "Áine".to_owned(), at).unwrap()
}

/// A type whose ends take each kind of mentions.
fn hedged() -> RelationType {
    let rule = |mentions| EndRule {
        mentions,
        claims: false,
        entities: true,
    };
    RelationType {
        id: RelationTypeId::from_u128(0x0199_0000_0000_7000_8000_0000_0007_0000),
        name: "=hints at".to_owned(),
        inverse: Some("is “hinted” at by".to_owned()),
        description: "With a rule of each kind.".to_owned(),
        from: rule(MentionRule::Of([EVERYTHING, PERSON].into_iter().collect())),
        to: rule(MentionRule::None),
    }
}

/// Of claims and persons, with each stance and with parts missing.
fn reference(label: LabelId, number: usize) -> Reference {
    let stance = Stance::ALL.get(number % 7).copied();
    match label {
        CLAIM => Reference {
            entity: None,
            claim: number.is_multiple_of(2).then_some(CLAIMED),
            stance,
            speaker: stance.map(|_| ENTITY),
        },
        PERSON => Reference {
            entity: Some(ENTITY),
            ..Reference::default()
        },
        _ => Reference::default(),
    }
}

fn everything() -> Label {
    let choices = || vec!["high".to_owned(), "=low".to_owned(), "n/a".to_owned()];
    let kinds = [
        ("Comment", AttributeKind::Text),
        ("Amount", AttributeKind::Number),
        ("Sure", AttributeKind::YesNo),
        ("Level", AttributeKind::OneOf(choices())),
        ("Levels", AttributeKind::ManyOf(choices())),
    ];
    let attributes = kinds.into_iter().enumerate().map(|(n, (name, kind))| Attribute {
        id: AttributeId::from_u128(0x0199_0000_0000_7000_8000_0000_0003_0000 + n as u128),
        name: name.to_owned(),
        description: String::new(),
        kind,
    });
    Label {
        id: EVERYTHING,
        kind: LabelKind::Entity,
        name: "Everything".to_owned(),
        description: "With an attribute of each kind.".to_owned(),
        color: Color::rgb(0x5b, 0x7d, 0x3b),
        line: LineStyle::Dotted,
        key: None,
        attributes: attributes.collect(),
    }
}

fn article(id: ArticleId, title: &str, text: &str, added: Timestamp) -> Article {
    Article {
        id,
        text: Rc::new(ArticleText::new(text.to_owned())),
        title: title.to_owned(),
        source: Source {
            outlet: "@outlet".to_owned(),
            author: "A, B".to_owned(),
            url: "https://example.org/?a=1&b=2".to_owned(),
            language: "en".to_owned(),
            file_name: "article.txt".to_owned(),
        },
        date: "2025-10".parse().ok(),
        tags: vec!["economy".to_owned(), "prices, food".to_owned()],
        note: String::new(),
        done: title.starts_with('='),
        added,
    }
}

fn spans(text: &str, quotes: &[&str]) -> Spans {
    let span = |quote: &&str| {
        let start = text.find(quote).expect("the quote is of the text");
        Span::new(
            ByteOffset::from_index(start),
            ByteOffset::from_index(start + quote.len()),
        )
        .unwrap()
    };
    Spans::from_unsorted(quotes.iter().map(span).collect()).unwrap()
}

fn values(label: LabelId, number: usize) -> SortedMap<AttributeId, AttributeValue> {
    if label == CLAIM {
        return SortedMap::from_iter([(CLAIM_TYPE, AttributeValue::OneOf("quantity".to_owned()))]);
    }
    if label != EVERYTHING {
        return SortedMap::new();
    }
    let values = [
        AttributeValue::Text("-said \"so\"".to_owned()),
        AttributeValue::Number(-0.1 * number as f64),
        AttributeValue::YesNo(number.is_multiple_of(2)),
        AttributeValue::OneOf("=low".to_owned()),
        AttributeValue::ManyOf(vec!["=low".to_owned(), "n/a".to_owned()]),
    ];
    let ids = everything().attributes.into_iter().map(|attribute| attribute.id);
    ids.zip(values).collect()
}
