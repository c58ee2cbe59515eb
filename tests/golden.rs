//! Exports compared byte for byte with files that are kept, validated against the JSON Schemas that are shipped, and
//! read by other languages.
//!
//! `ATTEST_BLESS=1 cargo test --test golden` writes the kept files anew; look at the difference before you commit it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "golden/nasty_project.rs"]
mod nasty_project;

use attest::core::dossier::Dossier;
use attest::core::formats::{claims_csv, mentions_csv, native, relations_csv, schema_file};
use attest::core::mention::Mention;
use attest::core::project::Project;
use attest::core::schema::Schema;
use nasty_project::{CASES, project};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::rc::Rc;

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
    compare("nasty.relations.csv", &relations_csv::write(&project(), None));
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

fn read_older(name: &str) -> Project {
    let kept = std::fs::read_to_string(root().join("tests/golden").join(name)).unwrap();
    let file = native::read("old.attest.json", &kept).unwrap();
    assert_eq!(
        (&file.problems, &file.moved, &file.unplaced),
        (&vec![], &vec![], &vec![])
    );
    file.project
}

/// The project of today with this much of its dossier, and without types of relations.
fn with_less(dossier: Dossier, mentions: impl Fn(&Mention) -> Mention) -> Project {
    let now = project();
    let schema = Schema {
        relation_types: Vec::new(),
        ..now.schema().clone()
    };
    let empty = Project::new(now.id(), now.name().to_owned(), now.created(), schema).with_dossier(dossier);
    let mentions = now.all_mentions().map(|mention| Rc::new(mentions(mention))).collect();
    Project::from_parts(empty, now.articles().to_vec(), mentions)
}

/// Files that were written before there were entities and claims.
#[test]
fn version_1_reads_as_the_same_project_without_them() {
    let bare = |mention: &Mention| Mention {
        reference: None,
        ..mention.clone()
    };
    let without = with_less(Dossier::default(), bare);
    assert_eq!(read_older("nasty_version_1.attest.json"), without);
}

/// Files that were written before there were relations.
#[test]
fn version_2_reads_as_the_same_project_without_them() {
    let now = project();
    let dossier = Dossier::from_parts(
        now.dossier().entities().map(|it| (**it).clone()).collect(),
        now.dossier().claims().map(|it| (**it).clone()).collect(),
        now.dossier().absences().map(|it| (**it).clone()).collect(),
    );
    let without = with_less(dossier, Mention::clone);
    assert_eq!(read_older("nasty_version_2.attest.json"), without);
}

fn validator(file: &str) -> jsonschema::Validator {
    let read = |file: &str| -> Value {
        let text = std::fs::read_to_string(root().join("static/schema").join(file)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let registry = jsonschema::Registry::new()
        .add(
            "json-schema:///attest-project-3.schema.json",
            read("attest-project-3.schema.json"),
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
    let validator = validator("attest-project-3.schema.json");
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
    let validator = validator("attest-project-3.schema.json");
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
        ("/schema/relationTypes/0/inverse", json!("")),
        ("/schema/relationTypes/0/from/mentions", json!("some")),
        ("/schema/relationTypes/0/to/labels/0/id", json!("7")),
        ("/relations/0/type/id", json!("supports")),
        ("/relations/0/from/kind", json!("article")),
        ("/relations/0/to/text", json!(7)),
        ("/distinctions/0/passages", json!([])),
        ("/distinctions/0/passages/0/span/exact", json!("")),
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
        "/schema/relationTypes/0",
        "/schema/relationTypes/0/from",
        "/relations/0",
        "/relations/0/from",
        "/distinctions/0",
        "/distinctions/0/passages/0",
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
    let validator = validator("attest-schema-2.schema.json");
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
