//! Reads relations and distinctions of the native format, once all that they join is read.

use super::read::Reader;
use super::read_span::read_span;
use crate::core::anchor::Anchorer;
use crate::core::distinction::{Distinction, PassageAddress};
use crate::core::formats::derived_id::derived_id;
use crate::core::formats::json_node::{Fields, Report};
use crate::core::formats::schema_read::is_same;
use crate::core::id::{ArticleId, RelationId, RelationTypeId};
use crate::core::relation::{End, Relation};
use std::collections::BTreeSet;

/// Those whose type and ends the file has.
pub(super) fn read_relations(root: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut ids = BTreeSet::new();
    for node in root.items("relations", &mut reader.report).iter() {
        let Some(fields) = node.fields(&mut reader.report) else {
            continue;
        };
        let Some(relation) = read_relation(&fields, reader) else {
            continue;
        };
        if ids.insert(relation.id) {
            relations.push(relation);
        } else {
            let reason = format_args!("a second relation of the id {} was left out", relation.id);
            reader.report.left_out(node, reason);
        }
    }
    relations
}

/// Those whose passages the file's articles have.
pub(super) fn read_distinctions(root: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Vec<Distinction> {
    let mut distinctions: Vec<Distinction> = Vec::new();
    let mut keys = BTreeSet::new();
    for node in root.items("distinctions", &mut reader.report).iter() {
        let Some(fields) = node.fields(&mut reader.report) else {
            continue;
        };
        let Some(distinction) = read_distinction(&fields, reader) else {
            continue;
        };
        if keys.insert(distinction.key()) {
            distinctions.push(distinction);
        } else {
            let reason = "a second distinction of the same passages was left out";
            reader.report.left_out(node, reason);
        }
    }
    distinctions
}

fn read_relation(fields: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<Relation> {
    const KNOWN: [&str; 8] = ["id", "type", "from", "to", "note", "creator", "created", "modified"];
    fields.report_others("a relation", &KNOWN, &mut reader.report);
    let node = fields.node();
    let Some(kind) = read_type(fields, reader) else {
        let reason = "a relation whose type is not in the schema was left out";
        reader.report.left_out(node, reason);
        return None;
    };
    let ends = read_end("from", fields, reader).zip(read_end("to", fields, reader));
    let Some((from, to)) = ends.filter(|(from, to)| from != to) else {
        let reason = "a relation that does not join two things of the file was left out";
        reader.report.left_out(node, reason);
        return None;
    };
    let report = &mut reader.report;
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(node, "the relation has no id; it got one made from its ends");
        let parts = ["relation", &kind.to_string(), &format!("{from:?}"), &format!("{to:?}")];
        RelationId::from_u128(derived_id(&parts))
    });
    let created = fields.parsed("created", report).unwrap_or(reader.created);
    Some(Relation {
        id,
        kind,
        from,
        to,
        note: fields.text("note", report),
        author: fields.text("creator", report),
        created,
        modified: fields.parsed("modified", report).unwrap_or(created),
    })
}

/// By id, else by name.
fn read_type(relation: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<RelationTypeId> {
    let report = &mut reader.report;
    let fields = relation.get("type")?.fields(report)?;
    fields.report_others("a relation’s type", &["id", "name"], report);
    let id: Option<RelationTypeId> = fields.parsed("id", report);
    let name = fields.text("name", report);
    let kind = id.and_then(|id| reader.schema.relation_type(id));
    let mut types = reader.schema.relation_types.iter();
    let kind = kind.or_else(|| types.find(|kind| is_same(&kind.name, &name)));
    kind.map(|kind| kind.id)
}

/// `None` where the file has it not.
fn read_end(key: &str, relation: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<End> {
    let report = &mut reader.report;
    let fields = relation.get(key)?.fields(report)?;
    fields.report_others("an end of a relation", &["kind", "id", "text"], report);
    let kind = fields.text("kind", report);
    match kind.as_str() {
        "mention" => {
            let id = fields.parsed("id", report)?;
            reader.mention_ids.contains(&id).then_some(End::Mention(id))
        }
        "claim" => {
            let id = fields.parsed("id", report)?;
            reader.dossier.claim(id).map(|_| End::Claim(id))
        }
        "entity" => {
            let id = fields.parsed("id", report)?;
            reader.dossier.entity(id).map(|_| End::Entity(id))
        }
        _ => {
            report.left_out(fields.node(), format_args!("“{kind}” is no kind of end"));
            None
        }
    }
}

fn read_distinction(fields: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<Distinction> {
    fields.report_others("a distinction", &["passages", "creator", "created"], &mut reader.report);
    let mut passages = Vec::new();
    for node in fields.items("passages", &mut reader.report).iter() {
        if let Some(fields) = node.fields(&mut reader.report) {
            passages.extend(read_passage(&fields, reader));
        }
    }
    let author = fields.text("creator", &mut reader.report);
    let created: Option<_> = fields.parsed("created", &mut reader.report);
    let distinction = match passages[..] {
        [a, b] => Distinction::new(a, b, author, created.unwrap_or(reader.created)),
        _ => None,
    };
    if distinction.is_none() {
        let reason = "a distinction that is not of two passages of different articles of the file was left out";
        reader.report.left_out(fields.node(), reason);
    }
    distinction
}

/// By its offsets where its quote stands there, else by its quote.
fn read_passage(fields: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Option<PassageAddress> {
    let report: &mut Report<'_> = &mut reader.report;
    fields.report_others("a passage", &["article", "span"], report);
    let id: ArticleId = fields.parsed("article", report)?;
    let article = reader.articles.iter().find(|article| article.id == id)?;
    let record = read_span(&fields.get("span")?.fields(report)?, &article.text, report)?;
    let span = match record.stated {
        Some(span) => span,
        None => {
            let (spans, ..) = Anchorer::new(article.text.as_str()).anchor_all(&[record.quote()])?;
            spans.hull()
        }
    };
    Some(PassageAddress { article: id, span })
}
