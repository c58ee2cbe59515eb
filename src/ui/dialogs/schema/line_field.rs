//! The line under a label's mentions, by which they are told apart without color.

use crate::core::color::Color;
use crate::core::label::LineStyle;
use yew::prelude::*;

/// What the field shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LineFieldProps {
    /// The line.
    pub line: LineStyle,
    /// The color in which the lines are drawn.
    pub color: Color,
    /// Takes another one.
    pub on_change: Callback<LineStyle>,
}

/// The five lines.
#[component]
pub fn LineField(props: &LineFieldProps) -> Html {
    let choice = |line: LineStyle| {
        let on_change = props.on_change.reform(move |_: Event| line);
        html! {
            <label key={line.name()} class="line-choice">
                <input type="radio" name="label-line" checked={line == props.line} onchange={on_change} />
                <span class={classes!("line-sample", format!("line-{}", line.name()))}>{ title(line) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="line-field" ~style={format!("--swatch: {}", props.color)}>
            <legend>{ "Line" }</legend>
            { for LineStyle::ALL.into_iter().map(choice) }
        </fieldset>
    }
}

fn title(line: LineStyle) -> &'static str {
    match line {
        LineStyle::Solid => "Solid",
        LineStyle::Dashed => "Dashed",
        LineStyle::Dotted => "Dotted",
        LineStyle::Double => "Double",
        LineStyle::Wavy => "Wavy",
    }
}
