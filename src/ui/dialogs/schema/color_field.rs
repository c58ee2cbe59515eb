//! A label's color: one of a few that work, or any other with a check whether it can be seen.

use crate::core::color::{Color, LEAST_CONTRAST, PAPER};
use crate::editor::swatches::SWATCHES;
use crate::web::css_length::tenths;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ColorFieldProps {
    /// The color.
    pub color: Color,
    /// Takes another one.
    pub on_change: Callback<Color>,
}

/// Swatches, the browser's own picker, and the contrast with both papers.
#[component]
pub fn ColorField(props: &ColorFieldProps) -> Html {
    let color = props.color;
    let swatch = |(i, (name, swatch)): (usize, &(&'static str, Color))| {
        let on_change = {
            let (on_change, swatch) = (props.on_change.clone(), *swatch);
            move |_: Event| on_change.emit(swatch)
        };
        html! {
            <label key={i} class="swatch" title={*name} ~style={format!("--swatch: {swatch}")}>
                <input type="radio" name="label-color" aria-label={*name} checked={*swatch == color}
                    onchange={on_change} />
            </label>
        }
    };
    let on_pick = {
        let on_change = props.on_change.clone();
        move |event: InputEvent| {
            // The browser's picker gives nothing but #rrggbb.
            if let Ok(color) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
                on_change.emit(color);
            }
        }
    };
    let [light, dark] = PAPER.map(|paper| color.contrast(paper));
    let weak = match (light < LEAST_CONTRAST, dark < LEAST_CONTRAST) {
        (true, _) => Some("Hard to see on the light page."),
        (_, true) => Some("Hard to see on the dark page."),
        _ => None,
    };
    html! {
        <fieldset class="color-field">
            <legend>{ "Colour" }</legend>
            <div class="swatches">
                { for SWATCHES.iter().enumerate().map(swatch) }
                <label class="color-other">
                    <input type="color" value={color.to_string()} oninput={on_pick} />
                    { "Another" }
                </label>
            </div>
            <p class={classes!("form-hint", weak.map(|_| "form-warning"))} role="status">
                { format!("Contrast {} to 1 on light, {} to 1 on dark.", tenths(light), tenths(dark)) }
                if let Some(weak) = weak {
                    { format!(" {weak} It takes {} to 1.", tenths(LEAST_CONTRAST)) }
                }
            </p>
        </fieldset>
    }
}
