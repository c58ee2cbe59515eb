//! Making and changing mentions.

use super::action::AnnotateAction;
use super::change_set::Topics;
use super::choose;
use super::commit::{Committed, Step, commit, place, short_quote};
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::tag_hits;
use crate::core::attribute_value::AttributeValue;
use crate::core::edit::Edit;
use crate::core::id::{ArticleId, AttributeId, LabelId, MentionId};
use crate::core::label::LabelKind;
use crate::core::mention::Mention;
use crate::core::offset::ByteOffset;
use crate::core::reference::Reference;
use crate::core::segment::{Toward, nudged};
use crate::core::sorted::SortedMap;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::core::transaction::Place;
use std::rc::Rc;

pub(super) fn handle(editor: &mut Editor, action: AnnotateAction, cx: &mut Context<'_>) {
    match action {
        AnnotateAction::Tag(label) => tag(editor, label, cx),
        AnnotateAction::Arm(label) => arm(editor, label, cx),
        AnnotateAction::Relabel(mention, label) => relabel(editor, mention, label, cx),
        AnnotateAction::SetAttribute(mention, attribute, value) => set_attribute(editor, mention, attribute, value, cx),
        AnnotateAction::SetNote(mention, note) => set_note(editor, mention, note, cx),
        AnnotateAction::Delete(mention) => delete(editor, mention, cx),
        AnnotateAction::Resize {
            mention,
            span,
            end,
            to,
            exact,
        } => resize(editor, mention, span, end, to, exact, cx),
        AnnotateAction::Nudge { end, toward } => nudge(editor, end, toward, cx),
        AnnotateAction::AddSpan => start_adding_span(editor, cx),
        AnnotateAction::RemoveSpan(mention, span) => remove_span(editor, mention, span, cx),
        AnnotateAction::TagHits(hits) => tag_hits::tag(editor, &hits, cx),
    }
}

/// A finished selection: a mention that waits takes it as a span, a kept label tags it; else it waits for a label.
pub(super) fn take_selection(editor: &mut Editor, cx: &mut Context<'_>) {
    editor.view.made_last = None;
    let Some(selection) = editor.view.selection else {
        return;
    };
    if editor.view.adding_span {
        add_span(editor, selection.span, cx);
    } else if let Some(label) = editor.view.armed {
        make(editor, selection.span, label, cx);
        editor.view.made_last = editor.view.chosen;
    }
}

/// A selection that takes the place of the one that the click before made: the mention that a kept label made of that
/// one becomes this one, as the same step.
pub(super) fn take_further_selection(editor: &mut Editor, cx: &mut Context<'_>) {
    let made_last = editor.view.made_last.and_then(|id| editor.project.mention(id)).cloned();
    // Nothing has been done since.
    let made_last = made_last.filter(|mention| {
        let last = editor.history.next_undo().and_then(|step| step.merge_key.as_deref());
        last == Some(making(mention.id).as_str())
    });
    let (Some(selection), Some(old)) = (editor.view.selection, made_last) else {
        return take_selection(editor, cx);
    };
    let Some(label) = editor.project.schema().label(old.label).cloned() else {
        return;
    };
    let new = Rc::new(Mention {
        spans: Spans::one(selection.span),
        ..(*old).clone()
    });
    put_in(editor, Some(old), new, &label.name, cx);
}

/// What the steps that make a mention have in common.
fn making(mention: MentionId) -> String {
    format!("make {mention}")
}

fn tag(editor: &mut Editor, label: LabelId, cx: &mut Context<'_>) {
    match (editor.view.selection, editor.view.chosen) {
        (Some(selection), _) => make(editor, selection.span, label, cx),
        (None, Some(chosen)) => relabel(editor, chosen, label, cx),
        (None, None) => {
            editor.view.pressed_in_vain = true;
            cx.changed(Topics::ARMED);
            cx.announce("Select some text first.");
        }
    }
}

fn arm(editor: &mut Editor, label: Option<LabelId>, cx: &mut Context<'_>) {
    let label = label.filter(|id| editor.project.schema().label(*id).is_some());
    if editor.view.armed != label {
        editor.view.armed = label;
        cx.changed(Topics::ARMED);
        choose::drop_hint(editor, cx);
        match label.and_then(|id| editor.project.schema().label(id)) {
            Some(label) => cx.announce(format!("Each selection becomes {}. Escape ends this.", label.name)),
            None => cx.announce("Selections wait for a label again."),
        }
    }
    // The words that wait are a selection like any other.
    if label.is_some() {
        take_selection(editor, cx);
    }
}

fn make(editor: &mut Editor, span: Span, label: LabelId, cx: &mut Context<'_>) {
    let (Some(article), Some(label)) = (editor.article(), editor.project.schema().label(label)) else {
        return;
    };
    let mention = new_mention(editor, article.id, span, label.id, cx);
    let name = label.name.clone();
    put_in(editor, None, Rc::new(mention), &name, cx);
}

/// By the person who works here, and not answered in any way.
pub(super) fn new_mention(
    editor: &Editor,
    article: ArticleId,
    span: Span,
    label: LabelId,
    cx: &Context<'_>,
) -> Mention {
    Mention {
        id: cx.env.new_mention_id(),
        article,
        spans: Spans::one(span),
        label,
        attributes: SortedMap::new(),
        reference: None,
        note: String::new(),
        author: editor.settings.author.clone(),
        created: cx.env.now,
        modified: cx.env.now,
    }
}

/// The step that makes a mention of one span, or makes it anew in the same series of clicks.
fn put_in(editor: &mut Editor, old: Option<Rc<Mention>>, mention: Rc<Mention>, name: &str, cx: &mut Context<'_>) {
    let span = mention.spans.first();
    let quote = short_quote(&editor.project.quote(&mention));
    let after = Place {
        article: Some(mention.article),
        mention: Some(mention.id),
    };
    let step = Step::new(
        format!("tag {quote} as {name}"),
        vec![Edit::Mention {
            old,
            new: Some(mention.clone()),
        }],
    );
    let step = step.merging(making(mention.id)).then_at(after);
    if commit(editor, step, cx) == Committed::No {
        return;
    }
    choose::unselect(editor, cx);
    editor.view.under_click = vec![mention.id];
    editor.view.chosen = Some(mention.id);
    cx.changed(Topics::CHOSEN);
    cx.effects.push(Effect::DropSelection(span));
    cx.announce(format!("{quote} tagged as {name}"));
    if !editor.settings.first_mention_made {
        editor.settings.first_mention_made = true;
        cx.effects.push(Effect::SaveSettings(editor.settings.clone()));
        cx.changed(Topics::SETTINGS);
    }
}

/// Changes one mention as one step; does nothing where nothing would change.
fn change(
    editor: &mut Editor,
    id: MentionId,
    title: impl FnOnce(&str) -> String,
    merge_key: Option<&str>,
    cx: &mut Context<'_>,
    change: impl FnOnce(&mut Mention),
) -> Committed {
    let Some(old) = editor.project.mention(id).cloned() else {
        return Committed::No;
    };
    let mut new = (*old).clone();
    change(&mut new);
    if new == *old {
        return Committed::No;
    }
    new.modified = cx.env.now;
    let quote = short_quote(&editor.project.quote(&old));
    let mut step = Step::new(
        title(&quote),
        vec![Edit::Mention {
            old: Some(old),
            new: Some(Rc::new(new)),
        }],
    );
    if let Some(key) = merge_key {
        step = step.merging(format!("{key} {id}"));
    }
    let after = Place {
        mention: Some(id),
        ..place(editor)
    };
    commit(editor, step.then_at(after), cx)
}

fn relabel(editor: &mut Editor, id: MentionId, label: LabelId, cx: &mut Context<'_>) {
    let Some(label) = editor.project.schema().label(label).cloned() else {
        return;
    };
    let name = label.name.clone();
    let done = change(
        editor,
        id,
        |quote| format!("change {quote} to {name}"),
        None,
        cx,
        |mention| {
            mention.label = label.id;
            mention
                .attributes
                .retain(|id, value| label.attribute(*id).is_some_and(|attribute| attribute.takes(value)));
            mention.refer_to(fitting(mention.reference(), label.kind));
        },
    );
    if done == Committed::Yes {
        cx.announce(format!("Now {name}"));
    }
}

/// What a mention of that kind can refer to.
pub(super) fn fitting(reference: Reference, kind: LabelKind) -> Reference {
    match kind {
        LabelKind::Claim => Reference {
            entity: None,
            ..reference
        },
        LabelKind::Entity => Reference {
            entity: reference.entity,
            ..Reference::default()
        },
    }
}

fn set_attribute(
    editor: &mut Editor,
    id: MentionId,
    attribute: AttributeId,
    value: Option<AttributeValue>,
    cx: &mut Context<'_>,
) {
    let label = editor
        .project
        .mention(id)
        .and_then(|mention| editor.project.schema().label(mention.label));
    let Some(attribute) = label.and_then(|label| label.attribute(attribute)).cloned() else {
        return;
    };
    if value.as_ref().is_some_and(|value| !attribute.takes(value)) {
        return cx.announce(format!("“{}” does not take that value.", attribute.name));
    }
    let typed = matches!(value, Some(AttributeValue::Text(_) | AttributeValue::Number(_)) | None);
    let key = typed.then(|| format!("attribute {}", attribute.id));
    let title = |quote: &str| format!("set {} of {quote}", attribute.name);
    change(editor, id, title, key.as_deref(), cx, |mention| {
        match value {
            Some(value) => mention.attributes.insert(attribute.id, value),
            None => mention.attributes.remove(&attribute.id),
        };
    });
}

fn set_note(editor: &mut Editor, id: MentionId, note: String, cx: &mut Context<'_>) {
    change(
        editor,
        id,
        |quote| format!("note on {quote}"),
        Some("note"),
        cx,
        |mention| mention.note = note,
    );
}

fn delete(editor: &mut Editor, id: MentionId, cx: &mut Context<'_>) {
    let Some(mention) = editor.project.mention(id).cloned() else {
        return;
    };
    let quote = short_quote(&editor.project.quote(&mention));
    let after = Place {
        mention: None,
        ..place(editor)
    };
    let edit = Edit::Mention {
        old: Some(mention),
        new: None,
    };
    if commit(
        editor,
        Step::new(format!("delete {quote}"), vec![edit]).then_at(after),
        cx,
    ) == Committed::Yes
    {
        editor.view.under_click.retain(|other| *other != id);
        editor.view.chosen = None;
        cx.changed(Topics::CHOSEN);
        cx.announce(format!("{quote} deleted"));
    }
}

fn resize(
    editor: &mut Editor,
    id: MentionId,
    which: usize,
    end: Toward,
    to: ByteOffset,
    exact: bool,
    cx: &mut Context<'_>,
) {
    let Some(old) = editor
        .project
        .mention(id)
        .and_then(|mention| mention.spans.as_slice().get(which).copied())
    else {
        return;
    };
    let text = editor.article().map(|article| article.text.clone());
    let span = text.and_then(|text| choose::moved_end(editor, text.as_str(), old, end, (to, exact), cx));
    if let Some(span) = span {
        // Each drag is a step of its own.
        set_span(editor, id, which, span, None, cx);
    }
}

fn nudge(editor: &mut Editor, end: Toward, toward: Toward, cx: &mut Context<'_>) {
    let (Some(mention), Some(article)) = (editor.chosen().cloned(), editor.article().cloned()) else {
        return cx.announce("Choose a mention first.");
    };
    let (which, span) = match end {
        Toward::Start => (0, mention.spans.first()),
        Toward::End => (mention.spans.as_slice().len() - 1, mention.spans.last()),
    };
    let moved = nudged(span, end, toward, article.text.as_str(), cx.env.segmenter);
    match moved {
        Some(moved) => set_span(editor, mention.id, which, moved, Some("nudge"), cx),
        None => cx.announce("It cannot become any shorter."),
    }
}

fn set_span(
    editor: &mut Editor,
    id: MentionId,
    which: usize,
    span: Span,
    merge_key: Option<&str>,
    cx: &mut Context<'_>,
) {
    let resized = |quote: &str| format!("resize {quote}");
    let done = change(editor, id, resized, merge_key, cx, |mention| {
        if let Some(spans) = mention.spans.with_replaced(which, span) {
            mention.spans = spans;
        }
    });
    if done == Committed::Yes
        && let Some(mention) = editor.project.mention(id)
    {
        cx.announce(format!("Now {}", short_quote(&editor.project.quote(mention))));
    }
}

fn start_adding_span(editor: &mut Editor, cx: &mut Context<'_>) {
    let Some(mention) = editor.chosen().map(|mention| mention.id) else {
        return cx.announce("Choose a mention first.");
    };
    // With text selected already, that is the span meant.
    if let Some(selection) = editor.view.selection {
        editor.view.chosen = Some(mention);
        return add_span(editor, selection.span, cx);
    }
    editor.view.adding_span = true;
    cx.changed(Topics::CHOSEN);
    cx.announce("Select the text to add to the mention. Escape ends this.");
}

fn add_span(editor: &mut Editor, span: Span, cx: &mut Context<'_>) {
    editor.view.adding_span = false;
    cx.changed(Topics::CHOSEN);
    let Some(id) = editor.chosen().map(|mention| mention.id) else {
        return;
    };
    change(
        editor,
        id,
        |quote| format!("add a span to {quote}"),
        None,
        cx,
        |mention| {
            mention.spans = mention.spans.with(span);
        },
    );
    choose::unselect(editor, cx);
    cx.effects.push(Effect::DropSelection(span));
}

fn remove_span(editor: &mut Editor, id: MentionId, which: usize, cx: &mut Context<'_>) {
    change(
        editor,
        id,
        |quote| format!("take a span from {quote}"),
        None,
        cx,
        |mention| {
            if let Some(spans) = mention.spans.without(which) {
                mention.spans = spans;
            }
        },
    );
}
