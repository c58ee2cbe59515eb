//! Reads a mention of the native format: its place, its label, its values.

use super::read::Reader;
use super::read_article::TextState;
use super::read_dossier::read_reference;
use super::read_span::{SpanRecord, read_spans};
use crate::core::anchor::{Anchored, Anchorer};
use crate::core::article::Article;
use crate::core::attribute::AttributeKind;
use crate::core::attribute_value::AttributeValue;
use crate::core::formats::derived_id::derived_id;
use crate::core::formats::json_node::{Fields, Node, Report};
use crate::core::formats::schema_read::{FALLBACK_COLOR, free_label_name, is_same};
use crate::core::id::{AttributeId, LabelId, MentionId};
use crate::core::label::{Label, LabelKind, LineStyle};
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::reanchored::{Moved, Unplaced, shown_in};
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::spans::Spans;
use std::rc::Rc;

/// Adds the mention to what has been read, or to what found no place.
pub(super) fn read_mention(
    fields: &Fields<'_, '_>,
    article: &Rc<Article>,
    state: TextState,
    anchorer: &mut Anchorer<'_>,
    reader: &mut Reader<'_>,
) {
    const KNOWN: [&str; 9] = [
        "id",
        "label",
        "spans",
        "attributes",
        "refersTo",
        "note",
        "creator",
        "created",
        "modified",
    ];
    fields.report_others("a mention", &KNOWN, &mut reader.report);
    let Some(records) = read_spans(fields, &article.text, &mut reader.report) else {
        return;
    };
    let Some(label) = read_label(fields, reader) else {
        let quote = quote_of(&records);
        reader.report.left_out(
            fields.node(),
            format_args!("the mention “{quote}” has no label; it was left out"),
        );
        return;
    };
    let Some(id) = read_id(fields, article, &records, &label, reader) else {
        return;
    };
    let Some((spans, found)) = place(&records, state, anchorer) else {
        reader.unplaced.push(Unplaced {
            article: article.id,
            article_title: article.title.clone(),
            mention: id,
            label: label.name.clone(),
            quote: quote_of(&records),
        });
        return;
    };
    if spans.as_slice().len() < records.len() {
        let reason = "spans that overlap or touch were joined";
        reader.report.notice(fields.node(), reason);
    }
    if let Some(found) = found {
        reader.moved.push(Moved {
            article: article.id,
            article_title: article.title.clone(),
            mention: id,
            old_quote: quote_of(&records),
            new_quote: article.text.quote(&spans),
            now_in: shown_in(article.text.as_str(), &spans),
            how: found.how,
            certainty: found.certainty,
        });
    }
    let report = &mut reader.report;
    let created = fields.parsed("created", report).unwrap_or(reader.created);
    let reference = read_reference(fields, &reader.dossier, report);
    let mut mention = Mention {
        id,
        article: article.id,
        spans,
        label: label.id,
        attributes: read_values(fields, &label, report),
        reference: None,
        note: fields.text("note", report),
        author: fields.text("creator", report),
        created,
        modified: fields.parsed("modified", report).unwrap_or(created),
    };
    mention.refer_to(reference);
    reader.mention_ids.insert(id);
    reader.mentions.push(Rc::new(mention));
}

/// Where the spans lie, and how one of them was found at worst if not where the file says.
fn place(records: &[SpanRecord], state: TextState, anchorer: &mut Anchorer<'_>) -> Option<(Spans, Option<Anchored>)> {
    let mut spans: Vec<Span> = Vec::with_capacity(records.len());
    let mut found: Option<Anchored> = None;
    for record in records {
        let stated = record.stated.filter(|_| state == TextState::AsExported);
        let from = spans.last().map_or(ByteOffset::ZERO, |span| span.end());
        let span = match stated {
            Some(span) => span,
            None => {
                let anchored = anchorer.anchor_after(from, &record.quote())?;
                if record.stated != Some(anchored.span) {
                    found = Some(found.map_or(anchored, |other| Anchored {
                        how: anchored.how.max(other.how),
                        certainty: anchored.certainty.max(other.certainty),
                        ..other
                    }));
                }
                anchored.span
            }
        };
        spans.push(span);
    }
    Some((Spans::from_unsorted(spans)?, found))
}

fn quote_of(records: &[SpanRecord]) -> String {
    let quotes: Vec<&str> = records.iter().map(|record| record.quote().exact).collect();
    quotes.join(" … ")
}

/// `None` where the mention is a double of one that has been read.
fn read_id(
    fields: &Fields<'_, '_>,
    article: &Article,
    records: &[SpanRecord],
    label: &Label,
    reader: &mut Reader<'_>,
) -> Option<MentionId> {
    let given: Option<MentionId> = fields.parsed("id", &mut reader.report);
    let reason = match given {
        Some(id) if !reader.mention_ids.contains(&id) => return Some(id),
        Some(id) => format!("an earlier mention has the id {id} too; this one got another"),
        None => "the mention has no id; it got one made from its content".to_owned(),
    };
    let places: Vec<String> = records
        .iter()
        .map(|record| format!("{}", record.quote().hint.0))
        .collect();
    let parts = [
        "mention",
        &article.id.to_string(),
        &label.id.to_string(),
        &places.join(" "),
        &quote_of(records),
    ];
    let id = MentionId::from_u128(derived_id(&parts));
    if reader.mention_ids.contains(&id) {
        let reason = "a mention that is there twice was left out";
        reader.report.left_out(fields.node(), reason);
        return None;
    }
    reader.report.notice(fields.node(), reason);
    Some(id)
}

/// The schema's label of that id, else of that name, else a new one. `None` where neither id nor name is given.
fn read_label(mention: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<Rc<Label>> {
    let fields = mention.get("label")?.fields(&mut reader.report)?;
    fields.report_others("a mention’s label", &["id", "name"], &mut reader.report);
    let id: Option<LabelId> = fields.parsed("id", &mut reader.report);
    let known = id.map(|id| reader.label_aliases.get(&id).copied().unwrap_or(id));
    if let Some(label) = known.and_then(|id| reader.schema.label(id)) {
        return Some(label.clone());
    }
    let name = fields.text("name", &mut reader.report);
    let of_name = reader.schema.labels.iter().find(|label| is_same(&label.name, &name));
    if let Some(label) = of_name.cloned() {
        if let Some(id) = id {
            let reason = format_args!(
                "the label {id} is not in the schema; “{}” was taken by its name",
                label.name
            );
            reader.report.notice(fields.node(), reason);
            reader.label_aliases.insert(id, label.id);
        }
        return Some(label);
    }
    if id.is_none() && name.trim().is_empty() {
        return None;
    }
    let name = if name.trim().is_empty() { "Label" } else { &name };
    let label = Rc::new(Label {
        id: id.unwrap_or_else(|| LabelId::from_u128(derived_id(&["label", name]))),
        kind: LabelKind::Entity,
        name: free_label_name(name, &reader.schema),
        description: String::new(),
        color: FALLBACK_COLOR,
        line: LineStyle::Solid,
        key: None,
        attributes: Vec::new(),
    });
    let reason = format_args!(
        "the label “{}” is not in the schema; it was made for its mentions",
        label.name
    );
    reader.report.notice(fields.node(), reason);
    reader.schema.labels.push(label.clone());
    Some(label)
}

fn read_values(
    mention: &Fields<'_, '_>,
    label: &Label,
    report: &mut Report<'_>,
) -> SortedMap<AttributeId, AttributeValue> {
    let mut values = SortedMap::new();
    for node in mention.items("attributes", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        fields.report_others("a mention’s attribute", &["id", "name", "value"], report);
        let id: Option<AttributeId> = fields.parsed("id", report);
        let name = fields.text("name", report);
        let of_name = || {
            label
                .attributes
                .iter()
                .find(|attribute| is_same(&attribute.name, &name))
        };
        let Some(attribute) = id.and_then(|id| label.attribute(id)).or_else(of_name) else {
            let reason = format_args!(
                "the label “{}” has no attribute “{name}”; its value was left out",
                label.name
            );
            report.left_out(node, reason);
            continue;
        };
        let Some(value_node) = fields.get("value") else {
            continue;
        };
        let Some(value) = read_value(value_node, &attribute.kind, report) else {
            continue;
        };
        if !attribute.takes(&value) {
            let reason = format_args!("“{}” does not take this value; it was left out", attribute.name);
            report.left_out(value_node, reason);
        } else if values.insert(attribute.id, value).is_some() {
            report.left_out(
                node,
                format_args!("“{}” has two values; the first was left out", attribute.name),
            );
        }
    }
    values
}

fn read_value(node: Node<'_, '_>, kind: &AttributeKind, report: &mut Report<'_>) -> Option<AttributeValue> {
    Some(match kind {
        AttributeKind::Text => AttributeValue::Text(node.text(report)?),
        AttributeKind::Number => AttributeValue::Number(node.number(report)?),
        AttributeKind::YesNo => AttributeValue::YesNo(node.flag(report)?),
        AttributeKind::OneOf(_) => AttributeValue::OneOf(node.text(report)?),
        AttributeKind::ManyOf(_) => {
            let items = node.items(report);
            let chosen: Option<Vec<String>> = items.iter().map(|item| item.text(report)).collect();
            AttributeValue::ManyOf(chosen?)
        }
    })
}
