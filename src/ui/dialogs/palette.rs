//! The command palette.

use super::finder::{Finder, FinderEntry, Taken};
use super::key_hint::key_hint;
use super::sliced::{Sliced, use_sliced};
use crate::editor::action::Action;
use crate::editor::count::count;
use crate::editor::machine::Editor;
use crate::editor::palette::{EntryKind, PaletteEntry, PaletteSearch};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::web::platform::platform;
use std::rc::Rc;
use yew::prelude::*;

/// Finds any action, article, label or mention, and does or opens it.
#[component]
pub fn Palette() -> Html {
    let store = use_store();
    let query = use_state(String::new);
    let (found, is_whole) = use_search((*query).clone());
    let (entries, shown) = (found.entries.clone(), found.shown.clone());
    let found = match entries.len() {
        0 if !is_whole => "Looking through the mentions…".to_owned(),
        0 => "Nothing found".to_owned(),
        n => count(n, "result"),
    };
    let on_take = Callback::from(move |taken: Taken| {
        let action = match taken {
            Taken::At(i) => entries.get(i).map(|entry| entry.action.clone()),
            Taken::FirstOf(typed) => {
                let found = store.read(|editor| PaletteSearch::new(editor, &typed).entries());
                found.first().map(|entry| entry.action.clone())
            }
        };
        if let Some(action) = action {
            store.dispatch(Action::ShowDialog(None));
            store.dispatch(action);
        }
    });
    let on_query = {
        let query = query.clone();
        Callback::from(move |typed| query.set(typed))
    };
    part!(<Finder heading="Command palette" prompt="Find an action, article, label or mention"
        query={(*query).clone()} entries={shown} {found} {on_query} {on_take} />)
}

/// What the query finds so far, and whether that is all.
#[hook]
fn use_search(query: String) -> (Rc<Found>, bool) {
    let (search, n_slices) = use_sliced(query.clone(), |editor, query| PaletteSearch::new(editor, query));
    let is_whole = search.borrow().is_whole();
    let found = use_memo((query, n_slices), move |_| {
        let entries = search.borrow().entries();
        Found {
            shown: Rc::new(entries.iter().map(shown).collect()),
            entries: Rc::new(entries),
        }
    });
    (found, is_whole)
}

impl Sliced for PaletteSearch {
    fn further(&mut self, editor: &Editor) {
        Self::further(self, editor);
    }

    fn is_whole(&self) -> bool {
        Self::is_whole(self)
    }
}

struct Found {
    entries: Rc<Vec<PaletteEntry>>,
    shown: Rc<Vec<FinderEntry>>,
}

fn shown(entry: &PaletteEntry) -> FinderEntry {
    let key = entry.key.map(|key| key_hint(&key.parts(platform())));
    FinderEntry {
        title: entry.title.clone().into(),
        detail: entry.detail.clone().into(),
        label: entry.label,
        end: html! {
            <>
                { for key }
                if entry.kind != EntryKind::Action {
                    <span class="palette-kind">{ entry.kind.title() }</span>
                }
            </>
        },
    }
}
