//! The toolbar of labels: tags what is selected, relabels what is chosen, keeps a label for fast runs.

use super::icon::{Glyph, icon};
use super::label_button::{LabelButton, Shift};
use super::label_chip::label_chip;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::core::id::LabelId;
use crate::core::label::{Label, LabelKind};
use crate::editor::action::{Action, AnnotateAction};
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::effect::FocusTarget;
use crate::editor::machine::Editor;
use crate::editor::roving::Step;
use crate::ui::part::part;
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::toolbar_focus;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What pressing a label would do, and which one is kept.
#[derive(Clone, Copy, PartialEq, Debug)]
struct State {
    has_selection: bool,
    label_of_chosen: Option<LabelId>,
    kept: Option<LabelId>,
    pressed_in_vain: bool,
}

impl State {
    fn of(editor: &Editor) -> Self {
        Self {
            has_selection: editor.view().selection.is_some(),
            label_of_chosen: editor.chosen().map(|mention| mention.label),
            kept: editor.view().armed,
            pressed_in_vain: editor.view().pressed_in_vain,
        }
    }
}

/// All labels in the schema's order, claims apart from entities.
#[component]
pub fn LabelBar() -> Html {
    let store = use_store();
    let labels = use_selector(Topics::SCHEMA | Topics::PROJECT, |editor| {
        editor.project().schema().labels.clone()
    });
    let state = use_selector(
        Topics::SELECTION | Topics::CHOSEN | Topics::MENTIONS | Topics::ARMED | Topics::OPEN | Topics::PROJECT,
        State::of,
    );
    // Whether the next label that is pressed is kept.
    let keeping = use_state_eq(|| false);
    let tab_stop = use_state_eq(|| 0);
    let node = use_node_ref();
    let open_schema = use_dispatch(|_: MouseEvent| Action::Run(Command::ShowSchema));
    let end_keeping = use_dispatch(|event: MouseEvent| {
        keep_focus::when_gone(&event, &[id_of(FocusTarget::Text)]);
        Action::Annotate(AnnotateAction::Arm(None))
    });

    let ready = state.has_selection || state.label_of_chosen.is_some();
    use_effect_with(state.kept, {
        let keeping = keeping.clone();
        move |kept| {
            if kept.is_some() {
                keeping.set(false);
            }
        }
    });

    let on_keep = {
        let (store, keeping) = (store.clone(), keeping.clone());
        Callback::from(move |label: LabelId| {
            keeping.set(false);
            let kept = (state.kept != Some(label)).then_some(label);
            store.dispatch(Action::Annotate(AnnotateAction::Arm(kept)));
        })
    };
    let on_double_click = {
        let store = store.clone();
        // The first of the two clicks may have kept it already.
        Callback::from(move |label| store.dispatch(Action::Annotate(AnnotateAction::Arm(Some(label)))))
    };
    let on_press = {
        let keeping = *keeping;
        Callback::from(move |(label, shift)| {
            if keeping || shift == Shift::Held {
                return on_keep.emit(label);
            }
            store.dispatch(Action::Annotate(AnnotateAction::Tag(label)));
        })
    };
    let on_key = {
        let (node, keeping) = (node.clone(), keeping.clone());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if *keeping && event.key() == "Escape" {
                event.prevent_default();
                return keeping.set(false);
            }
            if let (Some(step), Some(bar)) = (Step::in_toolbar(&event.key()), node.cast::<Element>()) {
                event.prevent_default();
                toolbar_focus::step(&bar, step);
            }
        }
    };
    let on_focus = {
        let (node, tab_stop) = (node.clone(), tab_stop.clone());
        move |_: FocusEvent| {
            if let Some(at) = node.cast::<Element>().and_then(|bar| toolbar_focus::focused_in(&bar)) {
                tab_stop.set(at);
            }
        }
    };
    let on_begin_keeping = {
        let keeping = keeping.clone();
        move |_: MouseEvent| keeping.set(!*keeping)
    };
    let keeping = *keeping;

    let (claims, entities): (Vec<_>, Vec<_>) = labels.iter().cloned().partition(|label| label.kind == LabelKind::Claim);
    let (n_claims, n_labels) = (claims.len(), labels.len());
    // Labels may have gone since, and so may the button that ends keeping.
    let last = n_labels + if state.kept.is_some() { 2 } else { 1 };
    let tab_stop = (*tab_stop).min(last);
    let tab_index = |at: usize| if at == tab_stop { "0" } else { "-1" };
    let button = |at: usize, label: Rc<Label>| {
        let id = label.id;
        part!(<LabelButton key={id.to_string()} {label} enabled={ready || keeping} kept={state.kept == Some(id)}
                current={state.label_of_chosen == Some(id)} tab_index={tab_index(at)}
                onpress={&on_press} onkeep={&on_double_click} />)
    };
    let kept = labels.iter().find(|label| state.kept == Some(label.id)).cloned();
    html! {
        // Pressing a label leaves the text's selection and the focus where they are.
        <div ref={node} id="label-bar" role="toolbar" aria-label="Labels"
            class={classes!("label-bar", (ready || keeping).then_some("ready"))}
            onmousedown={|event: MouseEvent| event.prevent_default()} onkeydown={on_key} onfocusin={on_focus}>
            <div class="label-strip">
                <div class="label-flow">
                    <div class="label-group" role="group" aria-label="Claims">
                        { for claims.into_iter().enumerate().map(|(i, label)| button(i, label)) }
                    </div>
                    <div class="label-group" role="group" aria-label="Entities">
                        { for entities.into_iter().enumerate().map(|(i, label)| button(n_claims + i, label)) }
                    </div>
                </div>
                <div class="label-tools">
                    <button type="button" class="label-tool" tabindex={tab_index(n_labels)}
                        aria-pressed={keeping.to_string()} onclick={on_begin_keeping}
                        title="Keep a label: each selection becomes a mention at once. Shift and a label’s key does the same.">
                        { icon(Glyph::Pin) }<span class="label-tool-name">{ "Keep a label" }</span>
                    </button>
                    <button type="button" class="label-tool" tabindex={tab_index(n_labels + 1)} onclick={open_schema}
                        title="Edit labels">
                        { icon(Glyph::Pencil) }<span class="label-tool-name">{ "Edit labels" }</span>
                    </button>
                </div>
            </div>
            if let Some(says) = says(keeping, state.pressed_in_vain, kept.as_ref()) {
                // While a label is kept it has a place of its own; else it comes and goes without moving the text.
                <p class={classes!("label-says", kept.is_none().then_some("floating"))}>
                    { says }
                    if kept.is_some() {
                        <button type="button" class="button outlined" tabindex={tab_index(n_labels + 2)}
                            onclick={end_keeping}>
                            { "End" }
                        </button>
                    }
                </p>
            }
        </div>
    }
}

/// What goes on, in a line below the labels; the editor has announced it.
fn says(keeping: bool, pressed_in_vain: bool, kept: Option<&Rc<Label>>) -> Option<Html> {
    if keeping {
        return Some(html! { "Choose the label that each selection is to become." });
    }
    if pressed_in_vain {
        return Some(html! { "Select some text first." });
    }
    kept.map(|label| html! { <span>{ "Each selection becomes " }{ label_chip(label) }{ " — Esc ends this" }</span> })
}
