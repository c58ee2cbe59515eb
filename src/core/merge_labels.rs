//! Joins two schemas so that every mention of both keeps its label and its values: nothing is taken away, attributes
//! and choices add up. Types of relations are joined along with them.

use super::attribute::{Attribute, AttributeKind};
use super::formats::{derived_id, free_name, is_same, kind_name};
use super::id::{AttributeId, LabelId, RelationTypeId};
use super::label::Label;
use super::merge_relations::merge_relation_types;
use super::relation_type::RelationType;
use super::schema::Schema;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Whose names, descriptions, colors, lines, keys and guidelines stand where both have them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Prefer {
    /// Those of the project.
    Present,
    /// Those of the file.
    Incoming,
}

/// What the incoming labels, attributes and types of relations are called in the joint schema.
#[derive(Debug, Default)]
pub(super) struct LabelMap {
    labels: BTreeMap<LabelId, LabelId>,
    /// By the incoming label and attribute.
    attributes: BTreeMap<(LabelId, AttributeId), AttributeId>,
    relation_types: BTreeMap<RelationTypeId, RelationTypeId>,
}

impl LabelMap {
    /// An incoming label in the joint schema.
    pub fn label(&self, id: LabelId) -> LabelId {
        self.labels.get(&id).copied().unwrap_or(id)
    }

    /// An attribute of an incoming label in the joint schema.
    pub fn attribute(&self, label: LabelId, id: AttributeId) -> AttributeId {
        self.attributes.get(&(label, id)).copied().unwrap_or(id)
    }

    /// An incoming type of relations in the joint schema.
    pub fn relation_type(&self, id: RelationTypeId) -> RelationTypeId {
        self.relation_types.get(&id).copied().unwrap_or(id)
    }
}

/// Labels are the same by id, else by name and kind; attributes by id, else by name, if they are of the same kind.
/// New labels go to the end; but where the file is preferred and holds all labels, its order stands.
pub(super) fn merge_labels(present: &Schema, incoming: &Schema, prefer: Prefer) -> (Schema, LabelMap) {
    let mut joint = present.clone();
    let mut map = LabelMap::default();
    let partners = partners(present, incoming);
    for label in &incoming.labels {
        let at = partners.get(&label.id).and_then(|id| joint.position(*id));
        let merged = match at {
            Some(at) => merge_label(&joint.labels[at], label, prefer, &joint, &mut map),
            None => added_label(label, &joint),
        };
        map.labels.insert(label.id, merged.id);
        match at {
            Some(at) if *joint.labels[at] == merged => {}
            Some(at) => joint.labels[at] = Rc::new(merged),
            None => joint.labels.push(Rc::new(merged)),
        }
    }
    map.relation_types = merge_relation_types(&mut joint, incoming, prefer, |id| map.label(id));
    if prefer == Prefer::Incoming {
        take_order(&mut joint, incoming, &map);
    }
    let takes_guidelines = prefer == Prefer::Incoming || joint.guidelines.is_empty();
    if takes_guidelines && !incoming.guidelines.is_empty() {
        joint.guidelines.clone_from(&incoming.guidelines);
    }
    (joint, map)
}

/// Puts the labels in the order of the file, if it holds all of them, and the types of relations likewise. Some of them alone have no place among the others.
fn take_order(joint: &mut Schema, incoming: &Schema, map: &LabelMap) {
    let order: Vec<LabelId> = incoming.labels.iter().map(|label| map.label(label.id)).collect();
    if joint.labels.iter().all(|label| order.contains(&label.id)) {
        let place = |label: &Rc<Label>| order.iter().position(|id| *id == label.id);
        joint.labels.sort_by_key(place);
    }
    let types = incoming.relation_types.iter();
    let order: Vec<RelationTypeId> = types.map(|kind| map.relation_type(kind.id)).collect();
    if joint.relation_types.iter().all(|kind| order.contains(&kind.id)) {
        let place = |kind: &Rc<RelationType>| order.iter().position(|id| *id == kind.id);
        joint.relation_types.sort_by_key(place);
    }
}

/// Incoming label → present label; each present one has one partner at most.
fn partners(present: &Schema, incoming: &Schema) -> BTreeMap<LabelId, LabelId> {
    let of_id = incoming.labels.iter().filter(|label| present.label(label.id).is_some());
    let mut partners: BTreeMap<LabelId, LabelId> = of_id.map(|label| (label.id, label.id)).collect();
    let mut taken: BTreeSet<LabelId> = partners.keys().copied().collect();
    for label in &incoming.labels {
        let alike = |other: &&Rc<Label>| other.kind == label.kind && is_same(&other.name, &label.name);
        let of_name = present
            .labels
            .iter()
            .filter(|other| !taken.contains(&other.id))
            .find(alike);
        if let Some(other) = of_name.filter(|_| !partners.contains_key(&label.id)) {
            partners.insert(label.id, other.id);
            taken.insert(other.id);
        }
    }
    partners
}

fn added_label(label: &Label, joint: &Schema) -> Label {
    Label {
        name: free_label_name(&label.name, None, joint),
        key: label.key.filter(|key| joint.label_by_key(*key).is_none()),
        ..label.clone()
    }
}

fn merge_label(present: &Label, incoming: &Label, prefer: Prefer, joint: &Schema, map: &mut LabelMap) -> Label {
    let mut merged = present.clone();
    if prefer == Prefer::Incoming {
        merged = Label {
            id: present.id,
            kind: incoming.kind,
            name: free_label_name(&incoming.name, Some(present.id), joint),
            description: incoming.description.clone(),
            color: incoming.color,
            line: incoming.line,
            key: incoming
                .key
                .filter(|key| joint.label_by_key(*key).is_none_or(|it| it.id == present.id)),
            attributes: merged.attributes,
        };
    }
    let mut taken: BTreeSet<AttributeId> = incoming.attributes.iter().flat_map(ids_of).collect();
    for attribute in &incoming.attributes {
        let id = merge_attribute(&mut merged.attributes, attribute, prefer, &taken);
        map.attributes.insert((incoming.id, attribute.id), id);
        taken.insert(id);
    }
    merged
}

fn free_label_name(name: &str, own: Option<LabelId>, joint: &Schema) -> String {
    let others = || joint.labels.iter().filter(|label| Some(label.id) != own);
    free_name(name, |name| others().any(|label| is_same(&label.name, name)))
}

/// The ids that an incoming attribute goes by: its own, or where that is taken by another kind of attribute, one made
/// of it.
fn ids_of(incoming: &Attribute) -> [AttributeId; 2] {
    let parts = ["attribute", &incoming.id.to_string(), kind_name(&incoming.kind)];
    [incoming.id, AttributeId::from_u128(derived_id(&parts))]
}

/// Answers which attribute of `attributes` it has become. Those in `taken` are not found by name.
fn merge_attribute(
    attributes: &mut Vec<Attribute>,
    incoming: &Attribute,
    prefer: Prefer,
    taken: &BTreeSet<AttributeId>,
) -> AttributeId {
    let [own_id, other_id] = ids_of(incoming);
    let has_kind = |attribute: &Attribute| kind_name(&attribute.kind) == kind_name(&incoming.kind);
    let of_id = |id| attributes.iter().position(|it| it.id == id && has_kind(it));
    let is_alike = |it: &Attribute| is_same(&it.name, &incoming.name) && has_kind(it) && !taken.contains(&it.id);
    let at = of_id(own_id)
        .or_else(|| of_id(other_id))
        .or_else(|| attributes.iter().position(is_alike));
    let others_have = |name: &str| {
        let others = attributes.iter().enumerate().filter(|(i, _)| Some(*i) != at);
        others.into_iter().any(|(_, it)| is_same(&it.name, name))
    };
    let free = free_name(&incoming.name, others_have);
    let Some(attribute) = at.map(|at| &mut attributes[at]) else {
        let is_taken = attributes.iter().any(|it| it.id == own_id);
        let id = if is_taken { other_id } else { own_id };
        attributes.push(Attribute {
            id,
            name: free,
            ..incoming.clone()
        });
        return id;
    };
    if prefer == Prefer::Incoming {
        attribute.name = free;
        attribute.description.clone_from(&incoming.description);
    }
    let (first, second) = match prefer {
        Prefer::Present => (attribute.kind.choices(), incoming.kind.choices()),
        Prefer::Incoming => (incoming.kind.choices(), attribute.kind.choices()),
    };
    let mut choices = first.to_vec();
    choices.extend(second.iter().filter(|choice| !first.contains(choice)).cloned());
    match &mut attribute.kind {
        AttributeKind::OneOf(own) | AttributeKind::ManyOf(own) => *own = choices,
        AttributeKind::Text | AttributeKind::Number | AttributeKind::YesNo => {}
    }
    attribute.id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    fn attribute(id: u128, name: &str, kind: AttributeKind) -> Attribute {
        Attribute {
            id: AttributeId::from_u128(id),
            name: name.to_owned(),
            description: String::new(),
            kind,
        }
    }

    fn one_of(choices: &[&str]) -> AttributeKind {
        AttributeKind::OneOf(choices.iter().map(|choice| (*choice).to_owned()).collect())
    }

    fn schema(id: u128, name: &str, attributes: Vec<Attribute>) -> Schema {
        let claim = crate::core::default_schema::default_schema().labels[0].clone();
        Schema {
            labels: vec![Rc::new(Label {
                id: LabelId::from_u128(id),
                name: name.to_owned(),
                attributes,
                ..claim.as_ref().clone()
            })],
            ..Schema::default()
        }
    }

    fn shape(schema: &Schema) -> Vec<(String, Vec<(String, AttributeKind)>)> {
        let attributes = |label: &Rc<Label>| {
            label
                .attributes
                .iter()
                .map(|it| (it.name.clone(), it.kind.clone()))
                .collect()
        };
        schema
            .labels
            .iter()
            .map(|label| (label.name.clone(), attributes(label)))
            .collect()
    }

    #[test]
    fn attributes_and_choices_add_up() {
        let present = schema(
            1,
            "Claim",
            vec![
                attribute(11, "Type", one_of(&["a", "b"])),
                attribute(12, "Sure", AttributeKind::YesNo),
            ],
        );
        let incoming = schema(
            2,
            "claim",
            vec![
                attribute(21, "type", one_of(&["c", "b"])),
                attribute(12, "Sure", AttributeKind::Text),
            ],
        );
        let (joint, map) = merge_labels(&present, &incoming, Prefer::Present);
        let expected = [
            ("Type".to_owned(), one_of(&["a", "b", "c"])),
            ("Sure".to_owned(), AttributeKind::YesNo),
            ("Sure (2)".to_owned(), AttributeKind::Text),
        ];
        assert_eq!(shape(&joint), [("Claim".to_owned(), expected.to_vec())]);
        assert_eq!(map.label(LabelId::from_u128(2)), LabelId::from_u128(1));
        let of = |id| map.attribute(LabelId::from_u128(2), AttributeId::from_u128(id));
        assert_eq!(of(21), AttributeId::from_u128(11));
        assert_eq!(of(12), joint.labels[0].attributes[2].id);
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Incoming);
        assert_eq!(shape(&joint)[0].0, "claim");
        assert_eq!(shape(&joint)[0].1[0], ("type".to_owned(), one_of(&["c", "b", "a"])));
    }

    #[test]
    fn labels_of_another_kind_stay_apart() {
        let present = schema(1, "Claim", vec![]);
        let mut incoming = schema(2, "Claim", vec![]);
        Rc::make_mut(&mut incoming.labels[0]).kind = crate::core::label::LabelKind::Entity;
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Present);
        assert_eq!(
            shape(&joint).into_iter().map(|(name, _)| name).collect::<Vec<_>>(),
            ["Claim", "Claim (2)"]
        );
        assert_eq!(joint.labels[1].key, None, "the key is taken");
    }

    #[test]
    fn the_order_is_the_files_where_it_holds_all_labels() {
        let names = |schema: &Schema| -> Vec<String> { schema.labels.iter().map(|it| it.name.clone()).collect() };
        let present = crate::core::default_schema::default_schema();
        let mut incoming = present.clone();
        incoming.labels.reverse();
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Incoming);
        assert_eq!(names(&joint), names(&incoming));
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Present);
        assert_eq!(
            names(&joint),
            names(&present),
            "what is added to a project leaves its order"
        );
        incoming.labels.remove(0);
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Incoming);
        assert_eq!(names(&joint), names(&present), "the file lacks one");
    }

    proptest! {
        #[test]
        fn the_joint_schema_has_no_faults_and_joining_again_changes_nothing(a in arb_project(), b in arb_project()) {
            for prefer in [Prefer::Present, Prefer::Incoming] {
                let (joint, _) = merge_labels(a.schema(), b.schema(), prefer);
                for label in &joint.labels {
                    prop_assert_eq!(joint.faults(label), Vec::<String>::new());
                }
                for kind in &joint.relation_types {
                    prop_assert_eq!(joint.relation_faults(kind), Vec::<String>::new());
                    prop_assert!(kind.labels().all(|id| joint.label(id).is_some()));
                }
                let (again, _) = merge_labels(&joint, b.schema(), prefer);
                prop_assert_eq!(again, joint);
            }
        }
    }
}
