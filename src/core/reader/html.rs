//! Saved pages: the article's text without the page around it, and what the page says of the article.
//!
//! The page is only ever a tree of data here: no script runs, and none of its words reach the text. The text begins
//! with the headline where the page shows one, since claims stand in headlines too; paragraphs are separated by a
//! blank line. Where the readability algorithm finds no article, the whole body's text is taken, with a notice.

use super::json_ld::{self, LinkedArticle};
use super::{date, language, names, page_meta, page_text, title};
use crate::core::article_draft::ArticleDraft;
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// The algorithm's time grows with the square of the nesting, and browsers themselves stop at this depth.
const MAX_DEPTH: usize = 512;

/// The draft and, where its text is not the readability algorithm's, a sentence that says so. The error is a
/// sentence, too: the page holds no text.
pub fn read(file_name: &str, html: &str) -> Result<(ArticleDraft, Option<String>), String> {
    let doc = Document::from(html);
    let linked = json_ld::article_in(&doc);
    let meta = page_meta::read(&doc, html);
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(doc, None, Some(config)).map_err(|error| error.to_string())?;

    let window_title = readability.get_article_title().trim().to_owned();
    let outlet = first([&meta.outlet, &linked.publisher]);
    let said = first([&linked.headline, &meta.title, &window_title]);
    let said = title::without_site(&said, &outlet);
    let headline = page_meta::shown_headline(&readability.doc, said);
    let too_deep = page_text::is_deeper_than(MAX_DEPTH, &readability.doc.root());
    let (article, byline) = match (!too_deep).then(|| readability.parse()) {
        Some(Ok(found)) => (
            content_of(&readability.doc),
            names::in_byline(&found.byline.unwrap_or_default()),
        ),
        _ => Default::default(),
    };
    let (text, notice) = choose_text(article, &linked, html)?;

    let draft = ArticleDraft {
        title: first([
            headline.as_deref().unwrap_or_default(),
            said,
            &title::from_file_name(file_name),
        ]),
        outlet,
        author: first([&linked.author, &meta.author, &byline]),
        url: first([&meta.url, &linked.url]),
        language: language::tag_in(&linked.language).unwrap_or(meta.language),
        date: date::date_in(&linked.date).or(meta.date),
        file_name: file_name.into(),
        text: with_headline(text, headline.as_deref()),
    };
    Ok((draft, notice))
}

/// The text of an HTML fragment such as a clipboard holds.
pub fn fragment_text(html: &str) -> String {
    page_text::text_of(&Document::fragment(html).root())
}

/// The algorithm leaves what it found in an element of this id.
fn content_of(doc: &Document) -> String {
    doc.select_single("#readability-page-1")
        .nodes()
        .first()
        .map(page_text::text_of)
        .unwrap_or_default()
}

/// A page that shows only the beginning, or is built by scripts, may still carry the whole text in its JSON-LD.
fn choose_text(found: String, linked: &LinkedArticle, html: &str) -> Result<(String, Option<String>), String> {
    let body = if linked.body.contains("</") {
        fragment_text(&linked.body)
    } else {
        linked.body.clone()
    };
    if body.len() > 2 * found.len() {
        let notice = "The page shows little or none of its text; the text is the one it gives to search engines, \
                      often without paragraphs.";
        return Ok((body, Some(notice.into())));
    }
    if !found.is_empty() {
        return Ok((found, None));
    }
    let doc = Document::from(html);
    let whole = doc.body().map(|body| page_text::text_of(&body)).unwrap_or_default();
    if whole.is_empty() {
        return Err("The page holds no text that a reader would see.".into());
    }
    Ok((
        whole,
        Some("No article was found in the page; the text is that of the whole page.".into()),
    ))
}

fn with_headline(text: String, headline: Option<&str>) -> String {
    match headline {
        Some(headline) if !text.lines().any(|line| line == headline) => format!("{headline}\n\n{text}"),
        _ => text,
    }
}

fn first<const N: usize>(candidates: [&str; N]) -> String {
    candidates
        .into_iter()
        .find(|candidate| !candidate.is_empty())
        .unwrap_or_default()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a browser saves it: menus, scripts, tracking, related links and a comment form around the article.
    const SAVED: &str = r##"<!DOCTYPE html>
<!-- saved from url=(0044)https://www.coast.example/news/storm?utm=mail -->
<html lang="en-GB"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>Storm hits northern coast | Coast Daily</title>
<link rel="canonical" href="https://www.coast.example/news/storm">
<meta property="og:site_name" content="Coast Daily"><meta property="og:title" content="Storm hits northern coast">
<meta property="article:published_time" content="2024-03-25T06:10:00+00:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#org","name":"Coast Daily Ltd"},
 {"@type":"NewsArticle","headline":"Storm hits northern coast","author":{"@type":"Person","name":"Ana Ruiz"},
  "publisher":{"@id":"#org"},"datePublished":"2024-03-25T06:10:00Z","url":"https://www.coast.example/news/storm"}]}</script>
<script>document.write("<p>INJECTED by a script</p>")</script><style>.x{color:red}</style></head>
<body onload="alert('x')"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<h1 class="headline">Storm hits northern&nbsp;coast</h1></header>
<div class="ads"><script>track("advert")</script><p>Buy now!</p></div>
<main><article><div><div>
<p>The storm reached the coast on Monday, officials said.</p><p>Mayor Ana L&oacute;pez told reporters that
 4&nbsp;% of homes &mdash; about 1,200 &mdash; had lost power, and that crews were working through the night.</p>
<blockquote><p>&ldquo;We have never seen waves of this height,&rdquo; she said.</p></blockquote>
<h2>What comes next</h2><p>Forecasters expect the wind to ease by Wednesday, although rivers may go on rising for
 several days, the weather service said in its evening bulletin.<script>alert("in the text")</script></p>
<ul><li>Schools stay closed, the county said, in all of the seven towns along the northern shore.</li>
<li>Ferries resume on Thursday, the operator said, unless the swell is higher than two metres.</li></ul>
<p>Residents of low streets were asked to move upstairs, and a hall was opened for those who could not.</p>
</div></div></article></main>
<aside><h3>Most read</h3><a href="/a">Cat found</a></aside>
<footer><form><textarea>Leave a comment</textarea><button>Send</button></form>© Coast Daily</footer></body></html>"##;

    #[test]
    fn a_short_title_loses_the_name_of_the_site() {
        let page = |head: &str| {
            format!(
                "<html><head><title>T &amp; U | Site</title>{head}</head><body><article><h1>T &amp; U</h1>\
                 <p>{}</p></article></body></html>",
                "The storm reached the coast on Monday, officials said. ".repeat(8)
            )
        };
        let title = |head: &str| read("t.html", &page(head)).unwrap().0.title;
        assert_eq!(title("<meta property='og:site_name' content='Site'>"), "T & U");
        assert_eq!(title(""), "T & U | Site", "nothing says that it is the site’s name");
    }

    #[test]
    fn a_saved_page() {
        let (draft, notice) = read("news/Storm.html", SAVED).unwrap();
        assert_eq!(notice, None);
        let expected = ArticleDraft {
            title: "Storm hits northern\u{a0}coast".into(),
            outlet: "Coast Daily".into(),
            author: "Ana Ruiz".into(),
            url: "https://www.coast.example/news/storm".into(),
            language: "en-GB".into(),
            date: date::date_in("2024-03-25"),
            file_name: "news/Storm.html".into(),
            text: "Storm hits northern\u{a0}coast\n\n\
                   The storm reached the coast on Monday, officials said.\n\n\
                   Mayor Ana López told reporters that 4\u{a0}% of homes — about 1,200 — had lost power, and that \
                   crews were working through the night.\n\n\
                   “We have never seen waves of this height,” she said.\n\n\
                   What comes next\n\n\
                   Forecasters expect the wind to ease by Wednesday, although rivers may go on rising for several \
                   days, the weather service said in its evening bulletin.\n\n\
                   Schools stay closed, the county said, in all of the seven towns along the northern shore.\n\
                   Ferries resume on Thursday, the operator said, unless the swell is higher than two metres.\n\n\
                   Residents of low streets were asked to move upstairs, and a hall was opened for those who could not."
                .into(),
        };
        assert_eq!(draft, expected);
    }

    #[test]
    fn a_bare_page() {
        let (draft, _) = read("Note.htm", "<p>One short line.</p><p>Another.</p><script>x()</script>").unwrap();
        let expected = ArticleDraft {
            title: "Note".into(),
            file_name: "Note.htm".into(),
            text: "One short line.\n\nAnother.".into(),
            ..Default::default()
        };
        assert_eq!(draft, expected);
    }

    #[test]
    fn the_body_where_no_article_is_found() {
        let html = "<title>Index</title><body><ul><li hidden>h</li></ul><script>x()</script></body>";
        assert!(read("i.html", html).unwrap_err().contains("no text"));
        let html = "<body><div style='display:block'><a href=/a>One</a></div><nav><a href=/b>Two</a></nav>";
        let (draft, _) = read("i.html", html).unwrap();
        assert!(draft.text.contains("One"), "{}", draft.text);
    }

    #[test]
    fn a_page_built_by_scripts_has_its_text_in_json_ld() {
        let html = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm hits",
            "articleBody": "The storm reached the coast.\n\nSchools stay closed until the end of the week."}</script>
            <div id="root"><p>Loading…</p></div><script src="app.js"></script>"#;
        let (draft, notice) = read("s.html", html).unwrap();
        assert_eq!(draft.title, "Storm hits");
        assert_eq!(
            draft.text,
            "The storm reached the coast.\n\nSchools stay closed until the end of the week."
        );
        assert!(notice.unwrap().contains("search engines"));
    }

    #[test]
    fn broken_markup_neither_panics_nor_hangs() {
        for html in [
            "<",
            "<html",
            "<p><table><p><td></table>",
            "<!--",
            "<script>",
            "&#0;&#x110000;&bogus;",
            "]]>",
        ] {
            let _ = read("x.html", html);
        }
        let deep = format!("{}deep words{}", "<div>".repeat(5000), "</div>".repeat(5000));
        let (draft, notice) = read("x.html", &deep).unwrap();
        assert_eq!(draft.text, "deep words");
        assert!(notice.unwrap().contains("whole page"));
    }
}
