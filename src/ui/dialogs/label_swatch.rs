//! A short piece of a label's line, where its name stands beside it or does not matter.

use crate::core::id::LabelId;
use crate::web::label_sheet::class_of;
use yew::prelude::*;

/// The swatch.
pub fn label_swatch(id: LabelId) -> Html {
    html! { <span class={classes!("label-swatch", class_of(id))} aria-hidden="true" /> }
}
