//! How the words of a search are meant.

use crate::core::search::{Query, Syntax};
use crate::ui::widgets::chip::{Chip, chip};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One property of a query, to be read and set.
type Property = for<'q> fn(&'q mut Query) -> &'q mut bool;

const PROPERTIES: [(&str, Property); 3] = [
    ("Match case", |query| &mut query.match_case),
    ("Whole words", |query| &mut query.whole_words),
    (ACCENTS, |query| &mut query.match_accents),
];
const ACCENTS: &str = "Match accents";

/// Four switches, of these ids. An expression says itself whether accents matter.
pub fn toggles(ids: [&'static str; 4], query: &Query, set: &Callback<Query>) -> Html {
    let is_regex = query.syntax == Syntax::Regex;
    let toggle = |(id, (name, property)): (&'static str, (&'static str, Property))| {
        let mut query = query.clone();
        let checked = *property(&mut query);
        let on_change = set.reform(move |event: Event| {
            let mut query = query.clone();
            *property(&mut query) = event.target_unchecked_into::<HtmlInputElement>().checked();
            query
        });
        let toggle = Chip {
            id,
            name,
            group: None,
            checked,
            disabled: is_regex && name == ACCENTS,
        };
        chip(toggle, on_change)
    };
    let regex = Chip {
        id: ids[3],
        name: "Regular expression",
        group: None,
        checked: is_regex,
        disabled: false,
    };
    let query = query.clone();
    let on_regex = set.reform(move |_: Event| Query {
        syntax: if is_regex { Syntax::Plain } else { Syntax::Regex },
        ..query.clone()
    });
    html! {
        <fieldset class="chips search-how" aria-label="How">
            { for ids.into_iter().zip(PROPERTIES).map(toggle) }
            { chip(regex, on_regex) }
        </fieldset>
    }
}
