//! `.json` (one object, an array of objects, or `{"articles": […]}`) and `.jsonl`/`.ndjson` (an object a line), with a
//! text and what else is known of each article.
//!
//! Which of the two a file is shows in its content; the ending only decides which errors to report when it is
//! neither.

use super::{Report, date, language, names, title};
use crate::core::article_draft::ArticleDraft;
use crate::core::json_error::{line_of, reason_of};
use crate::core::problem::Severity;
use serde_json::{Map, Value};

/// Accepted names of fields, best first, compared without case, `_`, `-` and spaces.
const TEXT: &[&str] = &[
    "text",
    "content",
    "body",
    "articleBody",
    "fullText",
    "articleText",
    "mainText",
];
const TITLE: &[&str] = &["title", "headline"];
const OUTLET: &[&str] = &[
    "outlet",
    "source",
    "publisher",
    "site",
    "siteName",
    "sourceName",
    "publication",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishedAt",
    "datePublished",
    "publicationDate",
    "publishDate",
    "datePublish",
    "pubDate",
];
const URL: &[&str] = &["url", "link", "canonicalUrl", "sourceUrl"];
const LANGUAGE: &[&str] = &["language", "lang", "inLanguage"];

/// Reads a file meant as one JSON value.
pub fn read_document(text: &str, report: &mut Report) {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => read_value(value, report),
        Err(_) if starts_with_a_whole_line(text) => read_each_line(text, report),
        Err(error) => report.add(line_of(&error), Severity::Refused, reason_of(&error)),
    }
}

/// Reads a file meant as one JSON value a line; blank lines are passed over.
pub fn read_lines(text: &str, report: &mut Report) {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => read_value(value, report),
        Err(_) => read_each_line(text, report),
    }
}

/// Whether the text is JSON of either kind, for files whose ending doesn't say.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
        && (serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() || starts_with_a_whole_line(text))
}

fn starts_with_a_whole_line(text: &str) -> bool {
    let first = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    first.starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok()
}

fn read_each_line(text: &str, report: &mut Report) {
    for (line, number) in text.split('\n').zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(value) => read_item(value, None, Some(number), report),
            Err(error) => report.add(Some(number), Severity::LeftOut, reason_of(&error)),
        }
    }
}

fn read_value(value: Value, report: &mut Report) {
    match value {
        Value::Array(items) => read_items(items, report),
        Value::Object(mut fields) => match fields.remove("articles") {
            Some(Value::Array(items)) => read_items(items, report),
            Some(other) => {
                fields.insert("articles".into(), other);
                read_item(Value::Object(fields), None, None, report);
            }
            None => read_item(Value::Object(fields), None, None, report),
        },
        other => read_item(other, None, None, report),
    }
}

fn read_items(items: Vec<Value>, report: &mut Report) {
    if items.is_empty() {
        report.add(None, Severity::Refused, "The list of articles is empty.".into());
    }
    for (item, position) in items.into_iter().zip(1..) {
        read_item(item, Some(position), None, report);
    }
}

/// One article. `position` counts from 1 within a list, `line` within a file of lines.
fn read_item(item: Value, position: Option<u32>, line: Option<u32>, report: &mut Report) {
    let place = position
        .map(|position| format!("Article {position} of the list: "))
        .unwrap_or_default();
    let Value::Object(fields) = item else {
        let reason = format!("{place}an object with a text was expected, not {}.", kind_of(&item));
        report.add(line, Severity::LeftOut, capitalized(reason));
        return;
    };
    let fields = Fields::new(&fields);
    let text = fields
        .string(TEXT)
        .map(|text| text.strip_prefix('\u{FEFF}').unwrap_or(text))
        .unwrap_or_default();
    if text.trim().is_empty() {
        report.add(
            line,
            Severity::LeftOut,
            capitalized(format!("{place}{}", fields.without_text())),
        );
        return;
    }
    let said = |names| fields.string(names).map(str::trim).filter(|said| !said.is_empty());
    let draft = ArticleDraft {
        title: said(TITLE)
            .map(str::to_owned)
            .unwrap_or_else(|| numbered(report.file_name(), position.or(line))),
        outlet: fields.names(OUTLET),
        author: fields.names(AUTHOR),
        url: said(URL).unwrap_or_default().into(),
        language: said(LANGUAGE).and_then(language::tag_in).unwrap_or_default(),
        date: fields.date().as_deref().and_then(date::date_in),
        file_name: report.file_name().into(),
        text: text.into(),
    };
    for (written, understood, example) in [
        (
            fields.date(),
            draft.date.is_some(),
            "the date “{}” was not understood and is left empty (2024-03-25 would be).",
        ),
        (
            said(LANGUAGE).map(str::to_owned),
            !draft.language.is_empty(),
            "the language “{}” is not a code such as “en” and is left empty.",
        ),
    ] {
        if let Some(written) = written.filter(|_| !understood) {
            let reason = format!("{place}{}", example.replace("{}", &written));
            report.add(line, Severity::Notice, capitalized(reason));
        }
    }
    report.drafts.push(draft);
}

/// An object's fields under their plain names.
struct Fields<'a>(Vec<(String, &'a String, &'a Value)>);

impl<'a> Fields<'a> {
    fn new(fields: &'a Map<String, Value>) -> Self {
        Self(
            fields
                .iter()
                .map(|(name, value)| (plain_name(name), name, value))
                .collect(),
        )
    }

    fn all(&self, names: &'static [&'static str]) -> impl Iterator<Item = &'a Value> {
        let named = |name: &&str| {
            let name = plain_name(name);
            self.0
                .iter()
                .filter(move |(plain, ..)| *plain == name)
                .map(|(.., value)| *value)
        };
        names.iter().flat_map(named)
    }

    fn string(&self, names: &'static [&'static str]) -> Option<&'a str> {
        self.all(names)
            .filter_map(Value::as_str)
            .find(|text| !text.trim().is_empty())
    }

    fn names(&self, names: &'static [&'static str]) -> String {
        self.all(names)
            .map(|value| names::joined(value, &|it| it))
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }

    /// A string, or a number as some write a year.
    fn date(&self) -> Option<String> {
        let mut written = self.all(DATE).filter_map(|value| match value {
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        written.find(|text| !text.is_empty())
    }

    fn without_text(&self) -> String {
        let is_text = |plain: &str| TEXT.iter().any(|name| plain_name(name) == plain);
        if let Some((_, name, value)) = self.0.iter().find(|(plain, ..)| is_text(plain)) {
            return match value {
                Value::String(_) => format!("the field “{name}” is empty."),
                other => format!("the field “{name}” should be a text, but is {}.", kind_of(other)),
            };
        }
        let found: Vec<&str> = self.0.iter().map(|(_, name, _)| name.as_str()).take(8).collect();
        let found = if found.is_empty() {
            "none".into()
        } else {
            found.join(", ")
        };
        format!(
            "no text in a field called {} (the fields are: {found}).",
            TEXT[..5].join(", ")
        )
    }
}

fn plain_name(name: &str) -> String {
    name.chars()
        .filter(|ch| !matches!(ch, '_' | '-' | ' '))
        .flat_map(char::to_lowercase)
        .collect()
}

fn numbered(file_name: &str, number: Option<u32>) -> String {
    let title = title::from_file_name(file_name);
    number.map(|number| format!("{title} ({number})")).unwrap_or(title)
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn capitalized(sentence: String) -> String {
    let mut chars = sentence.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file_name: &str, text: &str) -> (Vec<ArticleDraft>, Vec<String>) {
        let mut report = Report::new(file_name);
        if file_name.ends_with('l') {
            read_lines(text, &mut report)
        } else {
            read_document(text, &mut report)
        };
        let reading = report.finish();
        (
            reading.drafts,
            reading.problems.iter().map(|problem| problem.to_string()).collect(),
        )
    }

    fn titles(file_name: &str, text: &str) -> Vec<String> {
        read(file_name, text).0.into_iter().map(|draft| draft.title).collect()
    }

    #[test]
    fn every_usual_name_of_a_field() {
        let expected = ArticleDraft {
            title: "Storm".into(),
            outlet: "Coast Daily".into(),
            author: "Ana Ruiz, Bo Li".into(),
            url: "https://coast.example/storm".into(),
            language: "en-GB".into(),
            date: date::date_in("2024-03-25"),
            file_name: "a.json".into(),
            text: " Line one\r\nLine\u{a0}two\u{2028}".into(),
        };
        for text in [
            r#"{"text": @@, "title": "Storm", "outlet": "Coast Daily", "author": "Ana Ruiz, Bo Li",
                "url": "https://coast.example/storm", "language": "en-GB", "date": "2024-03-25"}"#,
            r#"{"content": @@, "headline": " Storm ", "source": {"id": null, "name": "Coast Daily"},
                "authors": ["Ana Ruiz", "Bo Li"], "link": "https://coast.example/storm", "lang": "en_GB",
                "publishedAt": "2024-03-25T10:00:00Z"}"#,
            r#"{"articleBody": @@, "Headline": "Storm", "publisher": {"@type": "Organization", "name": "Coast Daily"},
                "author": [{"name": "Ana Ruiz"}, {"name": "Bo Li"}], "URL": "https://coast.example/storm",
                "inLanguage": "en-GB", "datePublished": "2024-03-25"}"#,
            r#"{"Full_Text": @@, "text": "", "TITLE": "Storm", "site": "Coast Daily", "byline": "Ana Ruiz, Bo Li",
                "Url": "https://coast.example/storm", "LANG": "en-GB", "publication_date": "March 25, 2024"}"#,
            r#"{"body": @@, "text": null, "title": "Storm", "Site Name": "Coast Daily", "Authors": "Ana Ruiz, Bo Li",
                "url": "https://coast.example/storm", "lang": "en-GB", "published": "20240325"}"#,
        ] {
            let text = text.replace("@@", r#"" Line one\r\nLine\u00a0two\u2028""#);
            let (drafts, problems) = read("a.json", &text);
            assert_eq!(
                (drafts.as_slice(), problems.as_slice()),
                (&[expected.clone()][..], &[][..]),
                "{text}"
            );
        }
    }

    #[test]
    fn one_many_and_lines() {
        let (a, b) = (r#"{"text": "x", "title": "A"}"#, r#"{"text": "y", "title": "B"}"#);
        for (name, text) in [
            ("a.json", format!("[{a}, {b}]")),
            ("a.json", format!("{{\"made\": 2024, \"articles\": [{a}, {b}]}}")),
            ("a.json", format!("{a}\n{b}\n")),
            ("a.jsonl", format!("{a}\n\n{b}")),
            ("a.jsonl", format!("{a}\r\n{b}\r\n")),
            ("a.jsonl", format!("[\n{a},\n{b}\n]")),
        ] {
            assert_eq!(titles(name, &text), ["A", "B"], "{name}: {text}");
            assert!(is_json(&text));
        }
    }

    #[test]
    fn titles_where_none_is_given() {
        assert_eq!(titles("news/a.json", r#"{"text": "x"}"#), ["a"]);
        assert_eq!(
            titles("a.json", r#"[{"text": "x"}, {"text": "y", "title": " "}]"#),
            ["a (1)", "a (2)"]
        );
        assert_eq!(
            titles("a.jsonl", "{\"text\": \"x\"}\n\n{\"text\": \"y\"}"),
            ["a (1)", "a (3)"]
        );
    }

    #[test]
    fn bad_lines_are_named_and_others_load() {
        let text = "{\"text\": \"x\", \"title\": \"A\"}\n{\"text\": \"y\",}\n\n{\"id\": 7, \"headline\": \"H\"}\n[1]\n\
                    {\"text\": \"z\n{\"text\": \"w\", \"title\": \"B\"}";
        let (drafts, problems) = read("a.jsonl", text);
        assert_eq!(drafts.len(), 2);
        assert_eq!(
            problems,
            [
                "a.jsonl, line 2: This is not valid JSON: trailing comma at column 14.",
                "a.jsonl, line 4: No text in a field called text, content, body, articleBody, fullText (the fields \
                 are: headline, id).",
                "a.jsonl, line 5: An object with a text was expected, not a list.",
                "a.jsonl, line 6: This is not valid JSON: it ends before a bracket, brace or quotation mark is closed.",
            ]
        );
    }

    #[test]
    fn wrong_json_says_where_and_why() {
        for (text, said) in [
            (
                "{\n\"text\": \"x\"\n\"title\": 1}",
                "a.json, line 3: This is not valid JSON: expected `,` or `}` at column 1.",
            ),
            (
                "{\"text\": \"x\"",
                "a.json, line 1: This is not valid JSON: it ends before",
            ),
            ("7", "a.json: An object with a text was expected, not a number."),
            ("[]", "a.json: The list of articles is empty."),
            ("{}", "(the fields are: none)"),
            (
                "[\"x\"]",
                "a.json: Article 1 of the list: an object with a text was expected, not a string.",
            ),
            ("{\"text\": \" \\n\"}", "a.json: The field “text” is empty."),
            (
                "{\"text\": 5}",
                "a.json: The field “text” should be a text, but is a number.",
            ),
            (
                "{\"body\": null, \"id\": 5}",
                "The field “body” should be a text, but is null.",
            ),
            ("{\"text\": \"\\ud800\"}", "not valid JSON"),
        ] {
            let (drafts, problems) = read("a.json", text);
            assert!(drafts.is_empty());
            assert!(problems[0].contains(said), "{text}: {problems:?}");
        }
        let deep = "[".repeat(100_000);
        assert!(read("a.json", &deep).1[0].contains("recursion limit"));
    }

    #[test]
    fn what_was_not_understood_is_said() {
        let (drafts, problems) = read(
            "a.json",
            r#"{"text": "x", "date": "03/04/2024", "language": "English", "url": 7, "author": {"id": 1}}"#,
        );
        assert_eq!(
            (drafts[0].date, drafts[0].language.as_str(), drafts[0].url.as_str()),
            (None, "", "")
        );
        assert!(problems[0].contains("“03/04/2024”"), "{problems:?}");
        assert!(problems[1].contains("“English”"), "{problems:?}");
        let (drafts, problems) = read("a.json", r#"{"text": "x", "date": 2024}"#);
        assert_eq!(drafts[0].date.unwrap().to_string(), "2024");
        assert_eq!(problems, [""; 0]);
    }
}
