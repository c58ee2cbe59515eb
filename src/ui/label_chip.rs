//! A label as it looks wherever it is named: a short piece of its line in its color, and its name.

use crate::core::label::Label;
use crate::web::label_sheet::class_of;
use yew::prelude::*;

/// The swatch and the name.
pub fn label_chip(label: &Label) -> Html {
    html! {
        <span class={classes!("label-chip", class_of(label.id))}>
            <span class="label-swatch" aria-hidden="true" />
            <span class="label-name">{ &label.name }</span>
        </span>
    }
}
