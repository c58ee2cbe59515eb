//! Selecting text and choosing mentions.

use super::action::ChooseAction;
use super::annotate;
use super::change_set::Topics;
use super::effect::Effect;
use super::machine::{Context, Editor};
use super::navigate;
use super::settings::Snapping;
use super::view::{SidePanel, TextSelection};
use crate::core::id::MentionId;
use crate::core::offset::ByteOffset;
use crate::core::segment::{Toward, snap, trim, whole_graphemes};
use crate::core::span::Span;

pub(super) fn handle(editor: &mut Editor, action: ChooseAction, cx: &mut Context<'_>) {
    match action {
        ChooseAction::Select { raw, exact } => select(editor, raw, exact, cx),
        ChooseAction::Settle { raw, exact } => {
            select(editor, raw, exact, cx);
            annotate::take_selection(editor, cx);
        }
        ChooseAction::SettleFurther { raw, exact } => {
            select(editor, raw, exact, cx);
            annotate::take_further_selection(editor, cx);
        }
        ChooseAction::Unselect => unselect(editor, cx),
        ChooseAction::At(at) => choose_at(editor, at, cx),
        ChooseAction::CaretAt(at) => tell_caret(editor, at, cx),
        ChooseAction::Nothing => {
            unselect(editor, cx);
            miss(editor, cx);
        }
        ChooseAction::Mention(id) => reveal(editor, id, cx),
        ChooseAction::UnderClick(id) => {
            choose(editor, id, cx);
        }
    }
}

/// What a mention of the selected stretch would cover; `None` for white space alone.
pub(super) fn mention_span(editor: &Editor, raw: Span, exact: bool, cx: &Context<'_>) -> Option<Span> {
    span_in(editor, editor.article()?.text.as_str(), raw, exact, cx)
}

/// The span of a text with one end moved to a place, snapped unless the place is meant exactly. Only that end moves: the
/// other may lie inside a word on purpose.
pub(super) fn moved_end(
    editor: &Editor,
    text: &str,
    span: Span,
    end: Toward,
    (to, exact): (ByteOffset, bool),
    cx: &Context<'_>,
) -> Option<Span> {
    let with = |at| match end {
        Toward::Start => Span::new(at, span.end()),
        Toward::End => Span::new(span.start(), at),
    };
    let snapped = span_in(editor, text, with(to)?, exact, cx)?;
    with(match end {
        Toward::Start => snapped.start(),
        Toward::End => snapped.end(),
    })
}

fn span_in(editor: &Editor, text: &str, raw: Span, exact: bool, cx: &Context<'_>) -> Option<Span> {
    if exact || editor.settings.snapping == Snapping::Off {
        return whole_graphemes(trim(raw, text)?, text, cx.env.segmenter);
    }
    whole_graphemes(snap(raw, text, cx.env.segmenter)?, text, cx.env.segmenter)
}

/// The stretch as it would be marked waits for a label.
pub(super) fn select(editor: &mut Editor, raw: Span, exact: bool, cx: &mut Context<'_>) {
    let span = mention_span(editor, raw, exact, cx);
    let selection = span.map(|span| TextSelection { raw, span });
    if editor.view.selection != selection {
        editor.view.selection = selection;
        drop_hint(editor, cx);
        cx.changed(Topics::SELECTION);
    }
}

/// That a label was pressed in vain is no longer of interest.
pub(super) fn drop_hint(editor: &mut Editor, cx: &mut Context<'_>) {
    if std::mem::take(&mut editor.view.pressed_in_vain) {
        cx.changed(Topics::ARMED);
    }
}

pub(super) fn unselect(editor: &mut Editor, cx: &mut Context<'_>) {
    drop_hint(editor, cx);
    if editor.view.selection.take().is_some() {
        cx.changed(Topics::SELECTION);
    }
}

pub(super) fn clear_choice(editor: &mut Editor, cx: &mut Context<'_>) {
    let had = editor.view.chosen.take().is_some() || !editor.view.under_click.is_empty();
    editor.view.under_click.clear();
    editor.view.adding_span = false;
    if had {
        editor.history.close_step();
        cx.changed(Topics::CHOSEN);
    }
}

/// A click that meets no mention lets go of the choice. One that waits for a further span goes on waiting: whoever adds
/// one clicks about in the text, and only Escape ends that.
fn miss(editor: &mut Editor, cx: &mut Context<'_>) {
    if !editor.view.adding_span {
        clear_choice(editor, cx);
    }
}

/// The innermost mention at the place; where one of those there is chosen already, the next one out.
fn choose_at(editor: &mut Editor, at: ByteOffset, cx: &mut Context<'_>) {
    unselect(editor, cx);
    let mut here: Vec<MentionId> = Vec::new();
    if let Some(set) = editor.open_mentions() {
        for (_, id) in set.index().covering(at) {
            if !here.contains(&id) {
                here.push(id);
            }
        }
    }
    let Some(innermost) = here.first().copied() else {
        return miss(editor, cx);
    };
    let now = editor
        .view
        .chosen
        .and_then(|chosen| here.iter().position(|id| *id == chosen));
    let same_place = editor.view.under_click == here;
    let next = match now {
        Some(position) if same_place => here[(position + 1) % here.len()],
        _ => innermost,
    };
    editor.view.under_click = here;
    choose(editor, next, cx);
}

/// Chooses a mention of the open project and tells so; opens its article where another one is open.
pub(super) fn choose(editor: &mut Editor, id: MentionId, cx: &mut Context<'_>) {
    let Some(mention) = editor.project.mention(id).cloned() else {
        return;
    };
    if editor.view.article != Some(mention.article) {
        navigate::open(editor, mention.article, cx);
    }
    if !editor.view.under_click.contains(&id) {
        editor.view.under_click = vec![id];
    }
    if editor.view.chosen != Some(id) {
        editor.history.close_step();
        editor.view.chosen = Some(id);
        editor.view.adding_span = false;
        drop_hint(editor, cx);
    }
    // Who goes from hit to hit and marks some of them keeps the list of the hits.
    if editor.view.side != SidePanel::Search {
        editor.view.side = SidePanel::Inspector;
    }
    cx.changed(Topics::CHOSEN | Topics::LAYOUT);
    let label = editor
        .project
        .schema()
        .label(mention.label)
        .map_or("", |label| label.name.as_str());
    let others = editor.view.under_click.len().saturating_sub(1);
    let more = match others {
        0 => String::new(),
        1 => ", 1 more here".to_owned(),
        n => format!(", {n} more here"),
    };
    let quote = super::commit::short_quote(&editor.project.quote(&mention));
    cx.announce(format!("{label}: {quote}{more}"));
}

/// Chooses a mention and brings it into view.
pub(super) fn reveal(editor: &mut Editor, id: MentionId, cx: &mut Context<'_>) {
    unselect(editor, cx);
    let Some(span) = editor.project.mention(id).map(|mention| mention.spans.first()) else {
        return;
    };
    // From the list the panel stays as it is: the person is walking through it.
    let side = editor.view.side;
    choose(editor, id, cx);
    editor.view.side = side;
    cx.effects.push(Effect::Reveal(span));
}

/// Marks are invisible to screen readers: entering a mention, or leaving for no other, is said.
fn tell_caret(editor: &mut Editor, at: ByteOffset, cx: &mut Context<'_>) {
    let innermost = editor
        .open_mentions()
        .and_then(|set| set.index().covering(at).first().map(|(_, id)| *id));
    if innermost == editor.view.caret_in {
        return;
    }
    editor.view.caret_in = innermost;
    let mention = innermost.and_then(|id| editor.project.mention(id));
    cx.announce(match mention {
        Some(mention) => {
            let label = editor
                .project
                .schema()
                .label(mention.label)
                .map_or("", |label| label.name.as_str());
            format!(
                "In {label}: {}",
                super::commit::short_quote(&editor.project.quote(mention))
            )
        }
        None => "Out of the mention".to_owned(),
    });
}
