//! Where a mention stands, in the three units in which other programs count.

use crate::core::article::Article;
use crate::core::span::Span;
use crate::core::spans::Spans;
use std::rc::Rc;
use yew::prelude::*;

/// Whose position.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct PositionProps {
    /// The article it stands in.
    pub article: Rc<Article>,
    /// Where.
    pub spans: Spans,
}

/// Closed until it is asked for.
#[component]
pub fn Position(props: &PositionProps) -> Html {
    let text = &props.article.text;
    let row = |span: &Span| {
        let (from_unit, to_unit) = text.utf16_span(*span);
        let (from_char, to_char) = text.char_span(*span);
        let cells = [
            (from_char.0, to_char.0),
            (from_unit.0, to_unit.0),
            (span.start().0, span.end().0),
        ];
        html! {
            <tr key={span.start().0}>
                { for cells.map(|(from, to)| html! { <td>{ format!("{from}–{to}") }</td> }) }
            </tr>
        }
    };
    html! {
        <details class="inspected-part position">
            <summary>{ "Position" }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ "Characters" }</th>
                        <th scope="col">{ "UTF-16" }</th>
                        <th scope="col">{ "Bytes" }</th>
                    </tr>
                </thead>
                <tbody>{ for props.spans.as_slice().iter().map(row) }</tbody>
            </table>
            <p class="hint">{ "From the start of the text, the end not included." }</p>
        </details>
    }
}
