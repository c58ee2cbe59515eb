//! Exports compared byte for byte with files that are kept, validated against the JSON Schemas that are shipped, and
//! read by other languages.
//!
//! `ATTEST_BLESS=1 cargo test --test golden` writes the kept files anew; look at the difference before you commit it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use attest::core::article::{Article, Source};
use attest::core::article_text::ArticleText;
use attest::core::attribute::{Attribute, AttributeKind};
use attest::core::attribute_value::AttributeValue;
use attest::core::claim::{CheckWorthy, Claim, ClaimKind, ClaimSource, Verdict};
use attest::core::color::Color;
use attest::core::coverage::Absence;
use attest::core::default_schema::{CLAIM, CLAIM_TYPE, PERSON, PLACE, default_schema};
use attest::core::dossier::Dossier;
use attest::core::entity::{Entity, Role};
use attest::core::formats::{claims_csv, mentions_csv, native, schema_file};
use attest::core::id::{ArticleId, AttributeId, ClaimId, EntityId, LabelId, MentionId, ProjectId};
use attest::core::label::{Label, LabelKind, LineStyle};
use attest::core::mention::Mention;
use attest::core::offset::ByteOffset;
use attest::core::project::Project;
use attest::core::reference::{Reference, Stance};
use attest::core::sorted::SortedMap;
use attest::core::span::Span;
use attest::core::spans::Spans;
use attest::core::timestamp::Timestamp;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::rc::Rc;

/// Title, text, and for each mention its label and the stretches it is on, the first occurrence of each.
type Case = (
    &'static str,
    &'static str,
    &'static [(LabelId, &'static [&'static str])],
);

const EVERYTHING: LabelId = LabelId::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001);

const CASES: [Case; 9] = [
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

fn project() -> Project {
    let mut schema = default_schema();
    schema.guidelines = "Tag what is said.\nNot what is meant.".to_owned();
    schema.labels.push(Rc::new(everything()));
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
    let empty = empty.with_dossier(dossier(articles[1].id, at));
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn compare(name: &str, written: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("ATTEST_BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    for (n, (written, kept)) in written.split('\n').zip(kept.split('\n')).enumerate() {
        assert_eq!(written, kept, "{name}, line {}", n + 1);
    }
    assert!(written == kept, "{name}: one is longer than the other");
}

#[test]
fn exports_are_those_that_are_kept() {
    compare("nasty.attest.json", &native::write(&project(), None));
    compare("nasty.mentions.csv", &mentions_csv::write(&project(), None));
    compare("nasty.claims.csv", &claims_csv::write(&project(), None));
    compare("nasty.labels.json", &schema_file::write(project().schema()));
}

#[test]
fn what_is_kept_reads_back_and_writes_the_same() {
    let kept = std::fs::read_to_string(root().join("tests/golden/nasty.attest.json")).unwrap();
    let file = native::read("nasty.attest.json", &kept).unwrap();
    assert_eq!(
        (&file.problems, &file.moved, &file.unplaced),
        (&vec![], &vec![], &vec![])
    );
    assert_eq!(file.project, project());
    assert!(native::write(&file.project, None) == kept);
    let outside = |ch: char| matches!(ch, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{feff}' | '\r');
    assert!(!kept.contains(outside), "every reader sees the same lines");
    assert!(kept.ends_with("}\n"));
}

#[test]
fn the_examples_of_the_documentation_are_canonical() {
    let text = std::fs::read_to_string(root().join("docs/FORMATS.md")).unwrap();
    let examples: Vec<&str> = text
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    let [project, schema] = examples[..] else {
        panic!("{} examples", examples.len());
    };
    let file = native::read("FORMATS.md", project).unwrap();
    assert_eq!(
        (&file.problems, &file.moved, &file.unplaced),
        (&vec![], &vec![], &vec![])
    );
    assert_eq!(native::write(&file.project, None), project);
    let (labels, problems) = schema_file::read("FORMATS.md", schema).unwrap();
    assert_eq!(problems, []);
    assert_eq!(schema_file::write(&labels), schema);
}

/// Files that were written before there were entities and claims.
#[test]
fn version_1_reads_as_the_same_project_without_them() {
    let kept = std::fs::read_to_string(root().join("tests/golden/nasty_version_1.attest.json")).unwrap();
    let file = native::read("old.attest.json", &kept).unwrap();
    assert_eq!(
        (&file.problems, &file.moved, &file.unplaced),
        (&vec![], &vec![], &vec![])
    );
    let now = project();
    let empty = Project::new(now.id(), now.name().to_owned(), now.created(), now.schema().clone());
    let bare = |mention: &Rc<Mention>| Mention {
        reference: None,
        ..Mention::clone(mention)
    };
    let mentions = now.all_mentions().map(|mention| Rc::new(bare(mention))).collect();
    let without = Project::from_parts(empty, now.articles().to_vec(), mentions);
    assert_eq!(file.project, without);
}

fn validator(file: &str) -> jsonschema::Validator {
    let read = |file: &str| -> Value {
        let text = std::fs::read_to_string(root().join("static/schema").join(file)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let registry = jsonschema::Registry::new()
        .add(
            "json-schema:///attest-project-2.schema.json",
            read("attest-project-2.schema.json"),
        )
        .and_then(|registry| registry.prepare())
        .unwrap();
    jsonschema::draft202012::options()
        .with_registry(&registry)
        .with_base_uri(format!("json-schema:///{file}"))
        .build(&read(file))
        .unwrap()
}

fn assert_valid(validator: &jsonschema::Validator, json: &str) {
    let value: Value = serde_json::from_str(json).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn exports_are_valid_by_the_json_schema() {
    let validator = validator("attest-project-2.schema.json");
    let project = project();
    assert_valid(&validator, &native::write(&project, None));
    assert_valid(&validator, &native::write(&project, Some(&[project.articles()[3].id])));
    assert_valid(&validator, &native::write(&project, Some(&[])));
    let bare = Project::new(project.id(), "Bare".to_owned(), project.created(), Default::default());
    assert_valid(&validator, &native::write(&bare, None));
}

/// A schema that takes everything would pass the test above.
#[test]
fn the_json_schema_refuses_what_is_wrong() {
    let validator = validator("attest-project-2.schema.json");
    let valid: Value = serde_json::from_str(&native::write(&project(), None)).unwrap();
    let mention = "/articles/0/mentions/0";
    let wrong = [
        ("/format", json!("attest-schema")),
        ("/version", json!(1)),
        ("/entities/0/identity", Value::Null),
        ("/entities/0/roles/0/from", json!("yesterday")),
        ("/entities/0/aliases", json!(["a", "a"])),
        ("/claims/0/verdict", json!("true")),
        ("/claims/0/sources/0/url", json!("")),
        ("/articles/0/mentions/0/refersTo/stance", json!("agrees")),
        (
            "/articles/0/mentions/0/refersTo/entity",
            json!({"id": "7", "name": "x"}),
        ),
        ("/project/id", json!("7")),
        ("/project/created", json!("2025-10-09")),
        ("/schema/labels/0/color", json!("red")),
        ("/schema/labels/0/kind", json!("relation")),
        ("/schema/labels/0/attributes/0/choices", json!([])),
        ("/schema/labels/8/attributes/0/kind", json!("oneOf")),
        ("/articles/0/digest", json!("sha256:00")),
        ("/articles/0/date", json!("9.10.2025")),
        ("/articles/0/lengths/bytes", json!(-1)),
        ("/articles/0/text", Value::Null),
        (&format!("{mention}/spans"), json!([])),
        (&format!("{mention}/spans/0/exact"), json!("")),
        (&format!("{mention}/spans/0/bytes/start"), json!(1.5)),
        (&format!("{mention}/spans/0/prefix"), json!("x".repeat(33))),
        (&format!("{mention}/label/id"), json!("CLAIM")),
        (&format!("{mention}/modified"), json!(0)),
        ("/articles/0/mentions/4/attributes/0/value", json!({})),
    ];
    for (path, value) in wrong {
        let mut file = valid.clone();
        *file.pointer_mut(path).expect(path) = value;
        assert!(!validator.is_valid(&file), "{path} is taken");
    }
    for path in [
        "",
        "/project",
        "/schema/labels/0",
        "/entities/0",
        "/entities/0/roles/0",
        "/claims/0",
        "/claims/0/sources/0",
        "/claims/0/absentFrom/0",
        "/articles/0",
        mention,
        &format!("{mention}/refersTo"),
        &format!("{mention}/spans/0"),
    ] {
        let fields = || valid.pointer(path).unwrap().as_object().unwrap().clone();
        for key in fields().keys() {
            let mut file = valid.clone();
            file.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(key);
            assert!(!validator.is_valid(&file), "{path} without {key} is taken");
        }
        let mut file = valid.clone();
        file.pointer_mut(path).unwrap()["mood"] = json!(1);
        assert!(!validator.is_valid(&file), "{path} with another field is taken");
    }
}

#[test]
fn schema_files_are_valid_by_theirs() {
    let validator = validator("attest-schema-1.schema.json");
    let json = schema_file::write(project().schema());
    assert_valid(&validator, &json);
    assert!(!validator.is_valid(&serde_json::from_str(&json.replace("\"wavy\"", "\"curly\"")).unwrap()));
}

/// `None`, and said on the screen, where the program is not there; in CI it must be.
fn run(program: &str, script: &str, files: &[&Path]) -> Option<Output> {
    let script = root().join("tests/golden").join(script);
    match Command::new(program).arg(script).args(files).output() {
        Ok(output) => Some(output),
        Err(error) => {
            // Past the test harness, which shows what passes tests print to nobody.
            let _ = writeln!(
                std::io::stderr(),
                "NOT CHECKED: offsets by {program}, which does not start: {error}"
            );
            assert!(std::env::var_os("CI").is_none(), "{program} is needed in CI");
            None
        }
    }
}

/// Runs the script on kept files, the first of them a project, and on a project with a wrong offset in one unit, which
/// it must notice.
fn check_by(program: &str, script: &str, files: &[&str]) {
    let files: Vec<PathBuf> = files
        .iter()
        .map(|file| root().join("tests/golden").join(file))
        .collect();
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let Some(output) = run(program, script, &paths) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let n_spans: usize = CASES
        .iter()
        .flat_map(|case| case.2)
        .map(|(_, quotes)| quotes.len())
        .sum();
    assert!(
        said.contains(&format!("{} slices", 3 * n_spans)) && said.contains(", 0 differ"),
        "{said}"
    );

    let project = std::fs::read_to_string(&files[0]).unwrap();
    let spoiled = std::env::temp_dir().join(format!("attest-golden-{}-{program}.json", std::process::id()));
    // A Thai character has three bytes, so this is one whole character less in each unit.
    for (unit, character) in [("codePoints", 1), ("utf16", 1), ("bytes", 3)] {
        let mut value: Value = serde_json::from_str(&project).unwrap();
        let end = &mut value["articles"][4]["mentions"][0]["spans"][0][unit]["end"];
        *end = json!(end.as_u64().unwrap() - character);
        std::fs::write(&spoiled, value.to_string()).unwrap();
        let output = run(program, script, &[&spoiled]).unwrap();
        std::fs::remove_file(&spoiled).unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            !output.status.success() && said.contains(&format!(" in {unit}: ")),
            "{said}"
        );
    }
}

#[test]
fn python_slices_the_quotes() {
    check_by(
        "python3",
        "check_offsets.py",
        &["nasty.attest.json", "nasty.mentions.csv"],
    );
}

#[test]
fn javascript_slices_the_quotes() {
    check_by("node", "check_offsets.mjs", &["nasty.attest.json"]);
}
