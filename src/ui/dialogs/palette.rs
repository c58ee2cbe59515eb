//! The command palette: a combobox over a list, after the pattern of the ARIA Authoring Practices.

use super::key_hint::key_hint;
use super::label_swatch::label_swatch;
use crate::editor::action::Action;
use crate::editor::count::count;
use crate::editor::palette::{EntryKind, PaletteEntry, PaletteSearch};
use crate::editor::store::Store;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::modal::Modal;
use crate::web::platform::platform;
use crate::web::reveal::reveal_id;
use crate::web::timer::after;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How far Page Up and Page Down go.
const PAGE: usize = 8;

/// Finds any action, article, label or mention, and does or opens it.
#[component]
pub fn Palette() -> Html {
    let store = use_store();
    let query = use_state(String::new);
    let active = use_state(|| 0);
    let (entries, is_whole) = use_search((*query).clone());
    use_effect_with((*active, entries.clone().len()), |(active, _)| {
        reveal_id(&option_id(*active))
    });

    let run = {
        let (entries, store) = (entries.clone(), store.clone());
        Callback::from(move |i: usize| run_entry(&store, entries.get(i)))
    };
    let on_input = {
        let (query, active) = (query.clone(), active.clone());
        move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
        }
    };
    let on_key = {
        let (shown, active, run, n) = ((*query).clone(), active.clone(), run.clone(), entries.len());
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
                    if typed == shown {
                        run.emit(*active);
                    } else {
                        // What was typed last is not shown yet.
                        let found = store.read(|editor| PaletteSearch::new(editor, &typed).entries());
                        run_entry(&store, found.first());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let found = match entries.len() {
        0 if !is_whole => "Looking through the mentions…".to_owned(),
        0 => "Nothing found".to_owned(),
        n => count(n, "result"),
    };
    let top = html! {
        <input class="palette-query" type="text" role="combobox" aria-label="Find an action, article, label or mention"
            aria-expanded={(!entries.is_empty()).to_string()} aria-controls="palette-list" aria-autocomplete="list"
            aria-activedescendant={(!entries.is_empty()).then(|| option_id(*active))}
            placeholder="Find an action, article, label or mention" autocomplete="off" spellcheck="false"
            data-autofocus="" value={(*query).clone()} oninput={on_input} onkeydown={on_key} />
    };
    html! {
        <Modal heading="Command palette" class="modal-palette" {top}>
            <p class="visually-hidden" role="status">{ &found }</p>
            if entries.is_empty() {
                <p class="palette-none" aria-hidden="true">{ &found }</p>
            }
            <ul id="palette-list" role="listbox" aria-label="Results">
                { for entries.iter().enumerate().map(|(i, entry)| option(i, entry, *active == i, &run)) }
            </ul>
        </Modal>
    }
}

fn run_entry(store: &Store, entry: Option<&PaletteEntry>) {
    if let Some(entry) = entry {
        store.dispatch(Action::ShowDialog(None));
        store.dispatch(entry.action.clone());
    }
}

/// What the query finds so far, and whether that is all. Slice by slice, so that the page answers what is typed.
#[hook]
fn use_search(query: String) -> (Rc<Vec<PaletteEntry>>, bool) {
    let store = use_store();
    let n_slices = use_state(|| 0);
    let search = {
        let store = store.clone();
        use_memo(query.clone(), move |query| {
            RefCell::new(store.read(|editor| PaletteSearch::new(editor, query)))
        })
    };
    let is_whole = search.borrow().is_whole();
    {
        let (search, n_slices) = (search.clone(), n_slices.clone());
        use_effect_with((query.clone(), *n_slices), move |(_, n)| {
            let n = *n + 1;
            let next = (!is_whole).then(|| {
                after(0, move || {
                    store.read(|editor| search.borrow_mut().further(editor));
                    n_slices.set(n);
                })
            });
            move || drop(next)
        });
    }
    let entries = use_memo((query, *n_slices), move |_| search.borrow().entries());
    (entries, is_whole)
}

fn option_id(i: usize) -> String {
    format!("palette-option-{i}")
}

fn option(i: usize, entry: &PaletteEntry, active: bool, run: &Callback<usize>) -> Html {
    let on_click = {
        let run = run.clone();
        move |_: MouseEvent| run.emit(i)
    };
    // The focus stays in the field.
    let on_mouse_down = |event: MouseEvent| event.prevent_default();
    let parts = entry.key.map(|key| key.parts(platform()));
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
            if let Some(parts) = parts {
                { key_hint(&parts) }
            }
            if entry.kind != EntryKind::Action {
                <span class="palette-kind">{ entry.kind.title() }</span>
            }
        </li>
    }
}
