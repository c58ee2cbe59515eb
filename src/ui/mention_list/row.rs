//! One row of the list of mentions.

use crate::core::id::MentionId;
use crate::core::relation::End;
use crate::editor::change_set::Topics;
use crate::editor::mention_row::MentionRow;
use crate::ui::label_chip::label_chip;
use crate::ui::store_hooks::use_selector;
use crate::ui::widgets::virtual_list::row_style;
use crate::web::relation_drag::name_of;
use yew::prelude::*;

/// Which row.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RowProps {
    /// The mention.
    pub id: MentionId,
    /// Its place in the list, 0-based.
    pub row: usize,
    /// How long the list is.
    pub n_rows: usize,
    /// Whether it is the chosen mention.
    pub chosen: bool,
    /// Whether the keys are at it.
    pub active: bool,
    /// Whether the article's title is shown.
    pub with_article: bool,
    /// It was clicked.
    pub on_pick: Callback<MentionId>,
}

/// The element's id.
pub fn row_id(id: MentionId) -> String {
    format!("mention-row-{id}")
}

/// The quote, and below it the label and the article.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let id = props.id;
    let row = use_selector(
        Topics::MENTIONS | Topics::SCHEMA | Topics::ARTICLES | Topics::PROJECT,
        move |editor| MentionRow::of(editor, id),
    );
    // Between a deletion and the list's own rendering.
    let Some(row) = row else {
        return Html::default();
    };
    let on_click = props.on_pick.reform(move |_: MouseEvent| id);
    let language = (!row.language.is_empty()).then(|| row.language.clone());
    html! {
        <div role="option" id={row_id(id)} class={classes!("mention-row", props.active.then_some("active"))}
            ~style={row_style(props.row)} aria-selected={props.chosen.to_string()} aria-posinset={(props.row + 1).to_string()}
            aria-setsize={props.n_rows.to_string()} data-end={name_of(End::Mention(id))} onclick={on_click}>
            <span class="mention-quote" dir="auto" lang={language}>{ &row.quote }</span>
            <span class="mention-about">
                { label_chip(&row.label) }
                if row.has_note {
                    <span class="mention-noted">{ "note" }</span>
                }
                if props.with_article {
                    <span class="mention-article" dir="auto">{ &row.article }</span>
                }
            </span>
        </div>
    }
}
