//! The hits in context, each to be taken or left out. Only those in view are rendered.

use crate::core::sorted::SortedSet;
use crate::editor::hit_excerpt::HitExcerpt;
use crate::editor::hits::Hits;
use crate::editor::roving::Step;
use crate::editor::windowing::{rows_per_page, scroll_to_show};
use crate::ui::icon::{Glyph, icon};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::virtual_list::{VirtualList, row_style};
use crate::web::scroller::{self, root_font_size};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// In `rem`: three lines, and enough for a finger.
const ROW_HEIGHT: f64 = 4.25;

/// What is listed.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct HitChecksProps {
    /// All hits.
    pub hits: Rc<Hits>,
    /// Those that can be taken, by number, ascending; the others are tagged already.
    pub fresh: Rc<Vec<usize>>,
    /// Of these, those that are left out.
    pub left_out: SortedSet<usize>,
    /// A hit is taken or left out, whichever it was not.
    pub on_toggle: Callback<usize>,
}

/// A list of which any number can be selected: arrows move, Space and clicks take or leave out.
#[component]
pub fn HitChecks(props: &HitChecksProps) -> Html {
    let store = use_store();
    let list = use_node_ref();
    let cursor = use_state(|| 0);
    let n = props.hits.len();
    let on_key = {
        let (list, cursor, on_toggle) = (list.clone(), cursor.clone(), props.on_toggle.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let row_height = ROW_HEIGHT * root_font_size();
            if let Some(step) = Step::in_list(&event.key()) {
                let seen = list.cast::<Element>().map(|list| (scroller::viewport(&list), list));
                let page = seen.as_ref().map_or(1, |(seen, _)| rows_per_page(row_height, *seen));
                if let Some(row) = step.stopping(Some(*cursor), n, page) {
                    cursor.set(row);
                    if let Some((seen, list)) = seen {
                        scroll_to_show(row, row_height, seen)
                            .into_iter()
                            .for_each(|top| scroller::scroll_to(&list, top));
                    }
                }
            } else if event.key() == " " {
                on_toggle.emit(*cursor);
            } else {
                return;
            }
            event.prevent_default();
        })
    };
    let row = {
        let (props, cursor) = (props.clone(), *cursor);
        Callback::from(move |row: usize| {
            let found = props.hits.nth(row).and_then(|at| props.hits.get(at));
            let shown = store.read(|editor| {
                let (id, span) = found?;
                let article = editor.project().article(id)?;
                Some((HitExcerpt::of(article.text.as_str(), span), article.title.clone()))
            });
            let Some((HitExcerpt { before, hit, after }, title)) = shown else {
                return Html::default();
            };
            let can_be_taken = props.fresh.binary_search(&row).is_ok();
            let is_taken = can_be_taken && !props.left_out.contains(&row);
            let toggle = props.on_toggle.reform(move |_: MouseEvent| row);
            html! {
                <div key={row} role="option" id={row_id(row)} ~style={row_style(row)}
                    class={classes!("match-row", (row == cursor).then_some("active"))}
                    aria-selected={is_taken.to_string()} aria-disabled={(!can_be_taken).then_some("true")}
                    aria-posinset={(row + 1).to_string()} aria-setsize={n.to_string()} onclick={toggle}>
                    <span class="match-check" aria-hidden="true">
                        if is_taken {
                            { icon(Glyph::Check) }
                        }
                    </span>
                    <span class="hit-text" dir="auto">{ before }<mark>{ hit }</mark>{ after }</span>
                    <span class="match-article">
                        if !can_be_taken {
                            { "tagged already · " }
                        }
                        <bdi>{ title }</bdi>
                    </span>
                </div>
            }
        })
    };
    part!(<VirtualList id="match-list" label="Matches" class="match-list" scroller={list} n_rows={n} row_height={ROW_HEIGHT}
        {row} cursor={Some(*cursor)} active_id={AttrValue::from(row_id(*cursor))} multiple=true onkeydown={on_key} />)
}

fn row_id(row: usize) -> String {
    format!("match-row-{row}")
}
