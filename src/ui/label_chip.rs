//! A label as it looks wherever it is named: a short piece of its line in its color, and its name.

use crate::core::label::Label;
use crate::web::label_sheet::class_of;
use std::rc::Rc;
use yew::prelude::*;

/// Which label.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelChipProps {
    /// The label.
    pub label: Rc<Label>,
}

/// The swatch and the name.
#[component]
pub fn LabelChip(props: &LabelChipProps) -> Html {
    html! {
        <span class={classes!("label-chip", class_of(props.label.id))}>
            <span class="label-swatch" aria-hidden="true" />
            <span class="label-name">{ &props.label.name }</span>
        </span>
    }
}
