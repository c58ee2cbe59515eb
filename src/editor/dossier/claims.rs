//! Making, changing, merging and splitting claims.

use super::super::change_set::Topics;
use super::super::commit::{Committed, Step, commit, short_quote};
use super::super::machine::{Context, Editor};
use super::coverage::is_made;
use super::joined_notes;
use super::references::{referring, referring_all};
use super::relations::moved;
use crate::core::claim::Claim;
use crate::core::coverage::Absence;
use crate::core::edit::Edit;
use crate::core::id::{ClaimId, MentionId};
use crate::core::mention::Mention;
use crate::core::reference::Reference;
use crate::core::relation::End;
use crate::editor::command::Command;
use crate::editor::toast::Offer;
use std::rc::Rc;

/// A new claim of that sentence, on one line; `None` without words.
pub(in crate::editor) fn made(text: &str, cx: &Context<'_>) -> Option<Claim> {
    let claim = Claim {
        id: cx.env.new_claim_id(),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        kind: None,
        check_worthy: None,
        verdict: None,
        sources: Vec::new(),
        note: String::new(),
        created: cx.env.now,
        modified: cx.env.now,
    };
    claim.is_sound().then_some(claim)
}

pub(super) fn add(editor: &mut Editor, text: &str, cx: &mut Context<'_>) {
    let Some(claim) = made(text, cx) else {
        return cx.announce("A claim needs a sentence.");
    };
    let (id, quote) = (claim.id, short_quote(&claim.text));
    let edit = Edit::Claim {
        old: None,
        new: Some(Rc::new(claim)),
    };
    if commit(editor, Step::new(format!("add the claim {quote}"), vec![edit]), cx) == Committed::Yes {
        editor.view.claim = Some(id);
        cx.changed(Topics::LAYOUT);
        cx.announce(format!("Claim {quote} added"));
    }
}

pub(super) fn save(editor: &mut Editor, claim: &Claim, cx: &mut Context<'_>) {
    let Some(old) = editor.project.dossier().claim(claim.id).cloned() else {
        return;
    };
    let new = Claim {
        created: old.created,
        modified: cx.env.now,
        ..claim.clone()
    };
    let unchanged = Claim {
        modified: old.modified,
        ..new.clone()
    };
    if unchanged == *old {
        return;
    }
    let title = format!("change the claim {}", short_quote(&new.text));
    let edit = Edit::Claim {
        old: Some(old),
        new: Some(Rc::new(new)),
    };
    let step = Step::new(title, vec![edit]).merging(format!("claim {}", claim.id));
    commit(editor, step, cx);
}

pub(super) fn delete(editor: &mut Editor, id: ClaimId, cx: &mut Context<'_>) {
    let Some(claim) = editor.project.dossier().claim(id).cloned() else {
        return;
    };
    let without = |old: Reference| Reference {
        claim: old.claim.filter(|it| *it != id),
        ..old
    };
    let mut edits = referring_all(editor, without, cx);
    for absence in editor.project.dossier().absences().filter(|it| it.claim == id) {
        edits.push(Edit::Absence {
            old: Some(absence.clone()),
            new: None,
        });
    }
    let quote = short_quote(&claim.text);
    edits.push(Edit::Claim {
        old: Some(claim),
        new: None,
    });
    if commit(editor, Step::new(format!("delete the claim {quote}"), edits), cx) == Committed::Yes {
        leave(editor, id, None, cx);
        editor.toast(format!("Claim {quote} deleted."), Some(Offer::Run(Command::Undo)), cx);
    }
}

pub(super) fn merge(editor: &mut Editor, from: ClaimId, into: ClaimId, cx: &mut Context<'_>) {
    let dossier = editor.project.dossier();
    let (Some(gone), Some(stays)) = (dossier.claim(from).cloned(), dossier.claim(into).cloned()) else {
        return;
    };
    if from == into {
        return;
    }
    let joint = joined(&gone, &stays, cx);
    let quotes = [&gone, &stays].map(|claim| short_quote(&claim.text));
    let mut edits = vec![Edit::Claim {
        old: Some(stays),
        new: Some(Rc::new(joint)),
    }];
    let renamed = |old: Reference| Reference {
        claim: old.claim.map(|id| if id == from { into } else { id }),
        ..old
    };
    edits.extend(referring_all(editor, renamed, cx));
    edits.extend(moved(editor, End::Claim(from), End::Claim(into), cx));
    // Where one was found, or looked for already, the other's absence says nothing.
    let is_there = |article| {
        [from, into]
            .iter()
            .any(|claim| is_made(&editor.project, *claim, article))
    };
    for absence in dossier.absences().filter(|it| it.claim == from) {
        let theirs = Rc::new(Absence {
            claim: into,
            ..Absence::clone(absence)
        });
        let known = dossier.absence(into, absence.article).is_some();
        edits.push(Edit::Absence {
            old: Some(absence.clone()),
            new: (!known && !is_there(absence.article)).then_some(theirs),
        });
    }
    for absence in dossier.absences().filter(|it| it.claim == into && is_there(it.article)) {
        edits.push(Edit::Absence {
            old: Some(absence.clone()),
            new: None,
        });
    }
    edits.push(Edit::Claim {
        old: Some(gone),
        new: None,
    });
    let step = Step::new(format!("merge the claim {} into {}", quotes[0], quotes[1]), edits);
    if commit(editor, step, cx) == Committed::Yes {
        leave(editor, from, Some(into), cx);
        cx.announce(format!("Merged into {}", quotes[1]));
    }
}

/// The second, with what the first has and it lacks.
fn joined(gone: &Claim, stays: &Claim, cx: &Context<'_>) -> Claim {
    let mut joint = Claim {
        modified: cx.env.now,
        kind: stays.kind.or(gone.kind),
        check_worthy: stays.check_worthy.or(gone.check_worthy),
        verdict: stays.verdict.or(gone.verdict),
        ..stays.clone()
    };
    for source in &gone.sources {
        if !joint.sources.contains(source) {
            joint.sources.push(source.clone());
        }
    }
    joint.note = joined_notes(&stays.note, &gone.note);
    joint
}

/// Of mentions that make different claims, only those of the first one's are taken.
pub(super) fn split(editor: &mut Editor, mentions: &[MentionId], cx: &mut Context<'_>) {
    let mentions: Vec<Rc<Mention>> = mentions
        .iter()
        .filter_map(|id| editor.project.mention(*id).cloned())
        .collect();
    let Some(of) = mentions.iter().find_map(|mention| mention.reference().claim) else {
        return;
    };
    let taken: Vec<&Rc<Mention>> = mentions.iter().filter(|it| it.reference().claim == Some(of)).collect();
    let Some((old, first)) = editor.project.dossier().claim(of).cloned().zip(taken.first()) else {
        return;
    };
    let Some(worded) = made(&editor.project.quote(first), cx) else {
        return;
    };
    let new = Claim {
        kind: old.kind,
        check_worthy: old.check_worthy,
        ..worded
    };
    let id = new.id;
    let mut edits = vec![Edit::Claim {
        old: None,
        new: Some(Rc::new(new)),
    }];
    for mention in taken {
        let reference = Reference {
            claim: Some(id),
            ..mention.reference()
        };
        edits.push(referring(mention, reference, cx));
    }
    let quote = short_quote(&old.text);
    if commit(editor, Step::new(format!("split the claim {quote}"), edits), cx) == Committed::Yes {
        editor.view.claim = Some(id);
        cx.changed(Topics::LAYOUT);
        cx.announce(format!("Split from {quote}"));
    }
}

/// Another is shown in its place, or the list.
fn leave(editor: &mut Editor, gone: ClaimId, to: Option<ClaimId>, cx: &mut Context<'_>) {
    if editor.view.claim == Some(gone) {
        editor.view.claim = to;
        cx.changed(Topics::LAYOUT);
    }
}
