//! What an older Attest stored is read as it was meant.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use attest::core::formats::native;
use attest::core::problem::Severity;
use attest::core::project::Project;
use attest::core::stored::{Records, read_older};
use serde_json::Value;

fn kept(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn project() -> Project {
    native::read("old.attest.json", &kept("nasty_version_1.attest.json"))
        .unwrap()
        .project
}

/// A project as Attest stored it when head and journal were JSON, and mentions first JSON and then columns. The journal
/// ends with the project of `nasty_version_1.attest.json`.
fn stored_as_json() -> Records {
    let kept: Value = serde_json::from_str(&kept("stored_as_json.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let bytes = |value: &Value| match value {
        Value::Array(bytes) => bytes.iter().map(|byte| byte.as_u64().unwrap() as u8).collect(),
        text => text.as_str().unwrap().as_bytes().to_vec(),
    };
    let of = |name: &str| kept[name].as_object().unwrap().clone().into_iter();
    let journal = kept["journal"].as_array().unwrap().iter();
    Records {
        head: bytes(&kept["head"]),
        mentions: of("mentions").map(|(id, record)| (id, bytes(&record))).collect(),
        texts: of("texts").map(|(digest, it)| (digest, text(&it))).collect(),
        journal: journal
            .map(|entry| (entry[0].as_u64().unwrap(), bytes(&entry[1])))
            .collect(),
    }
}

#[test]
fn what_was_stored_as_json_is_read() {
    let records = stored_as_json();
    assert!(records.are_older());
    let (mut read, history, problems) = read_older(records).unwrap();
    assert_eq!(problems, []);
    assert_eq!(read, project());
    let titles: Vec<&str> = history.done().map(|step| step.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "rename the project",
            "change Everything",
            "tag 40 places",
            "tag “Guatemala” as Everything",
            "note",
            "delete 40 mentions",
            "change details",
        ]
    );
    for step in history.done().rev() {
        step.revert(&mut read).unwrap();
    }
    assert_eq!(read.name(), "Before");

    // In the form of today it is the same, and no longer an older one.
    let renewed = Records::of(&project(), &history);
    assert!(!renewed.are_older());
    assert_eq!(renewed.clone().read().unwrap(), (project(), history, vec![]));
    assert_eq!(read_older(renewed.clone()).unwrap(), renewed.read().unwrap());
}

#[test]
fn damage_to_what_was_stored_as_json_is_told() {
    let kept = stored_as_json();
    let mut newer = kept.clone();
    newer.head = String::from_utf8(newer.head)
        .unwrap()
        .replacen("\"v\":1", "\"v\":7", 1)
        .into_bytes();
    assert!(read_older(newer).unwrap_err().reason.contains("format 7"));
    for len in [1, 2, 100, kept.head.len() - 1] {
        let mut broken = kept.clone();
        broken.head.truncate(len);
        assert_eq!(read_older(broken).unwrap_err().severity, Severity::Refused);
    }
    let mut broken = kept.clone();
    let last = broken.journal.len() - 1;
    broken.journal[last].1.truncate(20);
    let (_, history, problems) = read_older(broken).unwrap();
    assert_eq!((history.done().count(), problems.len()), (6, 1));
    let mut broken = kept.clone();
    for (_, record) in &mut broken.mentions {
        record.truncate(record.len() / 2);
    }
    let (read, _, problems) = read_older(broken).unwrap();
    read.check_invariants();
    assert!(problems.len() > kept.mentions.len(), "{problems:?}");
    // The page's own reader does not know this form, and does not take it for another.
    assert!(kept.read().unwrap_err().reason.contains("another version"));
}
