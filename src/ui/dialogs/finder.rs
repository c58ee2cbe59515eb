//! A field above the list of what it finds: a combobox, after the pattern of the ARIA Authoring Practices.

use super::label_swatch::label_swatch;
use crate::core::id::LabelId;
use crate::ui::widgets::modal::Modal;
use crate::web::reveal::reveal_id;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How far Page Up and Page Down go.
const PAGE: usize = 8;

/// What is found, and what is said of it.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct FinderProps {
    /// The dialog's name.
    pub heading: AttrValue,
    /// What the field asks for.
    pub prompt: AttrValue,
    /// What `entries` answer.
    pub query: AttrValue,
    /// The best first.
    pub entries: Rc<Vec<FinderEntry>>,
    /// Looks, besides those of all.
    #[prop_or_default]
    pub class: Classes,
    /// How much is found, in words.
    pub found: AttrValue,
    /// Told at each change of the field.
    pub on_query: Callback<String>,
    /// Told when one is taken.
    pub on_take: Callback<Taken>,
}

/// One thing that is found.
#[derive(PartialEq, Clone, Debug, Default)]
pub struct FinderEntry {
    /// Its name.
    pub title: AttrValue,
    /// What tells it from others; may be empty.
    pub detail: AttrValue,
    /// The label that it is or has.
    pub label: Option<LabelId>,
    /// At the end of the line: a key, the kind of thing.
    pub end: Html,
}

/// Which one is taken.
#[derive(PartialEq, Clone, Debug)]
pub enum Taken {
    /// The one at this place of the entries.
    At(usize),
    /// The first of what this query finds: it was typed so quickly that its entries are not shown yet.
    FirstOf(String),
}

/// The dialog.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let active = use_state(|| 0);
    let n = props.entries.len();
    use_effect_with((*active, n), |(active, _)| reveal_id(&option_id(*active)));
    // Another question begins at its first answer.
    {
        let active = active.clone();
        use_effect_with(props.prompt.clone(), move |_| active.set(0));
    }
    let on_input = {
        let (active, on_query) = (active.clone(), props.on_query.clone());
        move |event: InputEvent| {
            on_query.emit(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
        }
    };
    let on_key = {
        let (shown, active, on_take) = (props.query.clone(), active.clone(), props.on_take.clone());
        move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let last = n.saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => active.set(if *active >= last { 0 } else { *active + 1 }),
                "ArrowUp" => active.set(if *active == 0 { last } else { *active - 1 }),
                "PageDown" => active.set((*active + PAGE).min(last)),
                "PageUp" => active.set(active.saturating_sub(PAGE)),
                "Enter" => {
                    let typed = event.target_unchecked_into::<HtmlInputElement>().value();
                    on_take.emit(if typed == *shown {
                        Taken::At(*active)
                    } else {
                        Taken::FirstOf(typed)
                    });
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let is_empty = props.entries.is_empty();
    let top = html! {
        <input class="palette-query" type="text" role="combobox" aria-label={&props.prompt}
            aria-expanded={(!is_empty).to_string()} aria-controls="palette-list" aria-autocomplete="list"
            aria-activedescendant={(!is_empty).then(|| option_id(*active))}
            placeholder={&props.prompt} autocomplete="off" spellcheck="false"
            data-autofocus="" value={&props.query} oninput={on_input} onkeydown={on_key} />
    };
    let option = |(i, entry): (usize, &FinderEntry)| option(i, entry, *active == i, &props.on_take);
    html! {
        <Modal heading={&props.heading} class={classes!("modal-palette", props.class.clone())} {top}>
            <p class="visually-hidden" role="status">{ &props.found }</p>
            if is_empty {
                <p class="palette-none" aria-hidden="true">{ &props.found }</p>
            }
            <ul id="palette-list" role="listbox" aria-label="Results">
                { for props.entries.iter().enumerate().map(option) }
            </ul>
        </Modal>
    }
}

fn option_id(i: usize) -> String {
    format!("palette-option-{i}")
}

fn option(i: usize, entry: &FinderEntry, active: bool, on_take: &Callback<Taken>) -> Html {
    let on_click = on_take.reform(move |_: MouseEvent| Taken::At(i));
    // The focus stays in the field.
    let on_mouse_down = |event: MouseEvent| event.prevent_default();
    html! {
        <li key={i} id={option_id(i)} role="option" aria-selected={active.to_string()} onclick={on_click}
            onmousedown={on_mouse_down}>
            if let Some(id) = entry.label {
                { label_swatch(id) }
            }
            <span class="palette-title">{ &entry.title }</span>
            if !entry.detail.is_empty() {
                <span class="palette-detail">{ &entry.detail }</span>
            }
            { entry.end.clone() }
        </li>
    }
}
