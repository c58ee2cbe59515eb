//! Types of relations: which there are, what they are called, what they may join. What is typed counts at once, as far as
//! it makes a type without faults.

use super::command::Command;
use super::commit::{Committed, Step, commit};
use super::count::count;
use super::machine::{Context, Editor};
use super::toast::Offer;
use crate::core::default_relation_types::default_relation_types;
use crate::core::edit::{Edit, Placed};
use crate::core::id::RelationTypeId;
use crate::core::project::Project;
use crate::core::relation_type::{EndRule, MentionRule, RelationType};
use crate::core::schema::Schema;
use std::rc::Rc;

/// What can happen to types of relations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RelationTypeAction {
    /// A new one, which may join anything, at the end.
    Add,
    /// Those that a new project has, as far as there are none of their ids and names; without labels that are not there.
    AddUsual,
    /// The type as it is to be. Not saved where it has faults; typing merges into one step.
    Save(Rc<RelationType>),
    /// Takes it out, with all of its relations.
    Delete(RelationTypeId),
    /// Puts it at this place of the order.
    Move(RelationTypeId, usize),
}

/// How many relations are of this type.
pub fn n_relations_of(project: &Project, kind: RelationTypeId) -> usize {
    project.dossier().relations().filter(|it| it.kind == kind).count()
}

/// Of the types that a new project has, those of whose ids and names the schema has none; without labels that it has not.
pub fn missing_usual(schema: &Schema) -> Vec<RelationType> {
    let usual = default_relation_types().into_iter();
    let of_schema = usual.map(|kind| kind.with_labels(|id| schema.label(id).map(|label| label.id)));
    let is_missing =
        |kind: &RelationType| schema.relation_type(kind.id).is_none() && schema.relation_faults(kind).is_empty();
    of_schema.filter(is_missing).collect()
}

pub(super) fn handle(editor: &mut Editor, action: RelationTypeAction, cx: &mut Context<'_>) {
    match action {
        RelationTypeAction::Add => add(editor, cx),
        RelationTypeAction::AddUsual => add_usual(editor, cx),
        RelationTypeAction::Save(kind) => save(editor, kind, cx),
        RelationTypeAction::Delete(id) => delete(editor, id, cx),
        RelationTypeAction::Move(id, index) => move_to(editor, id, index, cx),
    }
}

fn add(editor: &mut Editor, cx: &mut Context<'_>) {
    let anything = EndRule {
        mentions: MentionRule::Any,
        claims: true,
        entities: true,
    };
    let mut kind = RelationType {
        id: cx.env.new_relation_type_id(),
        name: "is related to".to_owned(),
        inverse: None,
        description: String::new(),
        from: anything.clone(),
        to: anything,
    };
    let schema = editor.project.schema();
    for number in 2.. {
        if schema.relation_faults(&kind).is_empty() {
            break;
        }
        kind.name = format!("is related to ({number})");
    }
    let index = schema.relation_types.len();
    let name = kind.name.clone();
    let edit = Edit::RelationType {
        old: None,
        new: Some(Placed {
            index,
            item: Rc::new(kind),
        }),
    };
    if commit(editor, Step::new(format!("add the relation “{name}”"), vec![edit]), cx) == Committed::Yes {
        cx.announce(format!("Relation “{name}” added"));
    }
}

fn add_usual(editor: &mut Editor, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let n_there = schema.relation_types.len();
    let missing = missing_usual(schema);
    let n = missing.len();
    let edits = missing
        .into_iter()
        .zip(n_there..)
        .map(|(kind, index)| Edit::RelationType {
            old: None,
            new: Some(Placed {
                index,
                item: Rc::new(kind),
            }),
        });
    let edits = edits.collect();
    if commit(editor, Step::new("add the usual relations", edits), cx) == Committed::Yes {
        cx.announce(format!("{n} added"));
    }
}

fn save(editor: &mut Editor, kind: Rc<RelationType>, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let Some(index) = schema.relation_position(kind.id) else {
        return;
    };
    let old = schema.relation_types[index].clone();
    if old == kind || !schema.relation_faults(&kind).is_empty() {
        return;
    }
    let step = Step::new(
        format!("change the relation “{}”", old.name),
        vec![Edit::RelationType {
            old: Some(Placed { index, item: old }),
            new: Some(Placed {
                index,
                item: kind.clone(),
            }),
        }],
    );
    commit(editor, step.merging(format!("type {}", kind.id)), cx);
}

fn delete(editor: &mut Editor, id: RelationTypeId, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let Some(index) = schema.relation_position(id) else {
        return;
    };
    let item = schema.relation_types[index].clone();
    let (name, n) = (item.name.clone(), n_relations_of(&editor.project, id));
    let edit = Edit::RelationType {
        old: Some(Placed { index, item }),
        new: None,
    };
    if commit(
        editor,
        Step::new(format!("delete the relation “{name}”"), vec![edit]),
        cx,
    ) == Committed::Yes
    {
        let gone = match n {
            0 => String::new(),
            n => format!(" and what is said by it {}", count(n, "time")),
        };
        editor.toast(
            format!("Relation “{name}”{gone} deleted."),
            Some(Offer::Run(Command::Undo)),
            cx,
        );
    }
}

fn move_to(editor: &mut Editor, id: RelationTypeId, index: usize, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let Some(from) = schema.relation_position(id) else {
        return;
    };
    let n = schema.relation_types.len();
    let index = index.min(n - 1);
    if from == index {
        return;
    }
    let item = schema.relation_types[from].clone();
    let name = item.name.clone();
    let step = Step::new(
        format!("move the relation “{name}”"),
        vec![Edit::RelationType {
            old: Some(Placed {
                index: from,
                item: item.clone(),
            }),
            new: Some(Placed { index, item }),
        }],
    );
    commit(editor, step.merging(format!("move type {id}")), cx);
    cx.announce(format!("Now number {} of {n}", index + 1));
}
