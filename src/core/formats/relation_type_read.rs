//! Reads the types of relations of a schema. What would be a fault of the schema is mended and reported.

use super::derived_id::derived_id;
use super::json_node::{Fields, Report};
use super::schema_read::{free_name, is_same, named};
use crate::core::id::{LabelId, RelationTypeId};
use crate::core::relation_type::{EndRule, MentionRule, RelationType};
use crate::core::schema::Schema;
use std::rc::Rc;

/// Adds the field's types to a schema whose labels are read.
pub(super) fn read_relation_types(schema_fields: &Fields<'_, '_>, schema: &mut Schema, report: &mut Report<'_>) {
    for node in schema_fields.items("relationTypes", report).iter() {
        let fields = node.fields(report);
        let kind = fields.and_then(|fields| read_relation_type(&fields, schema, report));
        schema.relation_types.extend(kind.map(Rc::new));
    }
}

fn read_relation_type(fields: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Option<RelationType> {
    fields.report_others(
        "a type of relations",
        &["id", "name", "inverse", "description", "from", "to"],
        report,
    );
    let node = fields.node();
    let name = fields.text("name", report);
    if name.trim().is_empty() {
        report.left_out(node, "a type of relations without a name was left out");
        return None;
    }
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(node, "the type of relations has no id; it got one made from its name");
        RelationTypeId::from_u128(derived_id(&["relation type", &name]))
    });
    if schema.relation_type(id).is_some() {
        report.left_out(
            node,
            format_args!("a second type of relations of the id {id} was left out"),
        );
        return None;
    }
    let taken = |name: &str| schema.relation_types.iter().any(|kind| is_same(&kind.name, name));
    let free = free_name(&name, taken);
    if free != name {
        report.notice(
            node,
            format_args!("there are two types of relations “{name}”; this one is now “{free}”"),
        );
    }
    let given = fields.get("inverse").and_then(|node| node.text(report));
    let inverse = given.clone().filter(|it| !it.trim().is_empty() && !is_same(it, &free));
    if inverse != given {
        report.notice(node, "it reads the same from both ends, so that it has no direction");
    }
    Some(RelationType {
        id,
        name: free,
        inverse,
        description: fields.text("description", report),
        from: read_rule("from", fields, schema, report),
        to: read_rule("to", fields, schema, report),
    })
}

/// Nothing may stand at an end of which nothing is said.
fn read_rule(end: &str, kind: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> EndRule {
    let Some(fields) = kind.get(end).and_then(|node| node.fields(report)) else {
        return EndRule::default();
    };
    fields.report_others(
        "what may stand at an end",
        &["mentions", "labels", "claims", "entities"],
        report,
    );
    let flag = |key: &str, report: &mut Report<'_>| fields.get(key).and_then(|node| node.flag(report)) == Some(true);
    let labels = read_labels(&fields, schema, report);
    let from_name = |word: &str| match word {
        "none" => Some(Mentions::None),
        "any" => Some(Mentions::Any),
        "labels" => Some(Mentions::Labels),
        _ => None,
    };
    EndRule {
        mentions: match named(&fields, "mentions", from_name, Mentions::None, report) {
            Mentions::None => MentionRule::None,
            Mentions::Any => MentionRule::Any,
            Mentions::Labels => MentionRule::Of(labels.into_iter().collect()),
        },
        claims: flag("claims", report),
        entities: flag("entities", report),
    }
}

/// The words of the field `mentions`.
#[derive(Clone, Copy)]
enum Mentions {
    None,
    Any,
    Labels,
}

/// By id, else by name.
fn read_labels(rule: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Vec<LabelId> {
    let mut labels = Vec::new();
    for node in rule.items("labels", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        labels.extend(super::schema_read::read_label_name(&fields, schema, report));
    }
    labels
}
