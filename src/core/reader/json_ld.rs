//! What a page says of its article in JSON-LD (schema.org): an object, an array of them, or a `@graph` whose objects
//! refer to each other by `@id`.
//!
//! A block that isn't valid JSON is passed over: the page's text doesn't depend on it.

use super::names;
use dom_query::Document;
use serde_json::Value;

/// The fields of schema.org's Article that a draft has a place for; empty where the page doesn't say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LinkedArticle {
    /// `headline`, else `name`.
    pub headline: String,
    /// `publisher`'s name.
    pub publisher: String,
    /// The names under `author`, joined by commas.
    pub author: String,
    /// `datePublished` as written.
    pub date: String,
    /// `url`, else the address of `mainEntityOfPage`.
    pub url: String,
    /// `inLanguage` as written.
    pub language: String,
    /// `articleBody`, often missing or without paragraphs.
    pub body: String,
}

/// The first article among the page's JSON-LD blocks; all fields empty where there is none.
pub fn article_in(doc: &Document) -> LinkedArticle {
    let blocks: Vec<Value> = doc
        .select("script")
        .iter()
        .filter_map(|script| block(&script))
        .collect();
    let mut objects = Vec::new();
    blocks.iter().for_each(|block| collect(block, &mut objects));
    objects
        .iter()
        .find(|object| is_article(object))
        .map(|article| read(article, &objects))
        .unwrap_or_default()
}

fn block(script: &dom_query::Selection) -> Option<Value> {
    let kind = script.attr("type")?;
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/ld+json") {
        return None;
    }
    let text = script.text();
    // Old systems wrap the block in a comment or CDATA, as they once had to for scripts.
    let text = text
        .split_once("<![CDATA[")
        .map_or(&*text, |(_, inner)| inner.split("]]>").next().unwrap_or_default());
    let (from, to) = (text.find(['{', '['])?, text.rfind(['}', ']'])?);
    serde_json::from_str(text.get(from..=to)?).ok()
}

/// Every object, outer ones first. The depth is bounded by the JSON parser's.
fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, objects)),
        Value::Object(fields) => {
            objects.push(value);
            fields.values().for_each(|field| collect(field, objects));
        }
        _ => {}
    }
}

fn is_article(object: &Value) -> bool {
    let kinds = object.get("@type").map_or(&[][..], |kind| {
        kind.as_array().map_or(std::slice::from_ref(kind), |k| k)
    });
    kinds
        .iter()
        .filter_map(Value::as_str)
        .any(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Report"))
}

fn read(article: &Value, objects: &[&Value]) -> LinkedArticle {
    let resolve = |value| resolved(value, objects);
    let text = |name: &str| plain(article.get(name).and_then(Value::as_str).unwrap_or_default());
    let named = |name: &str| {
        article
            .get(name)
            .map(|value| plain(&names::joined(value, &resolve)))
            .unwrap_or_default()
    };
    let page = article.get("mainEntityOfPage");
    let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id").and_then(Value::as_str)));
    let language = article.get("inLanguage").map(resolve);
    let language = language.and_then(|it| it.as_str().or_else(|| it.get("alternateName").and_then(Value::as_str)));
    LinkedArticle {
        headline: [text("headline"), text("name")]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
        publisher: named("publisher"),
        author: named("author"),
        date: text("datePublished"),
        url: [text("url"), page.unwrap_or_default().into()]
            .into_iter()
            .find(|it| names::is_address(it))
            .unwrap_or_default(),
        language: language.unwrap_or_default().into(),
        body: article
            .get("articleBody")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim()
            .into(),
    }
}

/// The object that `value` refers to by `@id`, where it says no more itself and the page has it; else itself.
fn resolved<'a>(value: &'a Value, objects: &[&'a Value]) -> &'a Value {
    let Some(id) = value.get("@id").filter(|_| value.get("name").is_none()) else {
        return value;
    };
    let target = objects
        .iter()
        .find(|object| object.get("@id") == Some(id) && object.get("name").is_some());
    target.copied().unwrap_or(value)
}

/// Some systems write HTML entities or tags into JSON strings; they are no part of the words.
fn plain(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return text.trim().into();
    }
    Document::fragment(text).text().trim().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: LinkedArticle) {
        for (before, after) in [("", ""), ("<!--\n", "\n-->"), ("//<![CDATA[\n", "\n//]]>")] {
            let html = format!("<script type='application/ld+json'>{before}{json}{after}</script><p>x");
            assert_eq!(article_in(&Document::from(html.as_str())), expected, "{html}");
        }
    }

    fn expected() -> LinkedArticle {
        LinkedArticle {
            headline: "Storm & flood".into(),
            publisher: "Coast Daily".into(),
            author: "Ana Ruiz, Bo Li".into(),
            date: "2024-03-25T10:00:00Z".into(),
            url: "https://coast.example/storm".into(),
            language: "en-GB".into(),
            body: String::new(),
        }
    }

    #[test]
    fn object_array_and_graph() {
        let object = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm &amp; flood",
            "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Bo Li"], "datePublished": "2024-03-25T10:00:00Z",
            "publisher": {"@type": "Organization", "name": "Coast Daily"}, "inLanguage": "en-GB",
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://coast.example/storm"}}"#;
        check(object, expected());
        check(
            &format!(r#"[{{"@type": "BreadcrumbList", "name": "Home"}}, {object}]"#),
            expected(),
        );
        let graph = r##"{"@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Site", "publisher": {"@id": "#org"}},
            {"@type": ["Article", "Thing"], "headline": "Storm & flood", "url": "https://coast.example/storm",
             "author": [{"@id": "#ana"}, {"@id": "#bo", "name": "Bo Li"}, {"@id": "#nobody"}],
             "publisher": {"@id": "#org"}, "datePublished": "2024-03-25T10:00:00Z", "inLanguage": "en-GB"},
            {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"},
            {"@type": "Organization", "@id": "#org", "name": "Coast Daily"}]}"##;
        check(graph, expected());
    }

    #[test]
    fn nothing_to_find() {
        for json in [
            r#"{"@type": "Organization", "name": "Coast Daily"}"#,
            r#"{"@type": "NewsArticle",}"#,
            "",
            "{",
            "][",
        ] {
            check(json, LinkedArticle::default());
        }
        let scripts = r#"<script>{"@type": "NewsArticle", "headline": "No"}</script>"#;
        assert_eq!(article_in(&Document::from(scripts)), LinkedArticle::default());
    }
}
