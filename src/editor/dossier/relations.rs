//! Making, retyping, reversing and deleting relations. What the schema does not allow, and what is said already, is told
//! and not made.

use super::super::commit::{Committed, Step, commit, short_quote};
use super::super::machine::{Context, Editor};
use crate::core::edit::Edit;
use crate::core::id::{RelationId, RelationTypeId};
use crate::core::relation::{End, Relation, Side};
use crate::core::sorted::SortedSet;
use crate::editor::command::Command;
use crate::editor::toast::Offer;
use std::rc::Rc;

/// What can happen to relations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RelationAction {
    /// Says that the one stands so to the other.
    Relate { kind: RelationTypeId, from: End, to: End },
    /// Has a relation say something else, of the same two or the other way round.
    Retype {
        relation: RelationId,
        kind: RelationTypeId,
        from: End,
        to: End,
    },
    /// Swaps its ends.
    Reverse(RelationId),
    /// Takes it out.
    Delete(RelationId),
    /// Replaces its note. Typing merges into one step.
    SetNote(RelationId, String),
}

pub(super) fn handle(editor: &mut Editor, action: RelationAction, cx: &mut Context<'_>) {
    match action {
        RelationAction::Relate { kind, from, to } => relate(editor, kind, from, to, cx),
        RelationAction::Retype {
            relation,
            kind,
            from,
            to,
        } => retype(editor, relation, kind, (from, to), cx),
        RelationAction::Reverse(id) => {
            if let Some(old) = editor.project.dossier().relation(id).cloned() {
                retype(editor, id, old.kind, (old.to, old.from), cx);
            }
        }
        RelationAction::Delete(id) => delete(editor, id, cx),
        RelationAction::SetNote(id, note) => set_note(editor, id, note, cx),
    }
}

fn relate(editor: &mut Editor, kind: RelationTypeId, from: End, to: End, cx: &mut Context<'_>) {
    let relation = Relation {
        id: cx.env.new_relation_id(),
        kind,
        from,
        to,
        note: String::new(),
        author: editor.settings.author.clone(),
        created: cx.env.now,
        modified: cx.env.now,
    };
    if let Some(words) = allowed(editor, &relation, cx) {
        let edit = Edit::Relation {
            old: None,
            new: Some(Rc::new(relation)),
        };
        if commit(editor, Step::new(format!("relate: {words}"), vec![edit]), cx) == Committed::Yes {
            cx.announce(format!("Related: {words}"));
        }
    }
}

fn retype(editor: &mut Editor, id: RelationId, kind: RelationTypeId, (from, to): (End, End), cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().relation(id).cloned() else {
        return;
    };
    let new = Relation {
        kind,
        modified: cx.env.now,
        ..old.between(from, to)
    };
    if (old.kind, old.from, old.to) == (kind, from, to) {
        return;
    }
    if let Some(words) = allowed(editor, &new, cx) {
        let edit = Edit::Relation {
            old: Some(old),
            new: Some(Rc::new(new)),
        };
        if commit(editor, Step::new(format!("change a relation: {words}"), vec![edit]), cx) == Committed::Yes {
            cx.announce(format!("Now: {words}"));
        }
    }
}

fn delete(editor: &mut Editor, id: RelationId, cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().relation(id).cloned() else {
        return;
    };
    let words = in_words(editor, &old);
    let edit = Edit::Relation {
        old: Some(old),
        new: None,
    };
    if commit(
        editor,
        Step::new(format!("delete the relation: {words}"), vec![edit]),
        cx,
    ) == Committed::Yes
    {
        editor.toast(
            format!("Relation deleted: {words}."),
            Some(Offer::Run(Command::Undo)),
            cx,
        );
    }
}

fn set_note(editor: &mut Editor, id: RelationId, note: String, cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().relation(id).cloned() else {
        return;
    };
    if old.note == note {
        return;
    }
    let words = in_words(editor, &old);
    let new = Relation {
        note,
        modified: cx.env.now,
        ..Relation::clone(&old)
    };
    let edit = Edit::Relation {
        old: Some(old),
        new: Some(Rc::new(new)),
    };
    let step = Step::new(format!("note on the relation: {words}"), vec![edit]);
    commit(editor, step.merging(format!("note of relation {id}")), cx);
}

/// The relation in words, if it may be made; otherwise it is said why not.
fn allowed(editor: &Editor, relation: &Relation, cx: &mut Context<'_>) -> Option<String> {
    let project = &editor.project;
    let kind = project.schema().relation_type(relation.kind)?;
    let (from, to) = (project.end_kind(relation.from)?, project.end_kind(relation.to)?);
    if !relation.is_sound() {
        cx.announce("Nothing is related to itself.");
        return None;
    }
    if !kind.joins(from, to) {
        cx.announce(format!("The labels do not allow “{}” between these.", kind.name));
        return None;
    }
    let words = in_words(editor, relation);
    if project.dossier().said(relation, project.schema()).is_some() {
        cx.announce(format!("That is said already: {words}"));
        return None;
    }
    Some(words)
}

/// Such as `“Prices rose” supports “Food is dearer”`.
fn in_words(editor: &Editor, relation: &Relation) -> String {
    let kind = editor.project.schema().relation_type(relation.kind);
    let reads = kind.map_or("is related to", |kind| kind.reads(Side::From));
    let [from, to] = [relation.from, relation.to].map(|end| named(editor, end));
    format!("{from} {reads} {to}")
}

/// An end in words: an entity's name, or the start of what a mention or a claim says in quotation marks.
fn named(editor: &Editor, end: End) -> String {
    let words = editor.project.words_of(end).unwrap_or_default();
    match end {
        End::Entity(_) => words,
        End::Mention(_) | End::Claim(_) => short_quote(&words),
    }
}

/// The edits that have all relations of the first end be of the second, without those that would then say something of
/// itself, or what is said already.
pub(super) fn moved(editor: &Editor, from: End, into: End, cx: &Context<'_>) -> Vec<Edit> {
    let (dossier, schema) = (editor.project.dossier(), editor.project.schema());
    let instead = |end: End| if end == from { into } else { end };
    let mut said = SortedSet::new();
    let mut edits = Vec::new();
    for old in dossier.relations_of(from) {
        let new = Relation {
            modified: cx.env.now,
            ..old.between(instead(old.from), instead(old.to))
        };
        let is_symmetric = schema.relation_type(new.kind).is_some_and(|kind| kind.is_symmetric());
        let ends = match is_symmetric {
            true => (new.from.min(new.to), new.from.max(new.to)),
            false => (new.from, new.to),
        };
        let is_new = dossier.said(&new, schema).is_none() && said.insert((new.kind, ends));
        edits.push(Edit::Relation {
            old: Some(old.clone()),
            new: (new.is_sound() && is_new).then(|| Rc::new(new)),
        });
    }
    edits
}
