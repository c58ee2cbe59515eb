//! Writes the native format.

use super::write_dossier::{write_claims, write_entities, write_reference};
use super::write_relations::{write_distinctions, write_relations};
use super::{FORMAT, VERSION};
use crate::core::article::Article;
use crate::core::attribute_value::AttributeValue;
use crate::core::formats::chosen::Chosen;
use crate::core::formats::json_writer::JsonWriter;
use crate::core::formats::schema_write::write_schema;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use crate::core::project::Project;
use crate::core::quote::Quote;
use crate::core::span::Span;

/// The whole project, or of its articles only those given, in the project's order and with the whole schema, all entities
/// and all claims; of relations and distinctions those that need no other article.
pub fn write(project: &Project, articles: Option<&[ArticleId]>) -> String {
    let chosen = Chosen::new(articles);
    let mut w = JsonWriter::default();
    w.object(|w| {
        w.field("format").text(FORMAT);
        w.field("version").count(VERSION);
        w.field("project").object(|w| {
            w.field("id").shown(project.id());
            w.field("name").text(project.name());
            w.field("created").shown(project.created());
        });
        write_schema(w.field("schema"), project.schema());
        write_entities(w.field("entities"), project.dossier(), project.schema());
        write_claims(w.field("claims"), project.dossier(), |article| chosen.has(*article));
        write_relations(w.field("relations"), project, &chosen);
        write_distinctions(w.field("distinctions"), project, &chosen);
        w.field("articles").list(chosen.articles(project), |w, article| {
            write_article(w, article, project)
        });
    });
    w.finish()
}

fn write_article(w: &mut JsonWriter, article: &Article, project: &Project) {
    let text = &article.text;
    w.object(|w| {
        w.field("id").shown(article.id);
        w.field("digest").shown(format_args!("sha256:{}", text.digest()));
        w.field("title").text(&article.title);
        w.field("source").object(|w| {
            w.field("outlet").text(&article.source.outlet);
            w.field("author").text(&article.source.author);
            w.field("url").text(&article.source.url);
            w.field("language").text(&article.source.language);
            w.field("fileName").text(&article.source.file_name);
        });
        match article.date {
            Some(date) => w.field("date").shown(date),
            None => w.field("date").null(),
        }
        w.field("tags").texts(&article.tags);
        w.field("note").text(&article.note);
        w.field("done").flag(article.done);
        w.field("added").shown(article.added);
        w.field("lengths").inline_object(|w| {
            w.field("codePoints").count(text.offsets().len_chars().0);
            w.field("utf16").count(text.offsets().len_utf16().0);
            w.field("bytes").count(text.end().0);
        });
        w.field("text").text(text.as_str());
        let mentions = project
            .mentions(article.id)
            .into_iter()
            .flat_map(|set| set.in_text_order());
        w.field("mentions").list(mentions, |w, mention| {
            write_mention(w, mention, article, project);
        });
    });
}

fn write_mention(w: &mut JsonWriter, mention: &Mention, article: &Article, project: &Project) {
    let label = project.schema().label(mention.label);
    w.object(|w| {
        w.field("id").shown(mention.id);
        w.field("label")
            .named(mention.label, label.map_or("", |label| &label.name));
        w.field("spans")
            .list(mention.spans.as_slice(), |w, span| write_span(w, *span, article));
        w.field("attributes").list(&mention.attributes, |w, (id, value)| {
            let attribute = label.and_then(|label| label.attribute(*id));
            w.inline_object(|w| {
                w.field("id").shown(id);
                w.field("name").text(attribute.map_or("", |attribute| &attribute.name));
                write_value(w.field("value"), value);
            });
        });
        let reference = mention.reference.as_deref().copied();
        write_reference(w.field("refersTo"), reference, project.dossier());
        w.field("note").text(&mention.note);
        w.field("creator").text(&mention.author);
        w.field("created").shown(mention.created);
        w.field("modified").shown(mention.modified);
    });
}

/// One stretch, with its quote and its place in three units.
pub(super) fn write_span(w: &mut JsonWriter, span: Span, article: &Article) {
    let text = &article.text;
    let quote = Quote::of(text.as_str(), span).expect("the spans of a project's mentions fit their text");
    let (utf16, chars) = (text.utf16_span(span), text.char_span(span));
    w.object(|w| {
        w.field("exact").text(quote.exact);
        w.field("prefix").text(quote.prefix);
        w.field("suffix").text(quote.suffix);
        write_range(w.field("codePoints"), chars.0.0, chars.1.0);
        write_range(w.field("utf16"), utf16.0.0, utf16.1.0);
        write_range(w.field("bytes"), span.start().0, span.end().0);
    });
}

fn write_range(w: &mut JsonWriter, start: u32, end: u32) {
    w.inline_object(|w| {
        w.field("start").count(start);
        w.field("end").count(end);
    });
}

fn write_value(w: &mut JsonWriter, value: &AttributeValue) {
    match value {
        AttributeValue::Text(text) | AttributeValue::OneOf(text) => w.text(text),
        AttributeValue::Number(number) => w.number(*number),
        AttributeValue::YesNo(yes) => w.flag(*yes),
        AttributeValue::ManyOf(chosen) => w.texts(chosen),
    }
}
