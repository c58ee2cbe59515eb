//! The rows of the list of hits.

use crate::editor::count::grouped;
use crate::editor::hit_excerpt::HitExcerpt;
use crate::editor::hits::{HitGroup, HitIndex, Hits, Titles};
use crate::editor::machine::Editor;
use crate::ui::widgets::virtual_list::row_style;
use yew::prelude::*;

/// The element's id.
pub fn row_id(row: usize) -> String {
    format!("hit-row-{row}")
}

/// The title above the hits of an article. Each hit names its article to screen readers by itself.
pub fn title_row(editor: &Editor, group: &HitGroup, row: usize) -> Html {
    let title = editor
        .project()
        .article(group.article)
        .map(|article| article.title.clone());
    html! {
        <div key={row} class="hit-title" aria-hidden="true" ~style={row_style(row)}>
            <span class="hit-title-text" dir="auto">{ title }</span>
            <span class="number">{ grouped(group.spans.len()) }</span>
        </div>
    }
}

/// The hit with what stands around it; nothing where the article has gone since.
pub fn hit_row(
    editor: &Editor,
    hits: &Hits,
    at: HitIndex,
    titles: Titles,
    row: usize,
    is_current: bool,
    on_pick: &Callback<HitIndex>,
) -> Html {
    let found = hits.get(at);
    let Some((article, span)) = found.and_then(|(id, span)| Some((editor.project().article(id)?, span))) else {
        return Html::default();
    };
    let HitExcerpt { before, hit, after } = HitExcerpt::of(article.text.as_str(), span);
    let language = (!article.source.language.is_empty()).then(|| article.source.language.clone());
    html! {
        <div key={row} role="option" id={row_id(row)} class="hit-row" ~style={row_style(row)}
            aria-selected={is_current.to_string()} aria-posinset={hits.number(at).to_string()}
            aria-setsize={hits.len().to_string()} onclick={on_pick.reform(move |_: MouseEvent| at)}>
            <span class="hit-text" dir="auto" lang={language}>{ before }<mark>{ hit }</mark>{ after }</span>
            if titles == Titles::Shown {
                <span class="visually-hidden">{ &article.title }</span>
            }
        </div>
    }
}
