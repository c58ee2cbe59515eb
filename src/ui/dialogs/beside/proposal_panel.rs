//! A mention as it would be in the other article: the words that differ, and whether it is to be made.

use super::PAIRS;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::sheet::{QuotePiece, proposed_quotes};
use crate::editor::change_set::Topics;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::browser_segmenter::BrowserSegmenter;
use crate::web::keep_focus;
use yew::prelude::*;

/// Both quotes, and how the proposed one can be changed.
#[component]
pub fn ProposalPanel() -> Html {
    let store = use_store();
    let topics = Topics::BESIDE | Topics::MENTIONS | Topics::ARTICLES;
    let quotes = use_selector(topics, |editor| proposed_quotes(editor, &BrowserSegmenter));
    let act = |action: BesideAction| {
        let store = store.clone();
        move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[PAIRS]);
            store.dispatch(Action::Beside(action.clone()));
        }
    };
    let Some([quote, proposed]) = quotes else {
        return Html::default();
    };
    let piece = |it: &QuotePiece| match it.is_apart {
        true => html! { <mark class="beside-apart">{ &it.text }</mark> },
        false => html! { { &it.text } },
    };
    html! {
        <div class="beside-panel" role="group" aria-label="Proposed mention">
            <dl class="beside-quotes">
                <dt>{ "Mention" }</dt>
                <dd dir="auto">{ for quote.iter().map(piece) }</dd>
                <dt>{ "Proposed" }</dt>
                <dd dir="auto">{ for proposed.iter().map(piece) }</dd>
            </dl>
            <div class="beside-actions">
                <button type="button" class="button primary" onclick={act(BesideAction::Accept)}>{ "Accept" }</button>
                <button type="button" class="button outlined" onclick={act(BesideAction::Decline)}>{ "Decline" }</button>
                <p class="beside-hint">
                    { "Drag its ends in the text, or move them by words: " }
                    <kbd>{ "Alt" }</kbd>{ " " }<kbd>{ "←" }</kbd>{ " " }<kbd>{ "→" }</kbd>{ " the end, with " }
                    <kbd>{ "Shift" }</kbd>{ " the start." }
                </p>
            </div>
        </div>
    }
}
