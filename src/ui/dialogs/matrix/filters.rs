//! What the table is filtered and sorted by.

use crate::editor::action::Action;
use crate::editor::count::grouped;
use crate::editor::dossier::DossierAction;
use crate::editor::matrix::{Matrix, MatrixQuery, MatrixShow, MatrixSort};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::ui::widgets::menu::{Menu, MenuGroup};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is set now.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct FiltersProps {
    /// What came of it.
    pub matrix: Rc<Matrix>,
    /// The filters and the order.
    pub query: MatrixQuery,
}

const SHOWS: [(MatrixShow, &str); 5] = [
    (MatrixShow::All, "All claims"),
    (MatrixShow::Stances, "Disagreements"),
    (MatrixShow::Numbers, "Numbers differ"),
    (MatrixShow::Wording, "Wording differs"),
    (MatrixShow::Gaps, "Gaps: not yet looked"),
];
const SORTS: [(MatrixSort, &str); 4] = [
    (MatrixSort::Made, "As made"),
    (MatrixSort::Sentence, "By sentence"),
    (MatrixSort::Articles, "Most articles first"),
    (MatrixSort::Disagreement, "Most disagreement first"),
];

/// Text, kind of difference, outlet, order, and how many are left.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let store = use_store();
    let (matrix, query) = (&props.matrix, &props.query);
    let set = Callback::from(move |query| store.dispatch(Action::dossier(DossierAction::SetMatrix(query))));
    let on_text = {
        let query = query.clone();
        set.reform(move |event: InputEvent| MatrixQuery {
            text: event.target_unchecked_into::<HtmlInputElement>().value(),
            ..query.clone()
        })
    };
    let names = |names: &[&str]| vec![MenuGroup::plain(names.iter().map(|name| (*name).to_owned()))];
    let show_at = SHOWS.iter().position(|(show, _)| *show == query.show).unwrap_or(0);
    let on_show = {
        let query = query.clone();
        set.reform(move |at: usize| MatrixQuery {
            show: SHOWS.get(at).map_or(query.show, |(show, _)| *show),
            ..query.clone()
        })
    };
    let sort_at = SORTS.iter().position(|(sort, _)| *sort == query.sort).unwrap_or(0);
    let on_sort = {
        let query = query.clone();
        set.reform(move |at: usize| MatrixQuery {
            sort: SORTS.get(at).map_or(query.sort, |(sort, _)| *sort),
            ..query.clone()
        })
    };
    // One that is filtered by stays offered, though its articles may have gone.
    let mut outlets = matrix.outlets.clone();
    let gone = query.outlet.iter().filter(|outlet| !matrix.outlets.contains(outlet));
    outlets.extend(gone.cloned());
    let outlet_at = outlets.iter().position(|it| query.outlet.as_ref() == Some(it));
    let outlet_names = MenuGroup::plain(["All outlets".to_owned()].into_iter().chain(outlets.iter().cloned()));
    let has_outlets = !outlets.is_empty();
    let on_outlet = {
        let query = query.clone();
        set.reform(move |at: usize| MatrixQuery {
            outlet: at.checked_sub(1).and_then(|at| outlets.get(at)).cloned(),
            ..query.clone()
        })
    };
    let (n, all) = (matrix.rows.len(), matrix.table.rows.len());
    let count = match n == all {
        true => grouped(n),
        false => format!("{} of {}", grouped(n), grouped(all)),
    };
    let noun = if all == 1 { "claim" } else { "claims" };
    html! {
        <div class="matrix-filters">
            <input type="search" class="field" aria-label="Find in claims" placeholder="Find in claims"
                value={query.text.clone()} oninput={on_text} aria-describedby="matrix-count" autocomplete="off" dir="auto" />
            { part!(<Menu class="quiet-menu" name="Show" groups={names(&SHOWS.map(|(_, name)| name))} at={show_at} on_pick={on_show} />) }
            if has_outlets {
                { part!(<Menu class="quiet-menu" name="Outlet" groups={vec![outlet_names]} at={outlet_at.map_or(0, |at| at + 1)}
                    on_pick={on_outlet} />) }
            }
            { part!(<Menu class="quiet-menu" name="Order" groups={names(&SORTS.map(|(_, name)| name))} at={sort_at} on_pick={on_sort} />) }
            <span id="matrix-count" class="matrix-count" role="status">{ format!("{count} {noun}") }</span>
        </div>
    }
}
