//! Reads an article of the native format, with its mentions.

use super::read::{Reader, UNTITLED};
use super::read_mention::read_mention;
use crate::core::anchor::Anchorer;
use crate::core::article::{Article, Source};
use crate::core::article_text::ArticleText;
use crate::core::formats::derived_id::derived_id;
use crate::core::formats::json_node::{Fields, Report};
use crate::core::id::ArticleId;
use std::rc::Rc;

/// Whether offsets in the file can be those of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TextState {
    /// It is the text that was exported, as far as its digest says.
    AsExported,
    /// Its digest is another one: it was changed since.
    Changed,
}

/// Adds the article and its mentions to what has been read.
pub(super) fn read_article(fields: &Fields<'_, '_>, reader: &mut Reader<'_>) {
    const KNOWN: [&str; 12] = [
        "id", "digest", "title", "source", "date", "tags", "note", "done", "added", "lengths", "text", "mentions",
    ];
    let report = &mut reader.report;
    fields.report_others("an article", &KNOWN, report);
    let title = fields.text("title", report);
    let mentions = fields.items("mentions", report);
    let text = fields.get("text").and_then(|node| node.text(report));
    let Some(text) = text else {
        let n_mentions = mentions.len();
        let reason = format_args!("the article “{title}” has no text; it was left out with its {n_mentions} mentions");
        report.left_out(fields.node(), reason);
        return;
    };
    let text = Rc::new(ArticleText::new(text));
    let state = check_digest(fields, &text, report);
    if state == TextState::AsExported {
        check_lengths(fields, &text, report);
    }
    let source = read_source(fields, report);
    let title = match [title, source.file_name.clone()]
        .into_iter()
        .find(|name| !name.trim().is_empty())
    {
        Some(title) => title,
        None => {
            report.notice(fields.node(), "the article has no title");
            UNTITLED.to_owned()
        }
    };
    let article = Rc::new(Article {
        id: read_id(fields, &title, &text, reader),
        text,
        title,
        source,
        date: fields.parsed("date", &mut reader.report),
        tags: fields.texts("tags", &mut reader.report),
        note: fields.text("note", &mut reader.report),
        done: fields
            .get("done")
            .and_then(|node| node.flag(&mut reader.report))
            .unwrap_or_default(),
        added: fields.parsed("added", &mut reader.report).unwrap_or(reader.created),
    });
    let mut anchorer = Anchorer::new(article.text.as_str());
    for node in mentions.iter() {
        if let Some(fields) = node.fields(&mut reader.report) {
            read_mention(&fields, &article, state, &mut anchorer, reader);
        }
    }
    reader.article_ids.insert(article.id);
    reader.articles.push(article);
}

fn read_id(fields: &Fields<'_, '_>, title: &str, text: &ArticleText, reader: &mut Reader<'_>) -> ArticleId {
    let given: Option<ArticleId> = fields.parsed("id", &mut reader.report);
    let reason = match given {
        Some(id) if !reader.article_ids.contains(&id) => return id,
        Some(id) => format!("an earlier article has the id {id} too; this one got another"),
        None => "the article has no id; it got one made from its content".to_owned(),
    };
    reader.report.notice(fields.node(), reason);
    let place = reader.articles.len().to_string();
    let parts = ["article", title, &text.digest().to_string(), &place];
    ArticleId::from_u128(derived_id(&parts))
}

fn check_digest(fields: &Fields<'_, '_>, text: &ArticleText, report: &mut Report<'_>) -> TextState {
    let Some(node) = fields.get("digest") else {
        return TextState::AsExported;
    };
    let Some(digest) = node.text(report) else {
        return TextState::AsExported;
    };
    if digest == format!("sha256:{}", text.digest()) {
        return TextState::AsExported;
    }
    report.notice(
        node,
        "the text is not the one that was exported, so its mentions were placed anew by their quotes",
    );
    TextState::Changed
}

fn check_lengths(fields: &Fields<'_, '_>, text: &ArticleText, report: &mut Report<'_>) {
    let Some(lengths) = fields.get("lengths").and_then(|node| node.fields(report)) else {
        return;
    };
    let units = [
        ("codePoints", text.offsets().len_chars().0),
        ("utf16", text.offsets().len_utf16().0),
        ("bytes", text.end().0),
    ];
    for (unit, length) in units {
        let Some(node) = lengths.get(unit) else { continue };
        let given = node.count(report);
        if given.is_some_and(|given| given != length) {
            report.notice(node, format_args!("the text’s length is {length} and not this"));
        }
    }
}

fn read_source(article: &Fields<'_, '_>, report: &mut Report<'_>) -> Source {
    let fields = article.get("source").and_then(|node| node.fields(report));
    let Some(fields) = fields else { return Source::default() };
    fields.report_others("a source", &["outlet", "author", "url", "language", "fileName"], report);
    Source {
        outlet: fields.text("outlet", report),
        author: fields.text("author", report),
        url: fields.text("url", report),
        language: fields.text("language", report),
        file_name: fields.text("fileName", report),
    }
}
