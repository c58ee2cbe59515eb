//! What a mention says, as the article says it.

use crate::core::article::Article;
use crate::core::spans::Spans;
use crate::editor::excerpt::excerpt;
use std::rc::Rc;
use yew::prelude::*;

/// Whose quote.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct QuoteProps {
    /// The article it stands in.
    pub article: Rc<Article>,
    /// Where.
    pub spans: Spans,
}

/// A longer quote would push everything else out of the panel.
const SHORT_CHARS: usize = 280;

/// The quote; a long one at first cut, on one click whole.
#[component]
pub fn Quote(props: &QuoteProps) -> Html {
    let open = use_state_eq(|| false);
    let text = &props.article.text;
    let short = excerpt(text.as_str(), &props.spans, SHORT_CHARS);
    let long = short.ends_with('…');
    let shown = if *open { text.quote(&props.spans) } else { short };
    let on_toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let language = &props.article.source.language;
    html! {
        <div class="inspected-quote">
            <blockquote dir="auto" lang={(!language.is_empty()).then(|| language.clone())}>{ shown }</blockquote>
            if long {
                <button type="button" class="more" aria-expanded={open.to_string()} onclick={on_toggle}>
                    { if *open { "Less" } else { "More" } }
                </button>
            }
        </div>
    }
}
