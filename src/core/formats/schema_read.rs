//! Reads a schema from JSON. What would be a fault of the schema is mended and reported.

use super::derived_id::derived_id;
use super::json_node::{Fields, Node, Report};
use super::relation_type_read::read_relation_types;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::color::Color;
use crate::core::id::{AttributeId, LabelId};
use crate::core::label::{Label, LabelKind, LineStyle};
use crate::core::schema::{Schema, is_label_key};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The color of a label whose own cannot be read; it is seen on both papers.
pub(super) const FALLBACK_COLOR: Color = Color::rgb(0x7d, 0x82, 0x8c);

/// Never fails: what cannot be read is reported and left out.
pub(super) fn read_schema(node: Node<'_, '_>, report: &mut Report<'_>) -> Schema {
    let mut schema = Schema::default();
    let Some(fields) = node.fields(report) else {
        return schema;
    };
    fields.report_others("the schema", &["guidelines", "labels", "relationTypes"], report);
    schema.guidelines = fields.text("guidelines", report);
    for node in fields.items("labels", report).iter() {
        if let Some(label) = node
            .fields(report)
            .and_then(|fields| read_label(&fields, &schema, report))
        {
            schema.labels.push(Rc::new(label));
        }
    }
    read_relation_types(&fields, &mut schema, report);
    schema
}

/// `name`, with a number where the schema has a label of that name already.
pub(super) fn free_label_name(name: &str, schema: &Schema) -> String {
    let taken = |name: &str| schema.labels.iter().any(|label| is_same(&label.name, name));
    free_name(name, taken)
}

/// Names are compared as [`Schema::faults`] does it.
pub(in crate::core) fn is_same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// `name`, or `name (2)` and so on, whichever is not taken.
pub(in crate::core) fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    let numbered = (2..).map(|n: u64| format!("{name} ({n})"));
    numbered.into_iter().find(|name| !taken(name)).unwrap_or_default()
}

fn read_label(fields: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Option<Label> {
    const KNOWN: [&str; 8] = [
        "id",
        "kind",
        "name",
        "description",
        "color",
        "line",
        "key",
        "attributes",
    ];
    fields.report_others("a label", &KNOWN, report);
    let node = fields.node();
    let name = fields.text("name", report);
    if name.trim().is_empty() {
        report.left_out(node, "a label without a name was left out");
        return None;
    }
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(node, "the label has no id; it got one made from its name");
        LabelId::from_u128(derived_id(&["label", &name]))
    });
    if schema.label(id).is_some() {
        report.left_out(node, format_args!("a second label of the id {id} was left out"));
        return None;
    }
    let free = free_label_name(&name, schema);
    if free != name {
        report.notice(
            node,
            format_args!("there are two labels “{name}”; this one is now “{free}”"),
        );
    }
    Some(Label {
        id,
        kind: named(fields, "kind", LabelKind::from_name, LabelKind::Entity, report),
        name: free,
        description: fields.text("description", report),
        color: fields.parsed("color", report).unwrap_or(FALLBACK_COLOR),
        line: named(fields, "line", LineStyle::from_name, LineStyle::Solid, report),
        key: read_key(fields, schema, report),
        attributes: read_attributes(fields, report),
    })
}

/// Which of the schema’s labels an object with `id` and `name` means: by id, else by name. Reported where it has none.
pub(super) fn read_label_name(fields: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Option<LabelId> {
    fields.report_others("a label’s mention", &["id", "name"], report);
    let id: Option<LabelId> = fields.parsed("id", report);
    let name = fields.text("name", report);
    let label = id.and_then(|id| schema.label(id));
    let label = label.or_else(|| schema.labels.iter().find(|label| is_same(&label.name, &name)));
    if label.is_none() {
        report.left_out(fields.node(), format_args!("the label “{name}” is not in the schema"));
    }
    label.map(|label| label.id)
}

/// One of a closed list of words; the fallback where it is missing, and reported where it is another word.
pub(super) fn named<T: Copy>(
    fields: &Fields<'_, '_>,
    key: &str,
    from_name: impl Fn(&str) -> Option<T>,
    fallback: T,
    report: &mut Report<'_>,
) -> T {
    let Some(node) = fields.get(key) else { return fallback };
    let Some(word) = node.text(report) else { return fallback };
    from_name(&word).unwrap_or_else(|| {
        report.notice(node, format_args!("“{word}” is not known here"));
        fallback
    })
}

fn read_key(fields: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Option<char> {
    let node = fields.get("key")?;
    let word = node.text(report)?;
    let mut chars = word.chars();
    let (Some(key), None) = (chars.next().filter(|key| is_label_key(*key)), chars.next()) else {
        report.left_out(
            node,
            format_args!("“{word}” cannot be a key: take a lower-case letter or a digit"),
        );
        return None;
    };
    if let Some(other) = schema.label_by_key(key) {
        report.left_out(node, format_args!("the key {key} already tags as “{}”", other.name));
        return None;
    }
    Some(key)
}

fn read_attributes(label: &Fields<'_, '_>, report: &mut Report<'_>) -> Vec<Attribute> {
    let mut attributes: Vec<Attribute> = Vec::new();
    for node in label.items("attributes", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        if let Some(attribute) = read_attribute(&fields, &attributes, report) {
            attributes.push(attribute);
        }
    }
    attributes
}

fn read_attribute(fields: &Fields<'_, '_>, earlier: &[Attribute], report: &mut Report<'_>) -> Option<Attribute> {
    fields.report_others(
        "an attribute",
        &["id", "name", "description", "kind", "choices"],
        report,
    );
    let node = fields.node();
    let name = fields.text("name", report);
    if name.trim().is_empty() {
        report.left_out(node, "an attribute without a name was left out");
        return None;
    }
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(node, "the attribute has no id; it got one made from its name");
        AttributeId::from_u128(derived_id(&["attribute", &name]))
    });
    if earlier.iter().any(|other| other.id == id) {
        report.left_out(node, format_args!("a second attribute of the id {id} was left out"));
        return None;
    }
    let free = free_name(&name, |name| earlier.iter().any(|other| is_same(&other.name, name)));
    if free != name {
        report.notice(
            node,
            format_args!("there are two attributes “{name}”; this one is now “{free}”"),
        );
    }
    Some(Attribute {
        id,
        name: free,
        description: fields.text("description", report),
        kind: read_kind(fields, report)?,
    })
}

fn read_kind(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> Option<AttributeKind> {
    let word = fields.text("kind", report);
    let kind = match word.as_str() {
        "text" => AttributeKind::Text,
        "number" => AttributeKind::Number,
        "yesNo" => AttributeKind::YesNo,
        "oneOf" => AttributeKind::OneOf(read_choices(fields, report)?),
        "manyOf" => AttributeKind::ManyOf(read_choices(fields, report)?),
        _ => {
            let reason = format_args!("an attribute of the unknown kind “{word}” was left out");
            report.left_out(fields.node(), reason);
            return None;
        }
    };
    Some(kind)
}

fn read_choices(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> Option<Vec<String>> {
    let mut choices = fields.texts("choices", report);
    let n_given = choices.len();
    let mut seen = BTreeSet::new();
    choices.retain(|choice| !choice.trim().is_empty() && seen.insert(choice.clone()));
    if choices.len() < n_given {
        report.notice(fields.node(), "choices that were empty or there twice were left out");
    }
    if choices.is_empty() {
        report.left_out(fields.node(), "an attribute without choices was left out");
        return None;
    }
    Some(choices)
}
