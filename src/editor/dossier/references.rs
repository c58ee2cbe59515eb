//! What a mention refers to.

use super::super::commit::{Committed, Step, commit, place, short_quote};
use super::super::machine::{Context, Editor};
use super::Pick;
use super::coverage::found_there;
use super::{claims, entities};
use crate::core::edit::Edit;
use crate::core::id::{ClaimId, EntityId, MentionId};
use crate::core::mention::Mention;
use crate::core::reference::{Reference, Stance};
use crate::core::transaction::Place;
use std::rc::Rc;

pub(super) fn link(editor: &mut Editor, mention: MentionId, pick: Pick<EntityId>, cx: &mut Context<'_>) {
    let Some(picked) = pick_entity(editor, mention, pick, cx) else {
        return;
    };
    let title = match &picked.name {
        Some(name) => format!("link {{}} to {name}"),
        None => "unlink {}".to_owned(),
    };
    let said = picked
        .name
        .map_or("Linked to nobody".to_owned(), |name| format!("Linked to {name}"));
    let reference = |old: Reference| Reference {
        entity: picked.id,
        ..old
    };
    refer(
        editor,
        mention,
        reference,
        picked.edits,
        Words { title, said, key: None },
        cx,
    );
}

pub(super) fn set_speaker(editor: &mut Editor, mention: MentionId, pick: Pick<EntityId>, cx: &mut Context<'_>) {
    let Some(picked) = pick_entity(editor, mention, pick, cx) else {
        return;
    };
    let (title, said) = match &picked.name {
        Some(name) => (format!("set the speaker of {{}} to {name}"), format!("Said by {name}")),
        None => ("take the speaker from {}".to_owned(), "Said by nobody".to_owned()),
    };
    let reference = |old: Reference| Reference {
        speaker: picked.id,
        ..old
    };
    refer(
        editor,
        mention,
        reference,
        picked.edits,
        Words { title, said, key: None },
        cx,
    );
}

pub(super) fn set_stance(editor: &mut Editor, mention: MentionId, stance: Option<Stance>, cx: &mut Context<'_>) {
    let said = stance.map_or("No stance".to_owned(), |stance| {
        format!("The article {} it", stance.name())
    });
    let words = Words {
        title: "set the stance of {}".to_owned(),
        said,
        key: Some(format!("stance {mention}")),
    };
    refer(
        editor,
        mention,
        |old| Reference { stance, ..old },
        Vec::new(),
        words,
        cx,
    );
}

pub(super) fn attach(editor: &mut Editor, mention: MentionId, pick: Pick<ClaimId>, cx: &mut Context<'_>) {
    let (claim, text, mut edits) = match pick {
        Pick::Known(id) => match editor.project.dossier().claim(id) {
            Some(claim) => (Some(id), claim.text.clone(), Vec::new()),
            None => return,
        },
        Pick::New(text) => {
            let Some(claim) = claims::made(&text, cx) else {
                return cx.announce("A claim needs a sentence.");
            };
            let claim = Rc::new(claim);
            (
                Some(claim.id),
                claim.text.clone(),
                vec![Edit::Claim {
                    old: None,
                    new: Some(claim),
                }],
            )
        }
        Pick::Nothing => (None, String::new(), Vec::new()),
    };
    // Who has found it there no longer says that it is not.
    let article = editor.project.mention(mention).map(|mention| mention.article);
    if let Some(article) = article {
        edits.append(&mut found_there(&editor.project, claim, article));
    }
    let (title, said) = match claim {
        Some(_) => {
            let text = short_quote(&text);
            (
                format!("attach {{}} to the claim {text}"),
                format!("Attached to the claim {text}"),
            )
        }
        None => ("detach {} from its claim".to_owned(), "Attached to no claim".to_owned()),
    };
    refer(
        editor,
        mention,
        |old| Reference { claim, ..old },
        edits,
        Words { title, said, key: None },
        cx,
    );
}

/// The entity that was picked, and the edit that makes it.
struct Picked {
    id: Option<EntityId>,
    name: Option<String>,
    edits: Vec<Edit>,
}

/// `None` where there is no such entity; said where a new one has no name.
fn pick_entity(editor: &Editor, mention: MentionId, pick: Pick<EntityId>, cx: &mut Context<'_>) -> Option<Picked> {
    Some(match pick {
        Pick::Known(id) => Picked {
            id: Some(id),
            name: Some(editor.project.dossier().entity(id)?.name.clone()),
            edits: Vec::new(),
        },
        Pick::New(name) => {
            let Some(entity) = entities::made(editor, &name, mention, cx) else {
                cx.announce("An entity needs a name.");
                return None;
            };
            Picked {
                id: Some(entity.id),
                name: Some(entity.name.clone()),
                edits: vec![Edit::Entity {
                    old: None,
                    new: Some(Rc::new(entity)),
                }],
            }
        }
        Pick::Nothing => Picked {
            id: None,
            name: None,
            edits: Vec::new(),
        },
    })
}

/// What a step is called, `{}` standing for the quote; what is announced; what it merges with.
struct Words {
    title: String,
    said: String,
    key: Option<String>,
}

fn refer(
    editor: &mut Editor,
    id: MentionId,
    change: impl FnOnce(Reference) -> Reference,
    mut edits: Vec<Edit>,
    words: Words,
    cx: &mut Context<'_>,
) {
    let Some(old) = editor.project.mention(id).cloned() else {
        return;
    };
    let reference = change(old.reference());
    if reference == old.reference() {
        return;
    }
    edits.push(referring(&old, reference, cx));
    let quote = short_quote(&editor.project.quote(&old));
    let after = Place {
        mention: Some(id),
        ..place(editor)
    };
    let mut step = Step::new(words.title.replacen("{}", &quote, 1), edits).then_at(after);
    if let Some(key) = words.key {
        step = step.merging(key);
    }
    if commit(editor, step, cx) == Committed::Yes {
        cx.announce(words.said);
    }
}

/// The edit that has a mention refer to something else.
pub(in crate::editor) fn referring(old: &Rc<Mention>, reference: Reference, cx: &Context<'_>) -> Edit {
    let mut new = Mention {
        modified: cx.env.now,
        ..Mention::clone(old)
    };
    new.refer_to(reference);
    Edit::Mention {
        old: Some(old.clone()),
        new: Some(Rc::new(new)),
    }
}

/// The edits that change all references that `change` changes.
pub(super) fn referring_all(editor: &Editor, change: impl Fn(Reference) -> Reference, cx: &Context<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for mention in editor.project.referring_mentions() {
        let (old, new) = (mention.reference(), change(mention.reference()));
        if old != new {
            edits.push(referring(mention, new, cx));
        }
    }
    edits
}
