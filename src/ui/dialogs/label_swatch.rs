//! A short piece of a label's line, where its name stands beside it or does not matter.

use crate::core::id::LabelId;
use crate::web::label_sheet::class_of;
use yew::prelude::*;

/// Which label.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelSwatchProps {
    /// Its id.
    pub id: LabelId,
}

/// The swatch.
#[component]
pub fn LabelSwatch(props: &LabelSwatchProps) -> Html {
    html! { <span class={classes!("label-swatch", class_of(props.id))} aria-hidden="true" /> }
}
