//! The schema: which labels and types of relations there are, and the guidelines for using them.

use super::id::{LabelId, RelationTypeId};
use super::label::Label;
use super::relation_type::RelationType;
use std::rc::Rc;

/// Labels and types of relations, each in the order in which they are offered, and guidelines in plain text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Schema {
    /// Names and keys are unique; see [`Schema::faults`].
    pub labels: Vec<Rc<Label>>,
    /// Names are unique; see [`Schema::relation_faults`].
    pub relation_types: Vec<Rc<RelationType>>,
    /// Shown to annotators; may be empty.
    pub guidelines: String,
}

impl Schema {
    /// `None` where the schema has no such label.
    pub fn label(&self, id: LabelId) -> Option<&Rc<Label>> {
        self.labels.iter().find(|label| label.id == id)
    }

    /// Its place in the order.
    pub fn position(&self, id: LabelId) -> Option<usize> {
        self.labels.iter().position(|label| label.id == id)
    }

    /// `None` where the schema has no such type.
    pub fn relation_type(&self, id: RelationTypeId) -> Option<&Rc<RelationType>> {
        self.relation_types.iter().find(|kind| kind.id == id)
    }

    /// The type's place in the order.
    pub fn relation_position(&self, id: RelationTypeId) -> Option<usize> {
        self.relation_types.iter().position(|kind| kind.id == id)
    }

    /// The label that this key tags with.
    pub fn label_by_key(&self, key: char) -> Option<&Rc<Label>> {
        self.labels.iter().find(|label| label.key == Some(key))
    }

    /// What is wrong with `label` as a member of this schema (its present version aside), in plain sentences.
    pub fn faults(&self, label: &Label) -> Vec<String> {
        let mut faults = Vec::new();
        let others = || self.labels.iter().filter(|other| other.id != label.id);
        if label.name.trim().is_empty() {
            faults.push("A label needs a name.".to_owned());
        }
        if let Some(other) = others().find(|other| same_name(&other.name, &label.name)) {
            faults.push(format!("There is already a label “{}”.", other.name));
        }
        if let Some(key) = label.key {
            if let Some(other) = others().find(|other| other.key == Some(key)) {
                faults.push(format!("The key {key} already tags as “{}”.", other.name));
            }
            if !is_label_key(key) {
                faults.push(format!("“{key}” cannot be a key: take a lower-case letter or a digit."));
            }
        }
        for (i, attribute) in label.attributes.iter().enumerate() {
            if attribute.name.trim().is_empty() {
                faults.push("An attribute needs a name.".to_owned());
            }
            if label.attributes[..i]
                .iter()
                .any(|earlier| same_name(&earlier.name, &attribute.name))
            {
                faults.push(format!("There are two attributes “{}”.", attribute.name));
            }
            let choices = attribute.kind.choices();
            if choices
                .iter()
                .enumerate()
                .any(|(i, choice)| choice.trim().is_empty() || choices[..i].contains(choice))
            {
                faults.push(format!(
                    "The choices of “{}” must differ and not be empty.",
                    attribute.name
                ));
            }
            if needs_choices(&attribute.kind) && choices.is_empty() {
                faults.push(format!("“{}” needs at least one choice.", attribute.name));
            }
        }
        faults
    }

    /// What is wrong with `kind` as a type of this schema (its present version aside), in plain sentences.
    pub fn relation_faults(&self, kind: &RelationType) -> Vec<String> {
        let mut faults = Vec::new();
        let mut others = self.relation_types.iter().filter(|other| other.id != kind.id);
        if kind.name.trim().is_empty() {
            faults.push("A type of relations needs a name.".to_owned());
        }
        if let Some(other) = others.find(|other| same_name(&other.name, &kind.name)) {
            faults.push(format!("There is already a type “{}”.", other.name));
        }
        if let Some(inverse) = &kind.inverse {
            if inverse.trim().is_empty() {
                faults.push("Say how it reads from the other end.".to_owned());
            } else if same_name(inverse, &kind.name) {
                faults.push("What reads the same from both ends has no direction.".to_owned());
            }
        }
        faults
    }
}

/// Whether a character can be a label's key.
pub fn is_label_key(key: char) -> bool {
    key.is_alphanumeric() && key.to_lowercase().eq([key])
}

fn needs_choices(kind: &super::attribute::AttributeKind) -> bool {
    use super::attribute::AttributeKind::{ManyOf, OneOf};
    matches!(kind, OneOf(_) | ManyOf(_))
}

fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
