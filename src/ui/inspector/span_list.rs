//! The stretches of text that a mention consists of, and moving its ends.

use crate::core::article::Article;
use crate::core::id::MentionId;
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::editor::action::{Action, AnnotateAction};
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::effect::FocusTarget;
use crate::editor::excerpt::excerpt;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::web::focus::id_of;
use crate::web::keep_focus;
use std::rc::Rc;
use yew::prelude::*;

/// Whose spans.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct SpanListProps {
    /// The mention.
    pub mention: MentionId,
    /// The article it stands in.
    pub article: Rc<Article>,
    /// Its spans.
    pub spans: Spans,
}

const MAX_CHARS: usize = 120;

/// Several spans are listed; one is the quote above.
#[component]
pub fn SpanList(props: &SpanListProps) -> Html {
    let store = use_store();
    let adding = use_selector(Topics::CHOSEN | Topics::SELECTION, |editor| editor.view().adding_span);
    let on_add = use_dispatch(move |_: MouseEvent| match adding {
        true => Action::Run(Command::Cancel),
        false => Action::Run(Command::AddSpan),
    });
    let mention = props.mention;
    let span = |(i, span): (usize, &Span)| {
        let text = excerpt(props.article.text.as_str(), &Spans::one(*span), MAX_CHARS);
        let store = store.clone();
        let on_remove = move |event: MouseEvent| {
            let before = i.checked_sub(1).map_or_else(String::new, remove_id);
            keep_focus::when_gone(&event, &[&remove_id(i), &before, id_of(FocusTarget::Inspector)]);
            store.dispatch(Action::Annotate(AnnotateAction::RemoveSpan(mention, i)));
        };
        html! {
            <li key={span.start().0}>
                <q dir="auto">{ &text }</q>
                <button type="button" id={remove_id(i)} class="clear" aria-label={format!("Remove “{text}”")}
                    title="Remove this span" onclick={on_remove}>
                    <span aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="inspected-part" aria-labelledby="mention-spans">
            <h2 id="mention-spans">{ if props.spans.is_discontinuous() { "Spans" } else { "Extent" } }</h2>
            if props.spans.is_discontinuous() {
                <ul class="spans">{ for props.spans.as_slice().iter().enumerate().map(span) }</ul>
            }
            <div class="span-tools">
                { part!(<Ends name="Start" left={Command::GrowStart} right={Command::ShrinkStart} />) }
                { part!(<Ends name="End" left={Command::ShrinkEnd} right={Command::GrowEnd} />) }
                <button type="button" class="button" aria-pressed={adding.to_string()} onclick={on_add}>
                    { "Add span" }
                </button>
            </div>
            if adding {
                <p class="hint">{ "Select the text to add — Esc ends this." }</p>
            }
        </section>
    }
}

fn remove_id(span: usize) -> String {
    format!("remove-span-{span}")
}

/// One end, moved by a word to the left or to the right.
#[derive(Properties, PartialEq, Clone, Debug)]
struct EndsProps {
    name: &'static str,
    left: Command,
    right: Command,
}

#[component]
fn Ends(props: &EndsProps) -> Html {
    let store = use_store();
    let button = |command: Command, arrow: &'static str| {
        let store = store.clone();
        let on_click = move |_: MouseEvent| store.dispatch(Action::Run(command));
        html! {
            <button type="button" class="button" aria-label={command.title()} title={command.title()} onclick={on_click}>
                <span aria-hidden="true">{ arrow }</span>
            </button>
        }
    };
    html! {
        <span class="ends">
            { button(props.left, "←") }
            <span aria-hidden="true">{ props.name }</span>
            { button(props.right, "→") }
        </span>
    }
}
