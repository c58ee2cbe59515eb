//! Labels and guidelines. What a change of a label would take from mentions can be asked before it is made.

use super::action::SchemaAction;
use super::change_set::Topics;
use super::commit::{Committed, Step, commit};
use super::dialog::Dialog;
use super::label_draft::LabelDraft;
use super::machine::{Context, Editor};
use super::toast::Offer;
use super::{annotate, choose, command::Command, relation_type_edit};
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::attribute_value::AttributeValue;
use crate::core::edit::{Edit, Placed};
use crate::core::entity::Entity;
use crate::core::id::LabelId;
use crate::core::label::Label;
use crate::core::mention::Mention;
use crate::core::order;
use crate::core::project::Project;
use std::rc::Rc;

pub(super) fn handle(editor: &mut Editor, action: SchemaAction, cx: &mut Context<'_>) {
    match action {
        SchemaAction::Save(draft) => save(editor, &draft, cx),
        SchemaAction::Delete(id) => delete(editor, id, cx),
        SchemaAction::Move(id, index) => move_to(editor, id, index, cx),
        SchemaAction::RelationType(action) => relation_type_edit::handle(editor, action, cx),
        SchemaAction::SetGuidelines(new) => {
            let old = editor.project.schema().guidelines.clone();
            if old != new {
                let step = Step::new("edit the guidelines", vec![Edit::Guidelines { old, new }]);
                commit(editor, step.merging("guidelines".to_owned()), cx);
            }
        }
    }
}

/// How many mentions have this label.
pub fn n_mentions_of(project: &Project, label: LabelId) -> usize {
    project.all_mentions().filter(|mention| mention.label == label).count()
}

/// How many mentions would lose an answer if the label became this.
pub fn n_mentions_losing(project: &Project, new: &Label) -> usize {
    let Some(old) = project.schema().label(new.id) else {
        return 0;
    };
    if old.attributes == new.attributes {
        return 0;
    }
    let of_label = project.all_mentions().filter(|mention| mention.label == new.id);
    of_label
        .filter(|mention| loses(mention, &adapted(mention, old, new)))
        .count()
}

/// Whether an answer is gone, or one of several choices of it.
fn loses(mention: &Mention, adapted: &Mention) -> bool {
    mention
        .attributes
        .iter()
        .any(|(id, value)| match (value, adapted.attributes.get(id)) {
            (_, None) => true,
            (AttributeValue::ManyOf(before), Some(AttributeValue::ManyOf(after))) => after.len() < before.len(),
            _ => false,
        })
}

fn save(editor: &mut Editor, draft: &LabelDraft, cx: &mut Context<'_>) {
    let label = draft.label(cx.env.new_label_id(), || cx.env.new_attribute_id());
    let schema = editor.project.schema();
    if let Some(fault) = schema.faults(&label).into_iter().next() {
        return cx.announce(fault);
    }
    if matches!(editor.view.dialog, Some(Dialog::Schema(_))) {
        editor.view.dialog = Some(Dialog::Schema(Some(label.id)));
        cx.changed(Topics::DIALOG);
    }
    let new = Rc::new(label);
    let (title, edits) = match schema.position(new.id) {
        None => {
            let index = schema.labels.len();
            let placed = Placed {
                index,
                item: new.clone(),
            };
            (
                format!("add the label {}", new.name),
                vec![Edit::Label {
                    old: None,
                    new: Some(placed),
                }],
            )
        }
        Some(index) => {
            let old = schema.labels[index].clone();
            if old == new {
                return;
            }
            let mut edits = vec![Edit::Label {
                old: Some(Placed {
                    index,
                    item: old.clone(),
                }),
                new: Some(Placed {
                    index,
                    item: new.clone(),
                }),
            }];
            let of_label = editor.project.all_mentions().filter(|mention| mention.label == new.id);
            edits.extend(of_label.filter_map(|mention| {
                let adapted = adapted(mention, &old, &new);
                (adapted != **mention).then(|| Edit::Mention {
                    old: Some(mention.clone()),
                    new: Some(Rc::new(adapted)),
                })
            }));
            (format!("change the label {}", old.name), edits)
        }
    };
    if commit(editor, Step::new(title, edits), cx) == Committed::Yes {
        cx.announce(format!("Label {} saved", new.name));
    }
}

/// The mention with its answers fitted to the label's new form: a choice that was reworded in its place is carried
/// over; what no longer fits is dropped.
fn adapted(mention: &Mention, old: &Label, new: &Label) -> Mention {
    let mut adapted = mention.clone();
    adapted.attributes = mention
        .attributes
        .iter()
        .filter_map(|(id, value)| {
            let attribute = new.attribute(*id)?;
            let value = match old.attribute(*id) {
                Some(before) => carried_over(value, before, attribute),
                None => value.clone(),
            };
            attribute.takes(&value).then_some((*id, value))
        })
        .collect();
    adapted
}

fn carried_over(value: &AttributeValue, old: &Attribute, new: &Attribute) -> AttributeValue {
    let (before, after) = (old.kind.choices(), new.kind.choices());
    let reworded = |choice: &String| -> String {
        let at = before.iter().position(|other| other == choice);
        match at.and_then(|at| after.get(at)) {
            Some(replacement) if !after.contains(choice) && !before.contains(replacement) => replacement.clone(),
            _ => choice.clone(),
        }
    };
    match (value, &new.kind) {
        (AttributeValue::OneOf(choice), AttributeKind::OneOf(_)) => AttributeValue::OneOf(reworded(choice)),
        (AttributeValue::OneOf(choice), AttributeKind::ManyOf(_)) => AttributeValue::ManyOf(vec![reworded(choice)]),
        (AttributeValue::ManyOf(choices), AttributeKind::ManyOf(_)) => {
            let mut kept: Vec<String> = choices
                .iter()
                .map(reworded)
                .filter(|choice| after.contains(choice))
                .collect();
            order::sort_by_key(&mut kept, |choice| after.iter().position(|other| other == choice));
            AttributeValue::ManyOf(kept)
        }
        _ => value.clone(),
    }
}

fn delete(editor: &mut Editor, id: LabelId, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let (Some(index), Some(label)) = (schema.position(id), schema.label(id).cloned()) else {
        return;
    };
    let of_label = editor.project.all_mentions().filter(|mention| mention.label == id);
    let mut edits: Vec<Edit> = of_label
        .map(|mention| Edit::Mention {
            old: Some(mention.clone()),
            new: None,
        })
        .collect();
    let n = edits.len();
    let entities = editor.project.dossier().entities();
    edits.extend(entities.filter(|entity| entity.label == Some(id)).map(|entity| {
        let untyped = Entity {
            label: None,
            modified: cx.env.now,
            ..Entity::clone(entity)
        };
        Edit::Entity {
            old: Some(entity.clone()),
            new: Some(Rc::new(untyped)),
        }
    }));
    edits.push(Edit::Label {
        old: Some(Placed {
            index,
            item: label.clone(),
        }),
        new: None,
    });
    if commit(editor, Step::new(format!("delete the label {}", label.name), edits), cx) == Committed::No {
        return;
    }
    if editor.view.armed == Some(id) {
        annotate::handle(editor, super::action::AnnotateAction::Arm(None), cx);
    }
    if editor.view.list.label == Some(id) {
        editor.view.list.label = None;
        cx.changed(Topics::LIST);
    }
    if editor.chosen().is_none() {
        choose::clear_choice(editor, cx);
    }
    let gone = match n {
        0 => String::new(),
        1 => " and its mention".to_owned(),
        n => format!(" and its {n} mentions"),
    };
    editor.toast(
        format!("Label “{}”{gone} deleted.", label.name),
        Some(Offer::Run(Command::Undo)),
        cx,
    );
}

fn move_to(editor: &mut Editor, id: LabelId, index: usize, cx: &mut Context<'_>) {
    let schema = editor.project.schema();
    let (Some(from), Some(label)) = (schema.position(id), schema.label(id).cloned()) else {
        return;
    };
    let index = index.min(schema.labels.len() - 1);
    if from == index {
        return;
    }
    let step = Step::new(
        format!("move the label {}", label.name),
        vec![Edit::Label {
            old: Some(Placed {
                index: from,
                item: label.clone(),
            }),
            new: Some(Placed { index, item: label }),
        }],
    );
    commit(editor, step.merging(format!("move label {id}")), cx);
    cx.announce(format!(
        "Now number {} of {}",
        index + 1,
        editor.project.schema().labels.len()
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::{CLAIM, CLAIM_TYPE};
    use crate::core::id::AttributeId;
    use crate::editor::action::{Action, AnnotateAction};
    use crate::editor::env::tests::update;
    use crate::editor::settings::Settings;
    use crate::testkit::random_project::small_project;

    fn editor() -> Editor {
        let mut editor = Editor::new(small_project(), Settings::default());
        update(&mut editor, Action::ShowDialog(Some(Dialog::Schema(None))));
        editor
    }

    fn draft(editor: &Editor, id: LabelId) -> LabelDraft {
        LabelDraft::of(editor.project().schema().label(id).expect("the schema has it"))
    }

    #[test]
    fn a_new_label_gets_ids_and_the_dialog_goes_to_it() {
        let mut editor = editor();
        let mut new = LabelDraft::new_for(editor.project().schema());
        new.name = " Weapon ".to_owned();
        for name in ["Kind", "Maker"] {
            new.add_attribute();
            let last = new.attributes.last_mut().expect("one was just added");
            last.name = name.to_owned();
        }
        update(&mut editor, Action::schema(SchemaAction::Save(new)));
        let label = editor
            .project()
            .schema()
            .labels
            .last()
            .expect("there are labels")
            .clone();
        assert_eq!(label.name, "Weapon");
        assert_ne!(label.id, LabelId::from_u128(0));
        let ids: Vec<AttributeId> = label.attributes.iter().map(|attribute| attribute.id).collect();
        assert!(ids.len() == 2 && ids[0] != ids[1], "{ids:?}");
        assert_eq!(editor.view().dialog, Some(Dialog::Schema(Some(label.id))));
        editor.project().check_invariants();
    }

    #[test]
    fn one_of_several_choices_counts_as_lost() {
        let mut editor = editor();
        let mut many = draft(&editor, CLAIM);
        many.attributes[0].kind = crate::editor::label_draft::AnswerKind::ManyOf;
        assert_eq!(n_mentions_losing(editor.project(), &many.provisional()), 0);
        update(&mut editor, Action::schema(SchemaAction::Save(many)));
        let claim = editor
            .project()
            .all_mentions()
            .find(|mention| mention.label == CLAIM)
            .map(|claim| claim.id);
        let value = AttributeValue::ManyOf(vec!["quantity".to_owned(), "event".to_owned()]);
        let action = AnnotateAction::SetAttribute(claim.expect("there is one"), CLAIM_TYPE, Some(value));
        update(&mut editor, Action::Annotate(action));
        let mut without = draft(&editor, CLAIM);
        without.attributes[0].choices.remove(0);
        assert_eq!(n_mentions_losing(editor.project(), &without.provisional()), 1);
    }
}
