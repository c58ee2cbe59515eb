//! The schema as JSON, the same in project files and schema files.

use super::json_writer::JsonWriter;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::label::Label;
use crate::core::relation_type::{EndRule, MentionRule, RelationType};
use crate::core::schema::Schema;

/// The value of the field `schema`.
pub(super) fn write_schema(w: &mut JsonWriter, schema: &Schema) {
    w.object(|w| {
        w.field("guidelines").text(&schema.guidelines);
        w.field("labels").list(&schema.labels, |w, label| write_label(w, label));
        w.field("relationTypes").list(&schema.relation_types, |w, kind| {
            write_relation_type(w, kind, schema);
        });
    });
}

/// The word for the kind in files.
pub(in crate::core) fn kind_name(kind: &AttributeKind) -> &'static str {
    match kind {
        AttributeKind::Text => "text",
        AttributeKind::Number => "number",
        AttributeKind::YesNo => "yesNo",
        AttributeKind::OneOf(_) => "oneOf",
        AttributeKind::ManyOf(_) => "manyOf",
    }
}

fn write_label(w: &mut JsonWriter, label: &Label) {
    w.object(|w| {
        w.field("id").shown(label.id);
        w.field("kind").text(label.kind.name());
        w.field("name").text(&label.name);
        w.field("description").text(&label.description);
        w.field("color").shown(label.color);
        w.field("line").text(label.line.name());
        match label.key {
            Some(key) => w.field("key").shown(key),
            None => w.field("key").null(),
        }
        w.field("attributes").list(&label.attributes, write_attribute);
    });
}

fn write_attribute(w: &mut JsonWriter, attribute: &Attribute) {
    w.object(|w| {
        w.field("id").shown(attribute.id);
        w.field("name").text(&attribute.name);
        w.field("description").text(&attribute.description);
        w.field("kind").text(kind_name(&attribute.kind));
        if let AttributeKind::OneOf(choices) | AttributeKind::ManyOf(choices) = &attribute.kind {
            w.field("choices").texts(choices);
        }
    });
}

fn write_relation_type(w: &mut JsonWriter, kind: &RelationType, schema: &Schema) {
    w.object(|w| {
        w.field("id").shown(kind.id);
        w.field("name").text(&kind.name);
        match &kind.inverse {
            Some(inverse) => w.field("inverse").text(inverse),
            None => w.field("inverse").null(),
        }
        w.field("description").text(&kind.description);
        write_rule(w.field("from"), &kind.from, schema);
        write_rule(w.field("to"), &kind.to, schema);
    });
}

fn write_rule(w: &mut JsonWriter, rule: &EndRule, schema: &Schema) {
    let is_named = |id| matches!(&rule.mentions, MentionRule::Of(labels) if labels.contains(&id));
    w.object(|w| {
        w.field("mentions").text(match rule.mentions {
            MentionRule::None => "none",
            MentionRule::Any => "any",
            MentionRule::Of(_) => "labels",
        });
        let labels = schema.labels.iter().filter(|label| is_named(label.id));
        w.field("labels")
            .list(labels, |w, label| w.named(label.id, &label.name));
        w.field("claims").flag(rule.claims);
        w.field("entities").flag(rule.entities);
    });
}
