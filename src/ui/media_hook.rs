//! Whether the window meets a media query.

use crate::web::media_query;
use yew::prelude::*;

/// Renders again when the answer changes. Looks belong into style sheets; this is for what is there at all.
#[hook]
pub fn use_media(query: &'static str) -> bool {
    let state = use_state_eq(|| media_query::matches(query));
    {
        let state = state.clone();
        use_effect_with(query, move |query| {
            let listener = media_query::watch(query, move |matches| state.set(matches));
            move || drop(listener)
        });
    }
    *state
}
