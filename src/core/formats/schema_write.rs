//! The schema as JSON, the same in project files and schema files.

use super::json_writer::JsonWriter;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::label::Label;
use crate::core::schema::Schema;

/// The value of the field `schema`.
pub(super) fn write_schema(w: &mut JsonWriter, schema: &Schema) {
    w.object(|w| {
        w.field("guidelines").text(&schema.guidelines);
        w.field("labels").list(&schema.labels, |w, label| write_label(w, label));
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
