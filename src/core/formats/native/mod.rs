//! The native format: everything of a project, or of chosen articles, in one JSON file. Format name
//! `attest-project`, version 3. Version 1 had neither entities nor claims, version 2 no relations and distinctions.
//!
//! Two exports of the same project are equal byte for byte: fixed order, fixed spacing, no time of export. Reading
//! and writing again gives the same bytes.

mod read;
mod read_article;
mod read_dossier;
mod read_mention;
mod read_relations;
mod read_span;
mod write;
mod write_dossier;
mod write_relations;

pub use read::read;
pub use write::write;

use crate::core::problem::Problem;
use crate::core::project::Project;
use crate::core::reanchored::{Moved, Unplaced, problems_of_places};

/// The format's name, in the file's field `format`.
pub const FORMAT: &str = "attest-project";

/// The version that is written, and the newest that can be read.
pub const VERSION: u32 = 3;

/// What was read from a file.
#[derive(Clone, PartialEq, Debug)]
pub struct NativeFile {
    /// Whole in itself: every mention fits its article's text and has a label of the schema.
    pub project: Project,
    /// What was mended or left out, with its JSON path and line.
    pub problems: Vec<Problem>,
    /// Mentions whose quote did not stand at their offsets, and where it was found.
    pub moved: Vec<Moved>,
    /// Mentions whose quote was not found; they are not in `project`.
    pub unplaced: Vec<Unplaced>,
}

/// Everything that the person should know of the reading: problems, what moved and what found no place.
pub fn problems_of(file: &NativeFile, file_name: &str) -> Vec<Problem> {
    let places = problems_of_places(&file.moved, &file.unplaced, file_name);
    file.problems.iter().cloned().chain(places).collect()
}

/// Whether a text is likely such a file; cheap, for choosing a reader.
pub fn looks_like_native(text: &str) -> bool {
    super::looks_like(text, FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::How;
    use crate::core::problem::Severity;
    use crate::testkit::dice::{Dice, arb_dice};
    use crate::testkit::random_project::{arb_project, small_project};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    proptest! {
        #[test]
        fn what_is_written_reads_back(project in arb_project()) {
            let text = write(&project, None);
            prop_assert!(looks_like_native(&text));
            let file = read("p.json", &text).unwrap();
            file.project.check_invariants();
            prop_assert_eq!((&file.problems, &file.moved, &file.unplaced), (&vec![], &vec![], &vec![]));
            prop_assert_eq!(&file.project, &project);
            prop_assert_eq!(write(&file.project, None), text);
        }

        /// Slicing by each unit gives the quote, and any tool's spacing and order of fields reads the same.
        #[test]
        fn offsets_slice_to_the_quote(project in arb_project()) {
            let text = write(&project, None);
            let value: Value = serde_json::from_str(&text).unwrap();
            for article in value["articles"].as_array().unwrap() {
                let body = article["text"].as_str().unwrap();
                let (utf16, chars): (Vec<u16>, Vec<char>) = (body.encode_utf16().collect(), body.chars().collect());
                for span in article["mentions"].as_array().unwrap().iter().flat_map(|m| m["spans"].as_array().unwrap()) {
                    let range = |unit: &str| {
                        let at = |end: &str| span[unit][end].as_u64().unwrap() as usize;
                        at("start")..at("end")
                    };
                    let exact = span["exact"].as_str().unwrap();
                    prop_assert_eq!(&body[range("bytes")], exact);
                    prop_assert_eq!(String::from_utf16(&utf16[range("utf16")]).unwrap(), exact);
                    prop_assert_eq!(chars[range("codePoints")].iter().collect::<String>(), exact);
                    prop_assert!(body[..range("bytes").start].ends_with(span["prefix"].as_str().unwrap()));
                    prop_assert!(body[range("bytes").end..].starts_with(span["suffix"].as_str().unwrap()));
                }
            }
            let compact = read("p.json", &value.to_string()).unwrap();
            // `Value` may be off in a number's last digit, so numbers are left aside here.
            let places = |project: &Project| project.all_mentions().map(|m| (m.id, m.spans.clone())).collect::<Vec<_>>();
            prop_assert_eq!(places(&compact.project), places(&project));
        }

        /// Whatever is changed in the file, reading it gives a whole project, and one that writes and reads back.
        #[test]
        fn anything_is_read_or_refused(project in arb_project(), mut dice in arb_dice(60)) {
            let mut value: Value = serde_json::from_str(&write(&project, None)).unwrap();
            for _ in 0..=dice.below(6) {
                spoil(&mut value, &mut dice);
            }
            if let Ok(file) = read("p.json", &value.to_string()) {
                file.project.check_invariants();
                for label in &file.project.schema().labels {
                    prop_assert_eq!(file.project.schema().faults(label), Vec::<String>::new());
                }
                for kind in &file.project.schema().relation_types {
                    prop_assert_eq!(file.project.schema().relation_faults(kind), Vec::<String>::new());
                }
                let again = read("p.json", &write(&file.project, None)).unwrap();
                prop_assert_eq!((again.problems, again.moved, again.unplaced), (vec![], vec![], vec![]));
                prop_assert_eq!(again.project, file.project);
            }
        }

        #[test]
        fn a_cut_file_is_refused(project in arb_project(), cut in any::<prop::sample::Index>()) {
            let text = write(&project, None);
            let chars: Vec<char> = text.trim_end().chars().collect();
            let cut: String = chars[..cut.index(chars.len())].iter().collect();
            let problem = read("p.json", &cut).unwrap_err();
            prop_assert_eq!(problem.severity, Severity::Refused);
        }
    }

    /// Replaces, takes out, doubles or moves something, anywhere.
    fn spoil(value: &mut Value, dice: &mut Dice) {
        let n_children = match value {
            Value::Array(items) => items.len(),
            Value::Object(fields) => fields.len(),
            _ => 0,
        };
        let child = dice.below(n_children);
        if n_children > 0 && !dice.one_in(8) {
            match value {
                Value::Array(items) => spoil(&mut items[child], dice),
                Value::Object(fields) => fields
                    .values_mut()
                    .nth(child)
                    .into_iter()
                    .for_each(|value| spoil(value, dice)),
                _ => {}
            }
            return;
        }
        let key = value.as_object().and_then(|fields| fields.keys().nth(child).cloned());
        match (value, key, dice.below(9)) {
            (Value::Object(fields), Some(key), 0..4) => drop(fields.remove(&key)),
            (Value::Array(items), _, 0..2) if !items.is_empty() => drop(items.remove(child)),
            (Value::Array(items), _, 2..5) if !items.is_empty() => items.push(items[child].clone()),
            (Value::String(text), _, 0..3) => text.insert(0, 'x'),
            (value @ Value::Number(_), _, 0..5) => {
                *value = json!(value.as_u64().unwrap_or_default() + dice.below(5) as u64);
            }
            (value, _, roll) => {
                *value = match roll {
                    5 => Value::Null,
                    6 => json!(-1.5),
                    7 => json!([{"id": "x"}]),
                    _ => json!("claim"),
                }
            }
        }
    }

    /// The last one, because labels stand in the schema too.
    fn changed(old: &str, new: &str) -> NativeFile {
        let text = write(&small_project(), None);
        let (before, after) = text.rsplit_once(old).unwrap();
        let file = read("p.json", &format!("{before}{new}{after}")).unwrap();
        file.project.check_invariants();
        file
    }

    fn reasons(file: &NativeFile) -> Vec<String> {
        file.problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn chosen_articles_alone() {
        let project = small_project();
        let id = project.articles()[0].id;
        assert_eq!(write(&project, Some(&[id])), write(&project, None));
        let none = read("p.json", &write(&project, Some(&[]))).unwrap().project;
        assert!(none.articles().is_empty());
        assert_eq!(none.schema(), project.schema());
    }

    #[test]
    fn other_files_are_refused_with_the_reason() {
        let text = write(&small_project(), None);
        let refused = |text: &str| read("p.json", text).unwrap_err().to_string();
        let newer = refused(&text.replacen("\"version\": 3", "\"version\": 4", 1));
        assert!(newer.contains("newer Attest") && newer.contains("version 4"), "{newer}");
        assert!(
            refused(&text.replacen("\"version\": 3", "\"version\": \"one\"", 1)).contains("does not say which version")
        );
        assert!(refused("{\"articles\": []}").contains("attest-project"));
        assert!(refused("Prices rose.").starts_with("p.json, line 1: This is not valid JSON"));
        assert_eq!(
            refused("{\n\"project\": {\"name\": \"Mig"),
            "p.json, line 2: This is not valid JSON: it ends before a bracket, brace or quotation mark is closed."
        );
        assert!(!looks_like_native("{\"articles\": []}") && !looks_like_native("\"attest-project\""));
    }

    #[test]
    fn a_file_without_its_main_parts_is_refused() {
        let value: Value = serde_json::from_str(&write(&small_project(), None)).unwrap();
        let refused = |value: &Value| {
            let problem = read("p.json", &value.to_string()).unwrap_err();
            assert_eq!(problem.severity, Severity::Refused);
            problem.to_string()
        };
        assert_eq!(
            refused(&json!({"format": FORMAT, "version": VERSION})),
            "p.json: The file has no “project”, so it is not a whole one."
        );
        for (key, wrong, said) in [
            ("project", json!("x"), "project: should be an object, but is a text."),
            ("schema", json!([]), "schema: should be an object, but is a list."),
            ("articles", json!("x"), "articles: should be a list, but is a text."),
            ("articles", json!({}), "articles: should be a list, but is an object."),
        ] {
            let mut other = value.clone();
            other[key] = wrong;
            assert_eq!(refused(&other), format!("p.json, line 1: {said}"));
            other[key] = Value::Null;
            assert!(refused(&other).contains(&format!("no “{key}”")));
            other.as_object_mut().unwrap().remove(key);
            assert!(refused(&other).contains(&format!("no “{key}”")));
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_matter() {
        let text = write(&small_project(), None);
        assert_eq!(read("p.json", &format!("\u{feff}{text}")), read("p.json", &text));
    }

    #[test]
    fn offsets_that_are_off_are_mended_by_the_quote() {
        let file = changed(
            "\"bytes\": {\"start\": 18, \"end\": 27}",
            "\"bytes\": {\"start\": 17, \"end\": 26}",
        );
        assert_eq!(file.project, small_project());
        assert!(
            reasons(&file)[0].contains("articles[0].mentions[1].spans[0]: its offsets in different units disagree")
        );

        let text =
            write(&small_project(), None).replace("{\"start\": 18, \"end\": 27}", "{\"start\": 900, \"end\": 2}");
        let file = read("p.json", &text).unwrap();
        assert_eq!(file.project, small_project());
        assert_eq!(file.moved[0].new_quote, "Guatemala");
        assert_eq!((file.moved.len(), file.moved[0].how), (1, How::Exact));
    }

    #[test]
    fn an_edited_text_keeps_its_mentions() {
        let file = changed(
            "\"text\": \"Prices rose 4% in Guatemala.\"",
            "\"text\": \"He said: Prices rose 4 % in Guatemala.\"",
        );
        assert!(reasons(&file)[0].contains("articles[0].digest: the text is not the one that was exported"));
        let moved: Vec<_> = file
            .moved
            .iter()
            .map(|moved| (moved.new_quote.as_str(), moved.how))
            .collect();
        assert_eq!(
            moved,
            [("Prices rose 4 %", How::Approximate), ("Guatemala", How::Exact)]
        );

        let file = changed("Prices rose 4% in Guatemala.\"", "Nothing.\"");
        assert_eq!(file.project.n_mentions(), 0);
        let unplaced: Vec<_> = file
            .unplaced
            .iter()
            .map(|it| (it.label.as_str(), it.quote.as_str()))
            .collect();
        assert_eq!(unplaced, [("Claim", "Prices rose 4%"), ("Place", "Guatemala")]);
    }

    #[test]
    fn a_label_that_is_missing_is_made_or_found_by_name() {
        let id = "01900000-0000-7000-8000-000000000004";
        let other = "01900000-0000-7000-8000-0000000000ff";
        let in_mention = |id: &str, name: &str| format!("{{\"id\": \"{id}\", \"name\": \"{name}\"}}");
        let file = changed(&in_mention(id, "Place"), &in_mention(other, "place "));
        assert_eq!(file.project, small_project());
        let file = changed(&in_mention(id, "Place"), &in_mention(other, "River"));
        let label = file.project.schema().labels.last().unwrap();
        assert_eq!((label.name.as_str(), label.id.to_string().as_str()), ("River", other));
        assert_eq!(file.project.n_mentions(), 2);
        assert!(reasons(&file)[0].contains("articles[0].mentions[1].label: the label “River” is not in the schema"));
    }

    #[test]
    fn wrong_types_and_missing_fields_cost_no_more_than_themselves() {
        let file = changed("\"done\": false", "\"done\": \"no\", \"mood\": 1");
        assert_eq!(file.project, small_project());
        assert_eq!(file.problems.len(), 2);
        let (line, reason) = (file.problems[0].line, file.problems[0].reason.as_str());
        assert!(
            line.is_some() && reason.contains("the field “mood” of an article is not known"),
            "{reason}"
        );
        assert_eq!(
            file.problems[1].reason,
            "articles[0].done: should be true or false, but is a text."
        );
    }
}
