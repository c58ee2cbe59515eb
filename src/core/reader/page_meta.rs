//! What a page's head and markup say of the article: Open Graph, Dublin Core and the like, `<link>`, `<time>`.

use super::{date, language, names, page_text};
use crate::core::publication_date::PublicationDate;
use dom_query::Document;
use std::collections::HashMap;

/// Empty where the page doesn't say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PageMeta {
    /// As given to search engines and for sharing; the `<title>` is not looked at.
    pub title: String,
    /// `og:site_name`, else another name of the site or publisher.
    pub outlet: String,
    /// From `<meta>`, else from a byline that is marked as one; never the address of a profile.
    pub author: String,
    /// From `<meta>`, then microdata, then the `<time>` of the article.
    pub date: Option<PublicationDate>,
    /// Absolute; the canonical address before that from which the page was saved.
    pub url: String,
    /// BCP 47.
    pub language: String,
}

const TITLES: &[&str] = &["og:title", "dc.title", "dcterms.title", "twitter:title", "headline"];
const OUTLETS: &[&str] = &[
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
];
const LANGUAGES: &[&str] = &["content-language", "og:locale", "dc.language"];

/// Reads an untouched document; `html` is its source, whose first comment may tell from where it was saved.
pub fn read(doc: &Document, html: &str) -> PageMeta {
    let metas = metas(doc);
    let first = |keys: &[&str]| keys.iter().find_map(|key| metas.get(*key)).cloned();
    let attr = |selector: &str, name: &str| {
        doc.select_single(selector)
            .attr(name)
            .map(|value| value.trim().to_owned())
    };
    let canonical = attr("link[rel~=canonical]", "href")
        .into_iter()
        .chain(metas.get("og:url").cloned());
    let languages = attr("html[lang]", "lang")
        .into_iter()
        .chain(LANGUAGES.iter().filter_map(|k| metas.get(*k).cloned()));
    let authors = AUTHORS
        .iter()
        .filter_map(|key| metas.get(*key))
        .map(|author| names::in_byline(author));
    let mut outlets = OUTLETS
        .iter()
        .filter_map(|key| metas.get(*key))
        .filter(|outlet| !names::is_address(outlet));
    PageMeta {
        title: first(TITLES).unwrap_or_default(),
        outlet: outlets.next().cloned().unwrap_or_default(),
        author: authors
            .chain(shown_authors(doc))
            .find(|author| !author.is_empty())
            .unwrap_or_default(),
        date: DATES
            .iter()
            .filter_map(|key| metas.get(*key))
            .find_map(|it| date::date_in(it))
            .or_else(|| time_of(doc)),
        url: canonical
            .chain(saved_from(html))
            .find(|url| names::is_address(url))
            .unwrap_or_default(),
        language: languages
            .filter_map(|it| language::tag_in(&it))
            .next()
            .unwrap_or_default(),
    }
}

/// The headline as the page shows it: the first `h1` that says the same as `title` but for a few words.
pub fn shown_headline(doc: &Document, title: &str) -> Option<String> {
    let words = |text: &str| -> Vec<String> {
        let parts = text
            .split(|ch: char| !ch.is_alphanumeric())
            .filter(|word| !word.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let wanted = words(title);
    doc.select("h1")
        .nodes()
        .iter()
        .map(page_text::text_of)
        .find(|headline| {
            let shown = words(headline);
            let common = shown.iter().filter(|word| wanted.contains(word)).count();
            common > 0 && common * 4 >= shown.len().max(wanted.len()) * 3
        })
}

/// Every `<meta>` with a content, by its lower-case name, property or the like; the first of a name counts.
fn metas(doc: &Document) -> HashMap<String, String> {
    let mut metas = HashMap::new();
    for meta in doc.select("meta[content]").nodes() {
        let content = meta.attr("content").unwrap_or_default().trim().to_owned();
        let keys = ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .filter_map(|attr| meta.attr(attr));
        for key in keys.filter(|_| !content.is_empty()) {
            metas
                .entry(key.trim().to_ascii_lowercase())
                .or_insert_with(|| content.clone());
        }
    }
    metas
}

/// What the markup says is the author; the most exact mark first.
fn shown_authors(doc: &Document) -> impl Iterator<Item = String> {
    let marks = [
        "[itemprop~=author] [itemprop~=name]",
        "a[rel~=author]",
        "[itemprop~=author]",
    ];
    let nodes = marks
        .into_iter()
        .filter_map(|mark| doc.select_single(mark).nodes().first().copied());
    nodes.map(|node| names::in_byline(&page_text::text_of(&node)))
}

/// Beyond `<meta>`: microdata, then the first `<time>` in the article, then the only one of the page.
fn time_of(doc: &Document) -> Option<PublicationDate> {
    let sure = [
        "[itemprop~=datePublished]",
        "time[pubdate]",
        "article time[datetime]",
        "main time[datetime]",
    ];
    let marked = sure.iter().find_map(|selector| {
        let node = doc.select_single(selector);
        let written = node
            .attr("datetime")
            .or_else(|| node.attr("content"))
            .unwrap_or_else(|| node.text());
        date::date_in(&written)
    });
    marked.or_else(|| {
        let times = doc.select("time[datetime]");
        times
            .attr("datetime")
            .filter(|_| times.length() == 1)
            .and_then(|written| date::date_in(&written))
    })
}

/// The address in the comment that browsers (`saved from url=(0029)https://…`) and SingleFile (`url: https://…`)
/// write at the top of a saved page.
fn saved_from(html: &str) -> Option<String> {
    let comments = html
        .split("<!--")
        .skip(1)
        .take(3)
        .filter_map(|rest| rest.split("-->").next());
    let mut addresses = comments.filter_map(|comment| {
        let by_browser = comment
            .trim_start()
            .strip_prefix("saved from url=(")
            .and_then(|rest| rest.split_once(')'));
        let by_single_file = || comment.split_once("Page saved with SingleFile")?.1.split_once("url:");
        by_browser
            .or_else(by_single_file)?
            .1
            .split_whitespace()
            .next()
            .map(str::to_owned)
    });
    addresses.find(|address| names::is_address(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(html: &str) -> PageMeta {
        read(&Document::from(html), html)
    }

    #[test]
    fn open_graph_and_links() {
        let meta = meta(
            "<!doctype html><html lang='en-GB'><head><link rel='shortcut canonical' href='https://coast.example/storm'>
             <meta property='og:title' content='Storm &amp; flood'><meta property='og:site_name' content=' Coast Daily '>
             <meta property='article:author' content='https://facebook.example/ana'>
             <meta name='DC.creator' content='Ana Ruiz'><meta property='og:url' content='/other'>
             <meta property='article:published_time' content='2024-03-25T10:00:00Z'>",
        );
        let expected = PageMeta {
            title: "Storm & flood".into(),
            outlet: "Coast Daily".into(),
            author: "Ana Ruiz".into(),
            date: date::date_in("2024-03-25"),
            url: "https://coast.example/storm".into(),
            language: "en-GB".into(),
        };
        assert_eq!(meta, expected);
    }

    #[test]
    fn a_silent_page_says_nothing() {
        assert_eq!(
            meta("<title>Storm</title><p>Text <time>noon</time>"),
            PageMeta::default()
        );
        assert_eq!(
            meta("<html lang='English'><link rel=canonical href='/storm'>"),
            PageMeta::default()
        );
    }

    #[test]
    fn authors_and_outlets_are_names() {
        for (html, author) in [
            (
                "<meta name=author content='By Ana Ruiz'><a rel=author>Bo Li</a>",
                "Ana Ruiz",
            ),
            (
                "<meta name=author content='https://x.example/ana'><p>By <a rel='author me' href=/bo>Bo Li</a>",
                "Bo Li",
            ),
            (
                "<div itemprop=author>By <b itemprop=name>Bo Li</b>, 25 March</div>",
                "Bo Li",
            ),
            ("<div itemprop=author>Bo Li, 25 March</div>", ""),
        ] {
            assert_eq!(meta(html).author, author, "{html}");
        }
        let html = "<meta property=og:site_name content='https://coast.example'><meta name=publisher content='Coast'>";
        assert_eq!(meta(html).outlet, "Coast");
    }

    #[test]
    fn dates_in_order_of_trust() {
        for (html, date) in [
            (
                "<meta name=date content='soon'><meta name=pubdate content='2024-01-02'>",
                Some("2024-01-02"),
            ),
            (
                "<meta itemprop=datePublished content='2024-01-02'><time datetime='2020-01-01'>",
                Some("2024-01-02"),
            ),
            (
                "<time datetime='2020-01-01'></time><time itemprop=datePublished>May 2, 2024</time>",
                Some("2024-05-02"),
            ),
            (
                "<aside><time datetime='2020-01-01'></time></aside><article><time datetime='2024-01-02'>",
                Some("2024-01-02"),
            ),
            ("<time datetime='2024-01'>", Some("2024-01")),
            ("<time datetime='2024-01-02'></time><time datetime='2024-01-03'>", None),
        ] {
            assert_eq!(meta(html).date.map(|date| date.to_string()).as_deref(), date, "{html}");
        }
    }

    #[test]
    fn where_it_was_saved_from() {
        for comment in [
            "<!-- saved from url=(0027)https://coast.example/storm -->",
            "<!--\n Page saved with SingleFile \n url: https://coast.example/storm \n saved date: Mon Mar 25 2024\n-->",
        ] {
            let html = format!("<!DOCTYPE html>\n{comment}\n<html><p>x");
            assert_eq!(meta(&html).url, "https://coast.example/storm");
            let html = format!("{html}<link rel=canonical href='http://coast.example/s'>");
            assert_eq!(meta(&html).url, "http://coast.example/s");
        }
        assert_eq!(meta("<!-- saved from url=(0014)about:internet --><p>x").url, "");
    }

    #[test]
    fn the_headline_that_is_shown() {
        let doc = Document::from("<h1>Coast Daily</h1><h1>Storm <em>hits</em> the coast</h1>");
        for (title, shown) in [
            ("Storm hits the Coast!", Some("Storm hits the coast")),
            ("BREAKING: Storm hits the coast", Some("Storm hits the coast")),
            ("Coast Daily: a storm and a long story about other things", None),
            ("", None),
        ] {
            assert_eq!(shown_headline(&doc, title).as_deref(), shown, "{title}");
        }
    }
}
