//! How the words of a search are meant.

use crate::core::search::{Query, Syntax};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Sets one property of the query.
type With = fn(&mut Query, bool);

/// Four switches. An expression says itself whether accents matter.
pub fn toggles(query: &Query, set: &Callback<Query>) -> Html {
    let is_regex = query.syntax == Syntax::Regex;
    let toggle = |id: &'static str, name: &'static str, (checked, disabled): (bool, bool), with: With| {
        let query = query.clone();
        let on_change = set.reform(move |event: Event| {
            let mut query = query.clone();
            with(&mut query, event.target_unchecked_into::<HtmlInputElement>().checked());
            query
        });
        html! {
            <span class="chip">
                <input type="checkbox" {id} {checked} {disabled} onchange={on_change} />
                <label for={id}>{ name }</label>
            </span>
        }
    };
    html! {
        <fieldset class="chips search-how">
            <legend class="visually-hidden">{ "How" }</legend>
            { toggle("search-case", "Match case", (query.match_case, false), |query, on| query.match_case = on) }
            { toggle("search-words", "Whole words", (query.whole_words, false), |query, on| query.whole_words = on) }
            { toggle("search-accents", "Match accents", (query.match_accents, is_regex), |query, on| {
                query.match_accents = on;
            }) }
            { toggle("search-regex", "Regular expression", (is_regex, false), |query, on| {
                query.syntax = if on { Syntax::Regex } else { Syntax::Plain };
            }) }
        </fieldset>
    }
}
