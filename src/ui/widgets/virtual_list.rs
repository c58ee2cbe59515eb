//! A long list of equally high rows, of which only those in view are rendered.

use crate::editor::windowing::{Viewport, rendered_rows};
use crate::web::css_length::fine_rem;
use crate::web::scroller::{self, SizeWatch};
use std::ops::Range;
use web_sys::Element;
use yew::prelude::*;

/// What a long list is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct VirtualListProps {
    /// The element that scrolls; whoever holds it can scroll the list.
    pub scroller: NodeRef,
    /// How many rows there are.
    pub n_rows: usize,
    /// In `rem`; every row is as high.
    pub row_height: f64,
    /// Renders a row. It is to be keyed, and placed by [`row_style`].
    pub row: Callback<usize, Html>,
    /// A row that is rendered wherever it is, since the focus refers to it.
    #[prop_or_default]
    pub cursor: Option<usize>,
    /// The element's id.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// The id of the row that the focus refers to.
    #[prop_or_default]
    pub active_id: Option<AttrValue>,
    /// Whether any number of rows can be selected.
    #[prop_or_default]
    pub multiple: bool,
    /// Whether a dialog that opens with the list gives it the focus.
    #[prop_or_default]
    pub autofocus: bool,
    /// The list can be seen from now on: it is new, or it was hidden.
    #[prop_or_default]
    pub onshown: Callback<()>,
    /// Key presses on the list.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// The list gets the focus.
    #[prop_or_default]
    pub onfocus: Callback<FocusEvent>,
    /// Looks.
    #[prop_or_default]
    pub class: Classes,
}

/// Where a row lies; the rows' height comes from the list.
pub fn row_style(row: usize) -> String {
    format!("inset-block-start: calc({row} * var(--row-height))")
}

/// A `listbox` whose options are `row`'s.
#[component]
pub fn VirtualList(props: &VirtualListProps) -> Html {
    let rendered = use_mut_ref(|| 0..0);
    let trigger = use_force_update();
    let rows = rows_now(props);
    *rendered.borrow_mut() = rows.clone();

    // The handlers outlive a render, and have to know the list as it was rendered last.
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    let moved = use_callback((), {
        let latest = latest.clone();
        move |(), ()| {
            let props = latest.borrow().clone();
            if rows_now(&props) != *rendered.borrow() {
                trigger.force_update();
            }
        }
    });
    use_effect_with(props.scroller.clone(), {
        let moved = moved.clone();
        move |scroller| {
            let mut was_seen = false;
            let resized = move || {
                let props = latest.borrow().clone();
                let is_seen = viewport(&props).height > 0.0;
                if is_seen && !was_seen {
                    props.onshown.emit(());
                }
                was_seen = is_seen;
                moved.emit(());
            };
            let list = scroller.cast::<Element>();
            let watch = list.and_then(|list| SizeWatch::new(&list, resized));
            move || drop(watch)
        }
    });

    let apart = props
        .cursor
        .filter(|cursor| *cursor < props.n_rows && !rows.contains(cursor));
    let before = apart.filter(|cursor| *cursor < rows.start);
    let after = apart.filter(|cursor| *cursor >= rows.end);
    let shown = before.into_iter().chain(rows).chain(after);
    html! {
        <div ref={props.scroller.clone()} class={classes!("virtual-list", props.class.clone())} role="listbox"
            id={&props.id} aria-label={&props.label} aria-multiselectable={props.multiple.then_some("true")}
            aria-activedescendant={props.active_id.clone()} tabindex="0" data-autofocus={props.autofocus.then_some("")}
            ~style={format!("--row-height: {}", fine_rem(props.row_height))}
            onscroll={move |_| moved.emit(())} onkeydown={&props.onkeydown} onfocus={&props.onfocus}>
            <div class="virtual-rows" role="presentation"
                ~style={format!("block-size: calc({} * var(--row-height))", props.n_rows)}>
                { for shown.map(|row| props.row.emit(row)) }
            </div>
        </div>
    }
}

fn rows_now(props: &VirtualListProps) -> Range<usize> {
    let row_height = props.row_height * scroller::root_font_size();
    rendered_rows(props.n_rows, row_height, viewport(props))
}

fn viewport(props: &VirtualListProps) -> Viewport {
    let list = props.scroller.cast::<Element>();
    list.map(|list| scroller::viewport(&list)).unwrap_or_default()
}
