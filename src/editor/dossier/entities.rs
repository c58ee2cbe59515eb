//! Making, changing, merging and splitting entities.

use super::super::change_set::Topics;
use super::super::commit::{Committed, Step, commit};
use super::super::machine::{Context, Editor};
use super::joined_notes;
use super::references::{referring, referring_all};
use super::relations::moved;
use crate::core::edit::Edit;
use crate::core::entity::Entity;
use crate::core::id::{EntityId, MentionId};
use crate::core::label::LabelKind;
use crate::core::mention::Mention;
use crate::core::reference::Reference;
use crate::core::relation::End;
use crate::editor::command::Command;
use crate::editor::toast::Offer;
use std::rc::Rc;

/// A new entity of that name, of the type that the mention's label is; `None` without a name.
pub(super) fn made(editor: &Editor, name: &str, mention: MentionId, cx: &Context<'_>) -> Option<Entity> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = editor.project.mention(mention).map(|mention| mention.label);
    let label = label.filter(|id| {
        let label = editor.project.schema().label(*id);
        label.is_some_and(|label| label.kind == LabelKind::Entity)
    });
    let entity = Entity {
        id: cx.env.new_entity_id(),
        name,
        label,
        aliases: Vec::new(),
        identity: String::new(),
        roles: Vec::new(),
        note: String::new(),
        created: cx.env.now,
        modified: cx.env.now,
    };
    entity.is_sound().then_some(entity)
}

pub(super) fn save(editor: &mut Editor, entity: &Entity, cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().entity(entity.id).cloned() else {
        return;
    };
    let new = Entity {
        created: old.created,
        modified: cx.env.now,
        ..entity.clone()
    };
    let unchanged = Entity {
        modified: old.modified,
        ..new.clone()
    };
    if unchanged == *old {
        return;
    }
    let title = format!("change {}", new.name);
    let edit = Edit::Entity {
        old: Some(old),
        new: Some(Rc::new(new)),
    };
    let step = Step::new(title, vec![edit]).merging(format!("entity {}", entity.id));
    commit(editor, step, cx);
}

pub(super) fn delete(editor: &mut Editor, id: EntityId, cx: &mut Context<'_>) {
    let Some(entity) = editor.project.dossier().entity(id).cloned() else {
        return;
    };
    let without = |old: Reference| Reference {
        entity: old.entity.filter(|it| *it != id),
        speaker: old.speaker.filter(|it| *it != id),
        ..old
    };
    let mut edits = referring_all(editor, without, cx);
    let name = entity.name.clone();
    edits.push(Edit::Entity {
        old: Some(entity),
        new: None,
    });
    if commit(editor, Step::new(format!("delete {name}"), edits), cx) == Committed::Yes {
        leave(editor, id, None, cx);
        editor.toast(format!("{name} deleted."), Some(Offer::Run(Command::Undo)), cx);
    }
}

pub(super) fn merge(editor: &mut Editor, from: EntityId, into: EntityId, cx: &mut Context<'_>) {
    let dossier = editor.project.dossier();
    let (Some(gone), Some(stays)) = (dossier.entity(from).cloned(), dossier.entity(into).cloned()) else {
        return;
    };
    if from == into {
        return;
    }
    let joint = joined(&gone, &stays, cx);
    let (gone_name, name) = (gone.name.clone(), stays.name.clone());
    let instead = |id: EntityId| if id == from { into } else { id };
    let renamed = |old: Reference| Reference {
        entity: old.entity.map(instead),
        speaker: old.speaker.map(instead),
        ..old
    };
    let mut edits = vec![Edit::Entity {
        old: Some(stays),
        new: Some(Rc::new(joint)),
    }];
    edits.extend(referring_all(editor, renamed, cx));
    edits.extend(moved(editor, End::Entity(from), End::Entity(into), cx));
    edits.push(Edit::Entity {
        old: Some(gone),
        new: None,
    });
    let step = Step::new(format!("merge {gone_name} into {name}"), edits);
    if commit(editor, step, cx) == Committed::Yes {
        leave(editor, from, Some(into), cx);
        cx.announce(format!("{gone_name} is now {name}"));
    }
}

/// The second, with what the first has and it lacks.
fn joined(gone: &Entity, stays: &Entity, cx: &Context<'_>) -> Entity {
    let mut joint = Entity {
        modified: cx.env.now,
        ..stays.clone()
    };
    for name in gone.names() {
        if !joint.names().any(|known| known == name) {
            joint.aliases.push(name.to_owned());
        }
    }
    for role in &gone.roles {
        if !joint.roles.contains(role) {
            joint.roles.push(role.clone());
        }
    }
    joint.label = joint.label.or(gone.label);
    if joint.identity.is_empty() {
        joint.identity.clone_from(&gone.identity);
    }
    joint.note = joined_notes(&stays.note, &gone.note);
    joint
}

/// Of mentions that refer to different entities, only those of the first one's are taken.
pub(super) fn split(editor: &mut Editor, mentions: &[MentionId], cx: &mut Context<'_>) {
    let mentions: Vec<Rc<Mention>> = mentions
        .iter()
        .filter_map(|id| editor.project.mention(*id).cloned())
        .collect();
    let of = mentions.iter().find_map(|mention| mention.reference().entity);
    let Some(old) = of.and_then(|id| editor.project.dossier().entity(id)).cloned() else {
        return;
    };
    let new = Entity {
        id: cx.env.new_entity_id(),
        name: format!("{} (2)", old.name),
        identity: String::new(),
        created: cx.env.now,
        modified: cx.env.now,
        ..Entity::clone(&old)
    };
    let id = new.id;
    let mut edits = vec![Edit::Entity {
        old: None,
        new: Some(Rc::new(new)),
    }];
    for mention in mentions.iter().filter(|mention| mention.reference().entity == of) {
        let reference = Reference {
            entity: Some(id),
            ..mention.reference()
        };
        edits.push(referring(mention, reference, cx));
    }
    if commit(editor, Step::new(format!("split {}", old.name), edits), cx) == Committed::Yes {
        editor.view.entity = Some(id);
        cx.changed(Topics::LAYOUT);
        cx.announce(format!("Split from {}", old.name));
    }
}

/// Another is shown in its place, or the list.
fn leave(editor: &mut Editor, gone: EntityId, to: Option<EntityId>, cx: &mut Context<'_>) {
    if editor.view.entity == Some(gone) {
        editor.view.entity = to;
        cx.changed(Topics::LAYOUT);
    }
}
